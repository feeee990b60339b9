import { describe, expect, test } from "vitest";
import { disagreements } from "../../../electron/engine/repositories/checks.ts";
import { openWorld, sell } from "../calls/world.ts";

/** A shop that sold to somebody, for points, and to nobody. */
const soldWorld = async () => {
  const world = await openWorld();
  await sell(world, { customerId: world.an, lines: [{ sku: "TEA", quantity: 3 }] });
  await sell(world, { lines: [{ sku: "TEA", quantity: 1 }] });
  return world;
};

describe("what is kept beside the ledgers", () => {
  test("agrees with them after sales", async () => {
    const world = await soldWorld();
    expect(disagreements(world.engine().stores.shop)).toEqual([]);
  });

  test.each([
    ["sale lines", "DELETE FROM sale_lines"],
    ["points of sales", "DELETE FROM points_ledger; DELETE FROM points_balances"],
    ["points balances", "DELETE FROM points_balances"],
    ["points lots", "DELETE FROM points_lots"],
    ["store totals of customers", "DELETE FROM customer_totals"],
    ["customers' products", "DELETE FROM customer_products"],
    ["points of sales", "UPDATE sales SET points_earned = points_earned + 1"],
    ["payments", "DELETE FROM payments"],
    ["store totals of customers", "UPDATE customer_totals SET store_count = store_count + 1"],
  ])("is told of as wrong: %s after %s", async (name, harm) => {
    const world = await soldWorld();
    const { shop } = world.engine().stores;
    shop.exec("PRAGMA foreign_keys = OFF");
    const triggers = shop.prepare<[], { name: string }>(
      "SELECT name FROM sqlite_schema WHERE type = 'trigger'",
    );
    for (const trigger of triggers.all()) shop.exec(`DROP TRIGGER ${trigger.name}`);
    shop.exec(harm);
    expect(disagreements(shop)).toContain(name);
  });
});
