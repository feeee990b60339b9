import { holdoutBucket } from "../campaign/holdout.ts";
import type { SuggestionReason } from "./suggestion.ts";

export type ReasonKind = SuggestionReason["kind"];

/** One thing that was suggested beside a basket, and why. */
export type Shown = { readonly sku: string; readonly reasonKind: ReasonKind };

/**
 * What became of it: taken from the card, bought without it, waved away, or nothing at all. Where
 * nothing was shown, `bought` and `passed` say what would have become of it anyway.
 */
export type Outcome = "taken" | "bought" | "dismissed" | "passed";

export type ShownOutcome = Shown & { readonly outcome: Outcome };

/**
 * Whether this lookup is shown nothing, so that the others can be measured. By lot, and the same
 * each time it is asked: neither the person nor the goods decide.
 */
export const isControlLookup = (lookupId: string, controlBps: number): boolean =>
  lookupLot(lookupId) < controlBps;

/** From 0 to 9 999: below the share it is shown nothing. */
export const lookupLot = (lookupId: string): number => holdoutBucket(lookupId, "suggestions");

/** What became of each thing that was `shown`, once, by what was paid for in the end. */
export const shownOutcomes = (
  shown: readonly Shown[],
  sold: {
    readonly lines: readonly { readonly sku: string; readonly suggested?: boolean | undefined }[];
    readonly dismissedSkus: readonly string[];
  },
): readonly ShownOutcome[] => {
  const taken = new Set(sold.lines.filter((line) => line.suggested).map(({ sku }) => sku));
  const bought = new Set(sold.lines.map(({ sku }) => sku));
  const dismissed = new Set(sold.dismissedSkus);
  const outcomeOf = (sku: string): Outcome => {
    if (taken.has(sku)) return "taken";
    if (bought.has(sku)) return "bought";
    return dismissed.has(sku) ? "dismissed" : "passed";
  };
  const first = new Map<string, Shown>();
  for (const one of shown) if (!first.has(one.sku)) first.set(one.sku, one);
  return [...first.values()].map(({ sku, reasonKind }) => ({
    sku,
    reasonKind,
    outcome: outcomeOf(sku),
  }));
};

/** So long a person is not offered again what they waved away. */
export const DISMISSED_DAYS = 60;
