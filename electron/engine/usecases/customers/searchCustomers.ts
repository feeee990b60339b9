import { tierOf } from "../../../../shared/domain/loyalty/tier.ts";
import { ok } from "../../../../shared/kernel/result.ts";
import { searchCustomers as search } from "../../repositories/customerSearch.ts";
import { type Context, shopOf, type UseCase } from "../context.ts";
import { phoneCountry } from "./people.ts";
import { yearSpentMinor } from "./yearSpent.ts";

/** Who could be meant by what was typed so far. */
export const searchCustomers: UseCase<"customer.search"> = (context, { text, limit }) => {
  const matches = search(context.stores.search.db, {
    text,
    limit,
    country: phoneCountry(context),
  }).map((hit) => ({
    customerId: hit.customerId,
    name: hit.name,
    ...(hit.phone === null ? {} : { phone: hit.phone }),
    ...(hit.email === null ? {} : { email: hit.email }),
    ...(hit.lastAtMs === null ? {} : { lastPurchaseAtMs: hit.lastAtMs }),
    ...tier(context, hit.customerId),
  }));
  return ok({ matches });
};

const tier = (context: Context, customerId: string): { tier?: string } => {
  const { loyalty, locale } = shopOf(context);
  const name = tierOf(yearSpentMinor(context, customerId), loyalty)?.name[locale];
  return name === undefined ? {} : { tier: name };
};
