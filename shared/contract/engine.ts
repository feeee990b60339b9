import { z } from "zod";
import { call } from "./call.ts";
import { AtMs, FilePath, Id, NoRefusal, Nothing, RoleName, refusal } from "./primitives.ts";

/** As typed from the paper of the computer that made the backup; where it is this one's, not needed. */
const RecoveryKey = z.string().trim().max(400);

const Restored = z.object({
  restoredAtMs: AtMs,
  saleCount: z.int(),
  /** Codes that were used since the backup, and stay used. */
  usedSince: z.int(),
  /**
   * False where what was replaced could not be read, or was another shop: nobody can tell what is on
   * paper since the backup. Open coupons may have been used, and as many receipt numbers are passed
   * over as may have been given out.
   */
  isReplacedRead: z.boolean(),
  /** Of the first sale from now on. Numbers that are on paper already are not given out again. */
  nextReceiptNumber: z.string(),
  /**
   * Customers whose keys are not beside the backup, since those that lie there are older than it: what
   * they bought is there, who they are nobody can read. Absent where all are read.
   */
  unreadableCustomers: z.int().optional(),
});

const BackupFault = z.enum([
  "missing",
  "not-a-shop",
  /** It opens, but its sums or its pages do not agree. */
  "not-whole",
  /** Of another shop, whose people's keys do not lie beside it. */
  "keys-missing",
  /** What lies beside it holds the keys of another shop's people. */
  "keys-of-another",
  "wrong-key",
  "corrupt",
  "newer-file",
  "disk-full",
  "read-only",
  "busy",
  "io",
  "locked",
  "vanished",
]);

const BackupRefusal = z.discriminatedUnion("kind", [
  refusal("BackupUnreadable", { path: z.string(), why: BackupFault }),
  /** It is no key: of its 64 letters and digits so many are there. */
  refusal("RecoveryKeyIncomplete", { typed: z.int() }),
]);

export const engineContract = {
  "engine.describe": call({
    access: "public",
    input: Nothing,
    output: z.object({
      version: z.string(),
      schemaVersion: z.int(),
      methods: z.array(
        z.object({
          name: z.string(),
          access: z.string(),
          role: RoleName.optional(),
          input: z.unknown(),
          output: z.unknown(),
          refusals: z.unknown(),
        }),
      ),
    }),
    refusal: NoRefusal,
  }),

  /** A full check, made beside the till: seconds on a large shop. */
  "engine.health": call({
    access: "job",
    input: Nothing,
    output: z.object({
      ok: z.boolean(),
      integrity: z.string(),
      synchronous: z.string(),
      journalMode: z.string(),
      counts: z.record(z.string(), z.int()),
      sizeBytes: z.int(),
      encrypted: z.boolean().optional(),
      /** Summaries that differ from their recomputed ledgers; empty when all agree. */
      disagreements: z.array(z.string()).optional(),
      /**
       * How often a used code was used again: after a restore, or on two tills. The files are in order
       * all the same; somebody should look at those receipts.
       */
      doubleUses: z.int(),
    }),
    refusal: NoRefusal,
  }),

  "backup.create": call({
    access: "job",
    role: "manager",
    input: z.object({ requestId: Id, path: FilePath }),
    output: z.object({
      ...{ path: z.string(), sizeBytes: z.int(), saleCount: z.int(), atMs: AtMs },
      /** Keys of another shop, or of this one on a former computer, that lie in the same folder. */
      otherKeys: z.int().min(1).optional(),
    }),
    refusal: z.discriminatedUnion("kind", [
      refusal("PathTaken", { path: z.string() }),
      refusal("PathUnwritable", { path: z.string(), why: z.string() }),
    ]),
  }),

  /** Opens the copy, checks its pages and its money, and says what it holds. */
  "backup.verify": call({
    access: "job",
    role: "manager",
    input: z.object({ path: FilePath, recoveryKey: RecoveryKey.optional() }),
    output: z.object({
      ok: z.boolean(),
      saleCount: z.int(),
      customerCount: z.int().optional(),
      schemaVersion: z.int().optional(),
      lastSoldAtMs: AtMs.optional(),
      problems: z.array(z.string()).optional(),
    }),
    refusal: BackupRefusal,
  }),

  /**
   * Puts a backup in the place of the shop; what is replaced stays beside it. What is asked after its
   * answer is answered by the backup: headless at once, in the window once everybody has signed in again.
   */
  "backup.restore": call({
    access: "job",
    role: "owner",
    input: z.object({
      requestId: Id,
      path: FilePath,
      recoveryKey: RecoveryKey.optional(),
    }),
    output: Restored,
    refusal: BackupRefusal,
  }),

  /**
   * The same on a computer that has no shop: the old one broke or is gone, or what was here does not
   * open any more. The backup is opened with the recovery key of the computer that made it, where that
   * is another one, and locked with this computer's; the people's keys are taken from the `quen-keys`
   * files beside it.
   */
  "shop.setUpFromBackup": call({
    access: "public",
    input: z.object({ requestId: Id, path: FilePath, recoveryKey: RecoveryKey.optional() }),
    output: Restored,
    refusal: z.discriminatedUnion("kind", [refusal("AlreadySetUp"), ...BackupRefusal.options]),
  }),

  "audit.verify": call({
    access: "job",
    role: "manager",
    input: Nothing,
    output: z.object({ ok: z.boolean(), entries: z.int(), brokenAt: z.int().optional() }),
    refusal: NoRefusal,
  }),
};
