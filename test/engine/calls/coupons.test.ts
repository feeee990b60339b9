import { describe, expect, test } from "vitest";
import { dumpStores } from "../db/dump.ts";
import type { Asked } from "../setUp.ts";
import {
  agree,
  issueCoupons,
  newCampaign,
  newCustomer,
  openWorld,
  passDays,
  RICE,
  type World,
} from "./world.ts";

const cash = (amountMinor: number) => [{ method: "cash" as const, amountMinor }];

const withCoupon = (world: World, code: string, over: Partial<Asked<"sale.commit">> = {}) => ({
  customerId: world.an,
  lines: [{ sku: "TEA", quantity: 2 }],
  couponCodes: [code],
  payments: cash(100_000),
  ...over,
});

describe("a coupon that is not taken is refused before money moves, with why", () => {
  const kinds: readonly (readonly [
    kind: string,
    campaign: Parameters<typeof issueCoupons>[1],
    over: (world: World, code: string) => Partial<Asked<"sale.commit">>,
  ])[] = [
    ["CodeMistyped", {}, () => ({ couponCodes: ["K7QF-2M9P-3E"] })],
    ["CouponUnknown", {}, () => ({ couponCodes: ["0000-0000-00"] })],
    ["CouponOfAnotherCustomer", {}, ({ binh }) => ({ customerId: binh })],
    ["CouponOfAnotherCustomer", {}, () => ({ customerId: undefined })],
    ["CouponNotYet", { fromDay: "2026-12-01" }, () => ({})],
    [
      "BelowMinimum",
      { offer: { kind: "percent", rateBps: 1_000, minimumSpendMinor: 90_001 } },
      () => ({}),
    ],
    [
      "NothingInScope",
      { offer: { kind: "percent", rateBps: 1_000, scope: { skus: ["RICE"] } } },
      () => ({}),
    ],
    ["GiftNotInBasket", { offer: { kind: "gift", sku: "RICE" } }, () => ({})],
    ["NothingToGain", {}, () => ({ lines: [{ sku: "TEA", discountBps: 10_000 }], payments: [] })],
  ];

  test.each(kinds)("%s", async (kind, campaign, over) => {
    const world = await openWorld();
    const [code = ""] = await issueCoupons(world, campaign);
    const sale = withCoupon(world, code, over(world, code));
    const before = dumpStores(world.engine().stores);
    expect(await world.refusal("sale.commit", sale)).toMatchObject({
      kind: "CouponRefused",
      why: { kind },
    });
    expect(dumpStores(world.engine().stores)).toEqual(before);
    const { payments: _, ...basket } = sale;
    const { coupons, discountMinor } = await world.take("sale.quote", basket);
    expect(coupons).toEqual([
      expect.objectContaining({ accepted: false, why: expect.objectContaining({ kind }) }),
    ]);
    if (kind !== "NothingToGain") expect(discountMinor).toBe(0);
  });

  test("CouponExpired, from the day after its last", async () => {
    const world = await openWorld();
    const [code = ""] = await issueCoupons(world, { toDay: "2026-11-25" });
    passDays(world, 3);
    const { payments: _, ...basket } = withCoupon(world, code);
    expect((await world.take("sale.quote", basket)).coupons[0]).toMatchObject({ accepted: true });
    passDays(world, 1);
    const before = dumpStores(world.engine().stores);
    expect(await world.refusal("sale.commit", withCoupon(world, code))).toMatchObject({
      kind: "CouponRefused",
      why: { kind: "CouponExpired", expiredDay: "2026-11-25" },
    });
    expect(dumpStores(world.engine().stores)).toEqual(before);
  });
});

describe("a code works once", () => {
  test("also when two tills take it at the same moment", async () => {
    const world = await openWorld();
    const [code = ""] = await issueCoupons(world);
    const take = () =>
      world.caller("cashier").send("sale.commit", {
        requestId: world.newId(),
        ...withCoupon(world, code),
      });
    const responses = await Promise.all([take(), take(), take()]);
    expect(responses.filter((response) => "result" in response)).toHaveLength(1);
    for (const response of responses.filter((one) => "error" in one)) {
      expect(response).toMatchObject({
        error: { data: { kind: "CouponRefused", why: { kind: "CouponUsed" } } },
      });
    }
  });

  test("also when it is given twice in one basket", async () => {
    const world = await openWorld();
    const [code = ""] = await issueCoupons(world);
    const { payments: _, ...basket } = withCoupon(world, code);
    const once = await world.take("sale.quote", basket);
    const spelt = `${code.slice(0, 4)}-${code.slice(4).toLowerCase()}`;
    const twice = await world.take("sale.quote", { ...basket, couponCodes: [code, spelt] });
    expect(twice).toMatchObject({ totalMinor: once.totalMinor, discountMinor: 9_000 });
    expect(twice.coupons.filter(({ accepted }) => accepted)).toHaveLength(1);
    const sold = await world.take("sale.commit", {
      ...withCoupon(world, code),
      couponCodes: [code, spelt],
    });
    expect(sold.totalMinor).toBe(once.totalMinor);
  });

  test("and its use is kept by the schema as well", async () => {
    const world = await openWorld();
    const [code = ""] = await issueCoupons(world);
    await world.take("sale.commit", withCoupon(world, code));
    const { shop: db } = world.engine().stores;
    const again = "INSERT INTO coupon_redemptions SELECT * FROM coupon_redemptions";
    expect(() => db.exec(again)).toThrow("UNIQUE");
    expect(() => db.exec("DELETE FROM coupon_redemptions")).toThrow("append-only");
    expect(await world.take("coupon.find", { code })).toMatchObject({ state: "redeemed" });
  });
});

describe("issuing", () => {
  test("reaches only who agreed to printed offers, and draws some of them to be held out", async () => {
    const world = await openWorld();
    for (let number = 0; number < 60; number += 1) {
      const id = await newCustomer(world, { name: `Khách ${number}` });
      if (number % 2 === 0) await agree(world, id, "marketing", "print");
    }
    const { campaignId } = await newCampaign(world, { holdoutBps: 3_000 });
    const { issued, heldOut, skipped } = await world.take("campaign.issue", { campaignId });
    expect(issued + heldOut).toBe(31);
    expect(heldOut).toBeGreaterThan(0);
    expect(issued).toBeGreaterThan(heldOut);
    expect(skipped).toEqual([{ why: "NoMarketingConsent", count: 31 }]);
    const { coupons } = await world.take("campaign.list", { campaignId, format: "json" });
    expect(coupons).toHaveLength(issued);
    expect(new Set(coupons.map(({ code }) => code)).size).toBe(issued);
    expect(coupons.some(({ customerId }) => customerId === world.binh)).toBe(false);
    expect((await world.take("campaign.overview", {})).campaigns[0]).toMatchObject({
      state: "issued",
      issued,
      heldOut,
      redeemed: 0,
    });
  });

  test("stops before its budget could be passed", async () => {
    const world = await openWorld();
    for (let number = 0; number < 9; number += 1) {
      await agree(
        world,
        await newCustomer(world, { name: `Khách ${number}` }),
        "marketing",
        "print",
      );
    }
    const { campaignId } = await newCampaign(world, {
      offer: { kind: "amount", amountMinor: 20_000 },
      maxUsesPerCustomer: 2,
      budgetMinor: 170_000,
    });
    const { issued, skipped } = await world.take("campaign.issue", { campaignId });
    expect(issued).toBe(4);
    expect(skipped).toContainEqual({ why: "BudgetReached", count: 6 });
    const { coupons } = await world.take("campaign.list", { campaignId, format: "json" });
    expect(coupons).toHaveLength(8);
  });

  test("does not reach who withdrew what they had agreed to", async () => {
    const world = await openWorld();
    await world.take("consent.record", {
      customerId: world.an,
      purpose: "marketing",
      channel: "print",
      state: "withdrawn",
      wording: "Không nữa",
      source: "counter",
    });
    const { campaignId } = await newCampaign(world);
    expect(await world.refusal("campaign.issue", { campaignId })).toEqual({
      kind: "NobodyToIssueTo",
      skipped: [{ why: "NoMarketingConsent", count: 2 }],
    });
  });

  test("makes codes that nothing about the campaign or the day gives away", async () => {
    const [one, other] = [await openWorld(), await openWorld()];
    const randomly = async (world: World) => {
      Object.assign(world.engine(), {
        randomBytes: (count: number) => crypto.getRandomValues(new Uint8Array(count)),
      });
      return issueCoupons(world, { maxUsesPerCustomer: 10 });
    };
    const codes = [...(await randomly(one)), ...(await randomly(other))];
    expect(new Set(codes).size).toBe(20);
  });
});

describe("a coupon on the profile", () => {
  test("is there while it can be used, and gone once it was", async () => {
    const world = await openWorld();
    const [code = ""] = await issueCoupons(world);
    const open = async () =>
      (await world.take("customer.profile", { customerId: world.an })).coupons.map(
        (one) => one.code,
      );
    expect(await open()).toEqual([code]);
    await world.take("sale.commit", withCoupon(world, code));
    expect(await open()).toEqual([]);
    expect((await world.take("customer.profile", { customerId: world.binh })).coupons).toEqual([]);
  });

  test("a warning is given for more than half off in Vietnam, where the law caps it", async () => {
    const world = await openWorld();
    const { warnings = [] } = await newCampaign(world, {
      offer: { kind: "percent", rateBps: 5_001 },
    });
    expect(warnings.length).toBeGreaterThan(0);
    const { warnings: none = [] } = await newCampaign(world, { holdoutBps: 1_000 });
    expect(none).toEqual([]);
  });
});

test("a coupon that ends within a week is told with the days left, the one that ends first first", async () => {
  const world = await openWorld();
  const [later = ""] = await issueCoupons(world, { toDay: "2026-12-31" });
  const [soon = ""] = await issueCoupons(world, { toDay: "2026-11-25" });
  const { coupons } = await world.take("customer.profile", { customerId: world.an });
  expect(coupons.map(({ code, endsInDays }) => [code, endsInDays])).toEqual([
    [soon, 3],
    [later, undefined],
  ]);
});

test("a quote tells of a person's other coupons what each would do beside those in the basket", async () => {
  const world = await openWorld();
  const minimum = { kind: "amount", amountMinor: 5_000, minimumSpendMinor: 100_000 } as const;
  const [small = ""] = await issueCoupons(world);
  const [large = ""] = await issueCoupons(world, { offer: minimum });
  const basket = { customerId: world.an, lines: [{ sku: "TEA", quantity: 1 }] };
  const before = await world.take("sale.quote", basket);
  expect(before.coupons).toEqual([]);
  expect(new Map(before.couponsOpen?.map((each) => [each.code, each]))).toEqual(
    new Map([
      [small, expect.objectContaining({ accepted: true })],
      [large, expect.objectContaining({ accepted: false, why: expect.anything() })],
    ]),
  );
  const after = await world.take("sale.quote", { ...basket, couponCodes: [small] });
  expect(after.couponsOpen?.map(({ code }) => code)).toEqual([large]);
  expect(after.totalMinor).toBe(before.totalMinor - (after.coupons[0]?.discountMinor ?? 0));
});

test("a gift that is still to be put in is named as on the shelf: nobody knows goods by their sku", async () => {
  const world = await openWorld();
  const [code = ""] = await issueCoupons(world, { offer: { kind: "gift", sku: RICE.sku } });
  const why = { kind: "GiftNotInBasket", name: RICE.name };
  const { payments, ...basket } = withCoupon(world, code);
  const open = await world.take("sale.quote", { ...basket, couponCodes: [] });
  expect(open.couponsOpen).toMatchObject([{ why }]);
  expect((await world.take("sale.quote", basket)).coupons).toMatchObject([{ why }]);
  expect(await world.refusal("sale.commit", { ...basket, payments })).toMatchObject({ why });
});

test("a gift of what is weighed is a kilogram, and says so", async () => {
  const world = await openWorld();
  const [code = ""] = await issueCoupons(world, {
    offer: { kind: "gift", sku: RICE.sku, scope: { skus: ["TEA"] } },
  });
  const { coupons } = await world.take("customer.profile", { customerId: world.an });
  expect(coupons.map(({ discountText }) => discountText)).toEqual([
    "Tặng 1 kg Gạo ST25 khi mua Trà sen Tây Hồ",
  ]);
  const rice = { sku: RICE.sku, quantityMilli: 2_500 };
  const lines = [{ sku: "TEA", quantity: 1 }, rice];
  const basket = { customerId: world.an, lines, couponCodes: [code] };
  expect(await world.take("sale.quote", basket)).toMatchObject({ discountMinor: RICE.priceMinor });
});

test("a coupon for points says how many times the points it brings, since it takes nothing off", async () => {
  const world = await openWorld();
  const offer = { kind: "points", multiplierBps: 20_000 } as const;
  const [code = ""] = await issueCoupons(world, { offer });
  const { payments: _, ...basket } = withCoupon(world, code);
  const quote = await world.take("sale.quote", basket);
  expect(quote.coupons).toEqual([
    { code, accepted: true, discountMinor: 0, multiplierBps: 20_000 },
  ]);
});
