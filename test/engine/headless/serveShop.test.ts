import { join } from "node:path";
import { expect, test } from "vitest";
import { openDb } from "../../../electron/engine/db/connection.ts";
import { serveShop } from "../../../electron/engine/hosts/serveShop.ts";
import {
  newConnection,
  type RunningEngine,
  startEngine,
} from "../../../electron/engine/hosts/startEngine.ts";
import { bundledWorker } from "../bundledWorker.ts";
import { openWorld, sell } from "../calls/world.ts";
import { closeAfterwards } from "../openedShops.ts";
import { KEY_HEX, OWNER } from "../setUp.ts";

/** A served shop of two sales, its owner signed in, and its backup of when it had one. */
const serve = async (
  starting: (start: () => RunningEngine) => RunningEngine = (start) => start(),
) => {
  const world = await openWorld();
  const { dataDir, newId } = world;
  const { session } = world.connection;
  await sell(world, { lines: [{ sku: "TEA" }] });
  const path = join(dataDir, "monday.backup");
  await world.take("backup.create", { path });
  await sell(world, { lines: [{ sku: "TEA" }] });
  await world.close();
  const clock = { nowMs: () => world.clock.nowMs };
  const engineOptions = { dataDir, keyHex: KEY_HEX, clock, ids: { newId } };
  const opened: RunningEngine[] = [];
  const lost: unknown[] = [];
  const served = serveShop({
    open: () => {
      const engine = starting(() => startEngine({ ...engineOptions, workerPath: bundledWorker }));
      opened.push(engine);
      return engine;
    },
    connection: { ...newConnection(() => undefined), session },
    log: (text) => expect.fail(text),
    onLost: (error) => lost.push(error),
  });
  let closing: Promise<void> | undefined;
  const close = () => {
    closing ??= served.close();
    return closing;
  };
  closeAfterwards({ close, dataDir });
  /** What a call came to: its result, or why it was refused. */
  const ask = async (method: string, params: object = {}): Promise<unknown> => {
    const response = await served.answer({ jsonrpc: "2.0", id: 1, method, params });
    if (!response) return "no answer";
    return "result" in response ? response.result : response.error.data;
  };
  const restore = () => ask("backup.restore", { requestId: newId(), path });
  return { ask, restore, close, path, dataDir, opened, lost, newId };
};

const monday = { ok: true, counts: { sales: 1 } };

test("whoever the backup knows in the same role goes on without signing in", async () => {
  const { ask, restore } = await serve();
  expect(await restore()).toMatchObject({ saleCount: 1 });
  expect(await ask("engine.health")).toMatchObject(monday);
});

test("an owner whom the backup knows as a cashier is an owner no more", async () => {
  const { ask, restore, path, newId } = await serve();
  const backup = openDb(path, { keyHex: KEY_HEX });
  backup.exec("UPDATE staff SET role = 'cashier'; PRAGMA journal_mode = DELETE");
  backup.close();
  expect(await restore()).toMatchObject({ saleCount: 1 });
  const another = { requestId: newId(), name: "Lan", role: "owner", pin: "5678" };
  expect(await ask("staff.create", another)).toEqual({ kind: "NotSignedIn" });
  const { ownerName: name, ownerPin: pin } = OWNER;
  expect(await ask("session.login", { name, pin })).toMatchObject({ role: "cashier" });
  expect(await ask("staff.create", another)).toEqual({ kind: "NotAllowed", needs: "owner" });
});

test("a backup that comes when its owner has signed out already is there, and knows of nobody", async () => {
  const { ask, restore, lost } = await serve();
  const restored = restore();
  expect(await ask("session.logout")).toEqual({});
  expect(await restored).toMatchObject({ saleCount: 1 });
  expect(await ask("engine.health")).toEqual({ kind: "NotSignedIn" });
  expect(await ask("shop.status")).toMatchObject({ configured: true });
  expect(lost).toEqual([]);
});

test("what is asked while the shop is opened anew waits, and is answered by the backup", async () => {
  const { ask, restore, opened } = await serve();
  await restore();
  const asked = await Promise.all([ask("engine.health"), ask("engine.health"), ask("sale.list")]);
  expect(asked).toMatchObject([monday, monday, { sales: [{ receiptNumber: "Q1-000001" }] }]);
  expect(opened).toHaveLength(2);
});

/** An engine whose quality report begins once it is let go. */
const held = () => {
  let letGo = (): void => undefined;
  const gate = new Promise<void>((resolve) => {
    letGo = resolve;
  });
  let isFirst = true;
  const starting = (start: () => RunningEngine): RunningEngine => {
    const engine = start();
    const { tallyLookups } = engine.worker;
    if (!isFirst) return engine;
    isFirst = false;
    Object.assign(engine.worker, {
      tallyLookups: async (days: Parameters<typeof tallyLookups>[0]) => {
        await gate;
        return tallyLookups(days);
      },
    });
    return engine;
  };
  return { starting, letGo: () => letGo() };
};

test("what is under way when a backup is brought is answered before the shop is closed", async () => {
  const { starting, letGo } = held();
  const { ask, restore, opened } = await serve(starting);
  const days = { fromDay: "2026-11-01", toDay: "2026-11-30" };
  const report = ask("suggestion.quality", days);
  expect(await restore()).toMatchObject({ saleCount: 1 });
  const after = ask("engine.health");
  expect(opened).toHaveLength(1);
  letGo();
  expect(await report).toMatchObject({ lookups: 0, shown: 0 });
  expect(await after).toMatchObject(monday);
  expect(opened).toHaveLength(2);
});

test("closed while it is opened anew, the shop is closed whole: another engine may have it at once", async () => {
  const { restore, close, dataDir, opened } = await serve();
  await restore();
  await close();
  expect(opened).toHaveLength(2);
  const next = startEngine({ dataDir, keyHex: KEY_HEX, workerPath: bundledWorker });
  await next.close();
});

test("a restored shop that does not open is told once, and what waits for it is not answered", async () => {
  let starts = 0;
  const { ask, restore, close, lost } = await serve((start) => {
    starts += 1;
    if (starts > 1) throw new Error("the disk is gone");
    return start();
  });
  await restore();
  expect(await Promise.all([ask("engine.health"), ask("sale.list")])).toEqual([
    "no answer",
    "no answer",
  ]);
  expect(await ask("engine.health")).toBe("no answer");
  expect(lost).toEqual([new Error("the disk is gone")]);
  await close();
});
