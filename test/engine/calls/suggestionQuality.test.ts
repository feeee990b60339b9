import { beforeAll, describe, expect, test } from "vitest";
import { isControlLookup } from "../../../shared/domain/suggestion/lookup.ts";
import { DAY_MS } from "../../../shared/kernel/day.ts";
import { openShop, type TestShop } from "../setUp.ts";

let shop: TestShop;
const span = { fromDay: "2026-11-01", toDay: "2026-11-30" };

/** 240 baskets of tea, half of them control: who is shown milk takes it each third time. */
const trade = async () => {
  let shown = 0;
  let control = 0;
  for (let basket = 0; basket < 240; basket += 1) {
    const lookupId = shop.newId();
    const isControl = isControlLookup(lookupId, 5_000);
    const count = isControl ? ++control : ++shown;
    const isTaken = !isControl && count % 3 === 0;
    await shop.take("sale.commit", {
      lines: [
        { sku: "TEA", quantity: 1 + (basket % 2) },
        ...(isTaken ? [{ sku: "MILK", suggested: true }] : []),
      ],
      payments: [{ method: "cash", amountMinor: 1_000_000 }],
      offered: {
        lookupId,
        shown: [
          { sku: "MILK", reasonKind: "goes-with" },
          { sku: "RICE", reasonKind: "due" },
        ],
        dismissedSkus: !isTaken && count % 4 === 0 ? ["RICE"] : [],
      },
    });
  }
  return { shown, control };
};

let traded: Awaited<ReturnType<typeof trade>>;
beforeAll(async () => {
  shop = await openShop({ isFast: true });
  await shop.take("catalog.import", {
    products: [
      { sku: "TEA", name: "Trà sen", priceMinor: 45_000 },
      { sku: "MILK", name: "Sữa đặc", priceMinor: 90_000 },
      { sku: "RICE", name: "Gạo thơm", priceMinor: 120_000 },
    ],
  });
  await shop.take("shop.setSettings", { suggestionControlBps: 5_000 });
  traded = await trade();
}, 60_000);

describe("what suggesting brought", () => {
  test("is counted by lookup, by reason, by product and by week", async () => {
    const quality = await shop.take("suggestion.quality", span);
    const taken = Math.floor(traded.shown / 3);
    expect(quality).toMatchObject({
      lookups: traded.shown,
      controlLookups: traded.control,
      shown: traded.shown * 2,
      taken,
    });
    expect(quality.dismissed).toBeGreaterThan(0);
    expect(quality.byReason).toEqual(
      expect.arrayContaining([
        expect.objectContaining({
          kind: "goes-with",
          shown: traded.shown,
          taken,
          takenBps: Math.floor((10_000 * taken) / traded.shown),
          // Of no control lookup is it known what it would have been shown.
          gainText: "Chưa đủ để nói",
        }),
        expect.objectContaining({ kind: "due", shown: traded.shown, taken: 0 }),
      ]),
    );
    expect(quality.topProducts).toEqual([
      { sku: "MILK", name: "Sữa đặc", shown: traded.shown, taken, dismissed: 0 },
      {
        sku: "RICE",
        name: "Gạo thơm",
        shown: traded.shown,
        taken: 0,
        dismissed: quality.dismissed,
      },
    ]);
    expect(quality.byWeek).toEqual([
      expect.objectContaining({ weekDay: "2026-11-16", shown: traded.shown * 2, taken }),
    ]);
  });

  test("is told against those who were shown nothing, in the language asked for", async () => {
    shop.clock.nowMs += 20 * DAY_MS;
    const { gain, byWeek } = await shop.take("suggestion.quality", { ...span, locale: "en" });
    expect(gain.verdict).toBe("helped");
    expect(gain.low).toBeGreaterThan(0);
    expect(gain.low).toBeLessThanOrEqual(30_000);
    expect(gain.high).toBeGreaterThanOrEqual(30_000);
    expect(Math.abs((byWeek[0]?.gainMinor ?? 0) - (gain.valueMinor ?? 0))).toBeLessThanOrEqual(1);
    expect(byWeek[0]?.low).toBeGreaterThan(0);
    expect(gain.text).toMatch(/more sold in each sale/u);
    const vietnamese = await shop.take("suggestion.quality", { ...span, locale: "vi" });
    expect(vietnamese.gain.text).not.toBe(gain.text);
  });

  test("is one question, of the whole year, whichever days are looked at", async () => {
    const year = await shop.take("suggestion.quality", span);
    expect(year.gain).toMatchObject({
      ...{ fromDay: "2026-01-01", toDay: "2026-12-31", controlLookups: traded.control },
    });
    expect(year.gain).not.toHaveProperty("before");
    const empty = await shop.take("suggestion.quality", {
      ...{ fromDay: "2026-12-05", toDay: "2026-12-12" },
    });
    expect(empty).toMatchObject({ shown: 0, lookups: 0 });
    expect(empty.gain).toEqual(year.gain);
    const nextYear = { fromDay: "2027-01-01", toDay: "2027-01-03" };
    const { gain } = await shop.take("suggestion.quality", nextYear);
    expect(gain.before).toMatchObject({ fromDay: "2026-01-01", headline: year.gain.headline });
  });

  test("is nothing, and no verdict, on days without lookups", async () => {
    const none = { fromDay: "2025-10-01", toDay: "2025-10-31" };
    expect(await shop.take("suggestion.quality", none)).toMatchObject({
      lookups: 0,
      shown: 0,
      byReason: [],
      byWeek: [],
      topProducts: [],
      gain: { verdict: "untold" },
    });
  });
});

describe("where the share that is shown nothing was changed", () => {
  /** Sales of one thing, each shown something that nobody takes. */
  const sellEach = async (world: TestShop, quantity: number, count = 150): Promise<void> => {
    for (let basket = 0; basket < count; basket += 1) {
      await world.take("sale.commit", {
        lines: [{ sku: "TEA", quantity: quantity + (basket % 2) }],
        payments: [{ method: "cash", amountMinor: 10_000_000 }],
        offered: {
          lookupId: world.newId(),
          shown: [{ sku: "MILK", reasonKind: "goes-with" }],
          dismissedSkus: [],
        },
      });
    }
  };

  const openTeaShop = async () => {
    const world = await openShop({ isFast: true });
    await world.take("catalog.import", {
      products: [
        { sku: "TEA", name: "Trà sen", priceMinor: 45_000 },
        { sku: "MILK", name: "Sữa đặc", priceMinor: 90_000 },
      ],
    });
    return world;
  };

  test("what a season sold more is not what was suggested", async () => {
    const world = await openTeaShop();
    await world.take("shop.setSettings", { suggestionControlBps: 1_500 });
    await sellEach(world, 1);
    world.clock.nowMs += DAY_MS;
    await world.take("shop.setSettings", { suggestionControlBps: 5_000 });
    await sellEach(world, 9);
    const { gain, lookups, controlLookups } = await world.take("suggestion.quality", span);
    expect(lookups + controlLookups).toBe(300);
    expect(gain.low).toBeLessThan(0);
    expect(gain.high).toBeGreaterThan(0);
    // Of the second day alone more were shown nothing than would have been on both: enough to tell.
    expect(gain.verdict).toBe("no-difference");
  }, 60_000);

  test("a share that was set to nothing leaves what was told before", async () => {
    const world = await openTeaShop();
    await world.take("shop.setSettings", { suggestionControlBps: 5_000 });
    await sellEach(world, 1);
    const told = async () => (await world.take("suggestion.quality", span)).gain;
    const before = await told();
    expect(before.valueMinor).toBeDefined();
    world.clock.nowMs += DAY_MS;
    await world.take("shop.setSettings", { suggestionControlBps: 0 });
    await sellEach(world, 9, 40);
    const after = await told();
    expect(after.valueMinor).toBe(before.valueMinor);
  }, 60_000);
});
