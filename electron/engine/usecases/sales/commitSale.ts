import type { Input } from "../../../../shared/contract/index.ts";
import { pointsExpireDay } from "../../../../shared/domain/loyalty/pointsDays.ts";
import { showReceiptNumber } from "../../../../shared/domain/sale/receiptNumber.ts";
import { type Settled, settlePayments } from "../../../../shared/domain/sale/settlePayments.ts";
import { shownOutcomes } from "../../../../shared/domain/suggestion/lookup.ts";
import { defined } from "../../../../shared/kernel/assert.ts";
import { DAY_MS } from "../../../../shared/kernel/day.ts";
import { err, ok, type Result } from "../../../../shared/kernel/result.ts";
import { shareOfMinor, subtractMinor } from "../../../../shared/money/money.ts";
import type {
  Offered,
  PointsEntry,
  SaleCommitted,
  SaleLineFact,
} from "../../repositories/facts.ts";
import { pointsBalance } from "../../repositories/points.ts";
import { findOwnRegister } from "../../repositories/shop.ts";
import { earnCoupons, earningCampaigns } from "../campaigns/earnCoupons.ts";
import { audit, type Context, record, shopDay, shopOf, staffOf, type UseCase } from "../context.ts";
import { expirePoints } from "../customers/expirePoints.ts";
import { touchLater } from "../customers/people.ts";
import { hiddenOf } from "./openLookups.ts";
import { priceSale, type SalePrice } from "./priceSale.ts";
import { isControl } from "./suggestFor.ts";

type CommitInput = Input<"sale.commit">;

/**
 * Closes the sale: priced by the engine, paid, numbered, its points and coupons moved, all in the
 * transaction around it. What it answers is on the disk.
 */
export const commitSale: UseCase<"sale.commit"> = (context, input) => {
  if (input.lines.length === 0) return err({ kind: "BasketEmpty" });
  const soldAt = readSoldAt(context, input.soldAtMs);
  if (!soldAt.ok) return soldAt;
  const soldAtMs = soldAt.value;
  if (input.customerId !== undefined) expirePoints(context, input.customerId, soldAtMs);

  const priced = priceSale(context, input, soldAtMs);
  if (!priced.ok) return priced;
  const refused = refusedCoupon(priced.value);
  if (refused) return err(refused);
  const settled = settlePayments({
    totalMinor: priced.value.basket.totalMinor,
    payments: input.payments.map(({ method, amountMinor, reference }) => ({
      method,
      amountMinor,
      ...(reference === undefined ? {} : { reference }),
    })),
    cashRoundingMinor: shopOf(context).cashRoundingMinor,
  });
  if (!settled.ok) return settled;

  const sale = saleOf(context, { input, soldAtMs, priced: priced.value, settled: settled.value });
  auditOverrides(context, sale);
  const earning = earningCampaigns(context, sale);
  record(context, { kind: "sale.committed", ...sale });
  const couponsIssued = earnCoupons(context, sale, earning);
  if (sale.customerId !== undefined) touchLater(context, sale.customerId, soldAtMs);
  context.suggester.noteChange();
  return ok({
    ...answerOf(context, sale),
    ...(couponsIssued.length > 0 ? { couponsIssued: [...couponsIssued] } : {}),
  });
};

const answerOf = (context: Context, sale: SaleCommitted) => ({
  saleId: sale.saleId,
  receiptNumber: sale.receiptNumber,
  totalMinor: sale.totalMinor,
  roundingMinor: sale.roundingMinor,
  changeMinor: sale.changeMinor,
  pointsEarned: sale.pointsEarned,
  ...(sale.customerId === undefined
    ? {}
    : { pointsBalance: pointsBalance(context.db, sale.customerId).balance }),
});

/** Sales of the past are entered by a manager; nobody sells in the future. */
const readSoldAt = (
  context: Context,
  soldAtMs: number | undefined,
): Result<number, { readonly kind: "SoldAtInvalid" }> => {
  const nowMs = context.clock.nowMs();
  if (soldAtMs === undefined) return ok(nowMs);
  const isOld = nowMs - soldAtMs > DAY_MS && staffOf(context).role === "cashier";
  return soldAtMs > nowMs + CLOCK_SLACK_MS || isOld ? err({ kind: "SoldAtInvalid" }) : ok(soldAtMs);
};

const CLOCK_SLACK_MS = 60_000;

/** A coupon that was handed over must do something, or the cashier must know before the money moves. */
const refusedCoupon = ({ basket, refusedCoupons }: SalePrice) => {
  const refused =
    refusedCoupons[0] ?? basket.coupons.find((coupon) => !coupon.accepted && coupon.why);
  if (!refused) return undefined;
  return {
    kind: "CouponRefused" as const,
    code: refused.code,
    why: { ...(refused.why ?? { kind: "NothingToGain" }) },
  };
};

type Closing = {
  readonly input: CommitInput;
  readonly soldAtMs: number;
  readonly priced: SalePrice;
  readonly settled: Settled;
};

const saleOf = (context: Context, closing: Closing): SaleCommitted => {
  const { input, soldAtMs, priced, settled } = closing;
  const { basket } = priced;
  const register = defined(findOwnRegister(context.db), "the register");
  const receiptSequence = register.receiptSequence + 1;
  const saleId = context.ids.newId();
  return {
    saleId,
    registerId: register.registerId,
    receiptSequence,
    receiptNumber: showReceiptNumber({ register: register.letter, sequence: receiptSequence }),
    businessDay: shopDay(context, soldAtMs),
    soldAtMs,
    staffId: staffOf(context).staffId,
    customerId: input.customerId,
    taxMode: shopOf(context).taxMode,
    grossMinor: basket.grossMinor,
    discountMinor: basket.discountMinor,
    netMinor: basket.netMinor,
    taxMinor: basket.taxMinor,
    totalMinor: basket.totalMinor,
    roundingMinor: settled.roundingMinor,
    changeMinor: settled.changeMinor,
    pointsEarned: basket.pointsEarned,
    pointsRedeemed: basket.pointsRedeemed,
    pointsValueMinor: basket.pointsValueMinor,
    extraPoints: basket.extraPoints,
    extraPointsMinor: basket.extraPoints * shopOf(context).loyalty.pointValueMinor,
    lines: lineFacts(closing),
    payments: input.payments.filter(({ amountMinor }) => amountMinor > 0),
    coupons: basket.coupons
      .filter(({ accepted }) => accepted)
      .map(({ code, discountMinor }) => ({ code, discountMinor })),
    points: pointsEntries(context, saleId, closing),
    ...(input.offered && { offered: offeredOf(context, input, input.offered) }),
  };
};

/** Whether it was shown at all is the engine's own lot, not the window's word. */
const offeredOf = (
  context: Context,
  { lines, customerId }: CommitInput,
  { lookupId, shown, dismissedSkus }: NonNullable<CommitInput["offered"]>,
): Offered => {
  const isHidden = isControl(context, lookupId);
  return {
    lookupId,
    isControl: isHidden,
    outcomes: isHidden
      ? shownOutcomes(hiddenOf(context.openLookups, lookupId, { customerId }), {
          lines: lines.map(({ sku }) => ({ sku })),
          dismissedSkus: [],
        })
      : shownOutcomes(shown, { lines, dismissedSkus }),
  };
};

const lineFacts = ({ input, priced }: Closing): readonly SaleLineFact[] =>
  priced.basket.lines.map((line, index) => {
    const product = defined(priced.products[index], `product of line ${index}`);
    return {
      sku: line.sku,
      name: line.name,
      soldBy: product.soldBy,
      quantityMilli: line.quantityMilli,
      unitPriceMinor: line.unitPriceMinor,
      listPriceMinor: product.priceMinor,
      ...(product.costMinor !== null && { unitCostMinor: product.costMinor }),
      grossMinor: line.grossMinor,
      discountMinor: line.discountMinor,
      netMinor: line.netMinor,
      taxRateBps: line.taxRateBps,
      taxMinor: line.taxMinor,
      pointsEarned: line.pointsEarned,
      pointsSpent: line.pointsSpent,
      suggested: input.lines[index]?.suggested ?? false,
      discounts: line.discounts.filter(({ minor }) => minor > 0),
    };
  });

const pointsEntries = (
  context: Context,
  saleId: string,
  { input, soldAtMs, priced }: Closing,
): readonly PointsEntry[] => {
  if (input.customerId === undefined) return [];
  const { pointsRedeemed, pointsEarned } = priced.basket;
  const { loyalty } = shopOf(context);
  const common = { atMs: soldAtMs, sourceKind: "sale", sourceId: saleId };
  const entries: PointsEntry[] = [];
  if (pointsRedeemed > 0) {
    const points = subtractMinor(0, pointsRedeemed);
    entries.push({ ...common, entryId: context.ids.newId(), entryKind: "redeem", points });
  }
  if (pointsEarned > 0) {
    const expiresDay = pointsExpireDay(shopDay(context, soldAtMs), loyalty) ?? undefined;
    const points = pointsEarned;
    entries.push({
      ...common,
      entryId: context.ids.newId(),
      entryKind: "earn",
      points,
      expiresDay,
    });
  }
  return entries;
};

/** A price or a discount by hand leaves its trace, with who gave it. */
const auditOverrides = (context: Context, sale: SaleCommitted): void => {
  for (const line of sale.lines) {
    if (line.unitPriceMinor !== line.listPriceMinor) {
      const prices = `${line.listPriceMinor} > ${line.unitPriceMinor}`;
      audit(context, "sale.price-override", `${sale.receiptNumber} ${line.sku} ${prices}`);
    }
    const byHand = line.discounts.find(({ kind }) => kind === "line");
    if (byHand && byHand.minor >= shareOfMinor(line.grossMinor, LARGE_DISCOUNT_BPS)) {
      audit(context, "sale.large-discount", `${sale.receiptNumber} ${line.sku} ${byHand.minor}`);
    }
  }
};

const LARGE_DISCOUNT_BPS = 3_000;
