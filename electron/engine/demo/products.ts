import { roundCash } from "../../../shared/money/cashRounding.ts";
import { shareOfMinor, subtractMinor } from "../../../shared/money/money.ts";
import type { Day } from "./calendar.ts";
import { seasonFactor } from "./habits/seasons.ts";
import type { DemoProduct, DemoSale } from "./plan.ts";
import type { Random } from "./random.ts";
import { type ShelfGroup, type ShelfRow, usualRateBps } from "./shelf/group.ts";
import { groupOf, kinds } from "./shelf/shelf.ts";

/** The whole shelf, stocked so that `sales` can be taken from it and `endDay` looks lived in. */
export const demoProducts = (
  random: Random,
  sales: readonly DemoSale[],
  endDay: Day,
): readonly DemoProduct[] => {
  const soldMilliBySku = soldQuantities(sales);
  const rows = kinds.flatMap((kind) => groupOf(kind).rows.map((row) => ({ row, kind })));
  return rows.map(({ row, kind }, index) => {
    const group = groupOf(kind);
    const isOnShelf = seasonFactor(group.season, endDay) > 0;
    const leftMilli = isOnShelf ? leftOver(random.fork(row[0]), group) : 0;
    const soldMilli = soldMilliBySku.get(row[0]) ?? 0;
    return product(row, group, { index, stockMilli: soldMilli + leftMilli });
  });
};

const product = (
  [sku, name, priceMinor]: ShelfRow,
  group: ShelfGroup,
  { index, stockMilli }: { readonly index: number; readonly stockMilli: number },
): DemoProduct => ({
  sku,
  name,
  ...(group.isWeighed ? {} : { barcode: barcodeOf(index) }),
  category: group.category,
  priceMinor,
  costMinor: costOf(priceMinor, group.marginBps ?? 2_200),
  taxRateBps: group.taxRateBps ?? usualRateBps,
  stockQuantity: stockMilli / 1_000,
  soldBy: group.isWeighed ? "weight" : "unit",
  sensitive: group.isSensitive ?? false,
});

const costOf = (priceMinor: number, marginBps: number): number =>
  roundCash(subtractMinor(priceMinor, shareOfMinor(priceMinor, marginBps)), 100);

/** One product in forty has just run out, so that the shop also shows what that looks like. */
const leftOver = (random: Random, group: ShelfGroup): number => {
  if (random.chance(0.025)) return 0;
  return group.isWeighed ? random.between(60, 400) * 50 : random.between(4, 60) * 1_000;
};

const soldQuantities = (sales: readonly DemoSale[]): ReadonlyMap<string, number> => {
  const soldMilliBySku = new Map<string, number>();
  for (const { lines } of sales) {
    for (const { sku, quantity = 0, quantityMilli = quantity * 1_000 } of lines) {
      soldMilliBySku.set(sku, (soldMilliBySku.get(sku) ?? 0) + quantityMilli);
    }
  }
  return soldMilliBySku;
};

/** An EAN-13 of GS1 Vietnam's range; the maker's part is scattered so that the last digits differ. */
export const barcodeOf = (index: number): string => {
  const maker = 4_000 + ((index * 37) % 5_000);
  const item = 10_007 + ((index * 7_919) % 89_000);
  const digits = `893${maker}${item}`;
  return `${digits}${checkDigit(digits)}`;
};

/** The thirteenth digit: weights 1 and 3 by turns, complement to ten (GS1 General Specifications 7.9). */
const checkDigit = (digits: string): number => {
  const sum = [...digits].reduce(
    (total, digit, place) => total + Number(digit) * (place % 2 === 0 ? 1 : 3),
    0,
  );
  return (10 - (sum % 10)) % 10;
};
