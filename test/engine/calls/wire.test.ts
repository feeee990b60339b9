import { describe, expect, test } from "vitest";
import { openDb } from "../../../electron/engine/db/connection.ts";
import { migrations } from "../../../electron/engine/db/migrations.ts";
import { dispatch } from "../../../electron/engine/rpc/dispatch.ts";
import { contract } from "../../../shared/contract/index.ts";
import { dumpStores } from "../db/dump.ts";
import { NOW_MS, openShop, type TestShop } from "../setUp.ts";
import { countsOf, openWorld } from "./world.ts";

const sale = {
  lines: [{ sku: "TEA", quantity: 1 }],
  payments: [{ method: "cash", amountMinor: 45_000 }],
};

const commit = (shop: TestShop) => shop.send("sale.commit", { requestId: shop.newId(), ...sale });

const raw = (shop: TestShop, message: unknown) =>
  dispatch(shop.engine(), shop.connection, message, () => undefined);

describe("what is no call is told so, and the engine goes on", () => {
  test.each([
    ["a text", "sale.commit", null],
    ["nothing", null, null],
    ["a list", [1, 2], null],
    ["another protocol", { jsonrpc: "1.0", id: 7, method: "shop.status" }, 7],
    ["a call without a name", { jsonrpc: "2.0", id: "a" }, "a"],
    ["an id that is none", { jsonrpc: "2.0", id: {}, method: "shop.status" }, null],
  ])("%s", async (_, message, id) => {
    const shop = await openShop();
    expect(await raw(shop, message)).toMatchObject({ id, error: { code: -32600 } });
    expect(await shop.take("shop.status", {})).toMatchObject({ configured: true });
  });

  test.each([
    "sale.destroy",
    "toString",
    "__proto__",
    "constructor",
    "",
  ])("a call that the contract does not have: %j", async (method) => {
    const shop = await openShop();
    expect(await shop.send(method, {})).toMatchObject({ error: { code: -32601 } });
  });

  test("a message without an id is a notification: done, and not answered", async () => {
    const shop = await openShop();
    const message = {
      jsonrpc: "2.0",
      method: "customer.create",
      params: { requestId: shop.newId(), name: "Lan" },
    };
    expect(await raw(shop, message)).toBeUndefined();
    expect(countsOf(shop)).toMatchObject({ customers: 1 });
  });
});

test("each refusal of a call is described once, by its kind", async () => {
  const shop = await openShop();
  const { methods } = await shop.take("engine.describe", {});
  for (const { name, refusals } of methods) {
    const described = refusals as readonly { properties: { kind: { const: string } } }[];
    const kinds = described.map(({ properties }) => properties.kind.const);
    expect([name, kinds]).toEqual([name, [...new Set(kinds)]]);
    expect(described.filter((refusal) => "$schema" in refusal)).toEqual([]);
  }
});

test.each([
  "orders.importFile",
  "backup.create",
  "backup.verify",
  "backup.restore",
])("a path with a zero byte is no path to %s, and nothing fails over it", async (method) => {
  const shop = await openShop();
  const answer = await shop.send(method, { requestId: shop.newId(), path: "a\0b.csv" });
  expect(answer).toMatchObject({
    error: { code: -32602, data: { issues: [{ path: ["path"] }] } },
  });
});

test.each([
  "\u200b",
  "\u2060 \u00ad",
  "\u0000",
])("a name of which nothing can be seen is none: %j", async (name) => {
  const shop = await openShop();
  const answer = await shop.send("customer.create", { requestId: shop.newId(), name });
  expect(answer).toMatchObject({
    error: { code: -32602, data: { issues: [{ path: ["name"] }] } },
  });
});

describe("arguments of another form are refused with where and why, and write nothing", () => {
  const line = (over: object) => ({ ...sale, lines: [{ sku: "TEA", ...over }] });

  test.each([
    ["a quantity of nothing", line({ quantity: 0 }), "lines.0.quantity"],
    ["a quantity below nothing", line({ quantity: -96 }), "lines.0.quantity"],
    ["a quantity of 0.0001", line({ quantity: 0.0001 }), "lines.0.quantity"],
    ["a weight of less than a gram", line({ quantityMilli: 0.5 }), "lines.0.quantityMilli"],
    ["two quantities", line({ quantity: 1, quantityMilli: 1_000 }), "lines.0"],
    ["a price of -99", line({ priceMinor: -99 }), "lines.0.priceMinor"],
    ["a price between two units", line({ priceMinor: 0.5 }), "lines.0.priceMinor"],
    ["a discount of -1", line({ discountMinor: -1 }), "lines.0.discountMinor"],
    ["more than the whole as discount", line({ discountBps: 10_001 }), "lines.0.discountBps"],
    ["two discounts", line({ discountMinor: 1, discountBps: 1 }), "lines.0"],
    ["points below nothing", { ...sale, pointsToRedeem: -5 }, "pointsToRedeem"],
    [
      "money back as a payment",
      { ...sale, payments: [{ method: "cash", amountMinor: -1 }] },
      "payments.0.amountMinor",
    ],
    [
      "a payment that is no number",
      { ...sale, payments: [{ method: "cash", amountMinor: "45000" }] },
      "payments.0.amountMinor",
    ],
    ["no lines at all", { payments: [] }, "lines"],
  ])("%s", async (_, params, path) => {
    const shop = await openWorld();
    const before = dumpStores(shop.engine().stores);
    const response = await shop.send("sale.commit", { requestId: shop.newId(), ...params });
    expect(response).toMatchObject({ error: { code: -32602 } });
    const { issues } = dataOf(response) as { issues: { path: string[]; message: string }[] };
    expect(issues.map((issue) => issue.path.join("."))).toContain(path);
    expect(dumpStores(shop.engine().stores)).toEqual(before);
  });

  test("a write without a request id", async () => {
    const shop = await openShop();
    const response = await shop.send("customer.create", { name: "Lan" });
    expect(dataOf(response)).toMatchObject({ issues: [{ path: ["requestId"] }] });
  });

  test("a field of a customer that the call does not know is told of, and nothing is written", async () => {
    const shop = await openWorld();
    const before = dumpStores(shop.engine().stores);
    const params = { requestId: shop.newId(), customerId: shop.an, note: "x", phones: ["0912"] };
    const response = await shop.send("customer.update", params);
    expect(response).toMatchObject({ error: { code: -32602 } });
    expect(JSON.stringify(dataOf(response))).toContain("phones");
    expect(dumpStores(shop.engine().stores)).toEqual(before);
  });

  test("ids of any variant are ids", async () => {
    const shop = await openWorld();
    const requestId = "11111111-1111-1111-1111-111111111111";
    await shop.take("customer.update", { requestId, customerId: shop.an, note: "likes tea" });
    const { customer } = await shop.take("customer.profile", { customerId: shop.an });
    expect(customer.note).toBe("likes tea");
  });
});

describe("a mark of the next page that is not ours", () => {
  test.each([
    ["orders.list", '[1,"\\q","a"]'],
    ["orders.list", '[1e999,"a","b"]'],
    ["orders.list", "DROP TABLE"],
    ["sale.list", "-1e999"],
    ["sale.list", "Q1-000001"],
  ])("is no defect: %s %j", async (method, next) => {
    const shop = await openShop();
    expect(await shop.send(method, { next })).toHaveProperty("result");
  });
});

describe("a defect", () => {
  test("gives its reference to the caller and to the log, and nothing is saved", async () => {
    const shop = await openWorld();
    shop.engine().stores.shop.exec("ALTER TABLE payments RENAME TO lost_payments");
    const before = dumpStores(shop.engine().stores);
    const response = await commit(shop);
    expect(response).toMatchObject({ error: { code: -32603 } });
    const { reference } = dataOf(response) as { reference: string };
    expect(shop.defects.at(-1)).toMatch(new RegExp(`^${reference} sale\\.commit .*payments`));
    expect(JSON.stringify(response)).not.toContain("payments");
    expect(dumpStores(shop.engine().stores)).toEqual(before);
    shop.engine().stores.shop.exec("ALTER TABLE lost_payments RENAME TO payments");
    expect(await commit(shop)).toMatchObject({ result: { receiptNumber: "Q1-000001" } });
  });
});

describe("when the disk fails", () => {
  const failed = (why: string) => ({ error: { code: 1000, data: { kind: "StorageFailed", why } } });

  test("a full one refuses the sale whole, and the next sale is taken when there is room", async () => {
    const shop = await openWorld();
    const { shop: db } = shop.engine().stores;
    db.exec(`PRAGMA max_page_count = ${db.pragma("page_count")}`);
    let sold = 0;
    let before = dumpStores(shop.engine().stores);
    let response = await commit(shop);
    for (; "result" in response && sold < 500; sold += 1) {
      before = dumpStores(shop.engine().stores);
      response = await commit(shop);
    }
    expect(response).toMatchObject(failed("disk-full"));
    expect(dumpStores(shop.engine().stores)).toEqual(before);
    db.exec("PRAGMA max_page_count = 1000000");
    expect(await commit(shop)).toHaveProperty("result");
    const health = await shop.take("engine.health", {});
    expect(health).toMatchObject({ ok: true, counts: { sales: sold + 1 } });
  });

  test("a file that may not be written refuses the call whole", async () => {
    const shop = await openWorld();
    const { shop: db } = shop.engine().stores;
    const before = dumpStores(shop.engine().stores);
    db.exec("PRAGMA query_only = ON");
    const params = { requestId: shop.newId(), name: "Lan" };
    expect(await shop.send("customer.create", params)).toMatchObject(failed("read-only"));
    expect(await commit(shop)).toMatchObject(failed("read-only"));
    db.exec("PRAGMA query_only = OFF");
    expect(dumpStores(shop.engine().stores)).toEqual(before);
    expect(await commit(shop)).toHaveProperty("result");
  });

  test("a file held by another program is waited for, then refused as busy", async () => {
    const shop = await openWorld();
    const { shop: db, keyHex } = shop.engine().stores;
    const other = openDb(db.path, { keyHex });
    other.exec("BEGIN IMMEDIATE");
    db.exec("PRAGMA busy_timeout = 20");
    expect(await commit(shop)).toMatchObject(failed("busy"));
    other.exec("ROLLBACK");
    other.close();
    expect(await commit(shop)).toHaveProperty("result");
  });
});

describe("engine.describe", () => {
  test("tells every call of the contract with its schemas and its refusals", async () => {
    const shop = await openShop({ isSetUp: false });
    const { methods, schemaVersion } = await shop.caller().take("engine.describe", {});
    expect(schemaVersion).toBe(migrations.length);
    expect(methods.map(({ name }) => name).sort()).toEqual(Object.keys(contract).sort());
    const commitSale = methods.find(({ name }) => name === "sale.commit");
    expect(commitSale).toMatchObject({
      access: "write",
      role: "cashier",
      input: { type: "object", required: expect.arrayContaining(["requestId", "payments"]) },
      output: { properties: { receiptNumber: { type: "string" } } },
    });
    const kinds = (commitSale?.refusals as { properties: { kind: { const: string } } }[]).map(
      ({ properties }) => properties.kind.const,
    );
    expect(kinds).toEqual(expect.arrayContaining(["Underpaid", "NotSignedIn", "StorageFailed"]));
  });
});

test("every answer keeps to its own schema", async () => {
  const shop = await openWorld();
  const { saleId } = (await shop.take("sale.commit", {
    ...sale,
    customerId: shop.an,
    payments: [{ method: "cash", amountMinor: 50_000 }],
  })) as { saleId: string };
  const reads = [
    ["shop.status", {}],
    ["engine.health", {}],
    ["audit.verify", {}],
    ["catalog.search", { text: "tra" }],
    ["catalog.byCode", { code: "TEA" }],
    ["customer.search", { text: "an" }],
    ["customer.profile", { customerId: shop.an, basket: [{ sku: "TEA" }] }],
    ["loyalty.ledger", { customerId: shop.an }],
    ["sale.quote", { customerId: shop.an, lines: sale.lines }],
    ["sale.get", { saleId }],
    ["sale.get", { receiptNumber: "q1-1" }],
    ["sale.list", {}],
    ["sale.receipt", { saleId }],
    ["orders.list", {}],
    ["orders.imports", {}],
    ["segment.preview", { segment: {} }],
    ["campaign.overview", {}],
    ["shop.recoveryKey", {}],
  ] as const;
  for (const [method, params] of reads) {
    const answer = await shop.take(method, params as never);
    const { error } = contract[method].output.strict().safeParse(answer);
    expect([method, error]).toEqual([method, undefined]);
  }
  expect((await shop.take("sale.get", { saleId })).soldAtMs).toBe(NOW_MS);
});

const dataOf = (response: object): unknown =>
  "error" in response && typeof response.error === "object" && response.error !== null
    ? (response.error as { data?: unknown }).data
    : undefined;
