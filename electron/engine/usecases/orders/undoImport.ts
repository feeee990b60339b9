import { err, ok } from "../../../../shared/kernel/result.ts";
import { sumMinor } from "../../../../shared/money/money.ts";
import { forgetDocument } from "../../db/searchIndex.ts";
import { inTransaction } from "../../db/stores.ts";
import { findCustomer } from "../../repositories/customers.ts";
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
import { type Answer, type Context, record, type UseCase } from "../context.ts";
import { indexPerson } from "../customers/people.ts";
import { pause } from "../pause.ts";
import { timedStep } from "../timedStep.ts";
import { type KeptOrder, keptOrder, putOrder, takeBackOrder } from "./writeOrder.ts";

const MOST_A_STEP = 100;

/** One at a time: what one gives an order back to must not be what another is taking back. */
const TURN = "orders.undoImport";

/**
 * Takes an import back as a whole: new orders go, changed ones become what they were. It stands in
 * the import's own place among the jobs, so that nobody takes it back, or goes on with it, meanwhile.
 */
export const undoImport: UseCase<"orders.undoImport"> = async (context, { importId }) => {
  const { jobs } = context;
  const places = [TURN, importId];
  // One that still runs is taken back when it has ended: else half of it would come after.
  while (places.some((place) => jobs.has(place))) {
    await Promise.allSettled(places.map((place) => jobs.get(place)?.answer));
  }
  const answer = takeBack(context, importId);
  for (const place of places) jobs.set(place, { fingerprint: TURN, answer });
  try {
    return await answer;
  } finally {
    for (const place of places) jobs.delete(place);
  }
};

type Undone = Answer<"orders.undoImport">;

/** It counts as taken back at the end: cut off before, it is asked for again. */
const takeBack = async (context: Context, importId: string): Promise<Undone> => {
  const found = findImport(context.db, importId);
  if (!found) return err({ kind: "ImportUnknown" });
  if (found.undone === 1) return err({ kind: "ImportUndone" });
  const counts = { removed: 0, restored: 0, kept: 0 };
  await inSteps(context, listImportEffects(context.db, importId), (effect) => {
    counts[undoEffect(context, importId, effect)] += 1;
  });
  await inSteps(context, listImportCustomers(context.db, importId), (customerId) =>
    forgetNewcomer(context, customerId),
  );
  inTransaction(context.stores, () => {
    const learned = listCustomersLearnedFrom(context.db, importId);
    record(context, { kind: "import.undone", importId });
    for (const customerId of learned) indexPerson(context, customerId);
    return ok({});
  });
  context.suggester.noteChange(sumMinor([counts.removed, counts.restored]));
  return ok(counts);
};

/** Each step is a unit of its own, and between two of them the till is let in. */
const inSteps = async <T>(
  context: Context,
  all: readonly T[],
  one: (each: T) => void,
): Promise<void> => {
  for (let from = 0; from < all.length; ) {
    inTransaction(context.stores, () => {
      from += timedStep(context, all.slice(from, from + MOST_A_STEP), one);
      return ok({});
    });
    await pause();
  }
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

/** They stay where something else ties them to the shop by now, and where another undo was first. */
const forgetNewcomer = (context: Context, customerId: string): void => {
  if (!findCustomer(context.db, customerId) || hasOtherTies(context.db, customerId)) return;
  record(context, { kind: "customer.removed", customerId });
  forgetDocument(context.stores.search.db, customerId);
};
