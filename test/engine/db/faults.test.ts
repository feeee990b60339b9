import { describe, expect, test } from "vitest";
import { StorageFault, storageFaultKind } from "../../../electron/engine/db/faults.ts";
import { openFailure } from "../../../electron/engine/hosts/openFailure.ts";
import { readFromEngine } from "../../../electron/main/broker/engineMessages.ts";

const failing = (code: string) => Object.assign(new Error("the system's words"), { code });

test.each([
  ["SQLITE_FULL", "disk-full"],
  ["ENOSPC", "disk-full"],
  ["EDQUOT", "disk-full"],
  ["SQLITE_READONLY", "read-only"],
  ["SQLITE_READONLY_DIRECTORY", "read-only"],
  ["SQLITE_CANTOPEN", "read-only"],
  ["EROFS", "read-only"],
  ["EACCES", "read-only"],
  ["SQLITE_BUSY", "busy"],
  ["SQLITE_BUSY_SNAPSHOT", "busy"],
  ["SQLITE_LOCKED", "busy"],
  ["SQLITE_NOTADB", "wrong-key"],
  ["SQLITE_CORRUPT", "corrupt"],
  ["SQLITE_CORRUPT_VTAB", "corrupt"],
  ["SQLITE_IOERR_FSYNC", "io"],
  ["SQLITE_CONSTRAINT_UNIQUE", undefined],
  ["ERR_INVALID_ARG_TYPE", undefined],
])("the code %s is a fault of the world: %s", (code, kind) => {
  expect(storageFaultKind(failing(code))).toBe(kind);
});

test("what has no code is a defect, whatever its words", () => {
  expect(storageFaultKind(new Error("database or disk is full"))).toBeUndefined();
  expect(storageFaultKind("SQLITE_FULL")).toBeUndefined();
});

describe("whatever keeps the shop from opening", () => {
  const kinds = ["disk-full", "busy", "io", "vanished", "newer-file", "locked"] as const;

  test.each(
    kinds.map((kind) => new StorageFault(kind, "In words.")),
  )("is told to the window's process in a word that it knows: $kind", (fault) => {
    expect(readFromEngine(openFailure(fault))).toMatchObject({
      kind: "failed",
      message: "In words.",
    });
  });
});
