import { expect, test } from "vitest";
import { newCampaign, openWorld, type World } from "../calls/world.ts";
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
