import { expect, test } from "vitest";
import { agree, newCustomer, passDays, sell } from "../calls/world.ts";
import type { Asked } from "../setUp.ts";
import { openVillage, sellTo } from "./village.ts";

const plan = {
  segment: {},
  offer: { kind: "percent", rateBps: 1_000 },
  fromDay: "2026-12-01",
  toDay: "2026-12-05",
  holdoutBps: 0,
  trigger: "next-purchase",
  minimumSaleMinor: 90_000,
  validDays: 3,
} satisfies Partial<Asked<"campaign.rehearse">>;

/**
 * Half of the people buy two teas, and two days later three; the others one tea each time. So does one
 * who agreed to paper, and to no personal offers.
 */
const openBusyVillage = async () => {
  const { world, people } = await openVillage(20);
  const shy = await newCustomer(world, { name: "Khách kín" });
  await agree(world, shy, "marketing", "print");
  for (const quantity of [2, 3]) {
    for (const id of [shy, ...people.slice(0, 9)]) await sellTo(world, id, quantity);
    for (const id of people.slice(9)) await sellTo(world, id, 1);
    passDays(world, 2);
  }
  passDays(world, 3);
  return { world, people };
};

test("coupons for the next purchase are forecast by the purchases that would have earned them", async () => {
  const { world } = await openBusyVillage();
  const rehearsal = await world.take("campaign.rehearse", plan);
  // An, who never bought, and Bình, who agreed to nothing, are in the segment too.
  expect(rehearsal).toMatchObject({ customers: 23, reachable: 22, issued: 10, heldOut: 0 });
  expect(rehearsal.skipped).toEqual([{ why: "NoMarketingConsent", count: 1 }]);
  expect(rehearsal.replay).toMatchObject({
    customers: 10,
    earned: 20,
    baskets: 10,
    discountMinor: 10 * 13_500,
    spentMinor: 10 * 5 * 45_000,
  });
  expect(rehearsal.redemptions.value).toBeGreaterThan(0);
  expect(rehearsal.redemptions.high).toBeLessThanOrEqual(20);
  expect(rehearsal.choices).toHaveLength(9);
}, 90_000);

test.each([
  // What is different → coupons earned, and how many people get any
  { over: { minimumSaleMinor: 100_000 }, earned: 10, issued: 10 },
  { over: { minimumSaleMinor: 200_000 }, earned: 0, issued: 0 },
  // Open for one day only, so that nothing is used when they come two days later.
  { over: { validDays: 1, toDay: "2026-12-07" }, earned: 20, issued: 10, baskets: 0 },
  // Each keeps 9,000 d of it free, and says that it takes no more: not 13,500 d when it is used.
  { over: { budgetMinor: 30_000 }, earned: 3, issued: 3, baskets: 3, discountMinor: 27_000 },
  // Four people earn twice; nobody else gets any.
  { over: { maxCustomers: 4 }, earned: 8, issued: 4 },
  // Whom it holds out cost nothing: as many are issued for the same budget.
  { over: { budgetMinor: 30_000, holdoutBps: 5_000 }, earned: 3, issued: 3, heldOut: 3 },
  // What is told is for who is issued.
  { over: { holdoutBps: 5_000 }, earned: 10, issued: 5, heldOut: 5 },
])("a rehearsal for the next purchase reads its terms: $over", async ({ over, ...expected }) => {
  const { world } = await openBusyVillage();
  const rehearsal = await world.take("campaign.rehearse", { ...plan, ...over });
  const { earned, baskets, discountMinor } = rehearsal.replay ?? {};
  const { issued, heldOut } = rehearsal;
  expect({ earned, baskets, discountMinor, issued, heldOut }).toMatchObject(expected);
}, 90_000);

test("what is bought on the day of a coupon uses none: it is good from the day after", async () => {
  const { world, people } = await openVillage(5);
  for (const _ of ["in the morning", "in the afternoon"]) {
    for (const id of people) await sellTo(world, id, 2);
  }
  passDays(world, 7);
  const { replay } = await world.take("campaign.rehearse", plan);
  expect(replay).toMatchObject({ earned: 5, baskets: 0, discountMinor: 0 });
}, 90_000);

test("of a campaign with the largest budget that holds everybody out nobody is issued", async () => {
  const { world } = await openBusyVillage();
  const over = { budgetMinor: 1_000_000_000_000_000, holdoutBps: 10_000 };
  expect(await world.take("campaign.rehearse", { ...plan, ...over })).toMatchObject({
    ...{ issued: 0, heldOut: 10, costMinor: { low: 0, value: 0, high: 0 } },
  });
}, 90_000);

test("what coupons of a budget cost is expected by what each says that it takes off at most", async () => {
  const { world } = await openBusyVillage();
  const anyPurchase = { ...plan, minimumSaleMinor: 0 };
  const open = await world.take("campaign.rehearse", anyPurchase);
  const budgeted = { ...anyPurchase, budgetMinor: 100_000_000 };
  const bounded = await world.take("campaign.rehearse", budgeted);
  expect(bounded.replay?.earned).toBe(open.replay?.earned);
  expect(bounded.redemptions).toEqual(open.redemptions);
  expect(bounded.costMinor.value).toBeGreaterThan(0);
  expect(bounded.costMinor.value).toBeLessThan(open.costMinor.value);
  expect(bounded.gainMinor.value).toBeGreaterThan(open.gainMinor.value);
  const stated = { ...plan.offer, maxDiscountMinor: 4_000 };
  const lower = await world.take("campaign.rehearse", { ...budgeted, offer: stated });
  expect(lower).toMatchObject({
    costMinor: (await world.take("campaign.rehearse", { ...anyPurchase, offer: stated })).costMinor,
  });
}, 90_000);

test("what is expected of one person is shown of those who agreed to personal offers", async () => {
  const { world, people } = await openBusyVillage();
  for (const [trigger, issuedTo, shown] of [
    ["list", 21, 20],
    ["next-purchase", 10, 9],
  ] as const) {
    const { issued, choices } = await world.take("campaign.rehearse", {
      ...{ ...plan, trigger },
      segment: { all: [{ kind: "purchaseCount", min: 1 }] },
    });
    expect(issued).toBe(issuedTo);
    expect(choices).toHaveLength(shown);
    for (const { customerId } of choices) expect(people).toContain(customerId);
  }
}, 90_000);

test("what a campaign at the till could tell is of purchases after those that would have earned a coupon", async () => {
  const { world, people } = await openVillage(40);
  const power = async () => {
    const asked = { ...plan, holdoutBps: 5_000, locale: "en" } as const;
    return (await world.take("campaign.rehearse", asked)).power;
  };
  for (const [at, id] of people.entries()) await sellTo(world, id, 2 + (at % 3));
  passDays(world, 4);
  // All have bought, which earned them their coupons; nobody has come again.
  expect((await power()).smallestLiftMinor).toBe(0);
  for (const [at, id] of people.slice(0, 30).entries()) await sellTo(world, id, 1 + (at % 2));
  passDays(world, 1);
  const { smallestLiftMinor, smallestLiftBps } = await power();
  expect(smallestLiftMinor).toBeGreaterThan(0);
  // Ten of forty did not come again, and the others for 45,000 d or 90,000 d: far from even.
  expect(smallestLiftBps).toBeGreaterThan(5_000);
}, 90_000);

test.each([
  // What is planned → the days of the past that are told, and whether they are fewer
  { over: { trigger: "list", toDay: "2026-12-05" }, fromDay: "2026-11-24" },
  { over: { trigger: "list", toDay: "2026-12-31" }, fromDay: "2026-11-22", isShorter: true },
  { over: { toDay: "2026-12-31" }, fromDay: "2026-11-22", toDay: "2026-11-25", isShorter: true },
  // Only what the first day gave had time to be used.
  { over: { validDays: 30 }, fromDay: "2026-11-22", toDay: "2026-11-22", isShorter: true },
] as const)("no day before the first sale is told: $over", async ({ over, ...days }) => {
  const { world } = await openBusyVillage();
  const { replay } = await world.take("campaign.rehearse", { ...plan, ...over });
  const { fromDay, toDay, isShorter, customers } = replay ?? {};
  expect({ toDay: "2026-11-28", isShorter: undefined, ...days }).toEqual({
    ...{ fromDay, toDay, isShorter },
  });
  expect(customers).toBeGreaterThan(0);
}, 90_000);

test.each([
  // The template → the days planned → the days replayed, a year ago
  ["black-friday", "2026-11-27", "2026-11-29", "2025-11-28", "2025-11-30"],
  ["tet", "2027-01-16", "2027-02-05", "2026-01-27", "2026-02-16"],
  ["lapsed", "2026-11-27", "2026-11-29", "2025-11-27", "2025-11-29"],
] as const)(
  "%s is rehearsed on the days of its own calendar",
  async (template, fromDay, toDay, from, to) => {
    const { world, people } = await openVillage(2);
    for (const customerId of people) {
      for (const soldAtMs of [Date.UTC(2025, 8, 1, 3), Date.parse(`${from}T03:00:00Z`)]) {
        await sell(world, { customerId, soldAtMs, lines: [{ sku: "TEA" }] });
      }
    }
    const { replay } = await world.take("campaign.rehearse", {
      ...{ ...plan, trigger: "list", template, fromDay, toDay },
    });
    expect(replay).toMatchObject({ fromDay: from, toDay: to, customers: 2, spentMinor: 90_000 });
  },
  90_000,
);

// At the till each earns a coupon with the first purchase, and is given the gift with the second.
test.each([
  "list",
  "next-purchase",
] as const)("a gift is rehearsed on baskets that held none, at its price and its cost: %s", async (trigger) => {
  const { world } = await openBusyVillage();
  await world.take("catalog.import", {
    products: [{ sku: "CUP", name: "Tách sứ", priceMinor: 20_000, costMinor: 12_000 }],
  });
  const rehearse = (offer: Asked<"campaign.rehearse">["offer"]) =>
    world.take("campaign.rehearse", {
      ...{ ...plan, offer, trigger },
      segment: { all: [{ kind: "spentMinor", min: 100_000 }] },
    });
  const nothing = await rehearse({ kind: "percent", rateBps: 1, minimumSpendMinor: 10_000_000 });
  const { replay } = await rehearse({ kind: "gift", sku: "CUP", minimumSpendMinor: 80_000 });
  const uses = replay?.customers ?? 0;
  expect(uses).toBeGreaterThan(0);
  expect(replay).toMatchObject({ baskets: uses, discountMinor: uses * 20_000 });
  expect(replay?.marginMinor).toBe((nothing.replay?.marginMinor ?? 0) - uses * 12_000);
}, 90_000);
