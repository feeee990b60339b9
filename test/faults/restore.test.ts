import { randomUUID } from "node:crypto";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, expect, test } from "vitest";
import { openEngine } from "./enginePipe.ts";
import { aSale, makeShop, must, signIn } from "./shopOnPipe.ts";

const folder = mkdtempSync(join(tmpdir(), "quen-restore-"));
afterEach(() => rmSync(folder, { recursive: true, force: true }));

test("a restore is answered, the engine ends by itself with 0, and the next has the backup", async () => {
  const path = join(folder, "monday.backup");
  const dataDir = join(folder, "shop");
  const engine = openEngine(dataDir);
  await makeShop(engine);
  await must(engine, "sale.commit", aSale());
  await must(engine, "backup.create", { requestId: randomUUID(), path });
  await must(engine, "sale.commit", aSale());
  const restored = await must(engine, "backup.restore", { requestId: randomUUID(), path });
  expect(restored).toMatchObject({ saleCount: 1, usedSince: 0 });
  expect(await engine.ended).toBe(0);

  const next = openEngine(dataDir);
  await signIn(next);
  expect(await must(next, "engine.health", {})).toMatchObject({ ok: true, counts: { sales: 1 } });
  await must(next, "sale.commit", aSale());
  expect(await next.end()).toBe(0);
}, 60_000);
