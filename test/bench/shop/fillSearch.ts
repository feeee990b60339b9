import { indexDocument, setIndexedSequence } from "../../../electron/engine/db/searchIndex.ts";
import type { Stores } from "../../../electron/engine/db/stores.ts";
import { lastChangeSequence } from "../../../electron/engine/repositories/changes.ts";
import { lunarBirthday } from "../../../shared/domain/calendar/lunar.ts";
import { exactText, foldText } from "../../../shared/domain/identity/fold.ts";
import { defined } from "../../../shared/kernel/assert.ts";
import { inBatches } from "./inBatches.ts";
import { personOf } from "./people.ts";

/** Everybody into the index by the engine's own function, who came last at its end. */
export const fillSearch = ({ shop, search }: Stores, people: readonly string[]): void => {
  const indexById = new Map(people.map((customerId, index) => [customerId, index]));
  const visits = lastVisits(shop);
  const order = visits.map(({ customerId }) => defined(indexById.get(customerId), "a number"));
  const isVisitor = new Set(order);
  const strangers = people.map((_, index) => index).filter((index) => !isVisitor.has(index));
  const all = [...strangers, ...order];
  const lastAtMs = new Map(visits.map(({ customerId, atMs }) => [customerId, atMs]));
  inBatches([search.db], all.length, (place) => {
    const index = defined(all[place], "a place");
    const { name, identities, birthday } = personOf(index);
    const customerId = defined(people[index], "a person");
    indexDocument(search.db, {
      customerId,
      name,
      folded: foldText(name),
      exact: exactText(name),
      identities,
      lastAtMs: lastAtMs.get(customerId),
      birthday: birthday?.slice(-5),
      lunarBirthday: birthday?.length === 10 ? lunarBirthday(birthday) : undefined,
    });
  });
  setIndexedSequence(search.db, lastChangeSequence(shop));
};

const lastVisits = (shop: Stores["shop"]) =>
  shop
    .prepare<[], { customerId: string; atMs: number }>(
      `SELECT customer_id AS customerId,
              max(coalesce(last_store_at_ms, 0), coalesce(last_online_at_ms, 0)) AS atMs
         FROM customer_totals ORDER BY atMs`,
    )
    .all();
