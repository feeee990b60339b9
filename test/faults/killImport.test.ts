import { randomUUID } from "node:crypto";
import { cpSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, expect, test } from "vitest";
import { type EnginePipe, openEngine } from "./enginePipe.ts";
import { makeShop, must, signIn } from "./shopOnPipe.ts";

const folder = mkdtempSync(join(tmpdir(), "quen-kill-import-"));
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const KILLS = 10;
const ORDERS = 2_400;
const FLAWED = 24;
const BUYERS = 40;

const columns = {
  ...{ externalId: "Order", placedAt: "Date", state: "State", product: "Goods" },
  ...{ unitPrice: "Price", total: "Total", name: "Name", phone: "Phone" },
};
const states = ["Paid", "Completed", "Cancelled", "Pending"];

const phoneOf = (buyer: number) => `09120000${String(buyer).padStart(2, "0")}`;

/** Orders of few buyers, each hundredth of which cannot be read. */
const writeFile = (): string => {
  const path = join(folder, "orders.csv");
  const rows = Array.from({ length: ORDERS }, (_, at) => {
    const total = at % 100 === 99 ? "much" : String(10_000 * (1 + (at % 7)));
    const buyer = (at * 7) % BUYERS;
    const day = `2026-11-${String(1 + (at % 20)).padStart(2, "0")}`;
    const state = states[at % states.length];
    return `${at},${day},${state},Tea,${total},${total},Buyer ${buyer},${phoneOf(buyer)}`;
  });
  writeFileSync(path, ["Order,Date,State,Goods,Price,Total,Name,Phone", ...rows, ""].join("\n"));
  return path;
};

/** What an import leaves: every order, and of every buyer the points one by one. */
const leftBy = async (engine: EnginePipe): Promise<unknown> => {
  const health = Object(await must(engine, "engine.health", {}));
  expect(health).toMatchObject({ ok: true, disagreements: [] });
  const orders: object[] = [];
  for (let next: unknown; orders.length === 0 || next !== undefined; ) {
    const page = Object(await must(engine, "orders.list", { limit: 500, next }));
    orders.push(...page.orders.map(({ customerId, ...order }: { customerId: string }) => order));
    next = page.next;
  }
  const buyers: unknown[] = [];
  for (let buyer = 0; buyer < BUYERS; buyer += 1) {
    const found = Object(await must(engine, "customer.search", { text: phoneOf(buyer) }));
    expect(found.matches).toHaveLength(1);
    const [{ customerId, name }] = found.matches;
    const ledger = Object(await must(engine, "loyalty.ledger", { customerId, limit: 500 }));
    const entries = ledger.entries.map(({ sourceId, points }: Record<string, unknown>) => [
      sourceId,
      points,
    ]);
    buyers.push({ name, balance: ledger.balance, entries: entries.sort() });
  }
  const { customers, orders: orderCount } = health.counts;
  return { customers, orderCount, orders, buyers };
};

/** A little later each time, so that each life comes further than the one before. */
const killAfter = async (dataDir: string, steps: number, request: object): Promise<boolean> => {
  let told = 0;
  const engine = openEngine(dataDir, () => {
    told += 1;
    if (told === steps) engine.kill();
  });
  await signIn(engine);
  const answer = await engine.ask("orders.importFile", request);
  engine.kill();
  await engine.ended;
  return answer === undefined;
};

test("an import that is killed again and again ends at the same shop as one that never was", async () => {
  const mapping = { name: "List", columns };
  const request = { requestId: randomUUID(), path: writeFile(), mapping };
  const [whole, cut] = [join(folder, "whole"), join(folder, "cut")];
  const first = openEngine(whole);
  await makeShop(first);
  expect(await first.end()).toBe(0);
  cpSync(whole, cut, { recursive: true });

  const undisturbed = openEngine(whole);
  await signIn(undisturbed);
  const counts = { orders: ORDERS - FLAWED, rejected: FLAWED };
  const answer = await must(undisturbed, "orders.importFile", request);
  expect(answer).toMatchObject({ ...counts, created: counts.orders, customersCreated: BUYERS });
  const expected = await leftBy(undisturbed);
  expect(await undisturbed.end()).toBe(0);

  let killed = 0;
  for (let steps = 1; steps <= KILLS; steps += 1) {
    if (await killAfter(cut, steps, request)) killed += 1;
  }
  // A kill may be late by a moment, and after the answer it proves nothing.
  expect(killed).toBeGreaterThanOrEqual(KILLS - 2);
  const last = openEngine(cut);
  await signIn(last);
  const done = Object(await must(last, "orders.importFile", request));
  expect(done).toMatchObject(counts);
  expect(await leftBy(last)).toEqual(expected);
  expect(done.unchanged).toBeGreaterThan(ORDERS / 2);
  expect(await must(last, "orders.importFile", request)).toEqual(done);
  expect(await must(last, "audit.verify", {})).toMatchObject({ ok: true });
  expect(await last.end()).toBe(0);
});
