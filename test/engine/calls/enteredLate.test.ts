import { expect, test } from "vitest";
import { DAY_MS } from "../../../shared/kernel/day.ts";
import { issueCoupons, openWorld, passDays, TODAY } from "./world.ts";

test("a sale entered on the next day uses a coupon that was good on its own day", async () => {
  const world = await openWorld();
  const [code = ""] = await issueCoupons(world, { toDay: TODAY });
  passDays(world, 1);
  const sale = {
    ...{ customerId: world.an, lines: [{ sku: "TEA" }], couponCodes: [code] },
    payments: [{ method: "cash" as const, amountMinor: 41_000 }],
  };
  expect(await world.refusal("sale.commit", sale)).toMatchObject({
    why: { kind: "CouponExpired", expiredDay: TODAY },
  });
  const soldAtMs = world.clock.nowMs - DAY_MS;
  const { saleId } = await world.caller("cashier").take("sale.commit", { ...sale, soldAtMs });
  expect(await world.take("sale.get", { saleId })).toMatchObject({
    ...{ businessDay: TODAY, totalMinor: 40_500, coupons: [{ code, discountMinor: 4_500 }] },
  });
});

test("a sale of the old year that is entered in the new one has the old year's tax", async () => {
  const world = await openWorld();
  passDays(world, 40);
  const sale = {
    lines: [{ sku: "TEA" }],
    payments: [{ method: "cash" as const, amountMinor: 45_000 }],
  };
  const rateOf = async (soldAtMs?: number) => {
    const { saleId } = await world.take("sale.commit", { ...sale, ...(soldAtMs && { soldAtMs }) });
    const { businessDay, taxes } = await world.take("sale.get", { saleId });
    return [businessDay, taxes.map(({ rateBps }) => rateBps)];
  };
  expect(await rateOf()).toEqual(["2027-01-01", [1_000]]);
  expect(await rateOf(world.clock.nowMs - DAY_MS)).toEqual(["2026-12-31", [800]]);
});
