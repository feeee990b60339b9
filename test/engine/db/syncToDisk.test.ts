import fs from "node:fs";
import { syncBuiltinESMExports } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, test, vi } from "vitest";
import { syncFolder } from "../../../electron/disk/syncToDisk.ts";
import { finishRestore, markRestored } from "../../../electron/engine/db/restoredFiles.ts";
import { watchDisk } from "../../watchDisk.ts";
import { openWorld } from "../calls/world.ts";

const newFolder = () => fs.mkdtempSync(join(tmpdir(), "quen-sync-"));

describe("a restore that was answered survives a power cut", () => {
  test("what waits is on the disk with its name before the marker, and the marker before the answer", () => {
    const folder = newFolder();
    for (const name of ["shop.db", "keys.db"]) {
      fs.writeFileSync(join(folder, `${name}.restored`), name);
    }
    const seen = watchDisk(folder);
    markRestored(folder, 7);
    expect(seen).toEqual([
      ...["sync shop.db.restored", "sync keys.db.restored", "sync restore.ready.part"],
      ...["sync the folder", "rename to restore.ready", "sync the folder"],
    ]);
  });

  test("the marker goes when all is in its place on the disk", () => {
    const folder = newFolder();
    fs.writeFileSync(join(folder, "shop.db.restored"), "shop");
    markRestored(folder, 7);
    const seen = watchDisk(folder);
    finishRestore(folder);
    expect(seen).toEqual(["rename to shop.db", "sync the folder", "remove restore.ready"]);
  });
});

test("a backup that was answered stands on the disk by its name", async () => {
  const world = await openWorld();
  const folder = newFolder();
  const seen = watchDisk(folder);
  await world.take("backup.create", { path: join(folder, "monday.quenbackup") });
  expect(seen.slice(-2)).toEqual(["rename to monday.quenbackup", "sync the folder"]);
});

test("a folder that cannot be put on the disk as one keeps nobody from going on", () => {
  const folder = newFolder();
  const { fsyncSync } = fs;
  watchDisk(folder);
  const failing = vi.spyOn(fs, "fsyncSync").mockImplementation(() => {
    throw Object.assign(new Error("the system's words"), { code: "EINVAL" });
  });
  syncBuiltinESMExports();
  expect(() => syncFolder(folder)).not.toThrow();
  failing.mockImplementation(() => {
    throw Object.assign(new Error("the system's words"), { code: "EIO" });
  });
  expect(() => syncFolder(folder)).toThrow("the system's words");
  failing.mockImplementation(fsyncSync);
});
