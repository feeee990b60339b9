import { closeSync, existsSync, mkdirSync, openSync, rmSync } from "node:fs";
import { basename, dirname, join, resolve } from "node:path";
import type { Input, Output, Refusal } from "../../../../shared/contract/index.ts";
import type { ForeignOrder } from "../../../../shared/domain/order/order.ts";
import { rejectText } from "../../../../shared/domain/order/rejectText.ts";
import { err, ok, type Result } from "../../../../shared/kernel/result.ts";
import { sumMinor } from "../../../../shared/money/money.ts";
import { rejectsFolder } from "../../db/scratchFile.ts";
import { inTransaction, inUnwaitedStep } from "../../db/stores.ts";
import { openOrderFile } from "../../imports/openOrderFile.ts";
import type { FileRefusal, OrderFile } from "../../imports/orderFile.ts";
import { isRejectsFile, type Reject, rejectsWriter } from "../../imports/rejectsWriter.ts";
import { countImportEffects, findImport } from "../../repositories/imports.ts";
import { type Context, record, shopOf, staffOf, type UseCase } from "../context.ts";
import { searchMended } from "../customers/mendSearch.ts";
import { pause } from "../pause.ts";
import { timedStep } from "../timedStep.ts";
import { rehearsal } from "./rehearseOrder.ts";
import { saveOrder } from "./saveOrder.ts";

type ImportInput = Input<"orders.importFile">;
type ImportOutput = Output<"orders.importFile">;

const MOST_READ_AHEAD = 200;
const REJECTS_SHOWN = 200;

/**
 * Reads a file of online orders into the shop, in steps between which the till sells on. Asked again
 * with the same request after a cut it goes on: what is in already is unchanged. One that was taken
 * back meanwhile does not: nobody could take back what it brings then.
 */
export const importOrders: UseCase<"orders.importFile"> = async (context, input) => {
  if (isTakenBack(context, input)) return err({ kind: "RequestIdReused" });
  if (await wouldOverwrite(input))
    return err({ kind: "FileUnreadable", why: "rejects-path-taken" });
  if (!isWritable(input)) return err({ kind: "FileUnreadable", why: "rejects-path-unwritable" });
  const { timezone, currency, country } = shopOf(context);
  const opened = await openOrderFile(input.path, {
    format: input.format,
    mapping: input.mapping,
    timeZone: timezone,
    currency,
    dateOrder: input.dateOrder,
    // The rehearsal shows an assumption as one, and an import is undone as a whole.
    assumedDateOrder: country === "US" ? "month-first" : "day-first",
    readXlsx: context.worker.readXlsx,
  });
  if (!opened.ok) return err(refusalOf(opened.error));
  return input.dryRun
    ? rehearse(context, input, opened.value)
    : takeIn(context, input, opened.value);
};

const isTakenBack = ({ db }: Context, { requestId, dryRun }: ImportInput): boolean =>
  !dryRun && findImport(db, requestId)?.undone === 1;

/** A list of rejects takes the place of an older one, and of no other file: not of the shop's own. */
const wouldOverwrite = async ({ path, rejectsPath }: ImportInput): Promise<boolean> => {
  if (rejectsPath === undefined || !existsSync(rejectsPath)) return false;
  return resolve(rejectsPath) === resolve(path) || !(await isRejectsFile(rejectsPath));
};

/** Found out before an order is in: in the middle of an import it would end it there. */
const isWritable = ({ rejectsPath, dryRun }: ImportInput): boolean => {
  if (rejectsPath === undefined || dryRun) return true;
  const part = `${rejectsPath}.part`;
  try {
    mkdirSync(dirname(rejectsPath), { recursive: true });
    const isAnothers = existsSync(part);
    closeSync(openSync(part, "a", 0o600));
    if (!isAnothers) rmSync(part);
    return true;
  } catch (error) {
    if (!(error instanceof Error) || !("code" in error) || error.code === "ENOSPC") throw error;
    return false;
  }
};

/** The same refusal in the contract's shape, whose lists may be changed by their receiver. */
const refusalOf = (refusal: FileRefusal): Refusal<"orders.importFile"> => {
  if (refusal.kind === "MappingInvalid") {
    const { kind, why, missing, absent } = refusal;
    const lists = {
      ...(missing && { missing: [...missing] }),
      ...(absent && { absent: [...absent] }),
    };
    return { kind, why, ...lists };
  }
  if (refusal.kind !== "FormatUnknown") return refusal;
  const { kind, headers, proposedMapping } = refusal;
  return {
    kind,
    ...(headers ? { headers: [...headers] } : {}),
    ...(proposedMapping ? { proposedMapping } : {}),
  };
};

const rehearse = async (
  context: Context,
  input: ImportInput,
  file: OrderFile,
): Promise<Result<ImportOutput, never>> => {
  const tally = newTally(input, file);
  const { look, diff, close } = rehearsal(context);
  try {
    await eachStep(context, input, file, {
      orders: (orders) => timedStep(context, orders, (order) => count(tally, look(order))),
      reject: (reject) => noteReject(context, tally, reject),
      tally,
    });
  } finally {
    close();
  }
  return ok({ ...answerOf(tally), diff: [...diff] });
};

const takeIn = async (
  context: Context,
  input: ImportInput,
  file: OrderFile,
): Promise<Result<ImportOutput, never>> => {
  const importId = input.requestId;
  const path = input.rejectsPath ?? rejectsPathOf(context, importId);
  mkdirSync(dirname(path), { recursive: true });
  startImport(context, input, file);
  const tally = newTally(input, file);
  const writer = rejectsWriter({ path, headers: file.headers, locale: shopOf(context).locale });
  const { keyring } = context.stores;
  const steps: Steps = {
    orders: (orders) => {
      keyring.reserve(orders.length, context.ids.newId);
      const save = (order: ForeignOrder) => count(tally, saveOrder(context, order, importId));
      let done = 0;
      inUnwaitedStep(context.stores, () => {
        done = timedStep(context, orders, save);
        return ok({});
      });
      return done;
    },
    reject: async (reject) => {
      noteReject(context, tally, reject);
      await writer.write(reject);
    },
    tally,
  };
  const rejectsPath = await eachStep(context, input, file, steps)
    .then(writer.finish)
    .catch(async (error) => {
      await writer.drop();
      throw error;
    })
    .finally(keyring.dropReserve);
  finishImport(context, tally);
  context.suggester.noteChange(sumMinor([tally.created, tally.updated]));
  return ok({ ...answerOf(tally), ...(rejectsPath === undefined ? {} : { rejectsPath }) });
};

type Steps = {
  /** Takes a step; answers how many orders it did. */
  readonly orders: (orders: readonly ForeignOrder[]) => number;
  readonly reject: (reject: Reject) => void | Promise<void>;
  readonly tally: Tally;
};

const eachStep = async (
  context: Context,
  input: ImportInput,
  file: OrderFile,
  { orders, reject, tally }: Steps,
): Promise<void> => {
  const { requestId } = input;
  const phase = input.dryRun ? "rehearse" : "import";
  let waiting: ForeignOrder[] = [];
  const flush = async () => {
    while (waiting.length > 0) {
      await searchMended(context);
      waiting = waiting.slice(orders(waiting));
      await pause();
    }
    const { bytesRead, bytesTotal } = file.progress();
    context.connection.notify({ requestId, done: bytesRead, total: bytesTotal, phase });
  };
  for await (const item of file.items) {
    if (item.kind === "reject") {
      tally.rows += 1;
      await reject(item);
      continue;
    }
    tally.rows += item.rows.length;
    tally.orders += 1;
    waiting.push(item.order);
    if (waiting.length >= MOST_READ_AHEAD) await flush();
  }
  await flush();
};

type Tally = {
  -readonly [K in
    | "rows"
    | "orders"
    | "created"
    | "updated"
    | "unchanged"
    | "rejected"
    | "customersCreated"
    | "customersMatched"
    | "withoutCustomer"]: number;
} & {
  readonly importId: string;
  readonly format: string;
  readonly source: string;
  readonly dates?: NonNullable<ImportOutput["dates"]>;
  readonly rejects: { row: number; reason: { kind: string }; text: string }[];
};

const newTally = (input: ImportInput, file: OrderFile): Tally => ({
  importId: input.requestId,
  format: file.format,
  source: file.source,
  ...(file.dates ? { dates: { ...file.dates } } : {}),
  rows: 0,
  orders: 0,
  created: 0,
  updated: 0,
  unchanged: 0,
  rejected: 0,
  customersCreated: 0,
  customersMatched: 0,
  withoutCustomer: 0,
  rejects: [],
});

const count = (
  tally: Tally,
  saved: {
    readonly change: "created" | "updated" | "unchanged";
    readonly customer: "created" | "matched" | "none";
  },
): void => {
  tally[saved.change] += 1;
  if (saved.customer === "created") tally.customersCreated += 1;
  else if (saved.customer === "matched") tally.customersMatched += 1;
  else tally.withoutCustomer += 1;
};

const noteReject = (context: Context, tally: Tally, reject: Reject): void => {
  tally.rejected += 1;
  if (tally.rejects.length >= REJECTS_SHOWN) return;
  const { row, reason } = reject;
  tally.rejects.push({
    row,
    reason: { ...reason },
    text: rejectText(reason, shopOf(context).locale),
  });
};

const answerOf = (tally: Tally): ImportOutput => ({ ...tally });

const startImport = (context: Context, input: ImportInput, file: OrderFile): void => {
  if (findImport(context.db, input.requestId)) return;
  inTransaction(context.stores, () => {
    record(context, {
      kind: "import.started",
      importId: input.requestId,
      fileName: basename(input.path),
      format: file.format,
      startedAtMs: context.clock.nowMs(),
      staffId: staffOf(context).staffId,
    });
    return ok({});
  });
};

const finishImport = (context: Context, tally: Tally): void => {
  inTransaction(context.stores, () => {
    record(context, {
      kind: "import.finished",
      importId: tally.importId,
      orderCount: tally.orders,
      // Of all runs, where it was cut and went on.
      ...countImportEffects(context.db, tally.importId),
      rejectedCount: tally.rejected,
    });
    return ok({});
  });
};

const rejectsPathOf = (context: Context, importId: string): string =>
  join(rejectsFolder(context.stores.dataDir), `${importId}.csv`);
