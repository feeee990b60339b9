import type { CustomerPast, PastOffer, Shelf } from "./past.ts";
import { coverageOf } from "./past.ts";

/** How often each product was sold in the shop before some day, in lines. */
export type Sold = {
  readonly byProduct: Float64Array;
  readonly byCategory: Float64Array;
  readonly byFine: Float64Array;
  readonly total: number;
};

export const soldOf = (byProduct: Float64Array, shelf: Shelf): Sold => {
  const byCategory = new Float64Array(shelf.categoryCount);
  const byFine = new Float64Array(shelf.fineCount ?? 0);
  let total = 0;
  byProduct.forEach((sold, product) => {
    total += sold;
    addTo(byCategory, shelf.category[product], sold);
    addTo(byFine, shelf.fineCategory?.[product], sold);
  });
  return { byProduct, byCategory, byFine, total };
};

const addTo = (sums: Float64Array, at: number | undefined, value: number): void => {
  if (at !== undefined && at >= 0) sums[at] = (sums[at] ?? 0) + value;
};

/** Of a purchase's worth, one and a half lines, one halves in so many days; the half stays. */
const HALF_LIFE_DAYS = 60;
/** What a purchase of the same finer category, category and shop says of a product, beside itself. */
const FINE_SHARE = 0.1;
const CATEGORY_SHARE = 0.2;
const SHOP_SHARE = 0.05;
/** Everybody buys a little of what sells well. */
const COMMON_LINES = 0.6;
const LEAST = 0.01;

type Shares = {
  readonly sold: number;
  readonly categories: ReadonlyMap<number, number>;
  readonly fine: ReadonlyMap<number, number>;
};

/** A campaign's offers with the share that their goods have in the sales of shop and categories. */
export type OfferDesk = {
  readonly offers: readonly PastOffer[];
  readonly shares: readonly Shares[];
  readonly coverage: ReturnType<typeof coverageOf>;
  readonly sold: Sold;
  readonly shelf: Shelf;
};

export const offerDesk = (offers: readonly PastOffer[], sold: Sold, shelf: Shelf): OfferDesk => ({
  offers,
  shares: offers.map(({ products }) => sharesOf(products, sold, shelf)),
  coverage: coverageOf(offers),
  sold,
  shelf,
});

const sharesOf = (products: ReadonlySet<number> | undefined, sold: Sold, shelf: Shelf): Shares => {
  const categories = new Map<number, number>();
  const fine = new Map<number, number>();
  let lines = 0;
  const raise = (shares: Map<number, number>, at: number | undefined, share: number): void => {
    if (at !== undefined && at >= 0) shares.set(at, (shares.get(at) ?? 0) + share);
  };
  for (const product of products ?? []) {
    const own = sold.byProduct[product] ?? 0;
    if (own === 0) continue;
    lines += own;
    const category = shelf.category[product] ?? -1;
    raise(categories, category, own / (sold.byCategory[category] ?? own));
    const finer = shelf.fineCategory?.[product];
    raise(fine, finer, own / (sold.byFine[finer ?? -1] ?? own));
  }
  return { sold: products ? lines : sold.total, categories, fine };
};

/**
 * How much the customer is expected to buy of each offer's goods, in lines, from what they bought
 * before `day`: of these very goods, the recent ones for more, and of their categories.
 */
export const expectedLines = (
  desk: OfferDesk,
  { lines }: CustomerPast,
  day: number,
): Float64Array => {
  const own = new Float64Array(desk.offers.length);
  const categories = new Map<number, number>();
  const fine = new Map<number, number>();
  let count = 0;
  for (const line of lines) {
    if (line.day >= day) continue;
    count += 1;
    const worth = 0.5 + 0.5 ** ((day - line.day) / HALF_LIFE_DAYS);
    for (const at of desk.coverage.offersByProduct.get(line.product) ?? []) addTo(own, at, worth);
    countIn(categories, desk.shelf.category[line.product]);
    countIn(fine, desk.shelf.fineCategory?.[line.product]);
  }
  desk.shares.forEach((shares, at) => {
    const share = shares.sold / Math.max(desk.sold.total, 1);
    const whole = desk.offers[at]?.products ? (own[at] ?? 0) : count;
    own[at] =
      whole +
      CATEGORY_SHARE * product(shares.categories, categories) +
      FINE_SHARE * product(shares.fine, fine) +
      (SHOP_SHARE * count + COMMON_LINES) * share +
      LEAST;
  });
  return own;
};

const countIn = (counts: Map<number, number>, at: number | undefined): void => {
  if (at !== undefined && at >= 0) counts.set(at, (counts.get(at) ?? 0) + 1);
};

const product = (
  shares: ReadonlyMap<number, number>,
  counts: ReadonlyMap<number, number>,
): number => {
  let sum = 0;
  const isFewer = counts.size < shares.size;
  for (const [at, value] of isFewer ? counts : shares) {
    sum += value * ((isFewer ? shares : counts).get(at) ?? 0);
  }
  return sum;
};
