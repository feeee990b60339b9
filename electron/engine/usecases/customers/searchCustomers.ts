import type { Input } from "../../../../shared/contract/index.ts";
import { tierOf } from "../../../../shared/domain/loyalty/tier.ts";
import { ok } from "../../../../shared/kernel/result.ts";
import type { CustomerHit } from "../../repositories/customerHit.ts";
import { latestVisitors, searchCustomers as search } from "../../repositories/customerSearch.ts";
import { listYearsSpent } from "../../repositories/customerYears.ts";
import { type Context, localeOf, shopOf, type UseCase } from "../context.ts";
import { pageOf } from "../page.ts";
import { phoneCountry } from "./people.ts";
import { yearFromMs } from "./yearSpent.ts";

/** Who could be meant by what was typed so far. */
export const searchCustomers: UseCase<"customer.search"> = (context, input) => {
  const { hits, next } =
    input.text.trim() === "" ? pageOfVisitors(context, input) : pageOfHits(context, input);
  const tiers = tiersOf(context, hits);
  const matches = hits.map((hit, index) => ({
    customerId: hit.customerId,
    name: hit.name,
    ...(hit.phone === null ? {} : { phone: hit.phone }),
    ...(hit.email === null ? {} : { email: hit.email }),
    ...(hit.lastAtMs === null ? {} : { lastPurchaseAtMs: hit.lastAtMs }),
    ...tiers[index],
  }));
  return ok({ matches, ...(next === undefined ? {} : { next }) });
};

type Hits = { readonly hits: readonly CustomerHit[]; readonly next?: string | undefined };

/** All of them, as far as one asks on: where nothing is typed there is nothing more to type. */
const pageOfVisitors = (context: Context, { limit, next }: Input<"customer.search">): Hits => {
  const [, place] = /^v(\d{1,15})$/.exec(next ?? "") ?? [];
  const below = place === undefined ? {} : { below: Number(place) };
  const { rows: hits, goesOnBehind: last } = pageOf(limit, (most) =>
    latestVisitors(context.stores.search.db, { limit: most, ...below }),
  );
  return { hits, next: last ? `v${last.place}` : undefined };
};

/** So many are put in order at most: whoever is behind them is found by typing more. */
const MOST_FOUND = 500;

/**
 * How far is read ahead depends on how many are wanted, so the order of fewer is not the beginning of
 * that of more: a later page goes on behind the very first one, with all others that were found.
 */
const pageOfHits = (context: Context, { text, limit, next }: Input<"customer.search">): Hits => {
  const found = (most: number) =>
    search(context.stores.search.db, { text, limit: most, country: phoneCountry(context) });
  const place = readNext(next);
  if (!place) {
    const { rows: hits, goesOnBehind } = pageOf(limit, found);
    const isMore = goesOnBehind !== undefined && limit < MOST_FOUND;
    return { hits, next: isMore ? `${limit}.${limit}` : undefined };
  }
  const { rows: first } = pageOf(place.first, found);
  const shown = new Set(first.map(({ customerId }) => customerId));
  const rest = found(MOST_FOUND).filter(({ customerId }) => !shown.has(customerId));
  const all = [...first, ...rest];
  const to = place.from + limit;
  return {
    hits: all.slice(place.from, to),
    next: to < all.length ? `${place.first}.${to}` : undefined,
  };
};

/** How many the first page had, and where this one begins. */
const readNext = (next: string | undefined) => {
  const [, first, from] = /^(\d{1,3})\.(\d{1,4})$/.exec(next ?? "") ?? [];
  if (first === undefined || from === undefined || Number(first) > MOST_FOUND) return undefined;
  return { first: Number(first), from: Number(from) };
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
