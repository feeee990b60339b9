import { expect, test } from "vitest";
import { newCampaign, passDays } from "../calls/world.ts";
import { openVillage, sellTo, tellCost, weekPlan } from "./village.ts";

test("the lift compares all who were drawn, by their purchases since", async () => {
  const { world, people } = await openVillage(120);
  for (const id of people) await sellTo(world, id, 1);
  passDays(world, 1);
  const { campaignId } = await newCampaign(world, weekPlan);
  const { issued, heldOut } = await world.take("campaign.issue", { campaignId });
  expect(await world.take("campaign.lift", { campaignId })).toMatchObject({
    issued: { customers: issued, buyers: 0, spentMinor: 0 },
    heldOut: { customers: heldOut, buyers: 0, spentMinor: 0 },
    verdict: "too-early",
    rule: "anytime",
    isOver: false,
    areCouponsOver: false,
    days: [{ day: "2026-11-23", issuedSpentMinor: 0, redeemed: 0 }],
  });
  const { coupons } = await world.take("campaign.list", { campaignId, format: "json" });
  const codeOf = new Map(coupons.map(({ customerId, code }) => [customerId, code]));
  passDays(world, 1);
  for (const [at, id] of people.entries()) {
    const code = codeOf.get(id);
    if (code) await sellTo(world, id, 4 + (at % 3), [code]);
    else if (at % 2 === 0) await sellTo(world, id, 1 + (at % 2));
  }
  passDays(world, 7);
  expect(await world.take("campaign.lift", { campaignId })).toMatchObject({
    isOver: false,
    areCouponsOver: true,
    countedToDay: "2026-12-06",
  });
  passDays(world, 13);
  const lift = await world.take("campaign.lift", { campaignId, locale: "en" });
  expect(lift).toMatchObject({ verdict: "helped", rule: "final", isOver: true });
  expect(lift.issued).toMatchObject({ customers: issued, buyers: issued });
  expect(lift.redeemed).toBe(issued);
  expect(lift.low).toBeGreaterThan(0);
  expect(lift.liftMinor).toBeGreaterThan(lift.low);
  expect(lift.measures.map(({ kind }) => kind)).toEqual(["spend", "margin", "visits", "buyers"]);
  expect(lift.days.at(-1)?.issuedSpentMinor).toBe(lift.issued.spentMinor);
  // The chart ends where the figure above it stands: one sum with two spans would be believed by nobody.
  const { liftMinor, low, high } = lift;
  expect(lift.days.at(-1)).toMatchObject({ liftMinor, low, high });
  expect(lift.days.map(({ redeemed }) => redeemed).slice(0, 3)).toEqual([0, issued, issued]);
  expect(lift.days.at(-1)).not.toHaveProperty("redeemedByArm");
  expect(lift.days.map(({ day }) => day)).toEqual([...lift.days.map(({ day }) => day)].sort());
  expect(lift.discountMinor).toBeGreaterThan(0);
}, 120_000);

test.each([
  ["margin", { costMinor: 30_000 }],
  ["spend", {}],
] as const)(
  "the sum and the chart by day are of the %s, with the costs that are known",
  async (basis, cost) => {
    const { world, people } = await openVillage(60, cost);
    for (const id of people) await sellTo(world, id, 1);
    passDays(world, 1);
    const { campaignId } = await newCampaign(world, weekPlan);
    await world.take("campaign.issue", { campaignId });
    for (const [at, id] of people.entries()) await sellTo(world, id, 1 + (at % 4));
    passDays(world, 2);
    for (const id of people.slice(0, 20)) await sellTo(world, id, 3);
    passDays(world, 30);
    const lift = await world.take("campaign.lift", { campaignId });
    expect(lift.basis).toBe(basis);
    expect(lift.days.at(-1)?.liftMinor).toBe(lift.liftMinor);
    const each = lift.measures.find(({ kind }) => kind === basis)?.value ?? Number.NaN;
    const { customers } = lift.issued;
    expect(Math.abs(lift.liftMinor - customers * each)).toBeLessThanOrEqual(customers);
    expect(lift.liftMinor).not.toBe(0);
  },
  120_000,
);

/** Sixty people who bought before, and after a campaign whose days are over. */
const openCampaign = async (cost?: { readonly costMinor?: number }) => {
  const { world, people } = await openVillage(60, cost);
  for (const id of people) await sellTo(world, id, 1);
  passDays(world, 1);
  const { campaignId } = await newCampaign(world, weekPlan);
  await world.take("campaign.issue", { campaignId });
  for (const [at, id] of people.entries()) await sellTo(world, id, 1 + (at % 3));
  passDays(world, 30);
  return { world, campaignId };
};

test("a cost that changes, or is cleared, after the sales changes nothing of what they left", async () => {
  const { world, campaignId } = await openCampaign();
  const measured = () => world.take("campaign.lift", { campaignId });
  const before = await measured();
  expect(before.basis).toBe("margin");
  await tellCost(world, 44_000);
  expect(await measured()).toEqual(before);
  await tellCost(world, null);
  expect(await measured()).toEqual(before);
}, 90_000);

test("a cost that is told only after the sales counts for them", async () => {
  const { world, campaignId } = await openCampaign({});
  const basis = async () => (await world.take("campaign.lift", { campaignId })).basis;
  expect(await basis()).toBe("spend");
  await tellCost(world, 30_000);
  expect(await basis()).toBe("margin");
}, 90_000);

test("what would take more people than the shop has is said to be too small, without a number", async () => {
  const { world, campaignId } = await openCampaign();
  const { verdict, tooEarly, text } = await world.take("campaign.lift", {
    campaignId,
    locale: "en",
  });
  expect(verdict).toBe("too-early");
  expect(tooEarly).toEqual({ why: "chance", isTooSmall: true });
  expect(text).toMatch(/This campaign is too small to tell\./u);
}, 120_000);

test("a campaign at the till that has given nothing out yet says that, and not who was held out", async () => {
  const { world } = await openVillage(1);
  const { campaignId } = await newCampaign(world, {
    ...{ trigger: "next-purchase", validDays: 30, holdoutBps: 3_000 },
    ...{ fromDay: "2026-11-22", toDay: "2026-11-29" },
  });
  await world.take("campaign.issue", { campaignId });
  const lift = await world.take("campaign.lift", { campaignId, locale: "en" });
  expect(lift.tooEarly).toEqual({ why: "nothing-given" });
  expect(lift.text).toBe("Too early to tell. Nothing has been given out yet.");
}, 90_000);

test("what was bought on the day of issuing, but before it, is not what the campaign brought", async () => {
  const { world, people } = await openVillage(30);
  const { campaignId } = await newCampaign(world, {
    ...weekPlan,
    ...{ segment: {}, fromDay: "2026-11-22" },
  });
  for (const id of people) await sellTo(world, id, 2);
  world.clock.nowMs += 60_000;
  const { issued, heldOut } = await world.take("campaign.issue", { campaignId });
  const lift = await world.take("campaign.lift", { campaignId });
  expect(lift.issued).toMatchObject({ customers: issued, buyers: 0, spentMinor: 0 });
  expect(lift.heldOut).toMatchObject({ customers: heldOut, buyers: 0, spentMinor: 0 });
}, 90_000);

test("a list whose days began before it was issued is measured from the day of issuing on", async () => {
  const { world } = await openVillage(4);
  const over = { segment: {}, fromDay: "2026-11-01" };
  const { campaignId } = await newCampaign(world, { ...weekPlan, ...over });
  await world.take("campaign.issue", { campaignId });
  const { days } = await world.take("campaign.lift", { campaignId });
  expect(days.map(({ day }) => day)).toEqual(["2026-11-22"]);
});

test("of a campaign at the till counts what was bought after each was drawn, not what drew them", async () => {
  const { world, people } = await openVillage(60);
  const { campaignId } = await newCampaign(world, {
    ...{ trigger: "next-purchase", validDays: 30, holdoutBps: 3_000 },
    ...{ fromDay: "2026-11-22", toDay: "2026-12-20" },
  });
  await world.take("campaign.issue", { campaignId });
  const drawn = new Set<string>();
  for (const id of people) {
    const { couponsIssued } = await sellTo(world, id, 2);
    if (couponsIssued) drawn.add(id);
  }
  const measured = () => world.take("campaign.lift", { campaignId });
  const [issued, heldOut] = [drawn.size, people.length - drawn.size];
  expect(await measured()).toMatchObject({
    issued: { customers: issued, buyers: 0, spentMinor: 0 },
    heldOut: { customers: heldOut, buyers: 0, spentMinor: 0 },
  });
  passDays(world, 1);
  for (const id of drawn) await sellTo(world, id, 1);
  const { issued: came, heldOut: stayed, basis } = await measured();
  expect(came).toMatchObject({ buyers: issued, spentMinor: issued * 45_000 });
  expect(stayed).toMatchObject({ buyers: 0, spentMinor: 0 });
  expect(basis).toBe("margin");
}, 90_000);

test("each day says how many coupons were used until its end, in all and of each offer", async () => {
  const { world, people } = await openVillage(24);
  for (const id of people) await sellTo(world, id, 1);
  passDays(world, 1);
  const otherOffer = { kind: "amount", amountMinor: 20_000 } as const;
  const { campaignId } = await newCampaign(world, { ...weekPlan, otherOffer });
  await world.take("campaign.issue", { campaignId });
  const { coupons } = await world.take("campaign.list", { campaignId, format: "json" });
  const ofArm = (name: "a" | "b") => coupons.filter(({ arm }) => arm === name);
  const use = async ({ customerId, code }: (typeof coupons)[number]) =>
    void (await sellTo(world, customerId, 2, [code]));
  const [a, b] = [ofArm("a"), ofArm("b")];
  for (const coupon of [...a.slice(0, 2), ...b.slice(0, 1)]) await use(coupon);
  passDays(world, 2);
  for (const coupon of b.slice(1, 3)) await use(coupon);
  passDays(world, 1);
  const running = await world.take("campaign.lift", { campaignId });
  expect(running.days.map(({ redeemed, redeemedByArm }) => [redeemed, redeemedByArm])).toEqual([
    [3, { a: 2, b: 1 }],
    [3, { a: 2, b: 1 }],
    [5, { a: 2, b: 3 }],
    [5, { a: 2, b: 3 }],
  ]);
  for (const coupon of [...a.slice(2), ...b.slice(3)]) await use(coupon);
  passDays(world, 30);
  const over = await world.take("campaign.lift", { campaignId });
  expect(over.redeemed).toBe(coupons.length);
  expect(over.days.at(-1)?.redeemed).toBe(over.redeemed);
  expect(over.days.at(-1)?.redeemedByArm).toEqual({ a: a.length, b: b.length });
}, 120_000);

test("a campaign that was stopped is not told to be running, nor to be told by more days", async () => {
  const { world, people } = await openVillage(60);
  for (const id of people) await sellTo(world, id, 1);
  passDays(world, 1);
  const { campaignId } = await newCampaign(world, { ...weekPlan, toDay: "2027-01-31" });
  await world.take("campaign.issue", { campaignId });
  const { coupons } = await world.take("campaign.list", { campaignId, format: "json" });
  const issued = new Set(coupons.map(({ customerId }) => customerId));
  passDays(world, 2);
  for (const [at, id] of people.entries()) {
    if (at % 3 > 0) await sellTo(world, id, (issued.has(id) ? 3 : 2) + (at % 4));
  }
  const measured = () => world.take("campaign.lift", { campaignId, locale: "en" });
  const running = await measured();
  expect(running.tooEarly?.daysToTell).toBeGreaterThan(0);
  expect(running).not.toHaveProperty("stoppedDay");
  await world.take("campaign.stop", { campaignId });
  const stopped = await measured();
  expect(stopped).toMatchObject({ stoppedDay: "2026-11-25", isOver: false, rule: "anytime" });
  expect(stopped.tooEarly).toEqual({ why: "chance" });
  expect(stopped.text).not.toMatch(/more days?/u);
  expect([stopped.liftMinor, stopped.low]).toEqual([running.liftMinor, running.low]);
}, 90_000);

test("a list whose draw ended only after its last day is measured on that day", async () => {
  const { world, people } = await openVillage(12);
  for (const id of people) await sellTo(world, id, 1);
  passDays(world, 1);
  const { campaignId } = await newCampaign(world, { ...weekPlan, toDay: "2026-11-23" });
  await world.take("campaign.issue", { campaignId });
  const tomorrowMs = world.clock.nowMs + 86_400_000;
  world
    .engine()
    .stores.shop.prepare<[number, string]>(
      "UPDATE campaigns SET issued_at_ms = ? WHERE campaign_id = ?",
    )
    .run(tomorrowMs, campaignId);
  passDays(world, 1);
  const { days } = await world.take("campaign.lift", { campaignId });
  expect(days.map(({ day }) => day)).toEqual(["2026-11-23", "2026-11-24"]);
}, 90_000);
