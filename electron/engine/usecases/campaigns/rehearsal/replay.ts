import type { Offer } from "../../../../../shared/domain/coupon/offer.ts";
import { offerEffect } from "../../../../../shared/domain/coupon/offerEffect.ts";
import { addDays, addMonths, DAY_MS, startOfDayMs } from "../../../../../shared/kernel/day.ts";
import {
  proportionOfMinor,
  shareOfMinor,
  subtractMinor,
  sumMinor,
} from "../../../../../shared/money/money.ts";
import type { ReadDb } from "../../../db/connection.ts";
import {
  firstBusinessDay,
  listReplayedLines,
  type ReplayedLine,
} from "../../../repositories/figures/replayedBaskets.ts";

export type ReplayTerms = {
  readonly fromDay: string;
  readonly toDay: string;
  readonly today: string;
  readonly timezone: string;
  readonly maxUsesPerCustomer: number;
  /** What a point is earned by and worth, for offers of points. */
  readonly points: { readonly earnPerMinor: number; readonly pointValueMinor: number };
};

export type Replay = {
  readonly fromDay: string;
  readonly toDay: string;
  readonly customers: number;
  readonly baskets: number;
  readonly discountMinor: number;
  readonly spentMinor: number;
  /** Where the cost of all is known. */
  readonly marginMinor?: number;
  /** What each customer who bought has spent. */
  readonly spends: readonly number[];
};

/**
 * What the offer would have taken off the purchases that the same people made on the same days a
 * year ago, or on the last equally long ones where the shop is younger; undefined before both.
 */
export const replayOffers = (
  db: ReadDb,
  people: readonly { readonly customerId: string; readonly offer: Offer }[],
  terms: ReplayTerms,
): Replay | undefined => {
  const days = replayDays(firstBusinessDay(db), terms);
  if (!days) return undefined;
  const span = {
    fromMs: startOfDayMs(days.fromDay, terms.timezone),
    untilMs: startOfDayMs(addDays(days.toDay, 1), terms.timezone),
  };
  const sums = { baskets: 0, discountMinor: 0, netMinor: 0, costMinor: 0, isCostKnown: true };
  const spends: number[] = [];
  for (const { customerId, offer } of people) {
    const lines = listReplayedLines(db, { customerId, ...span });
    if (lines.length === 0) continue;
    spends.push(sumMinor(lines.map(({ paidMinor }) => paidMinor)));
    sums.netMinor = sumMinor([sums.netMinor, ...lines.map(({ netMinor }) => netMinor)]);
    sums.costMinor = sumMinor([sums.costMinor, ...lines.map(({ costMinor }) => costMinor ?? 0)]);
    sums.isCostKnown &&= lines.every(({ costMinor }) => costMinor !== null);
    const used = baskets(lines)
      .map((basket) => worthOf(offer, basket, terms))
      .filter((worth) => worth > 0)
      .slice(0, terms.maxUsesPerCustomer);
    sums.baskets += used.length;
    sums.discountMinor = sumMinor([sums.discountMinor, ...used]);
  }
  const marginMinor = subtractMinor(
    subtractMinor(sums.netMinor, sums.costMinor),
    sums.discountMinor,
  );
  return {
    ...days,
    customers: spends.length,
    baskets: sums.baskets,
    discountMinor: sums.discountMinor,
    spentMinor: sumMinor(spends),
    ...(sums.isCostKnown ? { marginMinor } : {}),
    spends,
  };
};

type Days = { readonly fromDay: string; readonly toDay: string };

const replayDays = (first: string | undefined, terms: ReplayTerms): Days | undefined => {
  if (first === undefined) return undefined;
  const { fromDay, toDay, today } = terms;
  const yearAgo = { fromDay: addMonths(fromDay, -12), toDay: addMonths(toDay, -12) };
  if (first <= yearAgo.fromDay && yearAgo.toDay < today) return yearAgo;
  const length = Math.round((Date.parse(toDay) - Date.parse(fromDay)) / DAY_MS);
  const lately = { fromDay: addDays(today, -1 - length), toDay: addDays(today, -1) };
  return first <= lately.toDay ? lately : undefined;
};

const baskets = (lines: readonly ReplayedLine[]): readonly (readonly ReplayedLine[])[] => {
  const bySale = new Map<string, ReplayedLine[]>();
  for (const line of lines) {
    const basket = bySale.get(line.saleId) ?? [];
    basket.push(line);
    bySale.set(line.saleId, basket);
  }
  return [...bySale.values()];
};

/** What the coupon would have been worth on this basket: 0 where it does nothing. */
const worthOf = (
  offer: Offer,
  basket: readonly ReplayedLine[],
  { points }: ReplayTerms,
): number => {
  const effects = offerEffect(
    offer,
    basket.map((line) => ({
      sku: line.sku,
      ...(line.category === null ? {} : { category: line.category }),
      quantityMilli: line.quantityMilli,
      spendMinor: line.paidMinor,
      dueMinor: line.paidMinor,
      multiplierBps: 10_000,
    })),
  );
  if (!effects.ok) return 0;
  const takenOff = sumMinor(effects.value.map(({ takeOffMinor }) => takeOffMinor));
  const multiplied = sumMinor(
    effects.value.map(({ multiplierBps }, index) =>
      shareOfMinor(basket[index]?.paidMinor ?? 0, multiplierBps - 10_000),
    ),
  );
  const pointsMinor = proportionOfMinor(multiplied, {
    part: points.pointValueMinor,
    of: points.earnPerMinor,
  });
  return sumMinor([takenOff, pointsMinor]);
};
