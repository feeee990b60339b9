import { join } from "node:path";
import { beforeAll, describe, expect, test } from "vitest";
import { contract, type Method } from "../../../shared/contract/index.ts";
import { dumpStores, dumpTables } from "../db/dump.ts";
import { OWNER, openShop } from "../setUp.ts";
import { countsOf, newCampaign, openWorld, TODAY, type World } from "./world.ts";

type Write = readonly [
  method: Method,
  params: (world: World) => Promise<object> | object,
  changed: object,
];

const consent = { purpose: "personalization", channel: "counter", state: "granted" } as const;
const campaign = { segment: {}, offer: { kind: "percent", rateBps: 500 }, fromDay: TODAY };

/** Each writing call with arguments that it takes, and a change of them that makes it another. */
const writes: readonly Write[] = [
  ["staff.create", () => ({ name: "Tú", role: "cashier", pin: "1357" }), { pin: "1358" }],
  [
    "catalog.import",
    () => ({ products: [{ sku: "MUG", name: "Cốc", priceMinor: 30_000 }] }),
    { products: [] },
  ],
  ["customer.create", () => ({ name: "Trần Hà", phones: ["0901234567"] }), { phones: [] }],
  ["customer.update", ({ an }) => ({ customerId: an, note: "thích trà" }), { note: "không" }],
  [
    "customer.addIdentity",
    ({ an }) => ({ customerId: an, kind: "card", value: "QUEN-7" }),
    { value: "QUEN-8" },
  ],
  [
    "consent.record",
    ({ an }) => ({ customerId: an, ...consent, wording: "Có", source: "counter" }),
    { state: "withdrawn" },
  ],
  [
    "sale.commit",
    ({ an }) => ({
      customerId: an,
      lines: [{ sku: "TEA", quantity: 2 }],
      payments: [{ method: "cash", amountMinor: 100_000 }],
    }),
    { payments: [{ method: "cash", amountMinor: 90_000 }] },
  ],
  ["campaign.create", () => ({ name: "Tết", ...campaign, toDay: "2026-12-31" }), { name: "Hè" }],
  [
    "campaign.issue",
    async (world) => ({ campaignId: (await newCampaign(world)).campaignId }),
    { campaignId: "0190a000-0000-7000-8000-ffffffffffff" },
  ],
  ["suggestion.dismiss", ({ an }) => ({ customerId: an, sku: "TEA" }), { sku: "RICE" }],
  ["shop.setSettings", () => ({ contactCapPerMonth: 3 }), { contactCapPerMonth: 5 }],
  [
    "campaign.stop",
    async (world) => ({ campaignId: (await newCampaign(world)).campaignId }),
    { campaignId: "0190a000-0000-7000-8000-ffffffffffff" },
  ],
  [
    "campaign.keepWords",
    async (world) => ({ campaignId: (await newCampaign(world)).campaignId, message: "{code}" }),
    { message: "{offer}" },
  ],
  ["segment.save", () => ({ name: "Khách quen", segment: {} }), { name: "Khách sỉ" }],
  [
    "segment.remove",
    (world) => world.take("segment.save", { name: "Bỏ đi", segment: {} }),
    { segmentId: "0190a000-0000-7000-8000-ffffffffffff" },
  ],
  ["backup.create", ({ dataDir }) => ({ path: join(dataDir, "one.backup") }), { path: "two" }],
];

/** Answered once by tests of their own: each needs another shop, or a file of orders. */
const triedElsewhere = [
  "backup.restore",
  "shop.setUpFromBackup",
  "shop.fillDemo",
  "orders.importFile",
  "orders.undoImport",
];

let world: World;
beforeAll(async () => {
  world = await openWorld();
}, 60_000);

describe("a request sent twice is answered as the first time and writes nothing more", () => {
  test.each(writes)("%s", async (method, paramsOf, changed) => {
    const params = { requestId: world.newId(), ...(await paramsOf(world)) };
    const first = await world.send(method, params);
    expect(first).toHaveProperty("result");
    const before = dumpTables(world.engine().stores.shop);
    const keysTurned = Object.fromEntries(Object.entries(params).reverse());
    for (const again of [params, keysTurned]) {
      expect(await world.send(method, again)).toMatchObject({ result: resultOf(first) });
    }
    expect(await world.send(method, { ...params, ...changed })).toMatchObject({
      error: { code: 1000, data: { kind: "RequestIdReused" } },
    });
    expect(dumpTables(world.engine().stores.shop)).toEqual(before);
  });
});

test("every writing call is tried", () => {
  const writing = Object.entries(contract)
    .filter(([name, { access, input }]) => name !== "shop.setup" && hasRequestId(input, access))
    .map(([name]) => name);
  expect(writing.sort()).toEqual([...writes.map(([name]) => name), ...triedElsewhere].sort());
});

test("a request id that came with one call is refused with another", async () => {
  const requestId = world.newId();
  await world.take("customer.create", { requestId, name: "Phạm Lan" });
  const before = dumpStores(world.engine().stores);
  const asStaff = { requestId, name: "Phạm Lan", role: "cashier", pin: "1111" } as const;
  expect(await world.refusal("staff.create", asStaff)).toEqual({ kind: "RequestIdReused" });
  expect(dumpStores(world.engine().stores)).toEqual(before);
});

test("a refusal is not kept: the same request is taken once the reason is gone", async () => {
  const shop = await openShop();
  const requestId = shop.newId();
  const sale = {
    requestId,
    lines: [{ sku: "NEW" }],
    payments: [{ method: "cash" as const, amountMinor: 5_000 }],
  };
  expect(await shop.refusal("sale.commit", sale)).toMatchObject({ kind: "ProductUnknown" });
  await shop.take("catalog.import", {
    products: [{ sku: "NEW", name: "Kẹo", priceMinor: 5_000 }],
  });
  expect(await shop.take("sale.commit", sale)).toMatchObject({ receiptNumber: "Q1-000001" });
});

describe("after a restart of the engine", () => {
  test("the same request has the same answer, and an id stays taken", async () => {
    const shop = await openWorld();
    const requestId = shop.newId();
    const sale = {
      requestId,
      lines: [{ sku: "TEA", quantity: 1 }],
      payments: [{ method: "cash" as const, amountMinor: 50_000 }],
    };
    const first = await shop.take("sale.commit", sale);
    await shop.restart();
    const owner = shop.caller("owner");
    expect(await owner.take("sale.commit", sale)).toEqual(first);
    const other = { ...sale, lines: [{ sku: "TEA", quantity: 2 }] };
    expect(await owner.refusal("sale.commit", other)).toEqual({ kind: "RequestIdReused" });
    expect(countsOf(shop).sales).toBe(1);
  });

  test("a shop that was set up answers its set-up again, to whoever knows its PIN", async () => {
    const shop = await openShop({ isSetUp: false });
    const setUp = {
      requestId: shop.newId(),
      name: "Quen",
      currency: "USD",
      timezone: "America/New_York",
      locale: "en",
      ...OWNER,
    } as const;
    const { sessionToken: _, ...first } = await shop.take("shop.setup", setUp);
    await shop.restart();
    expect(await shop.take("shop.setup", setUp)).toMatchObject(first);
    const thief = shop.caller();
    const guess = { ...setUp, ownerPin: "0000" };
    expect(await thief.refusal("shop.setup", guess)).toEqual({ kind: "RequestIdReused" });
    expect(thief.connection.session).toBeUndefined();
  });
});

describe("while a job runs", () => {
  const products = Array.from({ length: 600 }, (_, place) => ({
    sku: `P${place}`,
    name: `Món ${place}`,
    priceMinor: 1_000,
  }));

  test("asking again joins it, and both get its one answer", async () => {
    const shop = await openShop();
    const params = { requestId: shop.newId(), products };
    const [one, two] = await Promise.all([
      shop.take("catalog.import", params),
      shop.caller("manager").take("catalog.import", params),
    ]);
    expect(one).toEqual({ created: 600, updated: 0, unchanged: 0 });
    expect(two).toEqual(one);
    expect(countsOf(shop)).toMatchObject({ products: 600 });
  });

  test("its id is refused with other arguments and with another call", async () => {
    const shop = await openShop();
    const requestId = shop.newId();
    const running = shop.take("catalog.import", { requestId, products });
    const refusals = await Promise.all([
      shop.refusal("catalog.import", { requestId, products: [] }),
      shop.refusal("customer.create", { requestId, name: "Lan" }),
    ]);
    expect(refusals).toEqual([{ kind: "RequestIdReused" }, { kind: "RequestIdReused" }]);
    expect(await running).toMatchObject({ created: 600 });
    expect(countsOf(shop)).toMatchObject({ customers: 0 });
  });

  test("the till sells on", async () => {
    const shop = await openWorld();
    let isDone = false;
    const running = shop.take("catalog.import", { products }).then(() => {
      isDone = true;
    });
    await shop.take("sale.commit", {
      lines: [{ sku: "TEA" }],
      payments: [{ method: "cash", amountMinor: 45_000 }],
    });
    expect(isDone).toBe(false);
    await running;
  });
});

const resultOf = (response: object): unknown =>
  "result" in response ? response.result : undefined;

const hasRequestId = (input: object, access: string): boolean =>
  access !== "read" && "shape" in input && Object.hasOwn(input.shape as object, "requestId");
