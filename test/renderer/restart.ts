import { cleanup } from "@testing-library/react";
import { useDrafts } from "../../renderer/stores/campaigns/drafts.ts";
import { useSegments } from "../../renderer/stores/campaigns/segments.ts";
import { useBasket } from "../../renderer/stores/till/basket.ts";
import { useLookup } from "../../renderer/stores/till/lookup.ts";
import { usePayment } from "../../renderer/stores/till/payment.ts";
import { resetWindow } from "./openWindow.tsx";

/** As if the computer had been switched off and on: what is written down stays. */
export const restart = async (): Promise<void> => {
  cleanup();
  const written = { ...localStorage };
  resetWindow();
  for (const [name, text] of Object.entries(written)) localStorage.setItem(name, text);
  await useBasket.persist.rehydrate();
  // What is begun in a basket begins its lookup: the one that was kept comes after it.
  localStorage.setItem("quen.lookup", written["quen.lookup"] ?? "{}");
  for (const { persist } of [useLookup, usePayment, useDrafts, useSegments]) {
    await persist.rehydrate();
  }
};
