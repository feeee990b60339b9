import { tierOf } from "../../../../shared/domain/loyalty/tier.ts";
import { ok } from "../../../../shared/kernel/result.ts";
import type { CustomerHit } from "../../repositories/customerHit.ts";
import { searchCustomers as search } from "../../repositories/customerSearch.ts";
import { listYearsSpent } from "../../repositories/customers.ts";
import { type Context, localeOf, shopOf, type UseCase } from "../context.ts";
import { phoneCountry } from "./people.ts";
import { yearFromMs } from "./yearSpent.ts";

/** Who could be meant by what was typed so far. */
export const searchCustomers: UseCase<"customer.search"> = (context, { text, limit }) => {
  const hits = search(context.stores.search.db, { text, limit, country: phoneCountry(context) });
  const tiers = tiersOf(context, hits);
  const matches = hits.map((hit, index) => ({
    customerId: hit.customerId,
    name: hit.name,
    ...(hit.phone === null ? {} : { phone: hit.phone }),
    ...(hit.email === null ? {} : { email: hit.email }),
    ...(hit.lastAtMs === null ? {} : { lastPurchaseAtMs: hit.lastAtMs }),
    ...tiers[index],
  }));
  return ok({ matches });
};

const tiersOf = (context: Context, hits: readonly CustomerHit[]): readonly { tier?: string }[] => {
  const { loyalty } = shopOf(context);
  const locale = localeOf(context);
  const customerIds = hits.map(({ customerId }) => customerId);
  return listYearsSpent(context.db, customerIds, yearFromMs(context)).map((spentMinor) => {
    const name = tierOf(spentMinor, loyalty)?.name[locale];
    return name === undefined ? {} : { tier: name };
  });
};
