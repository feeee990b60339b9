import { randomUUID } from "node:crypto";
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, watch } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { type EnginePipe, openEngine } from "./enginePipe.ts";
import { aSale, makeShop, must, refusalKind, signIn } from "./shopOnPipe.ts";

const folder = mkdtempSync(join(tmpdir(), "quen-restore-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

test("a restore is answered, and the engine goes on with the backup until the end of input", async () => {
  const path = join(folder, "monday.backup");
  const engine = openEngine(join(folder, "shop"));
  await makeShop(engine);
  await must(engine, "sale.commit", aSale());
  await must(engine, "backup.create", { requestId: randomUUID(), path });
  await must(engine, "sale.commit", aSale());
  const asked = { requestId: randomUUID(), path };
  const restored = await must(engine, "backup.restore", asked);
  expect(restored).toMatchObject({ saleCount: 1, usedSince: 0 });

  // Nobody has to wait or to sign in again: what is asked meanwhile is answered by the backup.
  const [sold, again] = await Promise.all([
    must(engine, "sale.commit", aSale()),
    must(engine, "backup.restore", asked),
  ]);
  expect(await must(engine, "engine.health", {})).toMatchObject({ ok: true, counts: { sales: 2 } });
  expect(sold).toMatchObject({ receiptNumber: "Q1-000003" });
  expect(again).toEqual(restored);
  await must(engine, "backup.restore", { requestId: randomUUID(), path });
  expect(await must(engine, "engine.health", {})).toMatchObject({ ok: true, counts: { sales: 1 } });
  expect(await engine.end()).toBe(0);
}, 60_000);

test("whom the restored shop knows in another role, or not at all, is signed out by it", async () => {
  const path = join(folder, "before Lan.backup");
  const engine = openEngine(join(folder, "shop with Lan"));
  await makeShop(engine);
  await must(engine, "backup.create", { requestId: randomUUID(), path });
  const lan = { name: "Lan", pin: "5678" };
  await must(engine, "staff.create", { requestId: randomUUID(), role: "owner", ...lan });
  await must(engine, "session.login", lan);
  await must(engine, "backup.restore", { requestId: randomUUID(), path });
  expect(refusalKind(await engine.ask("engine.health", {}))).toBe("NotSignedIn");
  expect(refusalKind(await engine.ask("session.login", lan))).toBe("WrongPin");
  await signIn(engine);
  expect(await must(engine, "engine.health", {})).toMatchObject({ ok: true });
  expect(await engine.end()).toBe(0);
}, 60_000);

test("asked for and the input ended, a restore is in its place at the next start", async () => {
  const path = join(folder, "sunday.backup");
  const dataDir = join(folder, "shop that ends");
  const engine = openEngine(dataDir);
  await makeShop(engine);
  await must(engine, "backup.create", { requestId: randomUUID(), path });
  await must(engine, "sale.commit", aSale());
  const answer = must(engine, "backup.restore", { requestId: randomUUID(), path });
  expect(await engine.end()).toBe(0);
  expect(await answer).toMatchObject({ saleCount: 0 });

  const next = openEngine(dataDir);
  await signIn(next);
  expect(await must(next, "engine.health", {})).toMatchObject({ ok: true, counts: { sales: 0 } });
  expect(await next.end()).toBe(0);
}, 60_000);

/** Kills the engine once so many things have happened to files in the folder, wherever it is then. */
const killAfter = (engine: EnginePipe, dataDir: string, happenings: number): void => {
  let happened = 0;
  const watcher = watch(dataDir, () => {
    happened += 1;
    if (happened === happenings) engine.kill();
  });
  void engine.ended.then(() => watcher.close());
};

/** A shop of five sales, and its backup of when it had two. */
const withTwoOfFiveSales = async (name: string) => {
  const made = join(folder, name, "made");
  const path = join(folder, name, "tuesday.backup");
  const engine = openEngine(made);
  await makeShop(engine);
  for (let sale = 0; sale < 2; sale += 1) await must(engine, "sale.commit", aSale());
  await must(engine, "backup.create", { requestId: randomUUID(), path });
  for (let sale = 0; sale < 3; sale += 1) await must(engine, "sale.commit", aSale());
  await engine.end();
  return { made, path };
};

test("killed at any step of it, and again while the next start swaps the files, a restore is whole or not at all", async () => {
  const { made, path } = await withTwoOfFiveSales("till");
  const outcomes = new Set<string>();
  for (const step of [1, 2, 4, 7, 10, 13, 16, 20, 1_000]) {
    const dataDir = join(folder, `killed-${step}`);
    cpSync(made, dataDir, { recursive: true });
    const asked = { requestId: randomUUID(), path };
    const first = openEngine(dataDir);
    await signIn(first);
    killAfter(first, dataDir, step);
    const answer = await first.ask("backup.restore", asked);
    await first.end();
    const second = openEngine(dataDir);
    killAfter(second, dataDir, step);
    await second.ask("shop.status", {});
    second.kill();
    await second.ended;

    const third = openEngine(dataDir);
    await signIn(third);
    const { counts, ok } = (await must(third, "engine.health", {})) as {
      readonly counts: { readonly sales: number };
      readonly ok: boolean;
    };
    expect([step, ok, [2, 5].includes(counts.sales)]).toEqual([step, true, true]);
    if (answer?.result) expect(counts.sales).toBe(2);
    outcomes.add(`${answer?.result ? "answered" : "not answered"}, ${counts.sales} sales`);
    expect(await must(third, "audit.verify", {})).toMatchObject({ ok: true });
    await must(third, "sale.commit", aSale());
    expect(readdirSync(dataDir).filter((name) => /restored|ready/.test(name))).toEqual([]);
    expect(await third.end()).toBe(0);
  }
  expect([...outcomes]).toEqual(
    expect.arrayContaining(["not answered, 5 sales", "answered, 2 sales"]),
  );
}, 120_000);

test("killed at any step, a new computer has the shop of the backup whole, or none and can have it still", async () => {
  const { made, path } = await withTwoOfFiveSales("new computer");
  const recoveryKey = readFileSync(join(made, "shop.key"), "utf8");
  const outcomes = new Set<boolean>();
  for (const step of [1, 3, 6, 10, 14, 18, 22, 26, 1_000]) {
    const dataDir = join(folder, `new-${step}`);
    const asked = { requestId: randomUUID(), path, recoveryKey };
    const first = openEngine(dataDir);
    await must(first, "shop.status", {});
    killAfter(first, dataDir, step);
    const answer = await first.ask("shop.setUpFromBackup", asked);
    await first.end();
    const second = openEngine(dataDir);
    const again = await must(second, "shop.setUpFromBackup", asked);
    if (answer?.result) expect(again).toEqual(answer.result);
    outcomes.add(answer?.result !== undefined);
    await second.end();
    const third = openEngine(dataDir);
    await signIn(third);
    const health = await must(third, "engine.health", {});
    expect(health).toMatchObject({ ok: true, counts: { sales: 2 } });
    expect(await must(third, "audit.verify", {})).toMatchObject({ ok: true });
    expect(await third.end()).toBe(0);
  }
  expect(outcomes.size).toBe(2);
}, 120_000);
