import { create } from "zustand";
import type { AnyRefusal, Output, Progress } from "../../rpc/answer.ts";
import { ask, newId, tell } from "../../rpc/client.ts";
import { dayAfter, daysBetween, today } from "../today.ts";
import { onOtherLanguage } from "../turnedFigures.ts";
import {
  type CampaignDraft,
  campaignParams,
  draftOfPlan,
  draftOfTemplate,
  newDraft,
  type Template,
  turnedDraft,
} from "./campaignDraft.ts";
import { useCoupons } from "./coupons.ts";
import { type KeptDraft, useDrafts } from "./drafts.ts";
import { useMessages } from "./messages.ts";
import { type Delivered, type Named, useOffers } from "./offers.ts";
import { ownRows } from "./segmentRows.ts";
import type { ReadMoney, WriteFigures } from "./typedFigures.ts";

export type Rehearsal = Output<"campaign.rehearse">;
export type Issued = Output<"campaign.issue">;
export const builderSteps = ["who", "what", "when", "rehearsal"] as const;
export type BuilderStep = (typeof builderSteps)[number];

type BuilderStore = {
  readonly draftId: string;
  readonly step: BuilderStep;
  readonly draft: CampaignDraft;
  /** The draft's own id: pressed again after a lost answer, the same campaign is meant. */
  readonly createId: string;
  /** Whether the person wanted to go on: from then on it is said what is missing. */
  readonly hasTried: boolean;
  readonly rehearsal: Rehearsal | undefined;
  readonly isRehearsing: boolean;
  readonly issuing: Issuing | undefined;
  readonly refusal: AnyRefusal | undefined;
  readonly start: (template?: TemplateStart) => void;
  /** Goes on with what was begun before. */
  readonly resume: (kept: KeptDraft) => void;
  /** Begins with what an earlier campaign was, on as many days from today. */
  readonly repeat: (campaign: Named, write: WriteFigures) => Promise<void>;
  readonly fill: (part: Partial<CampaignDraft>) => void;
  readonly goTo: (step: BuilderStep) => void;
  readonly try: () => void;
  readonly rehearse: (readMoney: ReadMoney) => Promise<void>;
  readonly create: (readMoney: ReadMoney) => Promise<void>;
  /** Draws its coupons and shows them as they go out: on paper, or as messages. */
  readonly issue: (campaign: Delivered) => Promise<void>;
  /** Ends one that has given nothing out yet, also while its coupons are drawn. */
  readonly giveUp: (campaignId: string) => Promise<void>;
  /** What was refused is said where it was asked for, and no longer than one stays there. */
  readonly forgetRefusal: () => void;
};

type TemplateStart = {
  readonly template: Template;
  readonly write: WriteFigures;
};

/** The campaign whose coupons are being drawn, and how far that has come. */
export type Issuing = {
  readonly name: string;
  /** Absent while it is made. */
  readonly campaignId?: string;
  readonly progress: Progress | undefined;
};

const CAMPAIGN_DAYS = 14;

let newestRehearsal = 0;
const issueIdByCampaign = new Map<string, string>();

/** A campaign on its way: who, what, when, how it would go, and then for real. */
export const useBuilder = create<BuilderStore>()((set, get) => ({
  draftId: "",
  step: "who",
  draft: newDraft({ fromDay: "", toDay: "" }),
  createId: "",
  hasTried: false,
  rehearsal: undefined,
  isRehearsing: false,
  issuing: undefined,
  refusal: undefined,

  start: (from) => {
    const fromDay = today();
    const draft = from
      ? draftOfTemplate(from.template, from.write)
      : newDraft({ fromDay, toDay: dayAfter(fromDay, CAMPAIGN_DAYS) });
    get().resume({ draftId: newId(), step: "who", draft, createId: newId() });
  },

  resume: ({ step, draft, ...ids }) => {
    newestRehearsal += 1;
    set({
      ...ids,
      // A rehearsal is not kept: it would be of other days.
      step: step === "rehearsal" ? "when" : step,
      draft: { ...draft, rows: ownRows(draft.rows) },
      ...{ hasTried: false, rehearsal: undefined, isRehearsing: false, refusal: undefined },
    });
    useOffers.getState().go("builder");
  },

  repeat: async ({ campaignId }, write) => {
    set({ refusal: undefined });
    const answer = await ask("campaign.plan", { campaignId });
    if (!answer.ok) {
      set({ refusal: answer.refusal });
      return;
    }
    const plan = answer.value;
    const fromDay = today();
    const toDay = dayAfter(fromDay, daysBetween(plan.fromDay, plan.toDay));
    const draft = draftOfPlan(plan, { fromDay, toDay }, write);
    get().resume({ draftId: newId(), step: "who", draft, createId: newId() });
  },

  fill: (part) => {
    newestRehearsal += 1;
    set(({ draft }) => ({
      draft: { ...draft, ...part },
      createId: newId(),
      rehearsal: undefined,
      isRehearsing: false,
      refusal: undefined,
    }));
    useDrafts.getState().keep(keptOf(get()));
  },

  goTo: (step) => {
    set({ step, refusal: undefined });
    const { drafts, keep } = useDrafts.getState();
    if (drafts.some(({ draftId }) => draftId === get().draftId)) keep(keptOf(get()));
  },

  try: () => set({ hasTried: true }),

  rehearse: async (readMoney) => {
    const params = campaignParams(get().draft, readMoney);
    if (!params) return;
    newestRehearsal += 1;
    const mine = newestRehearsal;
    set({ isRehearsing: true, rehearsal: undefined, refusal: undefined });
    const answer = await ask("campaign.rehearse", { ...params });
    if (mine !== newestRehearsal) return;
    set({ isRehearsing: false });
    if (answer.ok) set({ rehearsal: answer.value });
    else set({ refusal: answer.refusal });
  },

  create: async (readMoney) => {
    const params = campaignParams(get().draft, readMoney);
    // What is issued is what was rehearsed: any change has thrown the rehearsal away.
    if (!params || !get().rehearsal || get().issuing) return;
    set({ issuing: { name: params.name, progress: undefined }, refusal: undefined });
    const made = await tell("campaign.create", params, { requestId: get().createId });
    set({ issuing: undefined });
    if (!made.ok) {
      set({ refusal: made.refusal });
      return;
    }
    useDrafts.getState().drop(get().draftId);
    const { name, channel = "print" } = params;
    await get().issue({ campaignId: made.value.campaignId, name, channel });
  },

  issue: async (campaign) => {
    const { campaignId, name, channel } = campaign;
    if (get().issuing) return;
    const requestId = issueIdByCampaign.get(campaignId) ?? newId();
    issueIdByCampaign.set(campaignId, requestId);
    const issuing = { name, campaignId };
    set({ issuing: { ...issuing, progress: undefined }, refusal: undefined });
    const onProgress = (progress: Progress) => set({ issuing: { ...issuing, progress } });
    const answer = await tell("campaign.issue", { campaignId }, { requestId, onProgress });
    set({ issuing: undefined });
    await useOffers.getState().load();
    const { open } = channel === "print" ? useCoupons.getState() : useMessages.getState();
    if (answer.ok) await open(campaign, answer.value);
    else {
      // Who gave it up knows why it ended.
      const isKnown = answer.refusal.kind === "CampaignOver" && givenUp.has(campaignId);
      set({ refusal: isKnown ? undefined : answer.refusal });
      useOffers.getState().go("overview");
    }
  },

  giveUp: async (campaignId) => {
    givenUp.add(campaignId);
    set({ refusal: undefined });
    const answer = await tell("campaign.stop", { campaignId });
    if (!answer.ok) set({ refusal: answer.refusal });
    await useOffers.getState().load();
  },

  forgetRefusal: () => set({ refusal: undefined }),
}));

const givenUp = new Set<string>();

onOtherLanguage(() => useBuilder.setState(({ draft }) => ({ draft: turnedDraft(draft) })));

const keptOf = ({ draftId, step, draft, createId }: BuilderStore): KeptDraft => ({
  ...{ draftId, step, draft, createId },
});
