import { expect } from "vitest";
import type { ReadDb } from "../../../electron/engine/db/connection.ts";
import { disagreements } from "../../../electron/engine/repositories/checks.ts";
import type { Output } from "../../../shared/contract/index.ts";
import { sumMinor } from "../../../shared/money/money.ts";
import { categoryOf, type Offer, type Quote, type Walk } from "./walk.ts";

export type Shown = Output<"sale.get">;
type Line = Shown["lines"][number];

export const expectQuoted = (quote: Quote, shown: Shown): void => {
  for (const figure of saleFigures)
    expect([figure, shown[figure]]).toEqual([figure, quote[figure]]);
  expect(shown.taxes).toEqual(quote.taxes);
  expect(shown.lines.map(({ line: _, ...one }) => one)).toEqual(
    quote.lines.map(({ stockLeft: _, ...one }) => one),
  );
  const taken = quote.coupons.filter(({ accepted }) => accepted);
  const byCode = (list: readonly { code: string; discountMinor: number }[]) =>
    list.map(({ code, discountMinor }) => [code, discountMinor]).sort();
  expect(byCode(shown.coupons)).toEqual(byCode(taken));
};

const lineFigures = ["grossMinor", "discountMinor", "netMinor", "taxMinor", "totalMinor"] as const;

/** What a quote and the sale that comes of it say alike. */
export const saleFigures = [
  ...lineFigures,
  "pointsEarned",
  "pointsRedeemed",
  "pointsValueMinor",
] as const;

export const expectFigures = ({ money }: Walk, shown: Shown): void => {
  for (const figure of lineFigures) {
    expect([figure, sumMinor(shown.lines.map((one) => one[figure]))]).toEqual([
      figure,
      shown[figure],
    ]);
    expect(shown.lines.every((one) => one[figure] >= 0)).toBe(true);
  }
  expect(sumMinor(shown.discounts.map(({ minor }) => minor))).toBe(shown.discountMinor);
  for (const one of shown.lines) {
    const due = one.grossMinor - one.discountMinor;
    expect(one.totalMinor).toBe(one.netMinor + one.taxMinor);
    expect(money.taxMode === "inclusive" ? one.totalMinor : one.netMinor).toBe(due);
    expect(sumMinor(one.discounts.map(({ minor }) => minor))).toBe(one.discountMinor);
  }
  for (const { rateBps, netMinor, taxMinor } of shown.taxes) {
    const ofRate = shown.lines.filter((one) => one.taxRateBps === rateBps);
    expect(sumMinor(ofRate.map((one) => one.netMinor))).toBe(netMinor);
    expect(sumMinor(ofRate.map((one) => one.taxMinor))).toBe(taxMinor);
    const [whole, base] =
      money.taxMode === "inclusive" ? [netMinor + taxMinor, 10_000 + rateBps] : [netMinor, 10_000];
    // Reckoned apart from the product's own arithmetic: half away from zero, of whole numbers.
    const twice = (2n * BigInt(whole) * BigInt(rateBps) + BigInt(base)) / (2n * BigInt(base));
    expect(BigInt(taxMinor)).toBe(twice);
  }
  expect(new Set(shown.lines.map((one) => one.taxRateBps)).size).toBe(shown.taxes.length);
};

export const expectPaid = (
  { money }: Walk,
  {
    shown,
    sold,
    paid,
  }: {
    readonly shown: Shown;
    readonly sold: Output<"sale.commit">;
    readonly paid: readonly { method: string; amountMinor: number }[];
  },
): void => {
  const paidMinor = sumMinor(paid.map(({ amountMinor }) => amountMinor));
  expect(paidMinor - sold.changeMinor).toBe(sold.totalMinor + sold.roundingMinor);
  expect([shown.roundingMinor, shown.changeMinor]).toEqual([sold.roundingMinor, sold.changeMinor]);
  expect(sumMinor(shown.payments.map(({ amountMinor }) => amountMinor))).toBe(paidMinor);
  expect(Math.abs(sold.roundingMinor) * 2).toBeLessThanOrEqual(money.cashRoundingMinor);
  const isCash = paid.some(({ method }) => method === "cash");
  if (!isCash) expect([sold.roundingMinor, sold.changeMinor]).toEqual([0, 0]);
};

/** Each coupon kept to what its own offer says. */
export const expectCoupons = ({ world }: Walk, shown: Shown): void => {
  const db = world.engine().stores.shop;
  const taken = shown.coupons.map((coupon) => ({ ...coupon, ...promiseOf(db, coupon.code) }));
  if (taken.some(({ offer }) => offer.exclusive)) expect(taken).toHaveLength(1);
  for (const one of taken) expectKept(one, shown);
};

const promiseOf = (db: ReadDb, code: string) => {
  const row = db
    .prepare<[string], { offer: string; ceiling: number | null }>(
      `SELECT iif(offer_arm = 'b', other_offer, offer) AS offer, max_discount_minor AS ceiling
         FROM coupons JOIN campaigns USING (campaign_id) WHERE code = ?`,
    )
    .get(code);
  const offer: Offer = JSON.parse(row?.offer ?? "{}");
  return { offer, ceilingMinor: row?.ceiling ?? mostOf(offer) ?? Number.POSITIVE_INFINITY };
};

const mostOf = (offer: Offer): number | undefined => {
  if (offer.kind === "points") return 0;
  if (offer.kind === "amount") return offer.amountMinor;
  return offer.kind === "percent" ? offer.maxDiscountMinor : undefined;
};

type Taken = Shown["coupons"][number] & ReturnType<typeof promiseOf>;

const expectKept = ({ code, discountMinor, offer, ceilingMinor }: Taken, shown: Shown): void => {
  const takenOff = (line: Line) =>
    sumMinor(line.discounts.filter((off) => off.code === code).map(({ minor }) => minor));
  const touched = shown.lines.filter((line) => takenOff(line) > 0);
  expect(sumMinor(shown.lines.map(takenOff))).toBe(discountMinor);
  expect(discountMinor).toBeLessThanOrEqual(ceilingMinor);
  if (offer.kind === "gift") {
    expect(touched.map(({ sku }) => sku)).toEqual([offer.sku]);
    expect(discountMinor).toBeLessThanOrEqual(touched[0]?.unitPriceMinor ?? 0);
  } else {
    expect(touched.filter(({ sku }) => !isFor(offer, sku))).toEqual([]);
  }
  const spentMinor = sumMinor(shown.lines.filter(({ sku }) => isFor(offer, sku)).map(spendOf));
  expect(spentMinor).toBeGreaterThanOrEqual(offer.minimumSpendMinor ?? 0);
};

const isFor = ({ scope }: Offer, sku: string): boolean =>
  !scope || scope.skus?.includes(sku) || scope.categories?.includes(categoryOf(sku)) || false;

/** What a line comes to by its own discount alone. */
const spendOf = ({ grossMinor, discounts }: Line): number =>
  grossMinor - sumMinor(discounts.filter(({ kind }) => kind === "line").map(({ minor }) => minor));

export const expectPoints = async (
  { world }: Walk,
  {
    customerId,
    sold,
    isPast,
  }: {
    readonly customerId: string;
    readonly sold: Output<"sale.commit">;
    /** Points that ended since are not spendable any more, and leave with the next sale. */
    readonly isPast: boolean;
  },
): Promise<void> => {
  const { entries, balance } = await world.take("loyalty.ledger", { customerId, limit: 500 });
  expect(sold.pointsBalance).toBe(balance);
  expect(sumMinor(entries.map(({ points }) => points))).toBe(balance);
  let sum = 0;
  for (const { points, balanceAfter } of entries.toReversed()) {
    sum += points;
    expect(balanceAfter).toBe(sum);
  }
  const { loyalty } = await world.take("customer.profile", { customerId });
  if (!isPast) expect(loyalty.balance).toBe(balance);
  expect(balance).toBeGreaterThanOrEqual(0);
};

/** At the end: kept sums, health, the log, and no campaign of coupons at the till above its budget. */
export const expectOrder = async ({ world }: Walk): Promise<void> => {
  const db = world.engine().stores.shop;
  expect(disagreements(db)).toEqual([]);
  expect(world.defects).toEqual([]);
  expect(await world.take("engine.health", {})).toMatchObject({ ok: true, doubleUses: 0 });
  expect(await world.take("audit.verify", {})).toMatchObject({ ok: true });
  const above = db
    .prepare<[], object>(
      `SELECT campaign_id, budget_minor, sum(discount_minor) AS used, campaigns.offer
         FROM coupon_redemptions JOIN coupons USING (code) JOIN campaigns USING (campaign_id)
        WHERE budget_minor IS NOT NULL AND 'gift' NOT IN (campaigns.offer ->> 'kind', coalesce(other_offer ->> 'kind', ''))
          AND (earned_by = 'next-purchase' OR other_offer IS NULL AND
               coalesce(campaigns.offer ->> 'amountMinor', campaigns.offer ->> 'maxDiscountMinor')
                 IS NOT NULL) GROUP BY campaign_id
       HAVING used > budget_minor`,
    )
    .all();
  expect(above).toEqual([]);
};
