import { expect, test } from "vitest";
import { newCampaign, openWorld, passDays, sell, TEA, type World } from "../calls/world.ts";
import { startNextPurchase } from "./nextPurchase.ts";
import { openVillage, sellTo } from "./village.ts";

const cardOf = async (world: World, campaignId: string, locale: "vi" | "en" = "vi") => {
  const { campaigns } = await world.take("campaign.overview", { locale });
  return campaigns.find((campaign) => campaign.campaignId === campaignId);
};

test("a campaign's card calls goods by their names, also those that have to be bought for a gift", async () => {
  const world = await openWorld();
  const { campaignId } = await newCampaign(world, {
    segment: {
      all: [
        { kind: "boughtSku", any: ["TEA", "RICE"], withinDays: 90 },
        { kind: "notBoughtSku", any: ["GONE"] },
      ],
    },
    offer: { kind: "gift", sku: "TEA", scope: { skus: ["RICE"] } },
  });
  expect(await cardOf(world, campaignId)).toMatchObject({
    segmentText: expect.stringMatching(/Trà sen Tây Hồ hoặc Gạo ST25.*GONE/u),
    offerText: "Tặng 1 Trà sen Tây Hồ khi mua Gạo ST25",
  });
  expect(await cardOf(world, campaignId)).not.toHaveProperty("otherOfferText");
  const { text } = await world.take("segment.preview", {
    segment: { all: [{ kind: "boughtSku", any: ["TEA"] }] },
  });
  expect(text).toContain("Trà sen Tây Hồ");
});

test("a card of two offers says both, in the language asked for", async () => {
  const world = await openWorld();
  const { campaignId } = await newCampaign(world, {
    otherOffer: { kind: "gift", sku: "TEA", minimumSpendMinor: 200_000 },
  });
  expect(await cardOf(world, campaignId)).toMatchObject({
    hasOtherOffer: true,
    offerText: "Giảm 10%",
    otherOfferText: "Tặng 1 Trà sen Tây Hồ, đơn từ 200.000 đ",
  });
  expect((await cardOf(world, campaignId, "en"))?.otherOfferText).toBe(
    "1 Trà sen Tây Hồ free when you spend 200,000 đ or more",
  );
});

test("a card counts coupons, of which some people get several, and not people", async () => {
  const { world, people } = await openVillage(4);
  const list = await newCampaign(world, { maxUsesPerCustomer: 3, holdoutBps: 0 });
  await world.take("campaign.issue", { campaignId: list.campaignId });
  const till = await newCampaign(world, {
    ...{ trigger: "next-purchase", minimumSaleMinor: 0, validDays: 7, holdoutBps: 0 },
    maxUsesPerCustomer: 2,
  });
  await world.take("campaign.issue", { campaignId: till.campaignId });
  for (const id of [people[0], people[0], people[1]]) await sellTo(world, id ?? "", 1);
  const { issued = 0, coupons } = (await cardOf(world, list.campaignId)) ?? {};
  expect(issued).toBeGreaterThanOrEqual(4);
  expect(coupons).toBe(3 * issued);
  expect(await cardOf(world, till.campaignId)).toMatchObject({ issued: 2, coupons: 3 });
});

test("one at the till that gives nothing any more says on its card what became sensitive", async () => {
  const { world, campaignId } = await startNextPurchase({
    offer: { kind: "percent", rateBps: 1_000, scope: { skus: ["TEA"] } },
    toDay: "2026-11-30",
  });
  await world.take("campaign.issue", { campaignId });
  const { campaignId: listed } = await newCampaign(world, {
    offer: { kind: "gift", sku: "TEA" },
  });
  const said = async (id: string) => (await cardOf(world, id))?.givesNothing;
  expect([await said(campaignId), await said(listed)]).toEqual([undefined, undefined]);
  await world.take("catalog.import", { products: [{ ...TEA, sensitive: true }] });
  const why = { kind: "GoodsSensitive", name: TEA.name };
  expect([await said(campaignId), await said(listed)]).toEqual([why, why]);
  passDays(world, 10);
  expect(await said(campaignId)).toBeUndefined();
});

test("a campaign for a category that was renamed since gives nothing out, and says so", async () => {
  const scope = { categories: ["Trà"] };
  const { world } = await startNextPurchase();
  const put = (category: string) =>
    world.take("catalog.import", { products: [{ ...TEA, category }] });
  await put("Trà");
  const offer = { kind: "percent", rateBps: 1_000, scope } as const;
  const { campaignId: listed } = await newCampaign(world, { offer });
  const { campaignId } = await newCampaign(world, { offer, trigger: "next-purchase" });
  await world.take("campaign.issue", { campaignId });
  await put("Trà sen");
  const why = { kind: "CategoryUnknown", category: "Trà" };
  expect(await world.refusal("campaign.issue", { campaignId: listed })).toEqual(why);
  for (const id of [listed, campaignId]) {
    expect((await cardOf(world, id))?.givesNothing).toEqual(why);
  }
  const basket = { customerId: world.an, lines: [{ sku: "TEA", quantity: 2 }] };
  expect((await sell(world, basket)).couponsIssued).toBeUndefined();
  await put("Trà");
  expect((await sell(world, basket)).couponsIssued).toHaveLength(1);
});

test("a campaign whose days went by before it was issued says that nothing was given out", async () => {
  const world = await openWorld();
  const { campaignId } = await newCampaign(world, { toDay: "2026-11-23" });
  expect(await cardOf(world, campaignId)).not.toHaveProperty("neverIssued");
  passDays(world, 2);
  expect(await cardOf(world, campaignId)).toMatchObject({ state: "over", neverIssued: true });
});
