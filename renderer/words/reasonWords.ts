import { reasonText } from "../../shared/domain/suggestion/reasonText.ts";
import type { SuggestionReason } from "../../shared/domain/suggestion/suggestion.ts";
import type { Locale } from "../../shared/money/formatMoney.ts";

/** A reason as it comes over the wire. */
export type ReasonSaid = {
  readonly kind: string;
  readonly text: string;
  readonly evidence: Readonly<Record<string, string | number>>;
};

/** The reason in the language on the screen; in the engine's own words where it is a new kind. */
export const sayReason = (reason: ReasonSaid, locale: Locale): string =>
  isKnown(reason) ? reasonText(reason, locale) : reason.text;

const evidenceByKind: Readonly<Record<SuggestionReason["kind"], readonly string[]>> = {
  due: ["everyDays", "lastDaysAgo"],
  habit: ["count", "months"],
  "goes-with": ["withName", "basketsTogether", "basketsWith"],
  "goes-with-habit": ["withName", "customersTogether", "customersWith"],
  "often-in-category": ["category", "count"],
  "popular-now": ["baskets", "days"],
  new: ["days", "fits"],
};

const isKnown = (reason: ReasonSaid): reason is ReasonSaid & SuggestionReason => {
  const needed: Readonly<Record<string, readonly string[]>> = evidenceByKind;
  return needed[reason.kind]?.every((name) => name in reason.evidence) ?? false;
};
