import { describe, expect, test } from "vitest";
import { applyFact } from "../../../electron/engine/repositories/applyFact.ts";
import type { Fact } from "../../../electron/engine/repositories/facts.ts";
import { showCouponCode } from "../../../shared/domain/coupon/couponCode.ts";
import {
  agree,
  issueCoupons,
  newCampaign,
  newCustomer,
  openWorld,
  passDays,
  sell,
  TODAY,
} from "../calls/world.ts";
import { textOf } from "../print/coupons.ts";

const tea = (quantity: number) => [{ sku: "TEA", quantity }];

describe("a coupon for the next purchase", () => {
  const start = async (over = {}) => {
    const world = await openWorld();
    const { campaignId } = await newCampaign(world, {
      trigger: "next-purchase",
      minimumSaleMinor: 90_000,
      validDays: 7,
      ...over,
    });
    return { world, campaignId };
  };

  test("is earned by a large enough purchase from the start on, and good from the day after", async () => {
    const { world, campaignId } = await start();
    expect(await sell(world, { customerId: world.an, lines: tea(2) })).not.toHaveProperty(
      "couponsIssued",
    );
    expect(await world.take("campaign.issue", { campaignId })).toEqual({
      issued: 0,
      heldOut: 0,
      skipped: [],
    });
    expect(await sell(world, { customerId: world.an, lines: tea(1) })).not.toHaveProperty(
      "couponsIssued",
    );
    const sold = await sell(world, { customerId: world.an, lines: tea(2) });
    const { couponsIssued = [] } = sold;
    expect(couponsIssued).toEqual([
      expect.objectContaining({ title: "Khách quen", untilDay: "2026-11-29" }),
    ]);
    const [{ code } = { code: "" }] = couponsIssued;
    const { document } = await world.take("sale.receipt", { saleId: sold.saleId, locale: "en" });
    expect(textOf(document)).toContain(
      `For your next purchase 10% off Good from 23 Nov 2026 until 29 Nov 2026 ${showCouponCode(code)}`,
    );
    const basket = { customerId: world.an, lines: tea(1), couponCodes: [code] };
    expect((await world.take("sale.quote", basket)).coupons[0]).toMatchObject({
      accepted: false,
      why: { kind: "CouponNotYet", fromDay: "2026-11-23" },
    });
    passDays(world, 1);
    await sell(world, basket);
    expect((await world.take("campaign.overview", {})).campaigns[0]).toMatchObject({
      issued: 1,
      redeemed: 1,
      trigger: "next-purchase",
    });
  });

  test("is for who agreed, who is in the segment before the purchase, and not twice at once", async () => {
    const { world, campaignId } = await start({
      segment: { all: [{ kind: "purchaseCount", max: 0 }] },
    });
    await world.take("campaign.issue", { campaignId });
    const earned = async (customerId?: string) =>
      (await sell(world, { ...(customerId ? { customerId } : {}), lines: tea(2) })).couponsIssued
        ?.length ?? 0;
    expect(await earned()).toBe(0);
    expect(await earned(world.binh)).toBe(0);
    await agree(world, world.binh, "marketing", "counter");
    expect(await earned(world.binh)).toBe(0);
    expect(await earned(world.an)).toBe(1);
    expect(await earned(world.an)).toBe(0);
    passDays(world, 8);
    expect(await earned(world.an)).toBe(1);
  });

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
  ] as const)("keeps to its budget: of $offer.kind for $budgetMinor, $fit", async (campaign) => {
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

  test("frees what a used coupon did not take off, and what was not used in time", async () => {
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

  test("goes on until the last one earned is past: it counts, and it can be stopped", async () => {
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

  test("counts purchases until a week after its last coupon, whatever the campaign's last day", async () => {
    const { world, campaignId } = await start({ toDay: TODAY, validDays: 14 });
    await world.take("campaign.issue", { campaignId });
    await sell(world, { customerId: world.an, lines: tea(2) });
    passDays(world, 13);
    await sell(world, { customerId: world.an, lines: tea(3) });
    passDays(world, 20);
    const { issued, isOver } = await world.take("campaign.lift", { campaignId });
    expect(issued.spentMinor).toBe(5 * 45_000);
    expect(isOver).toBe(true);
    expect(await world.refusal("campaign.stop", { campaignId })).toEqual({ kind: "CampaignOver" });
  });

  test("stops holding people back when it stops giving: both groups are of the same people", async () => {
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

  test("counts a use in a shop that a backup has replaced, for its owner and for the budget", async () => {
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

  test("is for no more people than were planned", async () => {
    const { world, campaignId } = await start({ maxCustomers: 1, maxUsesPerCustomer: 2 });
    await world.take("campaign.issue", { campaignId });
    await agree(world, world.binh, "marketing", "print");
    const buy = async (customerId: string) =>
      (await sell(world, { customerId, lines: tea(2) })).couponsIssued?.length ?? 0;
    expect([await buy(world.an), await buy(world.binh), await buy(world.an)]).toEqual([1, 0, 1]);
  });

  test("is held back by lot, and whom it was held back from is remembered", async () => {
    const { world, campaignId } = await start({ holdoutBps: 10_000 });
    await world.take("campaign.issue", { campaignId });
    for (let at = 0; at < 2; at += 1) {
      const sold = await sell(world, { customerId: world.an, lines: tea(2) });
      expect(sold).not.toHaveProperty("couponsIssued");
    }
    expect((await world.take("campaign.overview", {})).campaigns[0]).toMatchObject({
      issued: 0,
      heldOut: 1,
    });
  });
});

test("an exclusive coupon is not taken beside another, whichever comes first", async () => {
  const world = await openWorld();
  const [plain = ""] = await issueCoupons(world);
  const [alone = ""] = await issueCoupons(world, {
    offer: { kind: "amount", amountMinor: 5_000, exclusive: true },
  });
  const basket = { customerId: world.an, lines: tea(2) };
  for (const codes of [
    [plain, alone],
    [alone, plain],
  ]) {
    const { coupons } = await world.take("sale.quote", { ...basket, couponCodes: codes });
    expect(coupons).toEqual([
      expect.objectContaining({ code: codes[0], accepted: true }),
      expect.objectContaining({
        code: codes[1],
        accepted: false,
        why: { kind: "NotWithOthers", code: codes[0] },
      }),
    ]);
  }
});

test("of two tills that take one code at once, one wins", async () => {
  const world = await openWorld();
  const [code = ""] = await issueCoupons(world);
  const sale = () => ({
    requestId: world.newId(),
    customerId: world.an,
    lines: tea(1),
    couponCodes: [code],
    payments: [{ method: "cash", amountMinor: 100_000 }],
  });
  const other = world.caller("cashier");
  const answers = await Promise.all([
    world.send("sale.commit", sale()),
    other.send("sale.commit", sale()),
  ]);
  expect(answers.filter((answer) => "result" in answer)).toHaveLength(1);
  expect(answers.find((answer) => "error" in answer)).toMatchObject({
    error: { data: { kind: "CouponRefused", why: { kind: "CouponUsed" } } },
  });
});

test("a code that two tills' records tell of twice is kept as such, and both sales stand", async () => {
  const world = await openWorld();
  const [code = ""] = await issueCoupons(world);
  await sell(world, { customerId: world.an, lines: tea(1), couponCodes: [code] });
  expect(await world.take("engine.health", {})).toMatchObject({ ok: true, doubleUses: 0 });
  const { shop } = world.engine().stores;
  const row = shop
    .prepare<[], { payload: string }>("SELECT payload FROM changes WHERE kind = 'sale.committed'")
    .get();
  const first: Extract<Fact, { kind: "sale.committed" }> = JSON.parse(row?.payload ?? "");
  const saleId = "0190a000-0000-7000-8000-00000000eeee";
  const fact: Extract<Fact, { kind: "sale.committed" }> = {
    ...first,
    kind: "sale.committed",
    saleId,
    registerId: "0190a000-0000-7000-8000-00000000ffff",
    receiptSequence: 1,
    receiptNumber: "Q2-000001",
    points: first.points.map((entry) => ({ ...entry, sourceId: saleId })),
  };
  shop.exec(
    `INSERT INTO registers (register_id, letter, is_own) VALUES ('${fact.registerId}', 'Q2', 0)`,
  );
  applyFact(shop, fact, { clockMs: world.clock.nowMs, clockCount: 0 });
  expect((await world.take("campaign.overview", {})).campaigns[0]).toMatchObject({
    redeemed: 1,
    doubleUses: 1,
  });
  expect(await world.take("engine.health", {})).toMatchObject({
    ok: true,
    disagreements: [],
    doubleUses: 1,
  });
  const { coupons } = await world.take("sale.get", { saleId });
  expect(coupons).toEqual([{ code, discountMinor: first.coupons[0]?.discountMinor }]);
  const { codes } = await world.take("coupon.doubleUses", {});
  expect(codes).toEqual([
    expect.objectContaining({
      code,
      customerId: world.an,
      customerName: "Nguyễn Thị An",
      costMinor: first.coupons[0]?.discountMinor,
      uses: [
        expect.objectContaining({
          isAgain: false,
          sale: expect.objectContaining({ receiptNumber: first.receiptNumber, register: "Q1" }),
        }),
        expect.objectContaining({
          isAgain: true,
          atMs: fact.soldAtMs,
          sale: expect.objectContaining({ saleId, receiptNumber: "Q2-000001", register: "Q2" }),
        }),
      ],
    }),
  ]);
  const campaignId = codes[0]?.campaignId;
  expect((await world.take("coupon.doubleUses", { campaignId })).codes).toEqual(codes);
  const other = { campaignId: world.newId() };
  expect(await world.take("coupon.doubleUses", other)).toEqual({ codes: [] });
});
