import { expect, test } from "vitest";
import { issueCoupons, openWorld, sell } from "../calls/world.ts";
import { startNextPurchase, tea } from "./nextPurchase.ts";

const toDay = "9999-12-31";

test("a campaign for the next purchase that is to go on for ever runs, is measured and can be stopped", async () => {
  const { world, campaignId } = await startNextPurchase({ toDay });
  await world.take("campaign.issue", { campaignId });
  const { couponsIssued } = await sell(world, { customerId: world.an, lines: tea(2) });
  expect(couponsIssued).toHaveLength(1);
  const { campaigns } = await world.take("campaign.overview", {});
  expect(campaigns).toMatchObject([{ state: "issued", toDay }]);
  expect(await world.take("campaign.lift", { campaignId })).toMatchObject({
    issued: { customers: 1 },
    days: [{ day: "2026-11-22" }],
    isOver: false,
  });
  await world.take("campaign.stop", { campaignId });
  const code = couponsIssued?.[0]?.code ?? "";
  expect(await world.take("coupon.find", { code })).toMatchObject({ state: "void" });
}, 20_000);

test("the purchases of a list's campaign without an end are counted, and its coupons stand at the till", async () => {
  const world = await openWorld();
  const [code] = await issueCoupons(world, { toDay });
  await sell(world, { customerId: world.an, lines: tea(1) });
  const [one] = (await world.take("campaign.overview", {})).campaigns;
  const { issued, days } = await world.take("campaign.lift", {
    campaignId: one?.campaignId ?? "",
  });
  expect(issued).toEqual({ customers: 1, buyers: 1, spentMinor: 45_000 });
  expect(days).toHaveLength(1);
  const { coupons } = await world.take("customer.profile", { customerId: world.an });
  expect(coupons).toMatchObject([{ code, untilDay: toDay, expiresAtMs: expect.any(Number) }]);
});

test.each([
  ["a year typed with two figures", "0026-11-22", "2026-12-31"],
  ["the first day there is", "0000-01-01", "2026-12-31"],
  ["the last days there are", "9999-12-01", toDay],
])("days that nobody can mean are rehearsed as any others: %s", async (_, fromDay, lastDay) => {
  const world = await openWorld();
  await sell(world, { customerId: world.an, lines: tea(1) });
  for (const template of ["tet", "mid-autumn", "black-friday", undefined] as const) {
    for (const trigger of ["list", "next-purchase"] as const) {
      const plan = { segment: {}, offer: { kind: "percent", rateBps: 1_000 } } as const;
      const days = { fromDay, toDay: lastDay, trigger, ...(template && { template }) };
      const { customers } = await world.take("campaign.rehearse", { ...plan, ...days });
      expect(customers).toBe(2);
    }
  }
});

test("what is asked of suggestions before there were any shops is nothing", async () => {
  const world = await openWorld();
  const days = { fromDay: "0000-01-01", toDay: "0000-01-01" };
  expect(await world.take("suggestion.quality", days)).toMatchObject({ lookups: 0, shown: 0 });
});
