import { create } from "zustand";
import { mondayOf } from "../../../shared/kernel/day.ts";
import type { AnyRefusal, Output } from "../../rpc/answer.ts";
import { ask } from "../../rpc/client.ts";
import { dayAfter, today } from "../today.ts";

export type Quality = Output<"suggestion.quality">;
export const qualityWeeks = [4, 12, 26] as const;
export type QualityWeeks = (typeof qualityWeeks)[number];

type QualityStore = {
  readonly weeks: QualityWeeks;
  readonly quality: Quality | undefined;
  readonly refusal: AnyRefusal | undefined;
  readonly load: (weeks?: QualityWeeks) => Promise<void>;
};

/** Whether what the till suggests is any good, over the last so many weeks. */
export const useQuality = create<QualityStore>()((set, get) => ({
  weeks: 12,
  quality: undefined,
  refusal: undefined,

  load: async (weeks = get().weeks) => {
    set({ weeks, refusal: undefined });
    const toDay = today();
    // A week that is told stands there whole, whichever stretch it belongs to.
    const fromDay = mondayOf(dayAfter(toDay, 1 - 7 * weeks));
    const answer = await ask("suggestion.quality", { fromDay, toDay });
    if (get().weeks !== weeks) return;
    if (answer.ok) set({ quality: answer.value });
    else set({ quality: undefined, refusal: answer.refusal });
  },
}));
