import { createHash } from "node:crypto";
import { err, ok } from "../../../../shared/kernel/result.ts";
import { inTransaction } from "../../db/stores.ts";
import { findShop, nameKey } from "../../repositories/shop.ts";
import {
  deleteSession,
  deleteSessionsBefore,
  findSessionStaff,
  findStaff,
  findStaffByName,
  insertSession,
  setWrongPinCount,
  wrongPinCount,
} from "../../repositories/staff.ts";
import {
  audit,
  type Connection,
  type Context,
  type Engine,
  type Session,
  type UseCase,
} from "../context.ts";
import { hashPin, isPin } from "./pin.ts";

const FREE_TRIES = 5;
const LOCK_MS = 30_000;
const LONGEST_LOCK_MS = 3_600_000;
const SESSION_MS = 16 * 3_600_000;

/**
 * Signs somebody in. The fifth wrong PIN in a row locks the name, each further one for twice as
 * long, and says so. The lock runs on the machine's uptime, so setting the clock on does not end it;
 * after a restart it runs anew.
 */
export const logIn: UseCase<"session.login"> = async (context, { name, pin }) => {
  if (!findShop(context.db)) return err({ kind: "ShopNotSetUp" });
  const lockedForMs = lockLeftMs(context, name);
  if (lockedForMs > 0) {
    auditTry(context, "session.locked", name);
    return err({ kind: "LockedOut", untilMs: context.clock.nowMs() + lockedForMs });
  }
  const staff = findStaffByName(context.db, name);
  // Counted before it is looked at, so that many tries at once are many tries.
  const wrong = countTry(context, name);
  // A name that nobody has costs as much time as one that somebody has.
  const isRight = await isPin(pin, staff?.pinHash ?? nobodysHash());
  if (!staff || !isRight) {
    auditTry(context, "session.wrong-pin", name);
    const lockMs = lockLeftMs(context, name);
    return lockMs > 0
      ? err({ kind: "LockedOut", untilMs: context.clock.nowMs() + lockMs })
      : err({ kind: "WrongPin", triesLeft: FREE_TRIES - wrong });
  }
  const session: Session = { staffId: staff.staffId, name: staff.name, role: staff.role };
  const sessionToken = openSession(context, session);
  return ok({ ...session, sessionToken });
};

export const resumeSession: UseCase<"session.resume"> = (context, { sessionToken }) => {
  const tokenHash = hashToken(sessionToken);
  const found = findSessionStaff(context.db, tokenHash);
  if (!found || context.clock.nowMs() - found.openedAtMs > SESSION_MS) {
    return err({ kind: "SessionEnded" });
  }
  const { staffId, name, role } = found;
  context.connection.session = { staffId, name, role };
  context.connection.sessionTokenHash = tokenHash;
  return ok({ staffId, name, role, sessionToken });
};

export const logOut: UseCase<"session.logout"> = (context) => {
  const { connection } = context;
  if (connection.sessionTokenHash) deleteSession(context.db, connection.sessionTokenHash);
  connection.session = undefined;
  connection.sessionTokenHash = undefined;
  return ok({});
};

/** Once a backup is in the shop's place: whom it knows in the same role stays signed in. */
export const staySignedIn = (engine: Engine, connection: Connection): void => {
  const { session } = connection;
  if (!session || findStaff(engine.stores.shop, session.staffId)?.role === session.role) return;
  connection.session = undefined;
  connection.sessionTokenHash = undefined;
};

/** Opens the session on this connection; the token reopens it after a restart of the engine. */
export const openSession = (context: Context, session: Session): string => {
  const token = Buffer.from(context.randomBytes(24)).toString("base64url");
  const tokenHash = hashToken(token);
  const openedAtMs = context.clock.nowMs();
  inTransaction(context.stores, () => {
    setWrongPinCount(context.db, session.name, 0);
    deleteSessionsBefore(context.db, openedAtMs - SESSION_MS);
    insertSession(context.db, { tokenHash, staffId: session.staffId, openedAtMs });
    audit({ ...context, staff: session }, "session.login", session.staffId);
    return ok({});
  });
  context.locks.delete(nameKey(session.name));
  context.connection.session = session;
  context.connection.sessionTokenHash = tokenHash;
  return token;
};

const countTry = (context: Context, name: string): number => {
  const wrong = wrongPinCount(context.db, name) + 1;
  inTransaction(context.stores, () => {
    setWrongPinCount(context.db, name, wrong);
    return ok({});
  });
  if (wrong >= FREE_TRIES) {
    context.locks.set(nameKey(name), context.monotonicMs() + lockSpanMs(wrong));
  }
  return wrong;
};

/** A wrong count from before a restart locks from now on: the time that passed is not known. */
const lockLeftMs = (context: Context, name: string): number => {
  const wrong = wrongPinCount(context.db, name);
  if (wrong < FREE_TRIES) return 0;
  const key = nameKey(name);
  const untilMs = context.locks.get(key) ?? context.monotonicMs() + lockSpanMs(wrong);
  context.locks.set(key, untilMs);
  return Math.ceil(untilMs - context.monotonicMs());
};

const lockSpanMs = (wrong: number): number =>
  Math.min(LONGEST_LOCK_MS, LOCK_MS * 2 ** (wrong - FREE_TRIES));

const auditTry = (context: Context, kind: string, name: string): void => {
  inTransaction(context.stores, () => {
    audit(context, kind, name);
    return ok({});
  });
};

const hashToken = (token: string): Buffer => createHash("sha256").update(token).digest();

let keptNobodysHash: string | undefined;
const nobodysHash = (): string => {
  keptNobodysHash ??= hashPin("nobody", new Uint8Array(16));
  return keptNobodysHash;
};
