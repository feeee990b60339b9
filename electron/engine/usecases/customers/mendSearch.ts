import { inOneFile } from "../../db/connection.ts";
import { forgetDocument, indexedSequence, isTorn } from "../../db/searchIndex.ts";
import { inSnapshot } from "../../db/stores.ts";
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
  search.isBehind = indexed !== last;
  if (!search.isBehind) return;
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

/**
 * Waits until everybody is found by what is known of them. Where the disk ends the mending it throws
 * the disk's fault: who is not found would be made once more.
 */
export const searchMended = async (engine: Engine): Promise<void> => {
  const { search } = engine.stores;
  while (search.isBehind) {
    await engine.mending.last;
    if (search.isBehind) await mendSearch(engine, () => false);
  }
};

/** Nothing but the index is written: where it cannot be kept, nobody of the step is in it. */
const indexPeople = (engine: Engine, people: readonly string[]): void => {
  const { search, shop } = engine.stores;
  const index = () => {
    for (const customerId of people) {
      if (findCustomer(shop, customerId)) indexPerson(engine, customerId);
      else forgetDocument(search.db, customerId);
    }
  };
  inSnapshot(engine.stores, () => inOneFile(search.db, "BEGIN IMMEDIATE", index));
};

/** Makes the index anew if it is torn; false where the fault was in another file. */
export const remakeTornSearch = (engine: Engine): boolean => {
  if (!isTorn(engine.stores.search.db)) return false;
  engine.stores.search.remake();
  engine.startMending();
  return true;
};
