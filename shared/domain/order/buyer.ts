import type { OrderBuyer } from "./order.ts";

/** What a shop says about a buyer; a blank text is nothing said. */
export type BuyerFacts = {
  readonly name?: string | undefined;
  readonly phone?: string | undefined;
  readonly email?: string | undefined;
  readonly shopAccount?: string | undefined;
  readonly address?: string | undefined;
  readonly acceptsMarketing?: boolean | undefined;
};

/**
 * The buyer without what is blank or masked, or undefined when nothing is left. Consent alone
 * is nobody's, so it does not make a buyer.
 */
export const orderBuyer = (facts: BuyerFacts): OrderBuyer | undefined => {
  const name = told(facts.name);
  const phone = told(facts.phone);
  const email = told(facts.email);
  const shopAccount = told(facts.shopAccount);
  const address = told(facts.address);
  if (!(name || phone || email || shopAccount || address)) return undefined;
  return {
    ...(name && { name }),
    ...(phone && { phone }),
    ...(email && { email }),
    ...(shopAccount && { shopAccount }),
    ...(address && { address }),
    ...(facts.acceptsMarketing !== undefined && { acceptsMarketing: facts.acceptsMarketing }),
  };
};

/** Whether a shop hid this value (`N***n`, `(+84)9******78`): two people may share it. */
export const isMasked = (text: string): boolean => /[*•●]/.test(text) || /^x{3,}$/i.test(text);

const told = (text: string | undefined): string | undefined => {
  const value = text?.trim() ?? "";
  return value === "" || isMasked(value) || standsForNothing(value) ? undefined : value;
};

const standsForNothing = (text: string): boolean => /^(?:-+|n\/a|null|none|undefined)$/i.test(text);
