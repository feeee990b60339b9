import { expect, test } from "vitest";
import { showCouponCode } from "../../../shared/domain/coupon/couponCode.ts";
import { newCampaign } from "../calls/world.ts";
import { withPeople } from "./manyPeople.ts";

test("a long list goes to paper in parts: together they hold each coupon once, in its order", async () => {
  const { world } = await withPeople(245);
  const { campaignId } = await newCampaign(world, { maxUsesPerCustomer: 10 });
  await world.take("campaign.issue", { campaignId });
  const partOf = (part: number) =>
    world.take("campaign.list", { campaignId, format: "html", layout: "slips-3x8", part });
  const [first, second, beyond] = [await partOf(1), await partOf(2), await partOf(9)];
  expect([first, second].map(({ parts, pages }) => ({ parts, pages }))).toEqual([
    { parts: 2, pages: 100 },
    { parts: 2, pages: 3 },
  ]);
  expect(beyond.document).toBe(second.document);
  const codes = first.coupons.map(({ code }) => showCouponCode(code));
  expect(codes).toHaveLength(2_450);
  for (const [at, code] of codes.entries()) {
    expect([first, second].map(({ document }) => document?.includes(`<p>${code}</p>`))).toEqual([
      at < 2_400,
      at >= 2_400,
    ]);
  }
});

test("a short list is one part, and asked for without one it is whole", async () => {
  const { world } = await withPeople(3);
  const { campaignId } = await newCampaign(world);
  await world.take("campaign.issue", { campaignId });
  const asked = { campaignId, format: "html" } as const;
  const whole = await world.take("campaign.list", asked);
  expect(whole.parts).toBeUndefined();
  expect(await world.take("campaign.list", { ...asked, part: 1 })).toEqual({ ...whole, parts: 1 });
});
