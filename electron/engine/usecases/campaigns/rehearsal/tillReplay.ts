import {
  type Commitment,
  canAffordOneMore,
  earnedCeilingMinor,
  type UseTerms,
} from "../../../../../shared/domain/campaign/affordable.ts";
import type { Season } from "../../../../../shared/domain/campaign/seasonDays.ts";
import type { Offer } from "../../../../../shared/domain/coupon/offer.ts";
import { defined } from "../../../../../shared/kernel/assert.ts";
import { addDays } from "../../../../../shared/kernel/day.ts";
import { subtractMinor, sumMinor } from "../../../../../shared/money/money.ts";
import type { ReadDb } from "../../../db/connection.ts";
import { listReplayedLines } from "../../../repositories/figures/replayedBaskets.ts";
import {
  type Basket,
  basketsOf,
  type Days,
  type GiftOf,
  giftReader,
  marginBook,
  type PointWorth,
  replayDays,
  spanOf,
  worthOf,
} from "./pastBaskets.ts";
import type { Replay } from "./replay.ts";

export type TillTerms = Days & {
  readonly today: string;
  readonly season?: Season | undefined;
  readonly timezone: string;
  readonly points: PointWorth;
  readonly minimumSaleMinor: number;
  readonly validDays: number;
  readonly maxUsesPerCustomer: number;
  readonly use: UseTerms;
  readonly budgetMinor?: number | undefined;
  readonly maxCustomers?: number | undefined;
};

export type Shopper = { readonly customerId: string; readonly offer: Offer };

export type TillReplay = Omit<Replay, "spends"> & {
  /** What each spent who bought again after the purchase that would have earned their first. */
  readonly spendsAfter: readonly number[];
  /** Coupons that purchases would have earned, and of whom what was spent where each was earned. */
  readonly earned: number;
  readonly earnedBy: ReadonlyMap<string, readonly number[]>;
};

/**
 * What would have come of it had each large enough purchase of these people earned a coupon on the same
 * days a year ago, or on the last equally long ones: who would have earned how many, and what the fitting
 * purchases in their days would have cost at most, had all been used. Undefined before the first day.
 */
export const replayTill = (
  db: ReadDb,
  people: readonly Shopper[],
  terms: TillTerms,
): TillReplay | undefined => {
  const days = replayDays(db, { ...terms, toDay: addDays(terms.toDay, terms.validDays) });
  if (!days) return undefined;
  const wholeDay = addDays(days.toDay, -terms.validDays);
  // Of a shop younger than its coupons' days, only the first day's had any time to be used.
  const lastEarningDay = wholeDay < days.fromDay ? days.fromDay : wholeDay;
  const span = spanOf(days, terms.timezone);
  const visits = people
    .flatMap((shopper) => visitsOf(shopper, listReplayedLines(db, { ...shopper, ...span })))
    .sort((left, right) => left.soldAtMs - right.soldAtMs);
  const till = newTill({ ...terms, giftOf: giftReader(db) });
  const after: Visit[] = [];
  for (const visit of visits) {
    if (till.hasEarned(visit.customerId)) after.push(visit);
    till.use(visit);
    if (visit.businessDay <= lastEarningDay) till.earn(visit);
  }
  const spendsAfter = spendsOf(after);
  return { ...days, toDay: lastEarningDay, ...till.told(), ...spentBy(visits, till), spendsAfter };
};

type Visit = Shopper & {
  readonly soldAtMs: number;
  readonly businessDay: string;
  readonly totalMinor: number;
  readonly basket: Basket;
};

const visitsOf = (shopper: Shopper, lines: Basket): readonly Visit[] =>
  basketsOf(lines).map((basket) => {
    const { soldAtMs, businessDay, totalMinor } = defined(basket[0], "a basket's first line");
    return { ...shopper, soldAtMs, businessDay, totalMinor, basket };
  });

type Till = ReturnType<typeof newTill>;

/** Gives and takes coupons as the days pass, by the rules of the real till. */
const newTill = (terms: TillTerms & { readonly giftOf: GiftOf }) => {
  const purse = newPurse(terms.validDays);
  const used = { baskets: 0, discountMinor: 0 };
  let lossMinor = 0;
  const isAffordable = (spentMinor: number): boolean => {
    const { budgetMinor, use } = terms;
    if (budgetMinor === undefined) return true;
    return canAffordOneMore(purse.commitment(), use, { spentMinor, budgetMinor });
  };
  return {
    use: ({ customerId, offer, basket, businessDay }: Visit): void => {
      purse.passTo(businessDay);
      const held = purse.openOf(customerId).find(({ earnedDay }) => earnedDay < businessDay);
      if (!held) return;
      const gift = terms.giftOf(offer);
      const worth = worthOf(promised(offer, held, terms), basket, { ...terms, gift });
      if (!worth) return;
      purse.close(held, worth.minor);
      used.baskets += 1;
      used.discountMinor = sumMinor([used.discountMinor, worth.minor]);
      lossMinor = sumMinor([lossMinor, worth.lossMinor]);
    },
    earn: ({ customerId, totalMinor: spentMinor, businessDay: earnedDay }: Visit): void => {
      if (spentMinor < terms.minimumSaleMinor || !isAffordable(spentMinor)) return;
      if (purse.openOf(customerId).length >= terms.maxUsesPerCustomer) return;
      const isNew = purse.countOf(customerId) === 0;
      if (isNew && purse.peopleCount() >= (terms.maxCustomers ?? Number.POSITIVE_INFINITY)) return;
      purse.give({ customerId, earnedDay, spentMinor });
    },
    hasEarned: (customerId: string): boolean => purse.countOf(customerId) > 0,
    lossMinor: () => lossMinor,
    told: () => ({ ...used, ...purse.told() }),
  };
};

/** The offer as the coupon says it. */
const promised = (offer: Offer, { spentMinor }: Earned, { budgetMinor }: TillTerms): Offer => {
  const ceiling = budgetMinor === undefined ? undefined : earnedCeilingMinor(offer, spentMinor);
  if (offer.kind !== "percent" || ceiling === undefined) return offer;
  return { ...offer, maxDiscountMinor: ceiling };
};

type Earned = {
  readonly customerId: string;
  readonly earnedDay: string;
  readonly spentMinor: number;
};
type Held = Earned & { isOpen: boolean };

/** The coupons in people's hands, and what they commit the shop to. */
const newPurse = (validDays: number) => {
  const heldBy = new Map<string, Held[]>();
  /** In the order in which they were earned, so also in that in which they end. */
  const given: Held[] = [];
  const heldOf = (customerId: string): readonly Held[] => heldBy.get(customerId) ?? [];
  let usedMinor = 0;
  let openCount = 0;
  let openSpentMinor = 0;
  let next = 0;
  const close = (held: Held, takenOffMinor: number): void => {
    held.isOpen = false;
    usedMinor = sumMinor([usedMinor, takenOffMinor]);
    openCount -= 1;
    openSpentMinor = subtractMinor(openSpentMinor, held.spentMinor);
  };
  return {
    close,
    passTo: (day: string): void => {
      for (let held = given[next]; held; held = given[next]) {
        if (addDays(held.earnedDay, validDays) >= day) return;
        if (held.isOpen) close(held, 0);
        next += 1;
      }
    },
    give: (earned: Earned): void => {
      const held = { ...earned, isOpen: true };
      given.push(held);
      heldBy.set(earned.customerId, [...heldOf(earned.customerId), held]);
      openCount += 1;
      openSpentMinor = sumMinor([openSpentMinor, earned.spentMinor]);
    },
    openOf: (customerId: string) => heldOf(customerId).filter(({ isOpen }) => isOpen),
    peopleCount: () => heldBy.size,
    countOf: (customerId: string) => heldOf(customerId).length,
    commitment: (): Commitment => ({ usedMinor, openCount, openSpentMinor }),
    told: () => ({
      earned: given.length,
      earnedBy: new Map(
        [...heldBy].map(([id, held]) => [id, held.map(({ spentMinor }) => spentMinor)]),
      ),
    }),
  };
};

/** What those who earned any have spent in all these days. */
const spentBy = (visits: readonly Visit[], till: Till) => {
  const earners = visits.filter(({ customerId }) => till.hasEarned(customerId));
  const book = marginBook();
  for (const { basket } of earners) book.add(basket);
  const spends = spendsOf(earners);
  return {
    customers: spends.length,
    spentMinor: sumMinor(spends),
    ...book.marginAfter(till.lossMinor()),
  };
};

/** What each customer spent in these visits. */
const spendsOf = (visits: readonly Visit[]): readonly number[] => {
  const spentByCustomer = new Map<string, number>();
  for (const { customerId, basket } of visits) {
    const before = spentByCustomer.get(customerId) ?? 0;
    const paid = basket.map(({ paidMinor }) => paidMinor);
    spentByCustomer.set(customerId, sumMinor([before, ...paid]));
  }
  return [...spentByCustomer.values()];
};
