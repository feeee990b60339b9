import type { Refusal } from "../../../../shared/contract/index.ts";
import { err, ok, type Result } from "../../../../shared/kernel/result.ts";
import type { ReadDb } from "../../db/connection.ts";
import { storageFaultKind } from "../../db/faults.ts";
import { listKeyed, openKeyring } from "../../db/keyring.ts";
import { dropWaitingFile, dropWaitingFiles, waitingFile } from "../../db/restoredFiles.ts";
import { isSignedWith } from "../../repositories/audit.ts";
import { listNamed } from "../../repositories/customers.ts";
import type { Context } from "../context.ts";
import { listKeysBeside } from "./keysBeside.ts";
import { withFile } from "./withFile.ts";

type Refused = Refusal<"backup.restore">;

/**
 * Another shop's people can be read only with that shop's keys, which lie beside its backup, perhaps
 * among those of others.
 */
export const copyForeignKeys = async (
  context: Context,
  { path, keyHex }: { readonly path: string; readonly keyHex: string },
): Promise<Result<object, Refused>> => {
  const { dataDir } = context.stores;
  const found = listKeysBeside(path);
  for (const from of found) {
    if (await isCopied(context, { from, keyHex })) return ok({});
  }
  dropWaitingFiles(dataDir);
  const why = found.length === 0 ? "keys-missing" : "keys-of-another";
  return err({ kind: "BackupUnreadable", path, why });
};

const isCopied = async (
  context: Context,
  { from, keyHex }: { readonly from: string; readonly keyHex: string },
): Promise<boolean> => {
  const { dataDir } = context.stores;
  dropWaitingFile(dataDir, "keys.db");
  try {
    await context.worker.copyFile({ from, to: waitingFile(dataDir, "keys.db"), keyHex });
  } catch (error) {
    const why = storageFaultKind(error);
    if (why === "wrong-key" || why === "corrupt") return false;
    throw error;
  }
  return fits(context);
};

/** The shop's log is signed with the secret that lies among its people's keys. */
const fits = (context: Context): boolean => {
  const { dataDir } = context.stores;
  return withFile(context, waitingFile(dataDir, "shop.db"), (shop) =>
    withFile(context, waitingFile(dataDir, "keys.db"), (keys) =>
      isSignedWith(shop, openKeyring(keys).fingerprint),
    ),
  );
};

/** Keys that are older than the backup lack those of whoever was new to the shop since. */
export const countUnreadable = (context: Context, restored: ReadDb): number =>
  withFile(context, waitingFile(context.stores.dataDir, "keys.db"), (keys) => {
    const keyed = listKeyed(keys);
    return listNamed(restored).filter((customerId) => !keyed.has(customerId)).length;
  });
