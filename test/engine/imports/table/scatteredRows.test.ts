import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { mappedFormat } from "../../../../electron/engine/imports/formats/mapped.ts";
import type { OrderMapping } from "../../../../electron/engine/imports/orderFile.ts";
import { headerRow } from "../../../../electron/engine/imports/table/columns.ts";
import { type RowGroup, RowGrouper } from "../../../../electron/engine/imports/table/groupRows.ts";
import { runTally } from "../../../../electron/engine/imports/table/runTally.ts";
import { hash53 } from "../../../../shared/domain/order/hash53.ts";
import type { ForeignOrder } from "../../../../shared/domain/order/order.ts";
import { fixtureText, type ReadFile, readText } from "../orderFiles.ts";

const mapping: OrderMapping = {
  name: "stall",
  columns: { externalId: "No", placedAt: "Day", product: "Thing", unitPrice: "Price" },
};
const header = "No,Day,Thing,Price";
const row = (order: string, thing: string) => `${order},2026-03-01,${thing},5`;
const linesByOrder = ({ orders }: ReadFile) =>
  Object.fromEntries(
    orders.map(({ externalId, lines }) => [externalId, lines.map(({ name }) => name).sort()]),
  );

test("rows of an order that stand apart are put together", async () => {
  const rows = [row("A", "hat"), row("B", "hat"), row("A", "scarf"), row("C", "hat")];
  const read = await readText([header, ...rows, row("B", "belt")].join("\n"), { mapping });
  expect(linesByOrder(read)).toEqual({ A: ["hat", "scarf"], B: ["belt", "hat"], C: ["hat"] });
  expect(read.rows).toContainEqual([2, 4]);
});

test("a file in any order of its rows tells the same orders", async () => {
  const rows = ["A", "B", "C", "D"].flatMap((order) =>
    ["hat", "scarf", "belt"].map((thing) => row(order, thing)),
  );
  const sorted = linesByOrder(await readText([header, ...rows].join("\n"), { mapping }));
  await fc.assert(
    fc.asyncProperty(fc.shuffledSubarray(rows, { minLength: rows.length }), async (shuffled) => {
      const read = await readText([header, ...shuffled].join("\n"), { mapping });
      expect(read.rejects).toEqual([]);
      expect(linesByOrder(read)).toEqual(sorted);
    }),
    { numRuns: 30 },
  );
});

test("a fault in one row rejects all rows of its order, wherever they stand", async () => {
  const rows = [row("A", "hat"), row("B", "hat"), row("A", "scarf").replace(",5", ",much")];
  const { orders, rejects } = await readText([header, ...rows].join("\n"), { mapping });
  expect(orders.map(({ externalId }) => externalId)).toEqual(["B"]);
  expect(rejects.map(({ row: at }) => at)).toEqual([2, 4]);
});

test("a misplaced quote in one row rejects its whole order", async () => {
  const rows = [row("A", "hat"), row("A", '"5" pipe"'), row("B", "hat")];
  const { orders, rejects } = await readText([header, ...rows].join("\n"), { mapping });
  expect(orders.map(({ externalId }) => externalId)).toEqual(["B"]);
  expect(rejects.map(({ row: at, reason }) => [at, reason.kind])).toEqual([
    [2, "QuoteMisplaced"],
    [3, "QuoteMisplaced"],
  ]);
});

test("a row with more cells than headers rejects its order", async () => {
  const rows = [row("A", "hat"), `${row("A", "scarf")},,,extra`, `${row("B", "hat")},,`];
  const { orders, rejects } = await readText([header, ...rows].join("\n"), { mapping });
  expect(orders.map(({ externalId }) => externalId)).toEqual(["B"]);
  expect(rejects[0]?.reason).toEqual({ kind: "RowMisshapen", cells: 7, columns: 4 });
});

test("when more stands apart than may be held, those orders are rejected whole", async () => {
  const ids = Array.from({ length: 50 }, (_, index) => `order-${index}`);
  const apart = [...ids.map((id) => row(id, "hat")), ...ids.map((id) => row(id, "scarf"))];
  const text = [header, ...apart, row("Z", "hat")].join("\n");
  const { orders, rejects } = await readText(text, { mapping, caps: { heldChars: 300 } });
  expect(orders.at(-1)?.externalId).toBe("Z");
  for (const { externalId, lines } of orders)
    expect(lines).toHaveLength(externalId === "Z" ? 1 : 2);
  const rejected = new Set(rejects.map(({ cells }) => cells[0]));
  expect(orders.length - 1 + rejected.size).toBe(50);
  expect(rejects).toHaveLength(2 * rejected.size);
});

test("Shopify's lines find their order also when a spreadsheet sorted the file", async () => {
  const [head = "", ...rows] = fixtureText("shopify.csv")
    .replace("quà\nkhông", "quà không")
    .split("\n");
  const straight = await readText([head, ...rows].join("\n"));
  const turned = await readText([head, ...rows.filter(Boolean).reverse()].join("\n"));
  const byId = (orders: readonly ForeignOrder[]) =>
    [...orders].sort((left, right) => left.externalId.localeCompare(right.externalId));
  expect(turned.rejects).toEqual([]);
  expect(byId(turned.orders)).toEqual(byId(straight.orders));
});

test("an order that was counted with another, for their hashes are one, is given at the end", () => {
  const headers = headerRow(header.split(","));
  const reader = mappedFormat(mapping).reader(headers);
  const rowCountByScattered = new Map([[hash53("A"), 3]]);
  const grouper = new RowGrouper({ reader, survey: { rowCountByScattered }, heldChars: 1_000 });
  const rows = [row("A", "hat"), row("B", "hat"), row("A", "scarf")].map((text, at) => ({
    row: at + 2,
    cells: text.split(","),
    chars: text.length,
  }));
  const numbers = (groups: readonly RowGroup[]) =>
    groups.map((group) => group.rows.map((one) => one.row));
  expect(numbers(grouper.push(rows))).toEqual([[3]]);
  expect(numbers(grouper.finish())).toEqual([[2, 4]]);
});

describe("the tally of runs", () => {
  const tallied = (ids: readonly string[]) => {
    const tally = runTally();
    for (const id of ids) tally.add(hash53(id));
    return tally.scattered();
  };

  test("finds exactly the orders whose rows stand apart, and counts them", () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 0, max: 8 }).map(String), { maxLength: 40 }),
        (ids) => {
          const apart = ids.filter((id, at) => ids[at - 1] !== id && ids.indexOf(id) < at - 1);
          const expected = new Map(
            [...new Set(apart)].map((id) => [
              hash53(id),
              ids.filter((other) => other === id).length,
            ]),
          );
          expect(tallied(ids)).toEqual(expected);
        },
      ),
    );
  });

  test("keeps count while it grows", () => {
    const ids = Array.from({ length: 20_000 }, (_, index) => `order-${index}`);
    expect(tallied([...ids, "order-3", "order-19998"])).toEqual(
      new Map([
        [hash53("order-3"), 2],
        [hash53("order-19998"), 2],
      ]),
    );
  });
});
