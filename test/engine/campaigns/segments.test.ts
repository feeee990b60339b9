import { join } from "node:path";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { openDb } from "../../../electron/engine/db/connection.ts";
import { listCustomerIds } from "../../../electron/engine/repositories/customers.ts";
import { isInSegmentNow } from "../../../electron/engine/usecases/campaigns/segmentQuestion.ts";
import type { Condition, Segment } from "../../../shared/domain/segment/segment.ts";
import { liveThrough, story } from "../calls/story.ts";
import { agree, newCustomer, openWorld, passDays, sell } from "../calls/world.ts";
import { type Asked, KEY_HEX, type TestShop } from "../setUp.ts";
import { slowSegment } from "./slowSegment.ts";

const within = fc.option(fc.integer({ min: 1, max: 400 }), { nil: undefined });
const range = (max: number) =>
  fc.record({
    min: fc.integer({ min: 0, max }),
    max: fc.option(fc.integer({ min: max, max: 2 * max }), { nil: undefined }),
  });
const of = <K extends string, T extends object>(kind: K, rest: fc.Arbitrary<T>) =>
  rest.map((fields) => ({ kind, ...fields }));

const goods = fc.record({
  any: fc.uniqueArray(fc.constantFrom("TEA", "RICE", "SOAP", "NONE"), { minLength: 1 }),
  withinDays: within,
});
const shelves = fc.record({
  any: fc.uniqueArray(fc.constantFrom("Gạo", "Quà", "Kệ lạ"), { minLength: 1 }),
  withinDays: within,
});

const condition = fc.oneof(
  of("recencyDays", range(60)),
  fc.tuple(range(4), within).map(([ends, withinDays]) => ({
    kind: "purchaseCount" as const,
    ...ends,
    withinDays,
  })),
  fc.tuple(range(400_000), within).map(([ends, withinDays]) => ({
    kind: "spentMinor" as const,
    ...ends,
    withinDays,
  })),
  of("boughtSku", goods),
  of("notBoughtSku", goods),
  of("boughtCategory", shelves),
  of("notBoughtCategory", shelves),
  of("channel", fc.record({ channel: fc.constantFrom("store", "online", "both") })),
  of("pointsBalance", range(30)),
  of("pointsExpiring", fc.record({ withinDays: fc.integer({ min: 0, max: 366 }) })),
  of(
    "tier",
    fc.record({
      any: fc.uniqueArray(fc.constantFrom("none", "new-face", "regular", "like-family"), {
        minLength: 1,
      }),
    }),
  ),
  of(
    "birthdayWithinDays",
    fc.record({
      days: fc.integer({ min: 0, max: 366 }),
      calendar: fc.constantFrom("solar", "lunar"),
    }),
  ),
  of("lapsedAgainstOwnRhythm", fc.record({ times: fc.integer({ min: 1, max: 3 }) })),
  of(
    "consent",
    fc.record({
      purpose: fc.constantFrom("marketing", "personalization"),
      channel: fc.constantFrom("counter", "print", "sms"),
    }),
  ),
  of("cartLeftOnline", fc.record({ withinDays: fc.integer({ min: 1, max: 366 }) })),
) as fc.Arbitrary<Condition>;

const segment: fc.Arbitrary<Segment> = fc.record({
  all: fc.array(condition, { maxLength: 2 }),
  any: fc.array(condition, { maxLength: 2 }),
});

describe("a segment", () => {
  test("is what going through every row of everybody says, in any shop", async () => {
    await fc.assert(
      fc.asyncProperty(
        story(30),
        fc.array(segment, { minLength: 25, maxLength: 25 }),
        story(6),
        async (before, segments, after) => {
          const shop = await liveThrough(before);
          await expectAgreed(shop, segments);
          await shop.close();
          // The same where the figures are brought up to date instead of made.
          const grown = await liveThrough([...before, ...after]);
          await expectAgreed(grown, segments.slice(0, 3));
          await grown.close();
        },
      ),
      { numRuns: 3 },
    );
  }, 180_000);

  test.each([
    ["an hour", 3_600_000],
    ["two days", 172_800_000],
  ])("takes who bought before a clock was set back by %s for somebody who bought just now", async (_, backMs) => {
    const world = await openWorld();
    await sell(world, { customerId: world.an, lines: [{ sku: "TEA" }] });
    world.clock.nowMs -= backMs;
    for (const [range, ids] of [
      [{ min: 0, max: 3 }, [world.an]],
      [{ max: 0 }, [world.an]],
      [{ min: 0 }, [world.an]],
      [{ min: 1 }, []],
    ] as const) {
      const segment: Segment = { all: [{ kind: "recencyDays", ...range }] };
      const { sample } = await world.take("segment.preview", {
        segment: { all: [{ kind: "recencyDays", ...range }] },
      });
      expect([range, sample.map(({ customerId }) => customerId)]).toEqual([range, ids]);
      expect(isInSegmentNow(world.engine(), segment, world.an)).toBe(ids.length > 0);
    }
  });

  test("counts a sale, a word on consent and a birthday of a moment ago", async () => {
    const world = await openWorld();
    const { an, binh } = world;
    const bought: Asked<"segment.preview">["segment"] = {
      all: [{ kind: "purchaseCount", min: 1, withinDays: 7 }],
    };
    const preview = () => world.take("segment.preview", { segment: bought });
    expect(await preview()).toMatchObject({ count: 0, sample: [] });
    await sell(world, { customerId: an, lines: [{ sku: "TEA" }] });
    expect(await preview()).toMatchObject({
      count: 1,
      sample: [{ customerId: an, spentMinor: 45_000, lastPurchaseAtMs: world.clock.nowMs }],
      reachable: { print: 1, sms: 0 },
    });
    passDays(world, 1);
    await sell(world, { customerId: binh, lines: [{ sku: "TEA" }] });
    await agree(world, binh, "marketing", "print");
    const { sample, reachable } = await preview();
    expect(sample.map(({ customerId }) => customerId)).toEqual([binh, an]);
    expect(reachable).toMatchObject({ print: 2 });
    passDays(world, 6);
    expect(await preview()).toMatchObject({ count: 2 });
    passDays(world, 1);
    expect(await preview()).toMatchObject({ count: 1 });
  });

  test("follows goods to another shelf, and never keeps the till waiting", async () => {
    const world = await openWorld();
    await sell(world, { customerId: world.an, lines: [{ sku: "TEA" }] });
    const from = async (shelf: string) => {
      const all = [{ kind: "boughtCategory" as const, any: [shelf] }];
      return (await world.take("segment.preview", { segment: { all } })).count;
    };
    const put = (category: string) =>
      world.take("catalog.import", {
        products: [{ sku: "TEA", name: "Trà sen", priceMinor: 45_000, category }],
      });
    expect(await from("Trà")).toBe(0);
    await put("Trà");
    expect([await from("Trà"), await from("Quà")]).toEqual([1, 0]);
    await put("Quà");
    const [, moved] = await Promise.all([
      sell(world, { customerId: world.binh, lines: [{ sku: "TEA" }] }),
      from("Quà"),
    ]);
    expect(moved).toBeGreaterThan(0);
    expect([await from("Trà"), await from("Quà")]).toEqual([0, 2]);
  });

  test("finds nobody by what is sensitive, also where it became so later", async () => {
    const world = await openWorld();
    const put = (sensitive: boolean) =>
      world.take("catalog.import", {
        products: [
          { sku: "BALM", name: "Dầu gió", priceMinor: 20_000, category: "Sức khỏe" },
          { sku: "TEST", name: "Que thử", priceMinor: 30_000, category: "Sức khỏe", sensitive },
        ],
      });
    const found = async (all: Asked<"segment.preview">["segment"]["all"]) => {
      await expectAgreed(world, [{ all }]);
      return (await world.take("segment.preview", { segment: { all } })).count;
    };
    const category = { kind: "boughtCategory" as const, any: ["Sức khỏe"] };
    const sku = { kind: "boughtSku" as const, any: ["TEST"] };
    await put(false);
    await sell(world, { customerId: world.an, lines: [{ sku: "TEST" }] });
    await sell(world, { customerId: world.binh, lines: [{ sku: "BALM" }] });
    expect([await found([category]), await found([sku])]).toEqual([2, 1]);
    await put(true);
    expect(await found([category])).toBe(1);
    expect(await found([{ ...category, withinDays: 30 }])).toBe(1);
    expect(askedOneByOne(world, { all: [sku] })).toEqual([]);
    expect(await world.refusal("segment.preview", { segment: { all: [sku] } })).toEqual({
      ...{ kind: "GoodsSensitive", name: "Que thử" },
    });
  });

  test("finds nobody by what is sensitive from the first question on, whatever was found before", async () => {
    const world = await openWorld();
    await world.take("catalog.import", {
      products: [
        { sku: "BALM", name: "Dầu gió", priceMinor: 20_000, category: "Sức khỏe" },
        { sku: "TEST", name: "Que thử", priceMinor: 30_000, category: "Sức khỏe", sensitive: true },
      ],
    });
    await sell(world, { customerId: world.an, lines: [{ sku: "TEST" }] });
    const segment = {
      all: [{ kind: "boughtCategory" as const, any: ["Sức khỏe"], withinDays: 9 }],
    };
    const count = async () => (await world.take("segment.preview", { segment })).count;
    expect(await count()).toBe(0);
    await world.close();
    // As it was filled when what is sensitive stood with the others.
    const before = openDb(join(world.dataDir, "figures.db"), { keyHex: KEY_HEX });
    before.exec(`UPDATE goods SET category = 'Sức khỏe' WHERE sku = 'TEST';
      INSERT INTO shelf_buyers SELECT 'Sức khỏe', customer_number, last_at_ms
        FROM buyers JOIN goods USING (goods_number) WHERE sku = 'TEST';
      PRAGMA user_version = 3`);
    before.close();
    await world.restart();
    const owner = world.caller("owner");
    expect((await owner.take("segment.preview", { segment })).count).toBe(0);
  });

  test("knows every shelf of a shop with many, alone and with others", async () => {
    const world = await openWorld();
    const named = (at: number) => `Kệ ${String(at).padStart(2, "0")}`;
    const products = Array.from({ length: 60 }, (_, at) => ({
      ...{ sku: `SP${at}`, name: `Hàng ${at}`, priceMinor: 1_000, category: named(at) },
    }));
    await world.take("catalog.import", { products });
    for (const at of [0, 51, 52, 59]) {
      await sell(world, { customerId: world.an, lines: [{ sku: `SP${at}` }] });
    }
    await sell(world, { customerId: world.binh, lines: [{ sku: "SP59" }] });
    const count = async (kind: "boughtCategory" | "notBoughtCategory", ...any: string[]) =>
      (await world.take("segment.preview", { segment: { all: [{ kind, any }] } })).count;
    const [first, last, other] = [named(0), named(59), named(7)];
    expect(await count("boughtCategory", first)).toBe(1);
    expect(await count("boughtCategory", named(51))).toBe(1);
    expect(await count("boughtCategory", named(52))).toBe(1);
    expect(await count("boughtCategory", last)).toBe(2);
    expect(await count("boughtCategory", other)).toBe(0);
    expect(await count("boughtCategory", other, first, last)).toBe(2);
    expect(await count("notBoughtCategory", first)).toBe(1);
    expect(await count("notBoughtCategory", other, last)).toBe(0);
    expect(await count("notBoughtCategory", other, "Kệ lạ")).toBe(2);
  });

  test("finds lunar birthdays, of who told the year", async () => {
    const world = await openWorld();
    // After nineteen years both calendars would agree again.
    const born = { an: "1990-11-22", binh: "--11-22" };
    await world.take("customer.update", { customerId: world.an, birthday: born.an });
    await world.take("customer.update", { customerId: world.binh, birthday: born.binh });
    await newCustomer(world, { name: "Phạm Lan" });
    const count = async (days: number, calendar?: "lunar") => {
      const all = [{ kind: "birthdayWithinDays" as const, days, calendar }];
      return (await world.take("segment.preview", { segment: { all } })).count;
    };
    expect(await count(0)).toBe(2);
    expect(await count(0, "lunar")).toBe(0);
    expect(await count(365, "lunar")).toBe(1);
  });
});

const expectAgreed = async (shop: TestShop, segments: readonly Segment[]): Promise<void> => {
  for (const one of segments) {
    const asked = JSON.parse(JSON.stringify(one));
    const { count, sample } = await shop.take("segment.preview", { segment: asked, limit: 500 });
    const found = sample.map(({ customerId }) => customerId).sort();
    expect([one, found]).toEqual([one, slowSegment(shop, one)]);
    expect(count).toBe(found.length);
    expect([one, askedOneByOne(shop, one)]).toEqual([one, found]);
  }
};

/** The same question as the till asks it, of one customer after the other. */
const askedOneByOne = (shop: TestShop, one: Segment): readonly string[] => {
  const engine = shop.engine();
  return listCustomerIds(engine.stores.shop, { after: "", limit: 500 })
    .filter((customerId) => isInSegmentNow(engine, one, customerId))
    .toSorted();
};
