import type { Offer as DomainOffer } from "../../shared/domain/coupon/offer.ts";
import type { Told } from "../rpc/answer.ts";

export type CampaignParams = Told<"campaign.create">;
export type Segment = CampaignParams["segment"];
/** Both what the rules know and what the wire takes, whose lists may be written to. */
export type Offer = DomainOffer & {
  readonly scope?: { readonly categories: string[]; readonly skus?: string[] };
};
type Condition = NonNullable<Segment["all"]>[number];

export type PresetName = "lapsed" | "category" | "birthday" | "best" | "newcomers" | "everyone";
export type OfferKind = Offer["kind"];

/** What stands in the fields, as it was typed. */
export type CampaignDraft = {
  readonly preset: PresetName;
  readonly times: string;
  readonly least: string;
  readonly categories: readonly string[];
  readonly withinDays: string;
  readonly birthdayDays: string;
  readonly spent: string;
  readonly awayDays: string;
  readonly channel: "any" | "store" | "online" | "both";
  readonly offerKind: OfferKind;
  readonly rate: string;
  readonly cap: string;
  readonly amount: string;
  readonly multiplier: string;
  readonly giftSku: string;
  readonly scope: readonly string[];
  readonly minimum: string;
  readonly name: string;
  readonly fromDay: string;
  readonly toDay: string;
  readonly uses: string;
  readonly budget: string;
  readonly holdoutBps: number;
};

export const newDraft = (fromDay: string, toDay: string): CampaignDraft => ({
  preset: "lapsed",
  times: "2",
  least: "3",
  categories: [],
  withinDays: "180",
  birthdayDays: "30",
  spent: "",
  awayDays: "",
  channel: "any",
  offerKind: "percent",
  rate: "10",
  cap: "",
  amount: "",
  multiplier: "2",
  giftSku: "",
  scope: [],
  minimum: "",
  name: "",
  fromDay,
  toDay,
  uses: "1",
  budget: "",
  holdoutBps: 1_000,
});

/** Reads an amount as the shop writes it; `undefined` while it is none. */
export type ReadMoney = (typed: string) => number | undefined;

export type DraftProblem = keyof CampaignDraft;

/** The segment that the fields describe so far; what cannot be read yet is left out. */
export const segmentOf = (draft: CampaignDraft, readMoney: ReadMoney): Segment => ({
  all: [...presetConditions(draft, readMoney), ...extraConditions(draft)],
});

/** The fields that have to be filled in or read differently before the campaign can be made. */
export const draftProblems = (
  draft: CampaignDraft,
  readMoney: ReadMoney,
): readonly DraftProblem[] => {
  const problems: DraftProblem[] = [];
  if (draft.name.trim() === "") problems.push("name");
  if (draft.fromDay === "" || draft.toDay === "" || draft.toDay < draft.fromDay) {
    problems.push("toDay");
  }
  if (draft.preset === "category" && draft.categories.length === 0) problems.push("categories");
  const unreadable = (["cap", "minimum", "budget"] as const).filter(
    (field) => draft[field].trim() !== "" && readMoney(draft[field]) === undefined,
  );
  const offer = offerOf(draft, readMoney);
  return [...problems, ...unreadable, ...(offer ? [] : [offerField[draft.offerKind]])];
};

const offerField = {
  percent: "rate",
  amount: "amount",
  points: "multiplier",
  gift: "giftSku",
} as const satisfies Record<OfferKind, DraftProblem>;

/** The offer that the fields describe; `undefined` while its figure cannot be read. */
export const offerOf = (draft: CampaignDraft, readMoney: ReadMoney): Offer | undefined => {
  const terms = offerTerms(draft, readMoney);
  switch (draft.offerKind) {
    case "percent": {
      const rateBps = readScaled(draft.rate, 2);
      const maxDiscountMinor = readMoney(draft.cap);
      if (rateBps === undefined || rateBps < 1 || rateBps > 10_000) return undefined;
      return {
        kind: "percent",
        rateBps,
        ...(maxDiscountMinor !== undefined && { maxDiscountMinor }),
        ...terms,
      };
    }
    case "amount": {
      const amountMinor = readMoney(draft.amount);
      return amountMinor ? { kind: "amount", amountMinor, ...terms } : undefined;
    }
    case "points": {
      const multiplierBps = readScaled(draft.multiplier, 4);
      if (multiplierBps === undefined || multiplierBps <= 10_000 || multiplierBps > 100_000) {
        return undefined;
      }
      return { kind: "points", multiplierBps, ...terms };
    }
    case "gift": {
      const sku = draft.giftSku.trim();
      return sku === "" ? undefined : { kind: "gift", sku, ...terms };
    }
  }
};

export const campaignParams = (
  draft: CampaignDraft,
  readMoney: ReadMoney,
): CampaignParams | undefined => {
  const offer = offerOf(draft, readMoney);
  if (!offer || draftProblems(draft, readMoney).length > 0) return undefined;
  const budgetMinor = readMoney(draft.budget);
  return {
    name: draft.name,
    segment: segmentOf(draft, readMoney),
    offer,
    fromDay: draft.fromDay,
    toDay: draft.toDay,
    holdoutBps: draft.holdoutBps,
    maxUsesPerCustomer: readCount(draft.uses) ?? 1,
    ...(budgetMinor !== undefined && { budgetMinor }),
  };
};

const presetConditions = (draft: CampaignDraft, readMoney: ReadMoney): readonly Condition[] => {
  const withinDays = readCount(draft.withinDays) ?? 180;
  switch (draft.preset) {
    case "lapsed": {
      const times = Number(draft.times.replace(",", "."));
      return [
        { kind: "lapsedAgainstOwnRhythm", times: times >= 1 && times <= 20 ? times : 2 },
        { kind: "purchaseCount", min: readCount(draft.least) ?? 3 },
      ];
    }
    case "category":
      return draft.categories.length === 0
        ? []
        : [{ kind: "boughtCategory", any: [...draft.categories], withinDays }];
    case "birthday":
      return [{ kind: "birthdayWithinDays", days: readCount(draft.birthdayDays) ?? 30 }];
    case "best":
      return [{ kind: "spentMinor", min: readMoney(draft.spent) ?? 0, withinDays: 365 }];
    case "newcomers":
      return [{ kind: "purchaseCount", min: 1, max: 1 }];
    case "everyone":
      return [];
  }
};

const extraConditions = ({ channel, awayDays }: CampaignDraft): readonly Condition[] => {
  const away = readCount(awayDays);
  return [
    ...(channel === "any" ? [] : [{ kind: "channel" as const, channel }]),
    ...(away === undefined ? [] : [{ kind: "recencyDays" as const, min: away }]),
  ];
};

const offerTerms = ({ scope, minimum }: CampaignDraft, readMoney: ReadMoney) => {
  const minimumSpendMinor = readMoney(minimum);
  return {
    ...(scope.length > 0 && { scope: { categories: [...scope] } }),
    ...(minimumSpendMinor !== undefined && { minimumSpendMinor }),
  };
};

const readCount = (typed: string): number | undefined =>
  /^\s*\d{1,4}\s*$/u.test(typed) ? Number(typed) : undefined;

/** "12,5" with two places as 1250: digits are moved, nothing is multiplied. */
const readScaled = (typed: string, places: number): number | undefined => {
  const [match, whole = "", part = ""] = /^\s*(\d{1,3})(?:[.,](\d{1,4}))?\s*$/u.exec(typed) ?? [];
  if (match === undefined || part.length > places) return undefined;
  return Number(whole + part.padEnd(places, "0"));
};
