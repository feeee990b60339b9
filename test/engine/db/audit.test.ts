import { copyFileSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { beforeAll, describe, expect, onTestFinished, test } from "vitest";
import { openDb, type WriteDb } from "../../../electron/engine/db/connection.ts";
import { openKeyring } from "../../../electron/engine/db/keyring.ts";
import { type AuditVerdict, verifyAudit } from "../../../electron/engine/repositories/audit.ts";
import { newCustomer, openWorld } from "../calls/world.ts";
import { KEY_HEX } from "../setUp.ts";

let folder = "";
beforeAll(async () => {
  const world = await openWorld();
  for (const name of ["Lan", "Mai", "Cúc"]) await newCustomer(world, { name });
  await world.close();
  folder = world.dataDir;
}, 60_000);

type Opened = { readonly db: WriteDb; readonly verdict: () => AuditVerdict };

/** A copy of the shop's files, in the hands of somebody who has the key and knows SQL. */
const openCopy = (): Opened => {
  const copy = mkdtempSync(join(tmpdir(), "quen-audit-"));
  for (const name of ["shop.db", "keys.db"]) copyFileSync(join(folder, name), join(copy, name));
  const db = openDb(join(copy, "shop.db"), { keyHex: KEY_HEX });
  const keys = openDb(join(copy, "keys.db"), { keyHex: KEY_HEX });
  onTestFinished(() => {
    for (const file of [db, keys]) file.close();
    rmSync(copy, { recursive: true });
  });
  const { fingerprint } = openKeyring(keys);
  return { db, verdict: () => verifyAudit(db, fingerprint) };
};

const tampered = (sql: string): AuditVerdict => {
  const { db, verdict } = openCopy();
  db.exec(`DROP TRIGGER audit_is_kept; DROP TRIGGER audit_stays; ${sql}`);
  return verdict();
};

describe("the audit chain", () => {
  test("is whole after a day's work, and after a restart", async () => {
    const world = await openWorld();
    const manager = () => world.caller("manager").take("audit.verify", {});
    const before = await manager();
    expect(before).toEqual({ ok: true, entries: expect.any(Number) });
    expect(before.entries).toBeGreaterThan(5);
    await world.restart();
    expect(await manager()).toEqual(before);
  });

  test("cannot be altered or shortened by the engine itself", () => {
    const { db, verdict } = openCopy();
    for (const table of ["audit", "changes"]) {
      expect(() => db.exec(`UPDATE ${table} SET kind = 'x'`)).toThrow("append-only");
      expect(() => db.exec(`DELETE FROM ${table}`)).toThrow("append-only");
    }
    expect(verdict()).toMatchObject({ ok: true });
  });

  test.each([
    ["an altered kind", "UPDATE audit SET kind = 'session.logout' WHERE sequence = 4", 4],
    ["an altered subject", "UPDATE audit SET subject = 'x' WHERE sequence = 6", 6],
    ["another moment", "UPDATE audit SET at_ms = at_ms + 1 WHERE sequence = 5", 5],
    ["another name put under it", "UPDATE audit SET staff_id = 'someone' WHERE sequence = 3", 3],
    ["the name taken off it", "UPDATE audit SET staff_id = NULL WHERE sequence = 3", 3],
    ["an altered hash", "UPDATE audit SET hash = zeroblob(32) WHERE sequence = 2", 2],
    ["the first one removed", "DELETE FROM audit WHERE sequence = 1", 1],
    ["one in the middle removed", "DELETE FROM audit WHERE sequence = 5", 5],
    [
      "one removed and the rest moved up",
      `DELETE FROM audit WHERE sequence = 5;
       UPDATE audit SET sequence = sequence - 1 WHERE sequence > 5`,
      5,
    ],
    [
      "two that changed places",
      `UPDATE audit SET sequence = 900 WHERE sequence = 4;
       UPDATE audit SET sequence = 4 WHERE sequence = 5;
       UPDATE audit SET sequence = 5 WHERE sequence = 900`,
      4,
    ],
    [
      "one put in, with the hash of the one before",
      `UPDATE audit SET sequence = -sequence - 1 WHERE sequence > 4;
       UPDATE audit SET sequence = -sequence WHERE sequence < 0;
       INSERT INTO audit SELECT 5, at_ms, staff_id, kind, subject, hash, hash
         FROM audit WHERE sequence = 4`,
      5,
    ],
  ])("shows %s, at its place", (_, sql, brokenAt) => {
    expect(tampered(sql)).toMatchObject({ ok: false, brokenAt });
  });

  test.each([
    ["one", "sequence >= (SELECT max(sequence) FROM audit)"],
    ["three", "sequence > (SELECT max(sequence) - 3 FROM audit)"],
    ["all", "1"],
  ])("shows a cut tail: %s", (_, which) => {
    const found = tampered(`DELETE FROM audit WHERE ${which}`);
    expect(found).toEqual({ ok: false, entries: found.entries, brokenAt: found.entries + 1 });
    expect(found.entries).toBeLessThan(openCopy().verdict().entries);
  });

  test("shows an entry put in at its end, also with a head that was made to fit", () => {
    const last = "SELECT * FROM audit ORDER BY sequence DESC LIMIT 1";
    const found = tampered(
      `INSERT INTO audit SELECT sequence + 1, at_ms, staff_id, kind, 'x', hash, zeroblob(32)
         FROM (${last});
       UPDATE audit_head SET (entries, hash) = (SELECT sequence, hash FROM (${last}))`,
    );
    expect(found).toMatchObject({ ok: false, brokenAt: found.entries });
  });

  test("goes on growing after it was broken, and stays broken at the same place", async () => {
    const world = await openWorld();
    await world.close();
    const db = openDb(join(world.dataDir, "shop.db"), { keyHex: KEY_HEX });
    db.exec("DROP TRIGGER audit_is_kept; UPDATE audit SET subject = 'x' WHERE sequence = 3");
    db.close();
    await world.restart();
    const owner = world.caller("owner");
    await owner.take("customer.create", { name: "Đào" });
    expect(await owner.take("audit.verify", {})).toMatchObject({ ok: false, brokenAt: 3 });
  });
});
