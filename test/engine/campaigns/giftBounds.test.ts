import { expect, test } from "vitest";
import { agree, newCustomer, passDays, sell, type World } from "../calls/world.ts";
import { startNextPurchase as start, tea } from "./nextPurchase.ts";

const spaced = (text: string): string => text.replaceAll("\u00a0", " ").replaceAll("&nbsp;", " ");

const put = (world: World, priceMinor: number) =>
  world.take("catalog.import", { products: [{ sku: "TEA", name: "Trà sen Tây Hồ", priceMinor }] });

test.each([
  ["next-purchase", { budgetMinor: 100_000 }],
  ["list", { budgetMinor: 100_000, trigger: "list" }],
] as const)("gifts of a %s campaign never pass its budget, however their price has moved", async (_, over) => {
  const { world, campaignId } = await start({ offer: { kind: "gift", sku: "TEA" }, ...over });
  const given: { customerId: string; code: string; discountText: string }[] = [];
  const people: string[] = [];
  for (let at = 0; at < 6; at += 1) {
    people.push(await newCustomer(world, { name: `Khách ${at}` }));
    await agree(world, people[at] ?? "", "marketing", "print");
  }
  await world.take("campaign.issue", { campaignId });
  for (const [at, customerId] of people.entries()) {
    // Cheap while most are given out, dear when they are used.
    if (at === 1) await put(world, 20_000);
    await sell(world, { customerId, lines: tea(5) });
  }
  await put(world, 90_000);
  passDays(world, 1);
  for (const customerId of [world.an, ...people]) {
    const { coupons } = await world.take("customer.profile", { customerId });
    given.push(...coupons.map(({ code, discountText }) => ({ customerId, code, discountText })));
  }
  expect(given).toHaveLength(2);
  let takenOffMinor = 0;
  for (const { customerId, code, discountText } of given) {
    expect(spaced(discountText)).toBe("Tặng 1 Trà sen Tây Hồ, trị giá tối đa 45.000 đ");
    const basket = { customerId, lines: tea(1), couponCodes: [code] };
    takenOffMinor += (await world.take("sale.quote", basket)).discountMinor;
    await sell(world, basket);
  }
  expect(takenOffMinor).toBe(90_000);
});

test("a gift of a campaign without a budget is the whole of it, whatever it costs by then", async () => {
  const { world, campaignId } = await start({ offer: { kind: "gift", sku: "TEA" } });
  await world.take("campaign.issue", { campaignId });
  await sell(world, { customerId: world.an, lines: tea(2) });
  await put(world, 90_000);
  passDays(world, 1);
  const { coupons } = await world.take("customer.profile", { customerId: world.an });
  expect(coupons.map(({ discountText }) => spaced(discountText))).toEqual([
    "Tặng 1 Trà sen Tây Hồ",
  ]);
  const couponCodes = coupons.map(({ code }) => code);
  const basket = { customerId: world.an, lines: tea(1), couponCodes };
  expect(await world.take("sale.quote", basket)).toMatchObject({ discountMinor: 90_000 });
});
