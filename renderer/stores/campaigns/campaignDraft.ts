import { dearestUseMinor, earnedCeilingMinor } from "../../../shared/domain/campaign/affordable.ts";
import type { Output, Told } from "../../rpc/answer.ts";
import { turned } from "../turnedFigures.ts";
import {
  newOffer,
  type OfferDraft,
  offerDraftOf,
  offerOf,
  offerProblems,
  turnedOffer,
} from "./offerDraft.ts";
import {
  type ConditionRow,
  conditionOf,
  newRow,
  rowsOf,
  segmentOf,
  turnedRows,
} from "./segmentRows.ts";
import {
  isUnreadable,
  type ReadMoney,
  readCount,
  type WriteFigures,
  writeAmount,
} from "./typedFigures.ts";

export type CampaignParams = Told<"campaign.create">;
export type Delivery = "print" | "sms" | "zalo" | "email";
export type Template = Output<"campaign.templates">["templates"][number];
type Plan = Output<"campaign.plan">;

export const presetNames = [
  "lapsed",
  "category",
  "birthday",
  "best",
  "newcomers",
  "everyone",
] as const;
export type PresetName = (typeof presetNames)[number];

/** What stands in the fields of a campaign, as it was typed. */
export type CampaignDraft = {
  /** What the conditions started from: a preset, or a saved segment by its id. */
  readonly start: string;
  readonly rows: readonly ConditionRow[];
  readonly offer: OfferDraft;
  /** The second offer that half of the people get, where two are compared. */
  readonly otherOffer: OfferDraft | undefined;
  readonly trigger: "list" | "next-purchase";
  readonly validDays: string;
  readonly minimumSale: string;
  readonly name: string;
  readonly fromDay: string;
  readonly toDay: string;
  readonly channel: Delivery;
  readonly targeting: "everyone" | "best-gain";
  readonly most: string;
  readonly uses: string;
  readonly budget: string;
  readonly holdoutBps: number;
  readonly template: Template["template"] | undefined;
};

export type DraftProblem = keyof CampaignDraft;

type Days = { readonly fromDay: string; readonly toDay: string };

export const newDraft = (days: Days): CampaignDraft => ({
  start: "lapsed",
  rows: presetRows("lapsed"),
  offer: newOffer,
  otherOffer: undefined,
  trigger: "list",
  validDays: "30",
  minimumSale: "",
  name: "",
  ...days,
  channel: "print",
  targeting: "everyone",
  most: "",
  uses: "1",
  budget: "",
  holdoutBps: 1_000,
  template: undefined,
});

/** A draft that starts from what the shop's calendar and its people offer just now. */
export const draftOfTemplate = (template: Template, write: WriteFigures): CampaignDraft => ({
  ...newDraft(template),
  start: `template:${template.template}`,
  rows: rowsOf(template.segment, write.amount),
  offer: offerDraftOf(template.offer, write),
  name: template.name,
  channel: template.channel,
  template: template.template,
});

/** A draft of what an earlier campaign was, on other days. */
export const draftOfPlan = (plan: Plan, days: Days, write: WriteFigures): CampaignDraft => {
  const counted = (count: number | undefined) => (count === undefined ? "" : String(count));
  const { name, trigger, channel, targeting, holdoutBps, otherOffer } = plan;
  return {
    ...newDraft(days),
    ...{ name, trigger, channel, targeting, holdoutBps },
    start: "plan",
    rows: rowsOf(plan.segment, write.amount),
    offer: offerDraftOf(plan.offer, write),
    otherOffer: otherOffer && offerDraftOf(otherOffer, write),
    validDays: plan.validDays === undefined ? "30" : String(plan.validDays),
    minimumSale: writeAmount(plan.minimumSaleMinor, write),
    most: counted(plan.maxCustomers),
    uses: String(plan.maxUsesPerCustomer),
    budget: writeAmount(plan.budgetMinor, write),
    template: plan.template,
  };
};

/** The same campaign, its amounts as the other language of the window types them. */
export const turnedDraft = (draft: CampaignDraft): CampaignDraft => ({
  ...draft,
  rows: turnedRows(draft.rows),
  offer: turnedOffer(draft.offer),
  otherOffer: draft.otherOffer && turnedOffer(draft.otherOffer),
  minimumSale: turned(draft.minimumSale),
  budget: turned(draft.budget),
});

/** The rows that a preset starts with. */
export const presetRows = (preset: PresetName): readonly ConditionRow[] => {
  switch (preset) {
    case "lapsed":
      return [newRow("lapsedAgainstOwnRhythm"), { ...newRow("purchaseCount"), days: "" }];
    case "category":
      return [newRow("boughtCategory")];
    case "birthday":
      return [newRow("birthdayWithinDays")];
    case "best":
      return [newRow("spentMinor")];
    case "newcomers":
      return [{ ...newRow("purchaseCount"), min: "1", max: "1", days: "" }];
    case "everyone":
      return [];
  }
};

/**
 * The parts of the campaign that have to be filled in or read differently before it can be made. What
 * was typed into a field that is not asked for any more is none of them: nobody could mend it.
 */
export const draftProblems = (
  draft: CampaignDraft,
  readMoney: ReadMoney,
): readonly DraftProblem[] => {
  const { fromDay, toDay, otherOffer } = draft;
  const isAtTheTill = draft.trigger === "next-purchase";
  const parts: readonly (readonly [DraftProblem, boolean])[] = [
    ["rows", draft.rows.some((row) => conditionOf(row, readMoney) === undefined)],
    ["offer", offerProblems(draft.offer, readMoney).length > 0],
    ["otherOffer", otherOffer !== undefined && offerProblems(otherOffer, readMoney).length > 0],
    ["validDays", isAtTheTill && !isCount(draft.validDays, MOST_VALID_DAYS)],
    ["minimumSale", isAtTheTill && isUnreadable(draft.minimumSale, readMoney)],
    ["name", draft.name.trim() === ""],
    ["fromDay", fromDay === ""],
    ["toDay", toDay === "" || toDay < fromDay],
    ["uses", !isAtTheTill && !isCount(draft.uses, 10)],
    ["most", !isAtTheTill && draft.most.trim() !== "" && !readCount(draft.most)],
    // From a budget of nothing nobody could be given anything.
    ["budget", isUnreadable(draft.budget, readMoney) || readMoney(draft.budget) === 0],
  ];
  return parts.flatMap(([part, isWrong]) => (isWrong ? [part] : []));
};

/** How a campaign keeps to its budget. */
type BudgetHold =
  /** Each coupon says what it takes off at most. */
  | "ceilings"
  /** Each says that its gift is worth no more than it costs on the day on which the campaign is made. */
  | "gifts"
  /** By the points of the purchase that each came with: it may be passed. */
  | "points"
  /** By what its coupons are expected to take off: it may be passed. */
  | "expected"
  /** Also where every coupon is used. */
  | "worst";

export const budgetHold = (draft: CampaignDraft, readMoney: ReadMoney): BudgetHold | undefined => {
  if (readMoney(draft.budget) === undefined) return undefined;
  const offers = [draft.offer, draft.otherOffer].flatMap(
    (each) => (each && offerOf(each, readMoney)) ?? [],
  );
  const others = offers.filter(({ kind }) => kind !== "gift");
  const held = others.length < offers.length ? "gifts" : "worst";
  if (draft.trigger === "list") {
    return dearestUseMinor(others) === undefined ? "expected" : held;
  }
  if (others.some(({ kind }) => kind === "points")) return "points";
  return others.some((offer) => earnedCeilingMinor(offer, 0) !== undefined) ? "ceilings" : held;
};

/** The campaign as the engine is told of it; `undefined` while something of it is missing. */
export const campaignParams = (
  draft: CampaignDraft,
  readMoney: ReadMoney,
): CampaignParams | undefined => {
  const offer = offerOf(draft.offer, readMoney);
  if (!offer || draftProblems(draft, readMoney).length > 0) return undefined;
  const { name, fromDay, toDay, holdoutBps, channel, targeting, template } = draft;
  const otherOffer = draft.otherOffer && offerOf(draft.otherOffer, readMoney);
  const budgetMinor = readMoney(draft.budget);
  const maxCustomers = readCount(draft.most);
  return {
    ...{ name: name.trim(), fromDay, toDay, holdoutBps, channel, targeting },
    ...{ segment: segmentOf(draft.rows, readMoney), offer },
    maxUsesPerCustomer: readCount(draft.uses) ?? 1,
    ...(otherOffer && { otherOffer }),
    ...(budgetMinor !== undefined && { budgetMinor }),
    ...(maxCustomers !== undefined && { maxCustomers }),
    ...(template !== undefined && { template }),
    ...atTheTill(draft, readMoney),
  };
};

const atTheTill = (draft: CampaignDraft, readMoney: ReadMoney): Partial<CampaignParams> => {
  if (draft.trigger === "list") return { trigger: "list" };
  const validDays = readCount(draft.validDays);
  const minimumSaleMinor = readMoney(draft.minimumSale);
  return {
    trigger: "next-purchase",
    // What was typed for a list before is not meant for the till.
    ...{ channel: "print", targeting: "everyone", maxUsesPerCustomer: 1, maxCustomers: undefined },
    ...(validDays !== undefined && { validDays }),
    ...(minimumSaleMinor !== undefined && { minimumSaleMinor }),
  };
};

const MOST_VALID_DAYS = 366;

const isCount = (typed: string, most: number): boolean => {
  const count = readCount(typed);
  return count !== undefined && count >= 1 && count <= most;
};
