import { existsSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { openDb } from "../../../electron/engine/db/connection.ts";
import { startWorker } from "../../../electron/engine/hosts/workerPort.ts";
import { bundledWorker } from "../bundledWorker.ts";

const keyHex = "5a".repeat(32);
const BLOBS = 40;
const dataDir = mkdtempSync(join(tmpdir(), "quen-worker-"));
const from = join(dataDir, "large.db");
const to = join(dataDir, "copy.db");

afterAll(() => rmSync(dataDir, { recursive: true, force: true }));

const blobsIn = (path: string): number | undefined => {
  const db = openDb(path, { keyHex });
  try {
    return db.prepare<[], { n: number }>("SELECT count(*) AS n FROM blobs").get()?.n;
  } finally {
    db.close();
  }
};

test("what a worker is at when its engine closes is finished first", async () => {
  const db = openDb(from, { keyHex, synchronous: "OFF" });
  db.exec("CREATE TABLE blobs (bytes BLOB NOT NULL) STRICT");
  const add = db.prepare<[]>("INSERT INTO blobs VALUES (randomblob(1000000))");
  for (let at = 0; at < BLOBS; at += 1) add.run();
  db.close();

  const worker = startWorker({ dataDir, keyHex, path: bundledWorker });
  const copied = worker.copyFile({ from, to, keyHex });
  while (!existsSync(to)) await new Promise((resolve) => setImmediate(resolve));
  await worker.close();
  await copied;
  expect(blobsIn(to)).toBe(BLOBS);
});

test("what a worker has not begun when its engine closes fails, and the worker is gone at once", async () => {
  const worker = startWorker({ dataDir, keyHex, path: bundledWorker });
  const copied = expect(
    worker.copyFile({ from, to: join(dataDir, "never.db"), keyHex }),
  ).rejects.toThrow("the worker ended");
  await worker.close();
  await copied;
  expect(existsSync(join(dataDir, "never.db"))).toBe(false);
});
