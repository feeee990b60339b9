import { expect, test } from "vitest";
import { newCampaign, sell } from "../calls/world.ts";
import { membersOf, withPeople } from "./manyPeople.ts";

type World = Awaited<ReturnType<typeof withPeople>>["world"];
type Over = Parameters<typeof newCampaign>[1];

const issue = async (world: World, over: Over = {}) => {
  const { campaignId } = await newCampaign(world, over);
  return { campaignId, ...(await world.take("campaign.issue", { campaignId })) };
};

test("the worst case of a budget is that everybody uses all of their coupons", async () => {
  const { world } = await withPeople(12);
  const offer = { kind: "amount", amountMinor: 10_000 } as const;
  const { campaignId, issued } = await issue(world, {
    ...{ offer, budgetMinor: 100_000, maxUsesPerCustomer: 3 },
  });
  expect(issued).toBe(3);
  const { coupons } = await world.take("campaign.list", { campaignId, format: "json" });
  let takenOffMinor = 0;
  for (const { code, customerId } of coupons) {
    const basket = { customerId, lines: [{ sku: "TEA" }], couponCodes: [code] };
    takenOffMinor += 45_000 - (await sell(world, basket)).totalMinor;
  }
  expect(takenOffMinor).toBe(90_000);
});

test("a shop that contacts nobody issues no list, also to who was never reached", async () => {
  const { world } = await withPeople(3);
  await world.take("shop.setSettings", { contactCapPerMonth: 0 });
  const { campaignId } = await newCampaign(world);
  expect(await world.refusal("campaign.issue", { campaignId })).toMatchObject({
    kind: "NobodyToIssueTo",
    skipped: expect.arrayContaining([{ why: "ContactCapReached", count: 3 }]),
  });
});

test("who was held out was not reached, and the next list may reach them", async () => {
  const { world } = await withPeople(10);
  await world.take("shop.setSettings", { contactCapPerMonth: 1 });
  expect(await issue(world, { holdoutBps: 10_000 })).toMatchObject({ issued: 0, heldOut: 10 });
  expect(await issue(world)).toMatchObject({ issued: 10 });
});

test("a code that chance draws twice is given to one person only", async () => {
  const { world } = await withPeople(3);
  const engine = world.engine();
  const { randomBytes } = engine;
  const bytes = randomBytes(6);
  let drawn = 0;
  Object.assign(engine, {
    randomBytes: (count: number) => {
      drawn += 1;
      return drawn % 3 === 0 ? randomBytes(count) : bytes;
    },
  });
  const { campaignId, issued } = await issue(world, { maxUsesPerCustomer: 2 });
  expect(issued).toBe(3);
  expect(membersOf(world, campaignId)).toHaveLength(3);
  const { coupons } = await world.take("campaign.list", { campaignId, format: "json" });
  expect(new Set(coupons.map(({ code }) => code)).size).toBe(6);
});
