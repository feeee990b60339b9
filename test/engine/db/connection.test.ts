import Database from "better-sqlite3";
import { expect, onTestFinished, test, vi } from "vitest";
import { openDb } from "../../../electron/engine/db/connection.ts";

test("of statements whose text is always another one only the last are kept, and what is always the same is prepared once", () => {
  const prepared = vi.spyOn(Database.prototype, "prepare");
  onTestFinished(() => prepared.mockRestore());
  const db = openDb(":memory:");
  const timesPrepared = (sql: string) => prepared.mock.calls.filter(([one]) => one === sql).length;
  const ask = (sql: string) => db.prepare<[], object>(sql).get();
  for (let at = 0; at < 3_000; at += 1) {
    ask("SELECT 'always'");
    ask(`SELECT ${at}`);
  }
  ask("SELECT 2999");
  ask("SELECT 0");
  db.close();
  expect(timesPrepared("SELECT 'always'")).toBe(1);
  expect(timesPrepared("SELECT 2999")).toBe(1);
  expect(timesPrepared("SELECT 0")).toBe(2);
});
