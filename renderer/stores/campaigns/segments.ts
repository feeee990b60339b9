import { create } from "zustand";
import { persist } from "zustand/middleware";
import type { AnyRefusal, Output } from "../../rpc/answer.ts";
import { ask, tell } from "../../rpc/client.ts";
import { onOtherLanguage } from "../turnedFigures.ts";
import { type ConditionRow, ownRows, rowsOf, type Segment, turnedRows } from "./segmentRows.ts";

export type SavedSegment = Output<"segment.list">["segments"][number];
export type TierName = Output<"segment.list">["tiers"][number];

/** The segment on the bench: a saved one that is being changed, or a new one. */
export type Bench = {
  readonly segmentId: string | undefined;
  readonly name: string;
  readonly rows: readonly ConditionRow[];
  /** Whether it is another one than when it was opened. */
  readonly isChanged: boolean;
};

type SegmentsStore = {
  readonly segments: readonly SavedSegment[];
  readonly tiers: readonly TierName[];
  readonly bench: Bench | undefined;
  readonly refusal: AnyRefusal | undefined;
  readonly isBusy: boolean;
  readonly load: () => Promise<void>;
  readonly start: () => void;
  readonly open: (segment: SavedSegment, writeMoney: (minor: number) => string) => void;
  readonly change: (part: Partial<Pick<Bench, "name" | "rows">>) => void;
  readonly close: () => void;
  readonly save: (named: NamedSegment) => Promise<string | undefined>;
  readonly remove: (segmentId: string) => Promise<void>;
};

type NamedSegment = {
  readonly segmentId?: string | undefined;
  readonly name: string;
  readonly segment: Segment;
};

/** Segments under a name, to be used again. */
export const useSegments = create<SegmentsStore>()(
  persist(
    (set, get) => ({
      segments: [],
      tiers: [],
      bench: undefined,
      refusal: undefined,
      isBusy: false,

      load: async () => {
        const answer = await ask("segment.list", { limit: 200 });
        if (answer.ok) set({ ...answer.value, refusal: undefined });
        else set({ refusal: answer.refusal });
      },

      start: () =>
        set({
          bench: { segmentId: undefined, name: "", rows: [], isChanged: false },
          refusal: undefined,
        }),

      open: ({ segmentId, name, segment }, writeMoney) =>
        set({
          bench: { segmentId, name, rows: rowsOf(segment, writeMoney), isChanged: false },
          refusal: undefined,
        }),

      change: (part) =>
        set(({ bench }) => ({
          bench: bench && { ...bench, ...part, isChanged: true },
          refusal: undefined,
        })),

      close: () => set({ bench: undefined, refusal: undefined }),

      save: async ({ segmentId, name, segment }) => {
        if (get().isBusy) return undefined;
        set({ isBusy: true, refusal: undefined });
        const saved = { name: name.trim(), segment, ...(segmentId !== undefined && { segmentId }) };
        const answer = await tell("segment.save", saved);
        set({ isBusy: false });
        if (!answer.ok) {
          set({ refusal: answer.refusal });
          // A kept one may be older than a shop that was put back: saved again it is a new one.
          if (isGone(answer.refusal)) set(({ bench }) => ({ bench: bench && asNew(bench) }));
          return undefined;
        }
        await get().load();
        return answer.value.segmentId;
      },

      remove: async (segmentId) => {
        const answer = await tell("segment.remove", { segmentId });
        if (answer.ok || isGone(answer.refusal)) set({ bench: undefined });
        else set({ refusal: answer.refusal });
        await get().load();
      },
    }),
    // Kept through a reload, a lock and a power cut: a group that is being built, and no person.
    {
      name: "quen.segment-bench",
      version: 1,
      partialize: ({ bench }) => ({ bench: bench?.isChanged ? bench : undefined }),
      onRehydrateStorage: () => (kept) =>
        kept?.bench && kept.change({ rows: ownRows(kept.bench.rows) }),
    },
  ),
);

const isGone = ({ kind }: AnyRefusal): boolean => kind === "SegmentUnknown";
const asNew = (bench: Bench): Bench => ({ ...bench, segmentId: undefined });

onOtherLanguage(() =>
  useSegments.setState(({ bench }) => ({
    bench: bench && { ...bench, rows: turnedRows(bench.rows) },
  })),
);
