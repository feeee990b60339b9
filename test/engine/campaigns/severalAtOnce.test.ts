import { expect, test } from "vitest";
import { newCampaign, passDays, sell } from "../calls/world.ts";
import { startNextPurchase as start, tea } from "./nextPurchase.ts";

test("however many campaigns run that are not for this purchase, the one that is gives its coupon", async () => {
  const { world } = await start({ minimumSaleMinor: 0 });
  const begin = async (over: Parameters<typeof newCampaign>[1]) => {
    const { campaignId } = await newCampaign(world, { trigger: "next-purchase", ...over });
    await world.take("campaign.issue", { campaignId });
  };
  for (const toDay of ["2026-12-01", "2026-12-02", "2026-12-03"]) {
    await begin({ toDay, segment: { all: [{ kind: "purchaseCount", min: 1_000 }] } });
  }
  for (const toDay of ["2026-12-04", "2026-12-05"]) {
    await begin({ toDay, minimumSaleMinor: 1_000_000 });
  }
  await begin({ toDay: "2026-12-06", budgetMinor: 0 });
  await begin({ name: "Cho mọi người", toDay: "2026-12-31" });
  const { couponsIssued } = await sell(world, { customerId: world.an, lines: tea(1) });
  expect(couponsIssued).toMatchObject([{ title: "Cho mọi người" }]);
});

test("one purchase earns five coupons at most, those of the campaigns that end first", async () => {
  const { world } = await start();
  for (let day = 9; day > 2; day -= 1) {
    const over = { trigger: "next-purchase", name: `${day}`, toDay: `2026-12-0${day}` } as const;
    const { campaignId } = await newCampaign(world, over);
    await world.take("campaign.issue", { campaignId });
  }
  const { couponsIssued = [] } = await sell(world, { customerId: world.an, lines: tea(1) });
  expect(couponsIssued.map(({ title }) => title)).toEqual(["3", "4", "5", "6", "7"]);
});

test("a coupon is open on its last day still, and the next one is earned on the day after", async () => {
  const { world, campaignId } = await start({ validDays: 2, minimumSaleMinor: 0 });
  await world.take("campaign.issue", { campaignId });
  const earned: number[] = [];
  for (let day = 0; day < 4; day += 1) {
    const { couponsIssued } = await sell(world, { customerId: world.an, lines: tea(1) });
    earned.push(couponsIssued?.length ?? 0);
    passDays(world, 1);
  }
  expect(earned).toEqual([1, 0, 0, 1]);
});
