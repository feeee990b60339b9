import type { Output } from "../../../../shared/contract/index.ts";
import { mayPersonalize } from "../../../../shared/domain/consent/consent.ts";
import { reasonText } from "../../../../shared/domain/suggestion/reasonText.ts";
import { listConsents } from "../../repositories/customers.ts";
import { type Context, shopOf } from "../context.ts";
import { openPerson } from "../customers/people.ts";

type Suggested = Output<"sale.quote">["suggestions"][number];

/** What else could go with `skus`. History speaks only with the person's consent. */
export const suggestForBasket = (
  context: Context,
  asked: { readonly customerId: string | undefined; readonly skus: readonly string[] },
): readonly Suggested[] => {
  const { customerId, skus } = asked;
  const isConsented =
    customerId !== undefined && mayPersonalize(listConsents(context.db, customerId));
  // What somebody refused is their own wish, not an inference: it holds without consent too.
  const refusedSkus = customerId === undefined ? [] : openPerson(context, customerId).refusedSkus;
  const { locale } = shopOf(context);
  return context.suggester
    .suggest({
      customerId: isConsented ? customerId : undefined,
      basketSkus: skus,
      refusedSkus,
      nowMs: context.clock.nowMs(),
    })
    .map(({ sku, name, priceMinor, score, reason }) => ({
      sku,
      name,
      priceMinor,
      score,
      reason: {
        kind: reason.kind,
        text: reasonText(reason, locale),
        evidence: { ...reason.evidence },
      },
    }));
};
