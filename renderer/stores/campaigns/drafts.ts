import { create } from "zustand";
import { persist } from "zustand/middleware";
import { onOtherLanguage } from "../turnedFigures.ts";
import type { BuilderStep } from "./builder.ts";
import { type CampaignDraft, turnedDraft } from "./campaignDraft.ts";

/** A campaign that somebody began to describe, as it was typed, until it is made or thrown away. */
export type KeptDraft = {
  readonly draftId: string;
  readonly step: BuilderStep;
  readonly draft: CampaignDraft;
  /** With this it is made: asked again after a lost answer or a power cut, it is made once. */
  readonly createId: string;
};

type DraftsStore = {
  readonly drafts: readonly KeptDraft[];
  readonly keep: (kept: KeptDraft) => void;
  readonly drop: (draftId: string) => void;
};

/** What was begun and not made yet, the newest first. */
export const useDrafts = create<DraftsStore>()(
  persist(
    (set) => ({
      drafts: [],
      keep: (kept) => set(({ drafts }) => ({ drafts: [kept, ...without(drafts, kept.draftId)] })),
      drop: (draftId) => set(({ drafts }) => ({ drafts: without(drafts, draftId) })),
    }),
    // Kept through a reload, a lock and a power cut: conditions, offers and days, and no person.
    { name: "quen.campaign-drafts", version: 1, partialize: ({ drafts }) => ({ drafts }) },
  ),
);

onOtherLanguage(() =>
  useDrafts.setState(({ drafts }) => ({
    drafts: drafts.map((kept) => ({ ...kept, draft: turnedDraft(kept.draft) })),
  })),
);

const without = (drafts: readonly KeptDraft[], draftId: string): readonly KeptDraft[] =>
  drafts.filter((kept) => kept.draftId !== draftId);
