import { statSync } from "node:fs";
import { join } from "node:path";
import { ok } from "../../../shared/kernel/result.ts";
import { verifyAudit as verify } from "../repositories/audit.ts";
import { disagreements, tableCounts } from "../repositories/checks.ts";
import type { UseCase } from "./context.ts";

/** Whether the files are whole and every kept sum is the sum of its ledger. */
export const checkHealth: UseCase<"engine.health"> = (context) => {
  const { db, stores } = context;
  const integrity = String(db.pragma("integrity_check"));
  const wrong = disagreements(db);
  return ok({
    ok: integrity === "ok" && wrong.length === 0,
    integrity,
    synchronous: synchronousNames[Number(db.pragma("synchronous"))] ?? "UNKNOWN",
    journalMode: String(db.pragma("journal_mode")),
    counts: tableCounts(db),
    sizeBytes: statSync(join(stores.dataDir, "shop.db")).size,
    encrypted: true,
    disagreements: [...wrong],
  });
};

const synchronousNames = ["OFF", "NORMAL", "FULL", "EXTRA"];

export const verifyAudit: UseCase<"audit.verify"> = (context) =>
  ok(verify(context.db, context.stores.keyring.fingerprint));
