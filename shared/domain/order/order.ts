/**
 * How far an order has come. The money comes first: goods that were sent and not yet paid (cash
 * on delivery) are `pending`; `fulfilled` is paid and sent. README.md in this folder, "States".
 */
export type OrderState =
  | "pending"
  | "paid"
  | "fulfilled"
  | "cancelled"
  | "refunded"
  | "partially-refunded";

/** One thing that was ordered. `totalMinor` is what was asked for it, after its own discount. */
export type OrderLine = {
  readonly sku?: string;
  readonly externalProductId?: string;
  readonly name: string;
  readonly quantity: number;
  readonly unitPriceMinor: number;
  readonly discountMinor: number;
  readonly totalMinor: number;
};

/** Who ordered, as the shop tells it. What the shop masked is not here. */
export type OrderBuyer = {
  readonly name?: string;
  readonly phone?: string;
  readonly email?: string;
  readonly shopAccount?: string;
  readonly address?: string;
  readonly acceptsMarketing?: boolean;
};

/**
 * An order of another shop system, known by (`source`, `externalId`).
 *
 * Amounts are the shop's own words and are not added up anew: `linesMinor` is the sum of the
 * lines' totals, `discountMinor` what was taken off the whole order besides, `totalMinor` what the
 * buyer was asked to pay, `refundedMinor` what went back. Tax may lie inside the lines.
 */
export type ForeignOrder = {
  readonly source: string;
  readonly externalId: string;
  readonly number: string;
  readonly placedAtMs: number;
  readonly updatedAtMs: number;
  readonly state: OrderState;
  readonly currency: string;
  readonly linesMinor: number;
  readonly discountMinor: number;
  readonly shippingMinor: number;
  readonly taxMinor: number;
  readonly totalMinor: number;
  readonly refundedMinor: number;
  readonly paidAtMs?: number;
  readonly note?: string;
  readonly buyer?: OrderBuyer;
  readonly lines: readonly OrderLine[];
};

/** Whether the money of an order in `state` came in, be it that some or all went back later. */
export const isPaidState = (state: OrderState): boolean => stageByState[state].isPaid;

/**
 * Where a state stands among the others when two payloads bear the same time: money that went
 * back or an order that was called off is never undone by a payload that does not know of it.
 */
export const stateRank = (state: OrderState): number => stageByState[state].rank;

/** All states, from the first to the last. */
export const listOrderStates = (): readonly OrderState[] => [
  "pending",
  "paid",
  "fulfilled",
  "partially-refunded",
  "refunded",
  "cancelled",
];

const stageByState: Readonly<Record<OrderState, { rank: number; isPaid: boolean }>> = {
  pending: { rank: 0, isPaid: false },
  paid: { rank: 1, isPaid: true },
  fulfilled: { rank: 2, isPaid: true },
  "partially-refunded": { rank: 3, isPaid: true },
  refunded: { rank: 4, isPaid: true },
  cancelled: { rank: 5, isPaid: false },
};
