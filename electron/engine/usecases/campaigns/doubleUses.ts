import type { Output } from "../../../../shared/contract/index.ts";
import { ok } from "../../../../shared/kernel/result.ts";
import { sumMinor } from "../../../../shared/money/money.ts";
import {
  type CouponUseRow,
  type DoubleUsedCode,
  listDoubleUsed,
  listUsesOf,
} from "../../repositories/couponUses.ts";
import type { Context, UseCase } from "../context.ts";
import { openName } from "../customers/people.ts";
import { pageOf } from "../page.ts";

type Listed = Output<"coupon.doubleUses">["codes"][number];

/** What an owner needs to look into each: whose code, on which receipts, and what it cost. */
export const listDoubleUses: UseCase<"coupon.doubleUses"> = (context, input) => {
  const { campaignId, limit, next: after } = input;
  const { rows, goesOnBehind: last } = pageOf(limit, (most) =>
    listDoubleUsed(context.db, { campaignId, limit: most, after }),
  );
  return ok({
    codes: rows.map((row) => listedCode(context, row)),
    ...(last ? { next: last.code } : {}),
  });
};

const listedCode = (context: Context, row: DoubleUsedCode): Listed => {
  const uses = listUsesOf(context.db, row.code);
  const again = uses.filter(({ isAgain }) => isAgain === 1);
  return {
    ...row,
    customerName: openName(context, row.customerId),
    costMinor: sumMinor(again.map(({ discountMinor }) => discountMinor ?? 0)),
    uses: uses.map(listedUse),
  };
};

const listedUse = ({ atMs, isAgain, saleId, ...row }: CouponUseRow): Listed["uses"][number] => ({
  atMs,
  isAgain: isAgain === 1,
  ...(saleId === null
    ? {}
    : {
        sale: {
          saleId,
          receiptNumber: row.receiptNumber ?? "",
          register: row.register ?? "",
          staffName: row.staffName ?? "",
          discountMinor: row.discountMinor ?? 0,
        },
      }),
});
