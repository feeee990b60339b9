import {
  multiplyMilli,
  shareOfMinor,
  subtractMinor,
  sumMinor,
  unitsNeeded,
} from "../../../shared/money/money.ts";
import type { BasketItem } from "./basket.ts";
import type { DemoLine, DemoPayment } from "./plan.ts";
import type { Random } from "./random.ts";

export type Settled = {
  readonly lines: readonly DemoLine[];
  readonly totalMinor: number;
  readonly payment: DemoPayment;
};

/** How someone likes to pay; the rest is cash. */
export type Purse = { readonly transferShare: number; readonly paysCashOnly?: boolean };

/** The basket as sale lines, a few of them reduced, with its total and what was handed over. */
export const settle = (random: Random, items: readonly BasketItem[], purse: Purse): Settled => {
  const priced = items.map((item) => priceLine(random, item));
  const totalMinor = sumMinor(priced.map(({ dueMinor }) => dueMinor));
  return {
    lines: priced.map(({ line }) => line),
    totalMinor,
    payment: payment(random, totalMinor, purse),
  };
};

type PricedLine = { readonly line: DemoLine; readonly dueMinor: number };

const priceLine = (random: Random, item: BasketItem): PricedLine => {
  const [sku, , priceMinor] = item.row;
  const { isWeighed, quantityMilli } = item;
  const line = isWeighed ? { sku, quantityMilli } : { sku, quantity: quantityMilli / 1_000 };
  const grossMinor = multiplyMilli(priceMinor, quantityMilli);
  if (grossMinor < 20_000 || !random.chance(0.025)) return { line, dueMinor: grossMinor };
  return reduced(random, line, grossMinor);
};

/** Near its date or dented: some thousand đồng off, or 5 to 20%. */
const reduced = (random: Random, line: DemoLine, grossMinor: number): PricedLine => {
  if (random.chance(0.5)) {
    const discountMinor = random.between(1, 6) * 1_000;
    return { line: { ...line, discountMinor }, dueMinor: subtractMinor(grossMinor, discountMinor) };
  }
  const discountBps = random.pick([500, 1_000, 1_000, 2_000]);
  const discountMinor = shareOfMinor(grossMinor, discountBps);
  return { line: { ...line, discountBps }, dueMinor: subtractMinor(grossMinor, discountMinor) };
};

const payment = (
  random: Random,
  totalMinor: number,
  { transferShare, paysCashOnly = false }: Purse,
): DemoPayment => {
  const draw = paysCashOnly ? 1 : random.next();
  if (draw < transferShare) return { method: "transfer", amountMinor: totalMinor };
  if (draw < transferShare + 0.06) return { method: "card", amountMinor: totalMinor };
  const noteMinor = random.pick([1_000, 10_000, 50_000, 100_000, 500_000]);
  const handedMinor = noteMinor === 500_000 && totalMinor < 100_000 ? 100_000 : noteMinor;
  return { method: "cash", amountMinor: unitsNeeded(totalMinor, handedMinor) * handedMinor };
};
