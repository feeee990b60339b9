import { err, ok } from "../../../../shared/kernel/result.ts";
import { sumMinor } from "../../../../shared/money/money.ts";
import { forgetDocument } from "../../db/searchIndex.ts";
import { inTransaction } from "../../db/stores.ts";
import { hasOtherTies } from "../../repositories/customerTies.ts";
import {
  findImport,
  findImportEffect,
  type ImportEffect,
  listCustomersLearnedFrom,
  listImportCustomers,
  listImportEffects,
} from "../../repositories/imports.ts";
import { findOrder } from "../../repositories/orders.ts";
import { type Context, record, type UseCase } from "../context.ts";
import { indexPerson } from "../customers/people.ts";
import { pause } from "../pause.ts";
import { type KeptOrder, keptOrder, putOrder, takeBackOrder } from "./writeOrder.ts";

const ORDERS_A_STEP = 100;

/** Takes an import back as a whole: new orders go, changed ones become what they were. */
export const undoImport: UseCase<"orders.undoImport"> = async (context, { importId }) => {
  // One that still runs is taken back when it has ended: else half of it would come after.
  await Promise.allSettled([context.jobs.get(importId)?.answer]);
  const found = findImport(context.db, importId);
  if (!found) return err({ kind: "ImportUnknown" });
  if (found.undone === 1) return err({ kind: "ImportUndone" });
  const counts = { removed: 0, restored: 0, kept: 0 };
  const effects = listImportEffects(context.db, importId);
  for (let from = 0; from < effects.length; from += ORDERS_A_STEP) {
    inTransaction(context.stores, () => {
      for (const effect of effects.slice(from, from + ORDERS_A_STEP)) {
        counts[undoEffect(context, importId, effect)] += 1;
      }
      return ok({});
    });
    await pause();
  }
  inTransaction(context.stores, () => {
    const learned = listCustomersLearnedFrom(context.db, importId);
    record(context, { kind: "import.undone", importId });
    for (const customerId of learned) indexPerson(context, customerId);
    forgetNewcomers(context, importId);
    return ok({});
  });
  context.suggester.noteChange(sumMinor([counts.removed, counts.restored]));
  return ok(counts);
};

/** An order that another import has changed since stays as that one left it. */
const undoEffect = (
  context: Context,
  importId: string,
  effect: ImportEffect,
): "removed" | "restored" | "kept" => {
  const current = findOrder(context.db, effect);
  if (current?.importId !== importId) return "kept";
  const kept = keptOrder(context, current);
  const before = standingBefore(context, effect);
  if (before) putOrder(context, before, kept);
  else takeBackOrder(context, kept);
  return before ? "restored" : "removed";
};

/** What stood before, and before that where the import that made it was taken back as well. */
const standingBefore = (context: Context, effect: ImportEffect): KeptOrder | undefined => {
  let before = effect.before;
  while (before !== null) {
    const kept: KeptOrder = JSON.parse(before);
    if (findImport(context.db, kept.importId)?.undone !== 1) return kept;
    before = findImportEffect(context.db, kept.importId, effect)?.before ?? null;
  }
  return undefined;
};

const forgetNewcomers = (context: Context, importId: string): void => {
  for (const customerId of listImportCustomers(context.db, importId)) {
    if (hasOtherTies(context.db, customerId)) continue;
    record(context, { kind: "customer.removed", customerId });
    forgetDocument(context.stores.search.db, customerId);
  }
};
