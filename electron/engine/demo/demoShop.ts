import { assert } from "../../../shared/kernel/assert.ts";
import { errandWishes, fillBasket } from "./basket.ts";
import { type Day, dayOf } from "./calendar.ts";
import { errandOf } from "./habits/errands.ts";
import { crowdFactor } from "./habits/seasons.ts";
import { demoPeople, type Span } from "./people/people.ts";
import type { DemoSale, DemoShop } from "./plan.ts";
import { demoProducts } from "./products.ts";
import { type Random, seededRandom } from "./random.ts";
import { settle } from "./settle.ts";
import { momentOf, pickErrand, purchasesOf } from "./visits.ts";

/** Smaller figures make a smaller shop, for tests. */
export type DemoSize = { readonly customerCount?: number; readonly dayCount?: number };

/**
 * A neighbourhood shop in Vietnam with a year and a half of trade, to and with `endDay`
 * ("YYYY-MM-DD"); the same for the same seed and day. Its last sale is on the evening of `endDay`:
 * pass yesterday, so that nothing lies ahead of the clock.
 */
export const demoShop = (seed: number, endDay: string, size: DemoSize = {}): DemoShop => {
  const steps = demoShopInSteps(seed, endDay, size);
  let step = steps.next();
  while (!step.done) step = steps.next();
  return step.value;
};

/** The same, pausing with the share that is done, for a caller that must not block for long. */
export function* demoShopInSteps(
  seed: number,
  endDay: string,
  { customerCount = 2_000, dayCount = 548 }: DemoSize = {},
): Generator<number, DemoShop> {
  assert(customerCount > 0 && dayCount > 30, "a demo shop needs people and a month");
  const random = seededRandom(seed);
  const lastDay = dayOf(endDay);
  const span = { startDay: lastDay - dayCount + 1, endDay: lastDay };
  const people = demoPeople(random.fork("people"), customerCount, span);
  const sales: DemoSale[] = [];
  for (const [index, person] of people.entries()) {
    sales.push(...purchasesOf(random.fork(`purchases ${index}`), person, index));
    yield (index + 1) / customerCount;
  }
  sales.push(...passerBySales(random.fork("passers-by"), span, customerCount / 2_000));
  sales.sort((left, right) => left.soldAtMs - right.soldAtMs);
  const products = demoProducts(random.fork("products"), sales, lastDay);
  return { products, customers: people.map(({ customer }) => customer), sales };
}

/** Those who gave no name: a third of all sales, smaller ones, growing a little over the time. */
const passerBySales = (
  random: Random,
  { startDay, endDay }: Span,
  scale: number,
): readonly DemoSale[] => {
  const sales: DemoSale[] = [];
  for (let day = startDay; day <= endDay; day += 1) {
    const growth = 0.9 + (0.2 * (day - startDay)) / (endDay - startDay);
    const mean = 17.5 * scale * growth * crowdFactor(day);
    const count = Math.max(0, Math.round(random.around(mean, Math.sqrt(mean))));
    for (let sale = 0; sale < count; sale += 1) sales.push(passerBySale(random, day));
  }
  return sales;
};

const passerBySale = (random: Random, day: Day): DemoSale => {
  const someErrand = () => pickErrand(random, day, (name) => errandOf(name).weight);
  const errand = someErrand();
  const also = random.chance(0.22) ? errandWishes(random, someErrand()) : [];
  const wishes = [...errandWishes(random, errand), ...also];
  const items = fillBasket(random, wishes, { day });
  const soldAtMs = momentOf(random, day, errandOf(errand).hours);
  return { soldAtMs, ...settle(random, items, { transferShare: 0.3 }) };
};
