import type { ConsentChannel, ConsentPurpose } from "../consent/consent.ts";

/**
 * Who: customers for whom every condition of `all` holds and, where `any` is given, at least one
 * of it. Plain data, saved as JSON, so that a campaign can be read again in years.
 */
export type Segment = {
  readonly all?: readonly Condition[] | undefined;
  readonly any?: readonly Condition[] | undefined;
};

export type Condition =
  /** Whole days since the last purchase, in the shop or online. */
  | (CountRange & { readonly kind: "recencyDays" })
  | (CountRange & Within & { readonly kind: "purchaseCount" })
  /** What was paid, in minor units of the shop's currency. */
  | (CountRange & Within & { readonly kind: "spentMinor" })
  | (OneOf & Within & { readonly kind: GoodsKind })
  /** Where they bought: only in the shop, only online, or at both. */
  | { readonly kind: "channel"; readonly channel: "store" | "online" | "both" }
  | (CountRange & { readonly kind: "pointsBalance" })
  /** Points whose last day is today or within so many days, at least `min` of them (or one). */
  | {
      readonly kind: "pointsExpiring";
      readonly withinDays: number;
      readonly min?: number | undefined;
    }
  /** Tiers by their id; "none" (or "") is who has no tier. */
  | (OneOf & { readonly kind: "tier" })
  | {
      readonly kind: "birthdayWithinDays";
      readonly days: number;
      /** Absent: solar. Lunar: the Vietnamese calendar, for who told the year of birth. */
      readonly calendar?: "solar" | "lunar" | undefined;
    }
  /** Gone for more than `times` their own usual days between two purchases. */
  | { readonly kind: "lapsedAgainstOwnRhythm"; readonly times: number }
  | {
      readonly kind: "consent";
      readonly purpose: ConsentPurpose;
      readonly channel: ConsentChannel;
    }
  /** An online order of the last so many days that was never paid. */
  | { readonly kind: "cartLeftOnline"; readonly withinDays: number };

export type GoodsKind = "boughtSku" | "boughtCategory" | "notBoughtSku" | "notBoughtCategory";

/** Both ends belong to the range; a missing end is open. */
export type CountRange = { readonly min?: number | undefined; readonly max?: number | undefined };

/** Counts only the last so many days. Absent: ever. */
export type Within = { readonly withinDays?: number | undefined };

export type OneOf = { readonly any: readonly string[] };

/** Why a segment cannot be what its owner meant; `at` is the condition's place, as "all.0". */
export type SegmentProblem = {
  readonly at: string;
  readonly kind: "RangeReversed" | "RangeOpen" | "NothingNamed" | "NumberInvalid";
};

export type NamedGoods = {
  readonly skus: readonly string[];
  readonly categories: readonly string[];
};

/** What the conditions of `segment` name, whether bought or not. */
export const goodsNamed = ({ all = [], any = [] }: Segment): NamedGoods => {
  const named = (...kinds: readonly Condition["kind"][]) =>
    [...all, ...any].flatMap((one) => ("any" in one && kinds.includes(one.kind) ? one.any : []));
  return {
    skus: named("boughtSku", "notBoughtSku"),
    categories: named("boughtCategory", "notBoughtCategory"),
  };
};

/** All problems of `segment`; none means that it can be asked. An empty segment is everyone. */
export const segmentProblems = (segment: Segment): readonly SegmentProblem[] =>
  (["all", "any"] as const).flatMap((list) =>
    (segment[list] ?? []).flatMap((condition, index) =>
      conditionProblems(condition).map((kind) => ({ at: `${list}.${index}`, kind })),
    ),
  );

const conditionProblems = (condition: Condition): readonly SegmentProblem["kind"][] => {
  switch (condition.kind) {
    case "recencyDays":
    case "pointsBalance":
      return rangeProblems(condition);
    case "purchaseCount":
    case "spentMinor":
      return [...rangeProblems(condition), ...withinProblems(condition)];
    case "boughtSku":
    case "boughtCategory":
    case "notBoughtSku":
    case "notBoughtCategory":
      return [...namedProblems(condition), ...withinProblems(condition)];
    case "pointsExpiring":
      return isCount(condition.withinDays) && isCount(condition.min ?? 0) ? [] : ["NumberInvalid"];
    case "tier":
      return condition.any.length > 0 ? [] : ["NothingNamed"];
    case "birthdayWithinDays":
      return isCount(condition.days) ? [] : ["NumberInvalid"];
    case "lapsedAgainstOwnRhythm":
      return condition.times >= 1 && condition.times <= 20 ? [] : ["NumberInvalid"];
    case "cartLeftOnline":
      return withinProblems(condition);
    case "channel":
    case "consent":
      return [];
  }
};

const rangeProblems = ({ min, max }: CountRange): readonly SegmentProblem["kind"][] => {
  if (min === undefined && max === undefined) return ["RangeOpen"];
  if (![min, max].every((end) => end === undefined || isCount(end))) return ["NumberInvalid"];
  return min !== undefined && max !== undefined && min > max ? ["RangeReversed"] : [];
};

const withinProblems = ({ withinDays }: Within): readonly SegmentProblem["kind"][] =>
  withinDays === undefined || (isCount(withinDays) && withinDays > 0) ? [] : ["NumberInvalid"];

const namedProblems = ({ any }: OneOf): readonly SegmentProblem["kind"][] =>
  any.length > 0 && any.every((name) => name.trim() !== "") ? [] : ["NothingNamed"];

const isCount = (number: number): boolean => Number.isSafeInteger(number) && number >= 0;
