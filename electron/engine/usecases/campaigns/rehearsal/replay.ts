import type { Season } from "../../../../../shared/domain/campaign/seasonDays.ts";
import type { Offer } from "../../../../../shared/domain/coupon/offer.ts";
import { sumMinor } from "../../../../../shared/money/money.ts";
import type { ReadDb } from "../../../db/connection.ts";
import { listReplayedLines } from "../../../repositories/figures/replayedBaskets.ts";
import {
  basketsOf,
  giftReader,
  marginBook,
  type PointWorth,
  replayDays,
  spanOf,
  worthOf,
} from "./pastBaskets.ts";

export type ReplayTerms = {
  readonly fromDay: string;
  readonly toDay: string;
  readonly today: string;
  /** Whose days move from year to year. */
  readonly season?: Season | undefined;
  readonly timezone: string;
  readonly maxUsesPerCustomer: number;
  readonly points: PointWorth;
};

export type Replay = {
  readonly fromDay: string;
  readonly toDay: string;
  readonly isShorter?: true;
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
 * year ago, or on the last equally long ones, or fewer, where the shop is younger; undefined before them.
 */
export const replayOffers = (
  db: ReadDb,
  people: readonly { readonly customerId: string; readonly offer: Offer }[],
  terms: ReplayTerms,
): Replay | undefined => {
  const days = replayDays(db, terms);
  if (!days) return undefined;
  const span = spanOf(days, terms.timezone);
  const sums = { baskets: 0, discountMinor: 0 };
  const losses: number[] = [];
  const giftOf = giftReader(db);
  const spends: number[] = [];
  const book = marginBook();
  for (const { customerId, offer } of people) {
    const lines = listReplayedLines(db, { customerId, ...span });
    if (lines.length === 0) continue;
    spends.push(sumMinor(lines.map(({ paidMinor }) => paidMinor)));
    book.add(lines);
    const used = basketsOf(lines)
      .flatMap((basket) => worthOf(offer, basket, { ...terms, gift: giftOf(offer) }) ?? [])
      .slice(0, terms.maxUsesPerCustomer);
    sums.baskets += used.length;
    sums.discountMinor = sumMinor([sums.discountMinor, ...used.map(({ minor }) => minor)]);
    losses.push(...used.map(({ lossMinor }) => lossMinor));
  }
  return {
    ...days,
    customers: spends.length,
    ...sums,
    spentMinor: sumMinor(spends),
    ...book.marginAfter(sumMinor(losses)),
    spends,
  };
};
