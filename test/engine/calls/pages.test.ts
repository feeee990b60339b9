import { writeFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { beforeAll, describe, expect, test } from "vitest";
import { z } from "zod";
import { contract } from "../../../shared/contract/index.ts";
import { tellUse } from "../campaigns/tellUse.ts";
import type { Asked, TestShop } from "../setUp.ts";
import { openShop } from "../setUp.ts";
import { orderJson } from "./storyPeople.ts";
import { issueCoupons, newCampaign, newCustomer, openWorld, passDays, sell } from "./world.ts";

type Page<T> = { readonly rows: readonly T[]; readonly next?: string | undefined };

/** All pages of a list, as one asks on and on. */
const allPages = async <T>(ask: (next: string | undefined) => Promise<Page<T>>) => {
  const pages: (readonly T[])[] = [];
  let next: string | undefined;
  do {
    const page = await ask(next);
    pages.push(page.rows);
    next = page.next;
  } while (next !== undefined);
  return pages;
};

describe("goods", () => {
  const goods = Array.from({ length: 23 }, (_, at) => ({
    sku: at === 7 ? "tra" : `T${at}`,
    name: `${at % 2 === 0 ? "Trà" : "Bánh trà"} ${at % 5}`,
    priceMinor: 10_000,
    sensitive: at === 3,
  }));
  let shop: TestShop;
  beforeAll(async () => {
    shop = await openShop();
    await shop.take("catalog.import", { products: goods });
    for (const sku of ["T4", "T4", "T9"]) await sell(shop, { lines: [{ sku }] });
  }, 60_000);

  const skusOf = async (params: Asked<"catalog.search">) => {
    const pages = await allPages(async (next) => {
      const { products, next: more } = await shop.take("catalog.search", { ...params, next });
      return { rows: products.map(({ sku }) => sku), next: more };
    });
    return pages;
  };

  test.each([
    "",
    "tra",
    "trà",
    "banh tra",
    "trq 1",
    "T1",
    "nothing",
  ])("by pages of any size are those of one page, in its order: %s", async (text) => {
    const [whole = []] = await skusOf({ text, limit: 500 });
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 1, max: 25 }), async (limit) => {
        const pages = await skusOf({ text, limit });
        expect(pages.flat()).toEqual(whole);
        expect(pages).toHaveLength(Math.max(1, Math.ceil(whole.length / limit)));
      }),
      { numRuns: 8, seed: 3 },
    );
  });

  test("where nothing is typed are all of them, sensitive ones too, for who asks for all", async () => {
    const all = (await skusOf({ text: "", limit: 10, withSensitive: true })).flat();
    expect([...all].sort()).toEqual(goods.map(({ sku }) => sku).sort());
    expect((await skusOf({ text: "", limit: 10 })).flat()).not.toContain("T3");
  });

  test("start over from a mark that is none of theirs", async () => {
    const first = await shop.take("catalog.search", { text: "tra", limit: 3 });
    expect(await shop.take("catalog.search", { text: "tra", limit: 3, next: "?" })).toEqual(first);
  });
});

test("goods by pages are all goods, also where what sells of late is learned anew in between", async () => {
  const world = await openWorld();
  const skus = Array.from({ length: 9 }, (_, at) => `G${at}`);
  const goods = skus.map((sku, at) => ({ sku, name: `Bánh ${9 - at}`, priceMinor: 10_000 }));
  await world.take("catalog.import", { products: goods });
  for (const sku of ["G0", "G0", "G0", "G1", "G1", "G2"]) await sell(world, { lines: [{ sku }] });
  const find = (next?: string) =>
    world.take("catalog.search", {
      text: "banh",
      limit: 3,
      ...(next === undefined ? {} : { next }),
    });
  const first = await find();
  expect(first.products.map(({ sku }) => sku)).toEqual(["G0", "G1", "G2"]);
  passDays(world, 100);
  await world.engine().suggester.learnNow();
  const later = await allPages(async (next) => {
    const { products, next: more } = await find(next ?? first.next);
    return { rows: products.map(({ sku }) => sku), next: more };
  });
  const shown = new Set([...first.products.map(({ sku }) => sku), ...later.flat()]);
  expect([...shown].sort()).toEqual(skus);
});

test("campaigns by pages are all campaigns, the newest first", async () => {
  const world = await openWorld();
  const made: string[] = [];
  for (let at = 0; at < 5; at += 1) {
    if (at % 2 === 0) passDays(world, 1);
    made.push((await newCampaign(world)).campaignId);
  }
  const pages = await allPages(async (next) => {
    const answer = await world.take("campaign.overview", { limit: 2, next });
    return { rows: answer.campaigns.map(({ campaignId }) => campaignId), next: answer.next };
  });
  expect(pages.map(({ length }) => length)).toEqual([2, 2, 1]);
  expect(pages.flat()).toEqual([...made].reverse());
});

test("imports by pages are all imports, the newest first", async () => {
  const world = await openWorld();
  const made: string[] = [];
  for (let at = 0; at < 5; at += 1) {
    if (at % 2 === 0) passDays(world, 1);
    const path = join(world.dataDir, `orders-${at}.json`);
    const order = orderJson({ id: at, stage: 1, minute: at, person: 0 });
    writeFileSync(path, JSON.stringify({ orders: [order] }));
    made.push((await world.take("orders.importFile", { path })).importId ?? "");
  }
  const pages = await allPages(async (next) => {
    const answer = await world.take("orders.imports", { limit: 2, next });
    return { rows: answer.imports.map(({ importId }) => importId), next: answer.next };
  });
  expect(pages.map(({ length }) => length)).toEqual([2, 2, 1]);
  expect(pages.flat()).toEqual([...made].reverse());
});

test("saved segments by pages are all of them, by name", async () => {
  const world = await openWorld();
  for (const name of ["Sỉ", "Lẻ", "Quen", "Quen", "Mới"]) {
    await world.take("segment.save", { name, segment: {} });
  }
  const pages = await allPages(async (next) => {
    const answer = await world.take("segment.list", { limit: 2, next });
    return { rows: answer.segments, next: answer.next };
  });
  expect(pages.map(({ length }) => length)).toEqual([2, 2, 1]);
  expect(new Set(pages.flat().map(({ segmentId }) => segmentId)).size).toBe(5);
  const { segments } = await world.take("segment.list", {});
  expect(pages.flat()).toEqual(segments);
});

test("codes that were used twice by pages are all of them, the last one found first", async () => {
  const world = await openWorld();
  const codes = await issueCoupons(world, { maxUsesPerCustomer: 5 });
  await sell(world, { lines: [{ sku: "TEA" }] });
  for (const [at, code] of codes.entries()) {
    // Two of them at the same moment.
    const atMs = world.clock.nowMs + Math.floor(at / 2);
    tellUse(world, { code, discountMinor: 1_000, atMs });
    tellUse(world, { code, discountMinor: 1_000, atMs: atMs + 10 });
  }
  const pages = await allPages(async (next) => {
    const answer = await world.take("coupon.doubleUses", { limit: 2, next });
    return { rows: answer.codes, next: answer.next };
  });
  expect(pages.map(({ length }) => length)).toEqual([2, 2, 1]);
  expect(pages.flat()).toEqual((await world.take("coupon.doubleUses", {})).codes);
  expect(new Set(pages.flat().map(({ code }) => code))).toEqual(new Set(codes));
});

test("every call that takes how many takes where to go on, and answers it", () => {
  const holds = (shape: unknown, name: string): boolean =>
    z.toJSONSchema(shape as z.ZodType, { io: "input", unrepresentable: "any" }).properties?.[
      name
    ] !== undefined;
  // A sample shows what the others are like; it does not go on.
  const { "segment.preview": _, ...lists } = contract;
  for (const [method, { input, output }] of Object.entries(lists)) {
    const takes = [holds(input, "next"), holds(output, "next")];
    if (holds(input, "limit")) expect([method, ...takes]).toEqual([method, true, true]);
  }
});

test("a last page that is full is followed by none", async () => {
  const world = await openWorld();
  await newCampaign(world);
  const path = join(world.dataDir, "orders.json");
  writeFileSync(
    path,
    JSON.stringify({ orders: [orderJson({ id: 1, stage: 1, minute: 1, person: 0 })] }),
  );
  await world.take("orders.importFile", { path });
  const { matches } = await world.take("customer.search", { text: "", limit: 500 });
  await sell(world, { customerId: world.an, lines: [{ sku: "TEA" }] });
  const { an: customerId } = world;
  const full = [
    await world.take("campaign.overview", { limit: 1 }),
    await world.take("orders.imports", { limit: 1 }),
    await world.take("orders.list", { limit: 1 }),
    await world.take("sale.list", { limit: 1 }),
    await world.take("loyalty.ledger", { customerId, limit: 1 }),
    await world.take("customer.search", { text: "", limit: matches.length }),
  ];
  expect(full.map(({ next }) => next)).toEqual(full.map(() => undefined));
});

describe("people", () => {
  test.each([
    "",
    "ha",
    "hà",
    "0912",
    "ha 09",
  ])("by pages are as many as were found, nobody twice: %s", async (text) => {
    const world = await openWorld();
    for (let at = 0; at < 23; at += 1) {
      const name = ["Trần Hà", "Lê Hạnh", "Hà Văn Tú", "Phạm Hải"][at % 4] ?? "";
      await newCustomer(world, { name: `${name} ${at}`, phones: [`0912${300_000 + at}`] });
    }
    const find = async (limit: number, next?: string) => {
      const answer = await world.take("customer.search", { text, limit, next });
      return { rows: answer.matches.map(({ customerId }) => customerId), next: answer.next };
    };
    const { rows: whole } = await find(500);
    for (const limit of [1, 4, 24]) {
      const pages = await allPages((next) => find(limit, next));
      expect(pages[0]).toEqual((await find(limit)).rows);
      expect([...pages.flat()].sort()).toEqual([...whole].sort());
    }
  });

  test("where nothing is typed are all of the shop's, the latest first, also beyond what a search puts in order", async () => {
    const shop = await openShop({ isFast: true });
    const made: string[] = [];
    for (let at = 0; at < 520; at += 1) made.push(await newCustomer(shop, { name: `Khách ${at}` }));
    for (const limit of [500, 130]) {
      const pages = await allPages(async (next) => {
        const answer = await shop.take("customer.search", { text: " ", limit, next });
        return { rows: answer.matches.map(({ customerId }) => customerId), next: answer.next };
      });
      expect(pages.flat()).toEqual([...made].reverse());
      expect(pages).toHaveLength(Math.ceil(520 / limit));
    }
  }, 60_000);
});
