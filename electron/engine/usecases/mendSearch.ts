import { ok } from "../../../shared/kernel/result.ts";
import { indexedSequence, setIndexedSequence } from "../db/searchIndex.ts";
import { inTransaction } from "../db/stores.ts";
import { customersChangedAfter, lastChangeSequence } from "../repositories/changes.ts";
import { findCustomer, listCustomerIds } from "../repositories/customers.ts";
import type { Engine } from "./context.ts";
import { pause } from "./pause.ts";
import { indexPerson } from "./people.ts";

const PEOPLE_A_STEP = 200;

/**
 * Brings the search index in line with the facts after a cut: those who changed since its marker, or
 * everybody where the file is new. Runs beside the till, in small steps.
 */
export const mendSearch = async (engine: Engine): Promise<void> => {
  const { search, shop } = engine.stores;
  const last = lastChangeSequence(shop);
  const indexed = indexedSequence(search.db);
  if (!search.isEmpty && indexed === last) return;
  const isWhole = search.isEmpty || indexed > last;
  if (isWhole) await indexEverybody(engine);
  else await indexInSteps(engine, customersChangedAfter(shop, indexed));
};

const indexEverybody = async (engine: Engine): Promise<void> => {
  let after = "";
  for (;;) {
    const people = listCustomerIds(engine.stores.shop, { after, limit: PEOPLE_A_STEP });
    const lastOne = people.at(-1);
    if (lastOne === undefined) break;
    indexPeople(engine, people);
    after = lastOne;
    await pause();
  }
  inTransaction(engine.stores, () => {
    setIndexedSequence(engine.stores.search.db, lastChangeSequence(engine.stores.shop));
    return ok({});
  });
};

const indexInSteps = async (engine: Engine, people: readonly string[]): Promise<void> => {
  for (let from = 0; from < people.length; from += PEOPLE_A_STEP) {
    indexPeople(engine, people.slice(from, from + PEOPLE_A_STEP));
    await pause();
  }
};

const indexPeople = (engine: Engine, people: readonly string[]): void => {
  inTransaction(engine.stores, () => {
    for (const customerId of people) {
      if (findCustomer(engine.stores.shop, customerId)) indexPerson(engine, customerId);
    }
    return ok({});
  });
};
