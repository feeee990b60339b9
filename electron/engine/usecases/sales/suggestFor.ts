import type { Output } from "../../../../shared/contract/index.ts";
import { mayPersonalize } from "../../../../shared/domain/consent/consent.ts";
import { DISMISSED_DAYS, isControlLookup } from "../../../../shared/domain/suggestion/lookup.ts";
import { reasonText } from "../../../../shared/domain/suggestion/reasonText.ts";
import { DAY_MS } from "../../../../shared/kernel/day.ts";
import type { ConsentRow } from "../../repositories/customers.ts";
import { listDismissedSkus } from "../../repositories/lookups.ts";
import { findProduct } from "../../repositories/products.ts";
import type { SuggestAnswer } from "../../suggest/suggester.ts";
import { type Context, localeOf, settingsOf, shopOf } from "../context.ts";
import { drawOnce, keepHidden } from "./openLookups.ts";

type Suggestions = Pick<Output<"sale.quote">, "suggestions" | "isControl">;
type Suggested = Suggestions["suggestions"][number];

/** Whom the suggestions are for, as far as it matters to them. */
export type SuggestedTo = {
  readonly customerId: string;
  readonly consents: readonly ConsentRow[];
  readonly refusedSkus: readonly string[];
};

export type Lookup = {
  readonly person: SuggestedTo | undefined;
  readonly skus: readonly string[];
  readonly lookupId: string | undefined;
};

/**
 * What else could go with the basket. History speaks only with the person's consent. A lookup of
 * the control share is shown nothing; what it would have been shown is kept until its sale.
 */
export const suggestForBasket = (context: Context, lookup: Lookup): Suggestions => {
  const { lookupId } = lookup;
  const answers = suggest(context, lookup);
  if (lookupId !== undefined && isControl(context, lookupId)) {
    const customerId = lookup.person?.customerId;
    const shown = answers.map(({ sku, reason }) => ({ sku, reasonKind: reason.kind, customerId }));
    keepHidden(context.openLookups, lookupId, shown);
    return { suggestions: [], isControl: true };
  }
  return { suggestions: answers.map((answer) => suggested(context, answer)) };
};

export const isControl = (context: Context, lookupId: string): boolean =>
  drawOnce(context.openLookups, lookupId, () =>
    isControlLookup(lookupId, settingsOf(context).suggestionControlBps),
  );

const suggest = (context: Context, { person, skus }: Lookup): readonly SuggestAnswer[] => {
  const { marginFloorBps } = settingsOf(context);
  return context.suggester.suggest({
    customerId: person && mayPersonalize(person.consents) ? person.customerId : undefined,
    basketSkus: skus,
    // What somebody refused is their own wish, not an inference: it holds without consent too.
    refusedSkus: person?.refusedSkus ?? [],
    dismissedSkus: person ? dismissedSkus(context, person) : [],
    ...(marginFloorBps === undefined ? {} : { marginFloorBps }),
    nowMs: context.clock.nowMs(),
    timezone: shopOf(context).timezone,
  });
};

const dismissedSkus = (context: Context, { customerId }: SuggestedTo): readonly string[] =>
  listDismissedSkus(context.db, customerId, context.clock.nowMs() - DISMISSED_DAYS * DAY_MS);

const suggested = (context: Context, answer: SuggestAnswer): Suggested => {
  const { sku, name, priceMinor, score, reason } = answer;
  const { kind, evidence } = reason;
  return {
    sku,
    name,
    priceMinor,
    ...(findProduct(context.db, sku)?.soldBy === "weight" && { soldBy: "weight" }),
    score,
    reason: { kind, text: reasonText(reason, localeOf(context)), evidence: { ...evidence } },
  };
};
