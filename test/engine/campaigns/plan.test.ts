import { expect, test } from "vitest";
import { newCampaign, openWorld } from "../calls/world.ts";

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
