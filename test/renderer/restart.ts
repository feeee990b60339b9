import { cleanup } from "@testing-library/react";
import { useDrafts } from "../../renderer/stores/campaigns/drafts.ts";
import { useSegments } from "../../renderer/stores/campaigns/segments.ts";
import { resetWindow } from "./openWindow.tsx";

/** As if the computer had been switched off and on: what is written down stays. */
export const restart = async (): Promise<void> => {
  cleanup();
  const written = { ...localStorage };
  resetWindow();
  for (const [name, text] of Object.entries(written)) localStorage.setItem(name, text);
  for (const { persist } of [useDrafts, useSegments]) await persist.rehydrate();
};
