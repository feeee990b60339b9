import { expect, test } from "vitest";
import { applyFact } from "../../../electron/engine/repositories/applyFact.ts";
import { agree, newCampaign, newCustomer, passDays, sell, TODAY } from "../calls/world.ts";
import { startNextPurchase as start, tea } from "./nextPurchase.ts";

test.each([
  // Each purchase is of 90,000 d; what a coupon should take off the next one → how many fit
  { offer: { kind: "percent", rateBps: 5_000 }, budgetMinor: 1_000, fit: 0 },
  { offer: { kind: "percent", rateBps: 5_000 }, budgetMinor: 90_000, fit: 2 },
  {
    offer: { kind: "percent", rateBps: 5_000, maxDiscountMinor: 30_000 },
    ...{ budgetMinor: 90_000, fit: 3 },
  },
  { offer: { kind: "gift", sku: "TEA" }, budgetMinor: 100_000, fit: 2 },
  // A point is worth 2% of what is spent for it.
  { offer: { kind: "points", multiplierBps: 20_000 }, budgetMinor: 1_800, fit: 1 },
  { offer: { kind: "amount", amountMinor: 20_000 }, budgetMinor: 79_999, fit: 3 },
] as const)("a campaign at the till keeps to its budget: of $offer.kind for $budgetMinor, $fit", async (campaign) => {
  const { fit, ...over } = campaign;
  const { world, campaignId } = await start(over);
  await world.take("campaign.issue", { campaignId });
  const earned: number[] = [];
  for (let at = 0; at < 4; at += 1) {
    const customerId = await newCustomer(world, { name: `Khách ${at}` });
    await agree(world, customerId, "marketing", "print");
    const sold = await sell(world, { customerId, lines: tea(2) });
    earned.push(sold.couponsIssued?.length ?? 0);
  }
  expect(earned).toEqual([1, 1, 1, 1].fill(0, fit));
});

test("its budget is freed of what a used coupon did not take off, and what was not used in time", async () => {
  const { world, campaignId } = await start({
    offer: { kind: "percent", rateBps: 5_000 },
    budgetMinor: 70_000,
  });
  await world.take("campaign.issue", { campaignId });
  await agree(world, world.binh, "marketing", "print");
  const buy = async (customerId: string) =>
    (await sell(world, { customerId, lines: tea(2) })).couponsIssued?.[0]?.code;
  const code = (await buy(world.an)) ?? "";
  expect(await buy(world.binh)).toBeUndefined();
  passDays(world, 1);
  // Half of one tea: 22,500 d and not the 45,000 d that were kept free.
  await sell(world, { customerId: world.an, lines: tea(1), couponCodes: [code] });
  expect(await buy(world.binh)).toBeDefined();
  expect(await buy(world.an)).toBeUndefined();
  passDays(world, 8);
  expect(await buy(world.an)).toBeDefined();
});

test("no coupon takes off more than was kept free for it, and each says so from its receipt on", async () => {
  const { world, campaignId } = await start({
    ...{ offer: { kind: "percent", rateBps: 5_000 }, minimumSaleMinor: 0 },
    budgetMinor: 100_000,
  });
  await world.take("campaign.issue", { campaignId });
  await agree(world, world.binh, "marketing", "print");
  const [an, binh] = [world.an, world.binh];
  const said: string[] = [];
  const codes: string[] = [];
  for (const [customerId, quantity] of [
    [an, 3],
    [binh, 1],
  ] as const) {
    const { couponsIssued = [], saleId } = await sell(world, { customerId, lines: tea(quantity) });
    const { code = "", discountText = "" } = couponsIssued[0] ?? {};
    codes.push(code);
    const { document } = await world.take("sale.receipt", { saleId });
    said.push(discountText);
    expect(spaced(document)).toContain(spaced(discountText));
  }
  expect(said.map(spaced)).toEqual(["Giảm 50%, tối đa 67.500 đ", "Giảm 50%, tối đa 22.500 đ"]);
  const listed = await world.take("campaign.list", { campaignId, format: "html" });
  expect(listed.coupons.map(({ discountText }) => discountText).sort()).toEqual([...said].sort());
  expect(spaced(listed.document ?? "")).toContain("Tối đa 67.500 đ");
  expect(spaced(listed.document ?? "")).toContain("Tối đa 22.500 đ");
  passDays(world, 1);
  const found = await world.take("coupon.find", { code: codes[0] ?? "" });
  expect(found.discountText).toBe(said[0]);
  let takenOffMinor = 0;
  for (const [customerId, at] of [
    [an, 0],
    [binh, 1],
  ] as const) {
    const { coupons } = await world.take("customer.profile", { customerId });
    expect(coupons.map(({ discountText }) => discountText)).toEqual([said[at]]);
    const basket = { customerId, lines: tea(20), couponCodes: [codes[at] ?? ""] };
    takenOffMinor += (await world.take("sale.quote", basket)).discountMinor;
    await sell(world, basket);
  }
  expect(takenOffMinor).toBe(90_000);
});

test("a sale that is entered late earns a coupon only while that is still good", async () => {
  const { world, campaignId } = await start({ holdoutBps: 5_000 });
  await world.take("campaign.issue", { campaignId });
  const soldAtMs = world.clock.nowMs;
  passDays(world, 8);
  for (const customerId of [world.an, world.binh]) {
    await agree(world, customerId, "marketing", "print");
    const sold = await sell(world, { customerId, lines: tea(2), soldAtMs });
    expect(sold.couponsIssued).toBeUndefined();
  }
  // Nor is anybody held out of what nobody could get.
  const cardOf = async () => (await world.take("campaign.overview", {})).campaigns[0];
  expect(await cardOf()).toMatchObject({ issued: 0, heldOut: 0 });
  passDays(world, -1);
  for (const customerId of [world.an, world.binh]) {
    await sell(world, { customerId, lines: tea(2), soldAtMs });
  }
  const { issued = 0, heldOut = 0 } = (await cardOf()) ?? {};
  expect(issued + heldOut).toBe(2);
});

test("of two offers that are tried, one bounded and one not, neither passes the budget", async () => {
  const { world, campaignId } = await start({
    offer: { kind: "percent", rateBps: 1_000, maxDiscountMinor: 30_000 },
    otherOffer: { kind: "percent", rateBps: 1_000 },
    ...{ minimumSaleMinor: 0, budgetMinor: 80_000 },
  });
  await world.take("campaign.issue", { campaignId });
  const given: { customerId: string; code: string }[] = [];
  for (let at = 0; at < 8; at += 1) {
    const customerId = await newCustomer(world, { name: `Khách ${at}` });
    await agree(world, customerId, "marketing", "print");
    const { couponsIssued = [] } = await sell(world, { customerId, lines: tea(1) });
    for (const { code } of couponsIssued) given.push({ customerId, code });
  }
  passDays(world, 1);
  let takenOffMinor = 0;
  for (const { customerId, code } of given) {
    const basket = { customerId, lines: tea(20), couponCodes: [code] };
    takenOffMinor += (await world.take("sale.quote", basket)).discountMinor;
  }
  expect(given.length).toBeGreaterThan(0);
  expect(takenOffMinor).toBeLessThanOrEqual(80_000);
});

test("a purchase of which no share can be given earns none, and without a budget no coupon has a ceiling", async () => {
  const over = { offer: { kind: "percent", rateBps: 5_000 }, minimumSaleMinor: 0 } as const;
  const { world, campaignId } = await start({ ...over, budgetMinor: 100_000, holdoutBps: 5_000 });
  await world.take("campaign.issue", { campaignId });
  const free = [{ sku: "TEA", discountBps: 10_000 }];
  const { couponsIssued } = await sell(world, { customerId: world.an, lines: free });
  expect(couponsIssued).toBeUndefined();
  expect((await world.take("campaign.overview", {})).campaigns[0]).toMatchObject({
    ...{ issued: 0, heldOut: 0 },
  });
  const open = await newCampaign(world, { ...over, trigger: "next-purchase", holdoutBps: 0 });
  await world.take("campaign.stop", { campaignId });
  await world.take("campaign.issue", { campaignId: open.campaignId });
  const sold = await sell(world, { customerId: world.an, lines: tea(1) });
  expect(sold.couponsIssued?.map(({ discountText }) => discountText)).toEqual(["Giảm 50%"]);
});

test("it goes on until the last one earned is past: it counts, and it can be stopped", async () => {
  const { world, campaignId } = await start({ toDay: TODAY });
  await world.take("campaign.issue", { campaignId });
  await agree(world, world.binh, "marketing", "print");
  const buy = async (customerId: string, couponCodes: string[] = []) =>
    (await sell(world, { customerId, lines: tea(2), couponCodes })).couponsIssued?.[0]?.code;
  const [used = "", open = ""] = [await buy(world.an), await buy(world.binh)];
  passDays(world, 6);
  await buy(world.an, [used]);
  const lift = await world.take("campaign.lift", { campaignId });
  expect(lift.redeemed).toBe(1);
  expect(lift.days.at(-1)).toMatchObject({ day: "2026-11-28", redeemed: 1 });
  const stateOf = async () => (await world.take("campaign.overview", {})).campaigns[0]?.state;
  expect(await stateOf()).toBe("issued");
  await world.take("campaign.stop", { campaignId });
  expect(await stateOf()).toBe("stopped");
  expect((await world.take("coupon.find", { code: open })).state).toBe("void");
});

test("it counts purchases until a week after its last coupon, whatever the campaign's last day", async () => {
  const { world, campaignId } = await start({ toDay: TODAY, validDays: 14 });
  await world.take("campaign.issue", { campaignId });
  await sell(world, { customerId: world.an, lines: tea(2) });
  passDays(world, 13);
  await sell(world, { customerId: world.an, lines: tea(3) });
  passDays(world, 20);
  const { issued, isOver } = await world.take("campaign.lift", { campaignId });
  expect(issued.spentMinor).toBe(3 * 45_000);
  expect(isOver).toBe(true);
  expect(await world.refusal("campaign.stop", { campaignId })).toEqual({ kind: "CampaignOver" });
});

test("it stops holding people back when it stops giving: both groups are of the same people", async () => {
  const { world, campaignId } = await start({ maxCustomers: 3, holdoutBps: 3_000 });
  await world.take("campaign.issue", { campaignId });
  const groups = async () => {
    const { issued, heldOut } = (await world.take("campaign.overview", {})).campaigns[0] ?? {};
    return { issued, heldOut };
  };
  let whenFull: object | undefined;
  for (let at = 0; at < 30; at += 1) {
    const customerId = await newCustomer(world, { name: `Khách ${at}` });
    await agree(world, customerId, "marketing", "print");
    await sell(world, { customerId, lines: tea(2) });
    const now = await groups();
    if (now.issued === 3) whenFull ??= now;
  }
  expect(whenFull).toBeDefined();
  expect(await groups()).toEqual(whenFull);
});

test("it counts a use in a shop that a backup has replaced, for its owner and for the budget", async () => {
  const { world, campaignId } = await start({
    offer: { kind: "amount", amountMinor: 20_000 },
    budgetMinor: 40_000,
  });
  await world.take("campaign.issue", { campaignId });
  const buy = async () =>
    (await sell(world, { customerId: world.an, lines: tea(2) })).couponsIssued?.[0]?.code;
  const code = (await buy()) ?? "";
  expect(await buy()).toBeUndefined();
  const restoredAtMs = world.clock.nowMs;
  applyFact(
    world.engine().stores.shop,
    {
      ...{ kind: "shop.restored", restoredAtMs, isReplacedRead: true },
      used: [{ code, atMs: restoredAtMs }],
    },
    { clockMs: restoredAtMs, clockCount: 0 },
  );
  expect(await buy()).toBeDefined();
  passDays(world, 8);
  // The first was used, whatever became of its record; the second has ended and is free again.
  expect(await buy()).toBeDefined();
  passDays(world, 1);
  await agree(world, world.binh, "marketing", "print");
  const other = await sell(world, { customerId: world.binh, lines: tea(2) });
  expect(other.couponsIssued).toBeUndefined();
});

test("it is for no more people than were planned", async () => {
  const { world, campaignId } = await start({ maxCustomers: 1, maxUsesPerCustomer: 2 });
  await world.take("campaign.issue", { campaignId });
  await agree(world, world.binh, "marketing", "print");
  const buy = async (customerId: string) =>
    (await sell(world, { customerId, lines: tea(2) })).couponsIssued?.length ?? 0;
  expect([await buy(world.an), await buy(world.binh), await buy(world.an)]).toEqual([1, 0, 1]);
});

/** Money is written with spaces that do not break. */
const spaced = (text: string): string => text.replaceAll("\u00a0", " ").replaceAll("&nbsp;", " ");

test("what coupons have paid whole earns no next one, nor does what was bought before it began", async () => {
  const { world, campaignId } = await start({
    ...{ offer: { kind: "amount", amountMinor: 45_000 }, minimumSaleMinor: 0 },
    fromDay: "2026-11-20",
  });
  passDays(world, 1);
  await world.take("campaign.issue", { campaignId });
  const earned = async (over: Partial<Parameters<typeof sell>[1]> = {}) => {
    const sold = await sell(world, { customerId: world.an, lines: tea(1), ...over });
    return (sold.couponsIssued ?? []).map(({ code }) => code);
  };
  expect(await earned({ soldAtMs: world.clock.nowMs - 86_400_000 })).toEqual([]);
  const couponCodes = await earned();
  expect(couponCodes).toHaveLength(1);
  passDays(world, 1);
  expect(await earned({ couponCodes })).toEqual([]);
  expect(await earned()).toHaveLength(1);
});
