import { describe, expect, test } from "vitest";
import { applyFact } from "../../../electron/engine/repositories/applyFact.ts";
import type { Fact } from "../../../electron/engine/repositories/facts.ts";
import { showCouponCode } from "../../../shared/domain/coupon/couponCode.ts";
import { agree, issueCoupons, openWorld, passDays, sell } from "../calls/world.ts";
import { textOf } from "../print/coupons.ts";
import { startNextPurchase as start, tea } from "./nextPurchase.ts";

describe("a coupon for the next purchase", () => {
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

test("a coupon that is looked for says why it is not taken today from the customer whose it is", async () => {
  const world = await openWorld();
  const [good = ""] = await issueCoupons(world, {});
  expect(await world.take("coupon.find", { code: good })).not.toHaveProperty("why");
  const [ahead = ""] = await issueCoupons(world, { fromDay: "2026-12-01" });
  expect(await world.take("coupon.find", { code: ahead })).toMatchObject({
    state: "not-yet",
    why: { kind: "CouponNotYet", fromDay: "2026-12-01" },
  });
  await sell(world, { customerId: world.an, lines: tea(1), couponCodes: [good] });
  expect(await world.take("coupon.find", { code: good })).toMatchObject({
    state: "redeemed",
    why: { kind: "CouponUsed", usedAtMs: expect.any(Number) },
  });
});

test("of every coupon of a person the till says what it would do, however many they have", async () => {
  const world = await openWorld();
  await world.take("shop.setSettings", { contactCapPerMonth: 60 });
  for (let campaign = 0; campaign < 12; campaign += 1) await issueCoupons(world);
  const lines = [{ sku: "TEA", quantity: 1 }];
  const { coupons } = await world.take("customer.profile", { customerId: world.an });
  const quote = await world.take("sale.quote", { customerId: world.an, lines });
  expect(coupons).toHaveLength(12);
  expect(quote.couponsOpen?.map(({ code }) => code)).toEqual(coupons.map(({ code }) => code));
});
