import { create } from "zustand";
import type { AnyRefusal, Output } from "../../rpc/answer.ts";
import { ask } from "../../rpc/client.ts";
import type { Segment } from "./segmentRows.ts";

export type Preview = Output<"segment.preview">;

type AudienceStore = {
  readonly preview: Preview | undefined;
  readonly refusal: AnyRefusal | undefined;
  readonly count: (segment: Segment) => Promise<void>;
};

let newestCount = 0;

/** How many people a segment is just now, who some of them are and who may be written to. */
export const useAudience = create<AudienceStore>()((set) => ({
  preview: undefined,
  refusal: undefined,

  count: async (segment) => {
    newestCount += 1;
    const mine = newestCount;
    const answer = await ask("segment.preview", { segment, limit: 5 });
    if (mine !== newestCount) return;
    if (answer.ok) set({ preview: answer.value, refusal: undefined });
    else set({ preview: undefined, refusal: answer.refusal });
  },
}));
