import { describe, expect, test } from "vitest";
import { setWrongPinCount } from "../../../electron/engine/repositories/staff.ts";
import { OWNER, openShop, type TestShop } from "../setUp.ts";

const HOUR_MS = 3_600_000;
const wrong = { name: OWNER.ownerName, pin: "0000" };
const right = { name: OWNER.ownerName, pin: OWNER.ownerPin };

/** Four wrong PINs are written down, since each costs the time of its hash, and one is tried. */
const lockOut = async (shop: TestShop): Promise<void> => {
  setWrongCount(shop, 4);
  expect(await shop.caller().refusal("session.login", wrong)).toEqual(lockedUntil(shop, 30_000));
};

const setWrongCount = (shop: TestShop, count: number): void =>
  setWrongPinCount(shop.engine().stores.shop, OWNER.ownerName, count);

const lockedUntil = (shop: TestShop, untilInMs: number) => ({
  kind: "LockedOut",
  untilMs: shop.clock.nowMs + untilInMs,
});

describe("signing in", () => {
  test("needs the name and its PIN; case and spaces of the name do not matter", async () => {
    const shop = await openShop();
    await shop.take("staff.create", { name: "Minh Tú", role: "cashier", pin: "1357" });
    const till = shop.caller();
    const session = await till.take("session.login", { name: "  minh   TÚ ", pin: "1357" });
    expect(session).toMatchObject({ name: "Minh Tú", role: "cashier" });
    expect(till.connection.session).toMatchObject({ staffId: session.staffId, role: "cashier" });
    expect(await shop.caller().refusal("session.login", { name: "Minh Tú", pin: "2468" })).toEqual({
      kind: "WrongPin",
      triesLeft: 4,
    });
  });

  test("is for one line: another line of the same engine stays signed out", async () => {
    const shop = await openShop();
    await shop.caller().take("session.login", right);
    expect(await shop.caller().refusal("sale.list", {})).toEqual({ kind: "NotSignedIn" });
  });

  test("ends with signing out, also for the token", async () => {
    const shop = await openShop();
    const till = shop.caller();
    const { sessionToken = "" } = await till.take("session.login", right);
    await till.take("session.logout", {});
    expect(await till.refusal("sale.list", {})).toEqual({ kind: "NotSignedIn" });
    expect(await till.refusal("session.resume", { sessionToken })).toEqual({
      kind: "SessionEnded",
    });
  });

  test("leaves its line in the audit, and so does each wrong PIN, by name", async () => {
    const shop = await openShop();
    await lockOut(shop);
    await shop.refusal("session.login", right);
    const lines = shop
      .engine()
      .stores.shop.prepare<[], { kind: string; subject: string }>(
        "SELECT kind, subject FROM audit ORDER BY sequence DESC LIMIT 2",
      )
      .all();
    expect(lines[0]).toEqual({ kind: "session.locked", subject: OWNER.ownerName });
    expect(lines[1]).toEqual({ kind: "session.wrong-pin", subject: OWNER.ownerName });
  });

  test("stores no PIN: not in a table, not in a change, not in an answer", async () => {
    const shop = await openShop();
    await shop.take("staff.create", { name: "Tú", role: "cashier", pin: "975318642" });
    for (const table of ["staff", "changes", "answers", "audit"]) {
      const rows = shop.engine().stores.shop.prepare<[], object>(`SELECT * FROM ${table}`).all();
      expect(JSON.stringify(rows)).not.toContain("975318642");
    }
  });
});

describe("five wrong PINs in a row", () => {
  test("lock the name, each further one twice as long", async () => {
    const shop = await openShop();
    for (let left = 4; left >= 1; left -= 1) {
      const refusal = await shop.refusal("session.login", wrong);
      expect(refusal).toEqual({ kind: "WrongPin", triesLeft: left });
    }
    for (const lockMs of [30_000, 60_000, 120_000]) {
      expect(await shop.refusal("session.login", wrong)).toEqual(lockedUntil(shop, lockMs));
      expect(await shop.refusal("session.login", right)).toEqual(lockedUntil(shop, lockMs));
      shop.uptime.ms += lockMs - 1;
      expect(await shop.refusal("session.login", right)).toEqual(lockedUntil(shop, 1));
      shop.uptime.ms += 1;
    }
  });

  test("never lock for more than an hour", async () => {
    const shop = await openShop();
    setWrongCount(shop, 40);
    expect(await shop.refusal("session.login", right)).toEqual(lockedUntil(shop, HOUR_MS));
  });

  test.each([
    ["forward", 10 * HOUR_MS],
    ["back", -10 * HOUR_MS],
  ])("are not undone by a clock set %s", async (_, byMs) => {
    const shop = await openShop();
    await lockOut(shop);
    shop.clock.nowMs += byMs;
    expect(await shop.refusal("session.login", right)).toEqual(lockedUntil(shop, 30_000));
  });

  test("are not undone by a restart, after which the lock runs anew", async () => {
    const shop = await openShop();
    await lockOut(shop);
    shop.uptime.ms += 29_000;
    await shop.restart();
    shop.uptime.ms = 5_000;
    expect(await shop.refusal("session.login", right)).toEqual(lockedUntil(shop, 30_000));
    shop.uptime.ms += 30_000;
    expect(await shop.take("session.login", right)).toMatchObject({ role: "owner" });
  });

  test("are not undone by writing the name in another way", async () => {
    const shop = await openShop();
    await lockOut(shop);
    const spelt = ["Chị  Hoa", "CHỊ HOA ", "Chị   hoa", "Chị\u00a0Hoa", "Chi\u0323 Hoa"];
    for (const name of spelt) {
      expect(await shop.refusal("session.login", { ...right, name })).toMatchObject({
        kind: "LockedOut",
      });
    }
    shop.uptime.ms += 30_000;
    expect(await shop.refusal("session.login", wrong)).toEqual(lockedUntil(shop, 60_000));
    for (const name of spelt) {
      expect(await shop.refusal("session.login", { ...wrong, name })).toMatchObject({
        kind: "LockedOut",
      });
    }
  });

  test("count too when they are sent at once", async () => {
    const shop = await openShop();
    await Promise.all(
      Array.from({ length: 12 }, () => shop.caller().refusal("session.login", wrong)),
    );
    const tried = shop
      .engine()
      .stores.shop.prepare<[], object>("SELECT 1 FROM audit WHERE kind = 'session.wrong-pin'")
      .all();
    expect(tried).toHaveLength(5);
  });

  test("do not lock out anybody else, and are forgotten after the right one", async () => {
    const shop = await openShop();
    await shop.take("staff.create", { name: "Tú", role: "cashier", pin: "1357" });
    await lockOut(shop);
    const other = await shop.caller().take("session.login", { name: "Tú", pin: "1357" });
    expect(other).toMatchObject({ role: "cashier" });
    shop.uptime.ms += 30_000;
    await shop.caller().take("session.login", right);
    expect(await shop.caller().refusal("session.login", wrong)).toEqual({
      kind: "WrongPin",
      triesLeft: 4,
    });
  });

  test("of a name that nobody has look the same", async () => {
    const shop = await openShop();
    const nobody = { name: "Không Ai", pin: "0000" };
    const left: unknown[] = [];
    for (let time = 0; time < 6; time += 1) left.push(await shop.refusal("session.login", nobody));
    expect(left.map((refusal) => (refusal as { kind: string }).kind)).toEqual([
      ...Array.from({ length: 4 }, () => "WrongPin"),
      "LockedOut",
      "LockedOut",
    ]);
  });
});

describe("a session", () => {
  test("is taken up again by its token after a restart", async () => {
    const shop = await openShop();
    const { sessionToken = "", staffId } = await shop.take("session.login", right);
    await shop.restart();
    const till = shop.caller();
    expect(await till.refusal("sale.list", {})).toEqual({ kind: "NotSignedIn" });
    const session = await till.take("session.resume", { sessionToken });
    expect(session).toEqual({ staffId, name: OWNER.ownerName, role: "owner", sessionToken });
    expect(await till.take("sale.list", {})).toEqual({ sales: [] });
  });

  test("ends after sixteen hours, at the next attempt to take it up", async () => {
    const shop = await openShop();
    const { sessionToken = "" } = await shop.take("session.login", right);
    shop.clock.nowMs += 16 * HOUR_MS;
    expect(await shop.caller().take("session.resume", { sessionToken })).toMatchObject({});
    shop.clock.nowMs += 1;
    expect(await shop.caller().refusal("session.resume", { sessionToken })).toEqual({
      kind: "SessionEnded",
    });
  });

  test("is stored only as a hash of its token", async () => {
    const shop = await openShop();
    const { sessionToken = "" } = await shop.take("session.login", right);
    const rows = shop
      .engine()
      .stores.shop.prepare<[], { hash: Uint8Array }>("SELECT token_hash AS hash FROM sessions")
      .all();
    expect(rows.map(({ hash }) => Buffer.from(hash).toString("base64url"))).not.toContain(
      sessionToken,
    );
  });
});
