import { ok } from "../../../../shared/kernel/result.ts";
import { forgetDocument, indexedSequence, isTorn } from "../../db/searchIndex.ts";
import { inTransaction } from "../../db/stores.ts";
import { customersChangedAfter, lastChangeSequence } from "../../repositories/changes.ts";
import { findCustomer } from "../../repositories/customers.ts";
import type { Engine } from "../context.ts";
import { pause } from "../pause.ts";
import { catchUpSearch, indexPerson } from "./people.ts";

const PEOPLE_A_STEP = 100;

/**
 * Brings the search index in line with the facts after a cut: those who changed since its marker, or
 * everybody where the file is new. Runs beside the till, in small steps; cut again, it starts again.
 */
export const mendSearch = async (engine: Engine, isStopped: () => boolean): Promise<void> => {
  const { search, shop } = engine.stores;
  const last = lastChangeSequence(shop);
  const indexed = indexedSequence(search.db);
  if (indexed === last) return;
  search.isBehind = true;
  // It is ahead where older facts were put back: it knows people whom they do not.
  if (indexed > last) search.remake();
  const { db } = search;
  const isWhole = indexed === 0 || indexed > last;
  const people = isWhole
    ? await engine.worker.listCustomers()
    : customersChangedAfter(shop, indexed);
  for (let from = 0; from < people.length; from += PEOPLE_A_STEP) {
    if (isStopped() || search.db !== db) return;
    indexPeople(engine, people.slice(from, from + PEOPLE_A_STEP));
    await pause();
  }
  search.isBehind = false;
  catchUpSearch(engine);
};

const indexPeople = (engine: Engine, people: readonly string[]): void => {
  inTransaction(engine.stores, () => {
    for (const customerId of people) {
      if (findCustomer(engine.stores.shop, customerId)) indexPerson(engine, customerId);
      else forgetDocument(engine.stores.search.db, customerId);
    }
    return ok({});
  });
};

/** Makes the index anew if it is torn; false where the fault was in another file. */
export const remakeTornSearch = (engine: Engine): boolean => {
  if (!isTorn(engine.stores.search.db)) return false;
  engine.stores.search.remake();
  engine.startMending();
  return true;
};
