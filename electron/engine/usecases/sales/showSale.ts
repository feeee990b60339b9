import type { Output } from "../../../../shared/contract/index.ts";
import {
  readReceiptNumber,
  showReceiptNumber,
} from "../../../../shared/domain/sale/receiptNumber.ts";
import { err, ok } from "../../../../shared/kernel/result.ts";
import { sumMinor } from "../../../../shared/money/money.ts";
import {
  findSale,
  findSaleByReceipt,
  listCouponsOfSale,
  listPayments,
  listSaleLines,
  listSales,
  type SaleRow,
  type StoredLine,
} from "../../repositories/sales.ts";
import { type Context, registerIdOf, shopOf, type UseCase } from "../context.ts";
import { pageOf } from "../page.ts";
import { lineFigures } from "./quoteSale.ts";

export type ShownSale = Output<"sale.get">;

export const showSale: UseCase<"sale.get"> = (context, input) => {
  const sale =
    "saleId" in input
      ? findSale(context.db, input.saleId)
      : findSaleByReceipt(context.db, wholeReceipt(input.receiptNumber));
  return sale ? ok(shownSale(context, sale)) : err({ kind: "SaleUnknown" });
};

/** "q1-123" is read as "Q1-000123". */
const wholeReceipt = (typed: string): string => {
  const number = readReceiptNumber(typed);
  return number ? showReceiptNumber(number) : typed;
};

/** The sale by its stored numbers: nothing is priced again. */
export const shownSale = (context: Context, sale: SaleRow): ShownSale => {
  const lines = listSaleLines(context.db, sale.saleId);
  const shown = lines.map(shownLine);
  return {
    saleId: sale.saleId,
    receiptNumber: sale.receiptNumber,
    businessDay: sale.businessDay,
    soldAtMs: sale.soldAtMs,
    staffId: sale.staffId,
    staffName: sale.staffName,
    currency: shopOf(context).currency,
    taxMode: sale.taxMode,
    ...(sale.customerId === undefined ? {} : { customerId: sale.customerId }),
    lines: shown,
    grossMinor: sale.grossMinor,
    discountMinor: sale.discountMinor,
    netMinor: sale.netMinor,
    taxMinor: sale.taxMinor,
    totalMinor: sale.totalMinor,
    taxes: taxesOf(lines),
    roundingMinor: sale.roundingMinor,
    changeMinor: sale.changeMinor,
    pointsEarned: sale.pointsEarned,
    pointsRedeemed: sale.pointsRedeemed,
    pointsValueMinor: sale.pointsValueMinor,
    payments: listPayments(context.db, sale.saleId).map(({ method, amountMinor, reference }) => ({
      method,
      amountMinor,
      ...(reference === null ? {} : { reference }),
    })),
    discounts: discountsOf(shown),
    coupons: [...listCouponsOfSale(context.db, sale.saleId)],
    returns: [],
  };
};

const shownLine = (line: StoredLine): ShownSale["lines"][number] => ({
  ...lineFigures({ ...line, totalMinor: sumMinor([line.netMinor, line.taxMinor]) }, line.soldBy),
  line: line.line,
  ...(line.suggested ? { suggested: true } : {}),
});

/** The lines' shares put together again, as they follow each other in the sale. */
const discountsOf = (lines: ShownSale["lines"]): ShownSale["discounts"] => {
  const byOrigin = new Map<string, ShownSale["discounts"][number]>();
  for (const discount of lines.flatMap(({ discounts }) => discounts)) {
    const origin = `${discount.kind} ${discount.code ?? ""}`;
    const minor = sumMinor([byOrigin.get(origin)?.minor ?? 0, discount.minor]);
    byOrigin.set(origin, { ...discount, minor });
  }
  return [...byOrigin.values()];
};

const taxesOf = (lines: readonly StoredLine[]): ShownSale["taxes"] => {
  const rates = [...new Set(lines.map((line) => line.taxRateBps))].sort((a, b) => a - b);
  return rates.map((rateBps) => {
    const ofRate = lines.filter((line) => line.taxRateBps === rateBps);
    return {
      rateBps,
      netMinor: sumMinor(ofRate.map((line) => line.netMinor)),
      taxMinor: sumMinor(ofRate.map((line) => line.taxMinor)),
    };
  });
};

export const listLastSales: UseCase<"sale.list"> = (context, { limit, next }) => {
  const below = next === undefined ? Number.MAX_SAFE_INTEGER : Number(next);
  const { rows: sales, goesOnBehind: last } = pageOf(limit, (most) =>
    listSales(context.db, {
      registerId: registerIdOf(context),
      below: Number.isSafeInteger(below) ? below : 0,
      limit: most,
    }),
  );
  return ok({
    sales: sales.map(({ receiptSequence: _, customerId, ...sale }) => ({
      ...sale,
      ...(customerId === null ? {} : { customerId }),
    })),
    ...(last ? { next: String(last.receiptSequence) } : {}),
  });
};
