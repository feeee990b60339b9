import { expect, test } from "vitest";
import { passDays } from "../calls/world.ts";
import { dumpTables } from "../db/dump.ts";
import { openVillage, sellTo, weekPlan } from "./village.ts";

test("a rehearsal says who, what it costs and what could be told, and writes nothing", async () => {
  const { world, people } = await openVillage(60);
  for (const id of people) await sellTo(world, id, 2);
  passDays(world, 1);
  const before = dumpTables(world.engine().stores.shop);
  const rehearsal = await world.take("campaign.rehearse", { ...weekPlan, locale: "en" });
  expect(dumpTables(world.engine().stores.shop)).toEqual(before);
  expect(rehearsal).toMatchObject({ customers: 60, reachable: 60, skipped: [] });
  expect(rehearsal.issued + rehearsal.heldOut).toBe(60);
  // Its only day, since the shop is younger than the seven of the campaign: a fifth of one basket each.
  expect(rehearsal.replay).toEqual({
    ...{ fromDay: "2026-11-22", toDay: "2026-11-22", isShorter: true },
    customers: rehearsal.issued,
    baskets: rehearsal.issued,
    discountMinor: rehearsal.issued * 18_000,
    spentMinor: rehearsal.issued * 90_000,
    marginMinor: expect.any(Number),
  });
  const { redemptions, costMinor, power, choices } = rehearsal;
  expect(redemptions.low).toBeLessThanOrEqual(redemptions.value);
  expect(redemptions.value).toBeLessThanOrEqual(redemptions.high);
  expect(redemptions.high).toBeLessThanOrEqual(rehearsal.issued);
  expect(costMinor.value).toBeGreaterThan(0);
  expect(power.text).not.toBe("");
  expect(choices.length).toBe(20);
  expect(choices[0]).toMatchObject({ arm: "a", name: expect.stringMatching(/^Khách/) });
  expect(rehearsal.learnedFrom).toMatchObject({ campaigns: 0, redemptions: 0 });
}, 90_000);

test("a gain that rests on an assumed margin says so, and which; one that rests on costs does not", async () => {
  const learnedIn = async (cost: { readonly costMinor?: number }) => {
    const { world, people } = await openVillage(55, cost);
    for (const id of people) await sellTo(world, id, 2);
    passDays(world, 1);
    return (await world.take("campaign.rehearse", weekPlan)).learnedFrom;
  };
  expect(await learnedIn({})).toMatchObject({ assumedMarginBps: 2_500 });
  expect(await learnedIn({ costMinor: 30_000 })).not.toHaveProperty("assumedMarginBps");
}, 90_000);

test("a budget bounds an offer without a ceiling by what it should cost", async () => {
  const { world, people } = await openVillage(60);
  for (const id of people) await sellTo(world, id, 2);
  passDays(world, 1);
  const rehearse = (budgetMinor: number) =>
    world.take("campaign.rehearse", { ...weekPlan, budgetMinor });
  const all = await rehearse(1_000_000_000);
  expect(all.skipped).toEqual([]);
  const half = await rehearse(Math.round(all.costMinor.value / 2));
  expect(half.skipped).toEqual([{ why: "BudgetReached", count: expect.any(Number) }]);
  expect(half.issued).toBeGreaterThan(all.issued * 0.3);
  expect(half.issued).toBeLessThan(all.issued * 0.7);
}, 90_000);
