import { constants, setPriority } from "node:os";
import { join } from "node:path";
import { parentPort, workerData } from "node:worker_threads";
import { changeKey, openDb } from "../db/connection.ts";
import { openKeyring } from "../db/keyring.ts";
import { holdsShop, schemaVersion } from "../db/migrate.ts";
import { migrations } from "../db/migrations.ts";
import { readXlsxRows } from "../imports/xlsx/readXlsxRows.ts";
import { xlsxTable } from "../print/xlsxTable.ts";
import { verifyAudit } from "../repositories/audit.ts";
import { disagreements, tableCounts } from "../repositories/checks.ts";
import { listCustomersByLastVisit } from "../repositories/lastVisits.ts";
import { lookupTally } from "../repositories/lookups.ts";
import { lastSoldAtMs } from "../repositories/sales.ts";
import { learn } from "../suggest/learn.ts";
import { drawFigures, takeDrawn } from "../usecases/campaigns/drawReader.ts";
import { readLift } from "../usecases/campaigns/liftReader.ts";
import { rehearseFigures } from "../usecases/campaigns/rehearsal/rehearsalReader.ts";
import { previewFigures, refreshFigures } from "../usecases/campaigns/segmentReader.ts";
import type { Examination } from "../usecases/context.ts";
import type { WorkerAsk, WorkerEnd, WorkerReply, WorkerSetting } from "./workerPort.ts";

const { dataDir, keyHex, ending }: WorkerSetting = workerData;
const shopPath = join(dataDir, "shop.db");

const answers: {
  readonly [K in WorkerAsk["kind"]]: (ask: Extract<WorkerAsk, { kind: K }>) => unknown;
} = {
  "read-xlsx": ({ bytes }) => readXlsxRows(bytes),
  "write-xlsx": ({ rows }) => xlsxTable(rows),
  "copy-shop": ({ shopPath: to, keysPath }) => {
    copyDb(shopPath, to);
    copyDb(join(dataDir, "keys.db"), keysPath);
  },
  "copy-file": ({ from, to, keyHex: fromKeyHex }) => {
    copyDb(from, to, fromKeyHex);
    if (fromKeyHex !== keyHex) changeKey(to, { fromHex: fromKeyHex, toHex: keyHex });
  },
  examine: (file) => examine(file),
  "verify-audit": () => {
    const keys = openDb(join(dataDir, "keys.db"), { keyHex });
    const shop = openDb(shopPath, { keyHex, readOnly: true });
    try {
      return verifyAudit(shop, openKeyring(keys).fingerprint);
    } finally {
      shop.close();
      keys.close();
    }
  },
  "tally-lookups": (days) => {
    const db = openDb(shopPath, { keyHex, readOnly: true });
    try {
      return lookupTally(db, days);
    } finally {
      db.close();
    }
  },
  "list-customers": () => {
    const db = openDb(shopPath, { keyHex, readOnly: true });
    try {
      return listCustomersByLastVisit(db);
    } finally {
      db.close();
    }
  },
  "fold-log": () => {
    const db = openDb(shopPath, { keyHex });
    try {
      db.pragma("wal_checkpoint(PASSIVE)");
    } finally {
      db.close();
    }
  },
  "refresh-figures": () => refreshFigures({ dataDir, keyHex }),
  "preview-segment": ({ ask }) => previewFigures({ dataDir, keyHex }, ask),
  "draw-campaign": ({ ask }) => drawFigures({ dataDir, keyHex }, ask),
  "rehearse-campaign": ({ ask }) => rehearseFigures({ dataDir, keyHex }, ask),
  "read-lift": ({ ask }) => readLift({ dataDir, keyHex }, ask),
  "take-drawn": ({ ask }) => takeDrawn(ask),
  learn: ({ nowMs }) => {
    giveWay();
    // A power cut may take back what was learned, never what was sold: those commits wait for the disk.
    const db = openDb(shopPath, { keyHex, synchronous: "NORMAL" });
    try {
      learn(db, { nowMs, rest, shouldStop: isEnding });
    } finally {
      db.close();
    }
  },
};

/** On Linux 0 is this thread alone; elsewhere it would be the whole engine. */
const giveWay = (): void => {
  if (process.platform === "linux") setPriority(0, constants.priority.PRIORITY_BELOW_NORMAL);
};

const REST_MS = 20;

const isEnding = (): boolean => Atomics.load(ending, 0) === 1;

/** Ends at once when the worker is to end. */
const rest = (): void => {
  Atomics.wait(ending, 0, 0, REST_MS);
};

/** One moment's picture, taken by a reader of its own: the till writes on meanwhile. */
const copyDb = (from: string, to: string, fromKeyHex = keyHex): void => {
  const db = openDb(from, { keyHex: fromKeyHex, readOnly: true });
  try {
    db.prepare<[string]>("VACUUM INTO ?").run(to);
  } finally {
    db.close();
  }
};

const examine = (file: {
  readonly path: string;
  readonly keyHex: string;
}): Examination | undefined => {
  const db = openDb(file.path, { keyHex: file.keyHex, readOnly: true });
  try {
    if (!holdsShop(db)) return undefined;
    if (schemaVersion(db) > migrations.length) return ofNewerQuen(schemaVersion(db));
    return {
      integrity: String(db.pragma("integrity_check")),
      counts: tableCounts(db),
      disagreements: disagreements(db),
      schemaVersion: schemaVersion(db),
      lastSoldAtMs: lastSoldAtMs(db),
    };
  } finally {
    db.close();
  }
};

/** What its tables mean nobody knows here. */
const ofNewerQuen = (schemaVersion: number): Examination => ({
  ...{ integrity: "ok", counts: {}, disagreements: [], lastSoldAtMs: undefined },
  schemaVersion,
});

parentPort?.on("message", (message: WorkerEnd | (WorkerAsk & { readonly id: number })) => {
  if (message.kind === "end" || isEnding()) {
    parentPort?.close();
    return;
  }
  const { id, ...ask } = message;
  const reply = (message: WorkerReply) => parentPort?.postMessage(message);
  try {
    const answer = answers[ask.kind] as (ask: WorkerAsk) => unknown;
    reply({ id, value: answer(ask) });
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    const code = error instanceof Error && "code" in error ? { code: String(error.code) } : {};
    reply({ id, fault: { message, ...code } });
  }
});
