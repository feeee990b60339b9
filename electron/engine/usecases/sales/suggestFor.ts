import type { Output } from "../../../../shared/contract/index.ts";
import { mayPersonalize } from "../../../../shared/domain/consent/consent.ts";
import { reasonText } from "../../../../shared/domain/suggestion/reasonText.ts";
import type { ConsentRow } from "../../repositories/customers.ts";
import { type Context, shopOf } from "../context.ts";

type Suggested = Output<"sale.quote">["suggestions"][number];

/** Whom the suggestions are for, as far as it matters to them. */
export type SuggestedTo = {
  readonly customerId: string;
  readonly consents: readonly ConsentRow[];
  readonly refusedSkus: readonly string[];
};

/** What else could go with `skus`. History speaks only with the person's consent. */
export const suggestForBasket = (
  context: Context,
  asked: { readonly person: SuggestedTo | undefined; readonly skus: readonly string[] },
): readonly Suggested[] => {
  const { person, skus } = asked;
  const { locale } = shopOf(context);
  return context.suggester
    .suggest({
      customerId: person && mayPersonalize(person.consents) ? person.customerId : undefined,
      basketSkus: skus,
      // What somebody refused is their own wish, not an inference: it holds without consent too.
      refusedSkus: person?.refusedSkus ?? [],
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
