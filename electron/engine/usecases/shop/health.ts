import { statSync } from "node:fs";
import { join } from "node:path";
import { defined } from "../../../../shared/kernel/assert.ts";
import { ok } from "../../../../shared/kernel/result.ts";
import { countDoubleUses } from "../../repositories/couponUses.ts";
import type { UseCase } from "../context.ts";

/** Whether the files are whole and every kept sum is the sum of its ledger. */
export const checkHealth: UseCase<"engine.health"> = async ({ db, stores, worker }) => {
  const path = join(stores.dataDir, "shop.db");
  const { integrity, counts, disagreements } = defined(
    await worker.examine({ path, keyHex: stores.keyHex }),
    "the shop's file",
  );
  return ok({
    ok: integrity === "ok" && disagreements.length === 0,
    integrity,
    synchronous: synchronousNames[Number(db.pragma("synchronous"))] ?? "UNKNOWN",
    journalMode: String(db.pragma("journal_mode")),
    counts: { ...counts },
    sizeBytes: statSync(path).size,
    encrypted: true,
    disagreements: [...disagreements],
    doubleUses: countDoubleUses(db),
  });
};

const synchronousNames = ["OFF", "NORMAL", "FULL", "EXTRA"];

export const verifyAudit: UseCase<"audit.verify"> = async ({ worker }) =>
  ok(await worker.verifyAudit());
