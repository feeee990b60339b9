import { expect, test } from "vitest";
import { agree, newCampaign, openWorld, passDays, sell, type World } from "../calls/world.ts";
import { startNextPurchase, tea } from "./nextPurchase.ts";

test("a campaign tells what it was planned as, whole, and can be made again of that", async () => {
  const world = await openWorld();
  const planned = {
    name: "Trung thu",
    segment: { all: [{ kind: "boughtSku", any: ["TEA"], withinDays: 90 }] },
    offer: { kind: "amount", amountMinor: 30_000, scope: { skus: ["TEA"] } },
    otherOffer: { kind: "gift", sku: "TEA", minimumSpendMinor: 200_000 },
    fromDay: "2026-11-22",
    toDay: "2026-12-06",
    holdoutBps: 2_000,
    maxUsesPerCustomer: 2,
    budgetMinor: 1_500_000,
    channel: "zalo",
    targeting: "best-gain",
    maxCustomers: 120,
    trigger: "list",
    template: "mid-autumn",
  } satisfies Parameters<typeof newCampaign>[1];
  const { campaignId } = await newCampaign(world, planned);
  const plan = await world.take("campaign.plan", { campaignId });
  expect(plan).toEqual(planned);
  const again = await newCampaign(world, plan);
  expect(await world.take("campaign.plan", { campaignId: again.campaignId })).toEqual(planned);
});

test("one for the next purchase tells its own terms, and what was left open stays so", async () => {
  const world = await openWorld();
  const { campaignId } = await newCampaign(world, {
    ...{ trigger: "next-purchase", validDays: 20, minimumSaleMinor: 150_000 },
  });
  const plan = await world.take("campaign.plan", { campaignId });
  expect(plan).toMatchObject({
    ...{ trigger: "next-purchase", validDays: 20, minimumSaleMinor: 150_000 },
  });
  expect(plan).not.toHaveProperty("budgetMinor");
  expect(plan).not.toHaveProperty("template");
});

const makeSensitive = async (world: World, sku: string): Promise<void> => {
  const { product } = await world.take("catalog.byCode", { code: sku });
  const { name, priceMinor } = product;
  await world.take("catalog.import", { products: [{ sku, name, priceMinor, sensitive: true }] });
};

test.each([
  { offer: { kind: "gift", sku: "TEA" } },
  { otherOffer: { kind: "percent", rateBps: 1_000, scope: { skus: ["TEA"] } } },
  { segment: { any: [{ kind: "notBoughtSku", any: ["TEA"] }] } },
] as const)("one that names what has become sensitive since gives nothing out: $#", async (over) => {
  const world = await openWorld();
  const { campaignId } = await newCampaign(world, JSON.parse(JSON.stringify(over)));
  await makeSensitive(world, "TEA");
  expect(await world.refusal("campaign.issue", { campaignId })).toMatchObject({
    kind: "GoodsSensitive",
  });
});

test("one at the till gives no more out then, and what it gave still works", async () => {
  const { world, campaignId } = await startNextPurchase({
    offer: { kind: "percent", rateBps: 1_000, scope: { skus: ["TEA"] } },
  });
  await world.take("campaign.issue", { campaignId });
  await agree(world, world.binh, "marketing", "print");
  const earned = await sell(world, { customerId: world.an, lines: tea(2) });
  const [{ code } = { code: "" }] = earned.couponsIssued ?? [];
  await makeSensitive(world, "TEA");
  const later = await sell(world, { customerId: world.binh, lines: tea(2) });
  expect(later).not.toHaveProperty("couponsIssued");
  passDays(world, 1);
  const { coupons } = await world.take("sale.quote", {
    ...{ customerId: world.an, lines: tea(2), couponCodes: [code] },
  });
  expect(coupons).toMatchObject([{ code, accepted: true, discountMinor: 9_000 }]);
});
