import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import { afterAll, expect, test } from "vitest";
import { openIdentities, openName } from "../../../electron/engine/usecases/customers/people.ts";
import { openShop, type TestShop } from "../setUp.ts";

const folder = mkdtempSync(join(tmpdir(), "quen-any-order-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

type Payload = {
  readonly id: number;
  readonly person: number;
  readonly stage: number;
  readonly updatedMinute: number;
  readonly isMarked: boolean;
};

const people = [
  { first: "Thu Hà", last: "Nguyễn Thị", folded: ["Thu Ha", "Nguyen Thi"], phone: "0912345678" },
  { first: "Văn An", last: "Trần", folded: ["Van An", "Tran"], phone: "+84987000111" },
  { first: "Ngọc Vy", last: "Lê", folded: ["Ngoc Vy", "Le"], phone: undefined },
];
const stages = ["pending", "paid", "partially_refunded", "refunded"] as const;

const payload: fc.Arbitrary<Payload> = fc.record({
  id: fc.integer({ min: 1, max: 5 }),
  person: fc.integer({ min: 0, max: people.length - 1 }),
  stage: fc.integer({ min: 0, max: stages.length - 1 }),
  updatedMinute: fc.integer({ min: 0, max: 3 }),
  isMarked: fc.boolean(),
});

const two = (value: number) => String(value).padStart(2, "0");

/** As Shopify's REST Admin writes an order; the buyer of an order stays who they are. */
const orderJson = ({ id, stage, updatedMinute, isMarked }: Payload) => {
  const person = people[id % people.length] ?? people[0];
  const { first, last, folded, phone } = person as (typeof people)[number];
  const refunded = { partially_refunded: "40000", refunded: "190000" }[stages[stage] as string];
  return {
    id: 9_000_000 + id,
    name: `#${1000 + id}`,
    created_at: "2026-11-01T08:00:00+07:00",
    processed_at: "2026-11-01T08:00:00+07:00",
    updated_at: `2026-11-02T09:${two(updatedMinute)}:00+07:00`,
    currency: "VND",
    financial_status: stages[stage],
    total_price: "190000",
    subtotal_price: "190000",
    total_tax: "0",
    total_discounts: "0",
    email: `buyer${id % people.length}@example.com`,
    ...(phone ? { phone } : {}),
    customer: {
      id: 500 + (id % people.length),
      first_name: isMarked ? first : folded[0],
      last_name: isMarked ? last : folded[1],
    },
    line_items: [{ id: id * 10, sku: "CF-1", title: "Cà phê", quantity: 2, price: "95000" }],
    ...(refunded
      ? {
          refunds: [
            { id, transactions: [{ kind: "refund", status: "success", amount: refunded }] },
          ],
        }
      : {}),
  };
};

let fileCount = 0;
const importAll = async (
  shop: TestShop,
  files: readonly (readonly Payload[])[],
): Promise<readonly string[]> => {
  const imports: string[] = [];
  for (const file of files) {
    fileCount += 1;
    const path = join(folder, `${fileCount}.json`);
    // One file holds an order once, as an export does.
    const orders = [...new Map(file.map((one) => [one.id, one])).values()].map(orderJson);
    writeFileSync(path, JSON.stringify({ orders }));
    const answer = await shop.take("orders.importFile", { path });
    expect(answer.rejected).toBe(0);
    imports.push(answer.importId);
  }
  return imports;
};

/** What the shop knows afterwards, without ids that were made on the way. */
const known = async (shop: TestShop) => {
  const engine = shop.engine();
  const { orders } = await shop.take("orders.list", { limit: 500 });
  const described = new Map<string, unknown>();
  for (const { customerId } of orders) {
    if (customerId === undefined || described.has(customerId)) continue;
    const { balance } = await shop.take("loyalty.ledger", { customerId });
    const profile = await shop.take("customer.profile", { customerId });
    described.set(customerId, {
      name: openName(engine, customerId),
      identities: openIdentities(engine, customerId)
        .map(({ kind, value }) => `${kind} ${value}`)
        .sort(),
      balance,
      spentMinor: profile.totals.spentMinor,
      onlineCount: profile.totals.onlineCount,
    });
  }
  return orders.map(({ customerId, ...order }) => ({
    ...order,
    customer: customerId === undefined ? undefined : described.get(customerId),
  }));
};

test("overlapping files of orders, in any order and repeated, end at the same shop", async () => {
  const files = fc.array(fc.array(payload, { minLength: 1, maxLength: 5 }), {
    minLength: 2,
    maxLength: 4,
  });
  await fc.assert(
    fc.asyncProperty(files, fc.infiniteStream(fc.nat()), async (all, order) => {
      const shuffled = [...all, ...all.slice(0, 1)]
        .map((file) => ({ file, at: order.next().value ?? 0 }))
        .sort((left, right) => left.at - right.at)
        .map(({ file }) => file);
      const [one, other] = [await openShop({ isFast: true }), await openShop({ isFast: true })];
      try {
        await importAll(one, all);
        await importAll(other, shuffled);
        expect(await known(other)).toEqual(await known(one));
        const health = await other.take("engine.health", {});
        expect(health.disagreements).toEqual([]);
      } finally {
        await one.close();
        await other.close();
      }
    }),
    { numRuns: 10 },
  );
}, 120_000);

test("undoing every import, the last one first, leaves no order, no person and no point", async () => {
  const shop = await openShop({ isFast: true });
  const first = [1, 2, 3].map((id) => ({
    id,
    person: 0,
    stage: 1,
    updatedMinute: 0,
    isMarked: true,
  }));
  const second = [2, 3, 4].map((id) => ({
    id,
    person: 0,
    stage: 2,
    updatedMinute: 2,
    isMarked: false,
  }));
  const imports = await importAll(shop, [first, second]);
  for (const importId of [...imports].reverse()) {
    await shop.take("orders.undoImport", { importId });
  }
  expect(await known(shop)).toEqual([]);
  expect((await shop.take("customer.search", { text: "thu" })).matches).toEqual([]);
  expect((await shop.take("engine.health", {})).disagreements).toEqual([]);
  await shop.close();
});

test("an import that another one has built upon takes back only what is still its own", async () => {
  const shop = await openShop({ isFast: true });
  const [first = "", second = ""] = await importAll(shop, [
    [1, 2].map((id) => ({ id, person: 0, stage: 0, updatedMinute: 0, isMarked: true })),
    [{ id: 1, person: 0, stage: 1, updatedMinute: 3, isMarked: true }],
  ]);
  expect(await shop.take("orders.undoImport", { importId: first })).toEqual({
    removed: 1,
    restored: 0,
    kept: 1,
  });
  expect(await shop.take("orders.undoImport", { importId: second })).toEqual({
    removed: 1,
    restored: 0,
    kept: 0,
  });
  expect(await known(shop)).toEqual([]);
  await shop.close();
});

test("what an import added to a person who was known goes with it", async () => {
  const shop = await openShop({ isFast: true });
  const { customerId } = await shop.take("customer.create", {
    name: "Nguyễn Thị Thu Hà",
    phones: ["0912 345 678"],
  });
  const [importId = ""] = await importAll(shop, [
    [{ id: 3, person: 0, stage: 1, updatedMinute: 0, isMarked: false }],
  ]);
  const profile = () => shop.take("customer.profile", { customerId });
  const kinds = async () => (await profile()).customer.identities.map(({ kind }) => kind).sort();
  expect(await kinds()).toEqual(["email", "phone", "shop"]);
  await shop.take("orders.undoImport", { importId });
  expect(await kinds()).toEqual(["phone"]);
  expect((await profile()).customer.name).toBe("Nguyễn Thị Thu Hà");
  await shop.close();
});
