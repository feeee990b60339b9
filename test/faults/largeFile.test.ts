import { randomUUID } from "node:crypto";
import { closeSync, mkdtempSync, openSync, readFileSync, rmSync, writeSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { openEngine } from "./enginePipe.ts";
import { makeShop, must } from "./shopOnPipe.ts";

const ORDERS = 10_000;
const NOTE = "x".repeat(21_000);

const rowOf = (at: number): string =>
  [at, "2026-11-20", "Tea", 50_000, 50_000, `Customer ${at % 500}`, 912_000_000 + (at % 500), NOTE]
    .join(",")
    .concat("\n");

/** Orders in 200 MB: most of it in a column that nobody asked for. */
const writeLargeFile = (path: string): number => {
  const file = openSync(path, "w");
  let bytes = writeSync(file, "Order,Date,Goods,Price,Total,Name,Phone,Note\n");
  for (let at = 0; at < ORDERS; at += 1) bytes += writeSync(file, rowOf(at));
  closeSync(file);
  return bytes;
};

const columns = {
  ...{ externalId: "Order", placedAt: "Date", product: "Goods", unitPrice: "Price" },
  ...{ total: "Total", name: "Name", phone: "Phone" },
};

const memoryMb = (pid: number): number =>
  Number(/^VmRSS:\s+(\d+) kB/m.exec(readFileSync(`/proc/${pid}/status`, "utf8"))?.[1]) / 1_024;

test.runIf(process.platform === "linux")(
  "an engine that imports 200 MB needs no more memory at the end than at a quarter of it",
  async () => {
    const folder = mkdtempSync(join(tmpdir(), "quen-large-"));
    const path = join(folder, "orders.csv");
    expect(writeLargeFile(path)).toBeGreaterThan(200_000_000);
    const byQuarter: number[] = [];
    const engine = openEngine(join(folder, "shop"), ({ done, total }) => {
      const quarter = Math.floor((4 * done) / total);
      byQuarter[quarter] = Math.max(byQuarter[quarter] ?? 0, memoryMb(engine.pid));
    });
    await makeShop(engine);
    const mapping = { name: "List", columns };
    const request = { requestId: randomUUID(), path, mapping };
    const done = await must(engine, "orders.importFile", request);
    expect(done).toMatchObject({ orders: ORDERS, created: ORDERS, rejected: 0 });
    const [, second = 0, , fourth = Number.POSITIVE_INFINITY] = byQuarter;
    expect(second).toBeGreaterThan(0);
    // What the collector leaves for later; keeping the file would take 200.
    expect(fourth - second).toBeLessThan(60);
    expect(await engine.end()).toBe(0);
    rmSync(folder, { recursive: true, force: true });
  },
);
