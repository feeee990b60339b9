import { daysOfLastSeason, type Season } from "../../../../../shared/domain/campaign/seasonDays.ts";
import type { Offer } from "../../../../../shared/domain/coupon/offer.ts";
import { type OfferGoods, offerEffect } from "../../../../../shared/domain/coupon/offerEffect.ts";
import { addDays, addMonths, daysBetween, startOfDayMs } from "../../../../../shared/kernel/day.ts";
import {
  proportionOfMinor,
  shareOfMinor,
  subtractMinor,
  sumMinor,
} from "../../../../../shared/money/money.ts";
import type { ReadDb } from "../../../db/connection.ts";
import {
  firstBusinessDay,
  type ReplayedLine,
} from "../../../repositories/figures/replayedBaskets.ts";
import { findProduct, type Product } from "../../../repositories/products.ts";

/** What a point is earned by and worth, for offers of points. */
export type PointWorth = { readonly earnPerMinor: number; readonly pointValueMinor: number };

export const spanOf = ({ fromDay, toDay }: Days, timezone: string) => ({
  fromMs: startOfDayMs(fromDay, timezone),
  untilMs: startOfDayMs(addDays(toDay, 1), timezone),
});

export type Days = { readonly fromDay: string; readonly toDay: string };

type Planned = Days & { readonly today: string; readonly season?: Season | undefined };

/** `isShorter`: the shop has not sold for so many days as are planned. */
type ReplayDays = Days & { readonly isShorter?: true };

/**
 * The same days a year ago, of a season those of the last one; or the last equally long ones where the
 * shop is younger, or all its days where those are fewer; undefined before the first is over.
 */
export const replayDays = (
  db: ReadDb,
  { fromDay, toDay, today, season }: Planned,
): ReplayDays | undefined => {
  const first = firstBusinessDay(db);
  if (first === undefined) return undefined;
  const yearAgo = season
    ? daysOfLastSeason(season, { fromDay, toDay })
    : { fromDay: addMonths(fromDay, -12), toDay: addMonths(toDay, -12) };
  if (first <= yearAgo.fromDay && yearAgo.toDay < today) return yearAgo;
  const lately = {
    fromDay: addDays(today, -1 - daysBetween(fromDay, toDay)),
    toDay: addDays(today, -1),
  };
  if (first > lately.toDay) return undefined;
  return first <= lately.fromDay ? lately : { ...lately, fromDay: first, isShorter: true };
};

export type Basket = readonly ReplayedLine[];

export const basketsOf = (lines: readonly ReplayedLine[]): readonly Basket[] => {
  const bySale = new Map<string, ReplayedLine[]>();
  for (const line of lines) {
    const basket = bySale.get(line.saleId) ?? [];
    basket.push(line);
    bySale.set(line.saleId, basket);
  }
  return [...bySale.values()];
};

/** What a use takes off as the till says it, and what it takes from the margin: of a gift, its cost. */
export type Worth = { readonly minor: number; readonly lossMinor: number };

/** The gift as the shelf has it today; absent where the offer is none. */
type GiftGoods = Pick<Product, "sku" | "priceMinor" | "costMinor">;

export type GiftOf = (offer: Offer) => GiftGoods | undefined;

/** Reads each offer's gift once: a campaign has two offers at most, and many baskets. */
export const giftReader = (db: ReadDb): GiftOf => {
  const giftByOffer = new Map<Offer, GiftGoods | undefined>();
  return (offer) => {
    if (offer.kind !== "gift") return undefined;
    if (!giftByOffer.has(offer)) giftByOffer.set(offer, findProduct(db, offer.sku));
    return giftByOffer.get(offer);
  };
};

/**
 * What the coupon would have been worth on this basket; undefined where it does nothing. A gift is laid
 * into a basket that held none, as the till would have it: nobody bought it for being given it.
 */
export const worthOf = (
  offer: Offer,
  basket: Basket,
  { points, gift }: { readonly points: PointWorth; readonly gift: GiftGoods | undefined },
): Worth | undefined => {
  const added = gift && !basket.some(({ sku }) => sku === gift.sku) ? gift : undefined;
  const goods = basket.map((line) => ({
    sku: line.sku,
    ...(line.category === null ? {} : { category: line.category }),
    ...{ quantityMilli: line.quantityMilli, multiplierBps: 10_000 },
    ...{ spendMinor: line.paidMinor, dueMinor: line.paidMinor },
  }));
  const effects = offerEffect(offer, added ? [...goods, oneOf(added)] : goods);
  if (!effects.ok) return undefined;
  const takenOff = sumMinor(effects.value.map(({ takeOffMinor }) => takeOffMinor));
  const multiplied = effects.value.map(({ multiplierBps }) => multiplierBps - 10_000);
  const minor = sumMinor([takenOff, extraPointsMinor(basket, multiplied, points)]);
  return minor === 0 ? undefined : { minor, lossMinor: added?.costMinor ?? minor };
};

const oneOf = ({ sku, priceMinor }: GiftGoods): OfferGoods => ({
  ...{ sku, quantityMilli: 1_000, multiplierBps: 10_000 },
  ...{ spendMinor: priceMinor, dueMinor: priceMinor },
});

/**
 * The worth of the points that multiplying adds to what each line earned, by the customer's tier of then;
 * of a basket too small for any, and of one that came without its points, by what was paid.
 */
const extraPointsMinor = (
  basket: Basket,
  moreBps: readonly number[],
  { earnPerMinor, pointValueMinor }: PointWorth,
): number => {
  const more = (amountOf: (line: ReplayedLine) => number) =>
    sumMinor(basket.map((line, at) => shareOfMinor(amountOf(line), moreBps[at] ?? 0)));
  const { salePoints: of = 0, plainPoints: part = 0 } = basket[0] ?? {};
  if (of === 0) {
    const paid = { part: pointValueMinor, of: earnPerMinor };
    return proportionOfMinor(
      more(({ paidMinor }) => paidMinor),
      paid,
    );
  }
  const points = proportionOfMinor(
    more(({ pointsEarned }) => pointsEarned),
    { part, of },
  );
  return points * pointValueMinor;
};

/** Adds up what baskets left over their goods' cost; nothing where the cost of any is not known. */
export const marginBook = () => {
  let leftMinor = 0;
  let isCostKnown = true;
  return {
    add: (lines: Basket): void => {
      for (const { netMinor, costMinor } of lines) {
        leftMinor = sumMinor([leftMinor, subtractMinor(netMinor, costMinor ?? 0)]);
        isCostKnown &&= costMinor !== null;
      }
    },
    marginAfter: (lossMinor: number): { readonly marginMinor?: number } =>
      isCostKnown ? { marginMinor: subtractMinor(leftMinor, lossMinor) } : {},
  };
};
