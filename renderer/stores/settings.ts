import { create } from "zustand";
import { persist } from "zustand/middleware";
import { answerIn } from "../rpc/client.ts";

export type Locale = "vi" | "en";
export type Theme = "light" | "dark" | "system";
export type Density = "roomy" | "compact";

export type Settings = {
  readonly locale: Locale;
  readonly theme: Theme;
  readonly density: Density;
  /** Minutes without a key or a touch until the till locks itself; 0: never. */
  readonly lockAfterMinutes: number;
};

type SettingsStore = Settings & {
  readonly change: (settings: Partial<Settings>) => void;
};

/** What this window looks like; kept on this machine, for whoever stands at it. */
export const useSettings = create<SettingsStore>()(
  persist(
    (set) => ({
      locale: "vi",
      theme: "system",
      density: "roomy",
      lockAfterMinutes: 10,
      change: (settings) => set(settings),
    }),
    { name: "quen.settings", version: 1 },
  ),
);

answerIn(() => useSettings.getState().locale);
