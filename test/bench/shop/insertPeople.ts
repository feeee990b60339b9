import type { Stores } from "../../../electron/engine/db/stores.ts";
import { seededRandom } from "../../../electron/engine/demo/random.ts";
import { inBatches } from "./inBatches.ts";
import { insertInto } from "./insertInto.ts";
import { type MadeUpPerson, personOf } from "./people.ts";
import { uuidSource } from "./uuidSource.ts";

export type Period = { readonly startMs: number; readonly endMs: number };

const GRANTED = ["granted", "Tôi đồng ý.", "counter"];

/** Each person with a key of their own, their fields sealed under it; answers their ids by number. */
export const insertPeople = (stores: Stores, count: number, period: Period): readonly string[] => {
  const newId = uuidSource(seededRandom("people's ids"));
  const insert = inserter(stores, newId);
  const stepMs = (period.endMs - period.startMs) / count;
  const ids: string[] = [];
  inBatches([stores.shop, stores.keys], count, (index) => {
    const atMs = Math.floor(period.startMs + index * stepMs);
    const customerId = newId(atMs);
    ids.push(customerId);
    insert(customerId, atMs, personOf(index));
  });
  return ids;
};

const inserter = ({ shop, keyring }: Stores, newId: (atMs: number) => string) => {
  const customer = insertInto(shop, "customers", "customer_id, created_at_ms");
  const field = insertInto(
    shop,
    "customer_fields",
    "customer_id, field, sealed, clock_ms, clock_count",
  );
  const identity = insertInto(
    shop,
    "identities",
    "identity_id, customer_id, kind, sealed, source, since_ms",
  );
  const consent = insertInto(
    shop,
    "consents",
    "consent_id, customer_id, purpose, channel, state, wording, source, at_ms, position",
  );
  return (customerId: string, atMs: number, person: MadeUpPerson): void => {
    const seal = (name: string, text: string) => keyring.seal(customerId, name, text);
    keyring.create(customerId);
    customer.run(customerId, atMs);
    field.run(customerId, "name", seal("name", person.name), atMs, 0);
    if (person.birthday !== undefined) {
      field.run(customerId, "birthday", seal("birthday", person.birthday), atMs, 0);
    }
    for (const { kind, value } of person.identities) {
      identity.run(newId(atMs), customerId, kind, seal(kind, value), "counter", atMs);
    }
    if (person.isPersonal) {
      consent.run(newId(atMs), customerId, "personalization", "counter", ...GRANTED, atMs, 1);
    }
    if (person.isMarketing) {
      const position = person.isPersonal ? 2 : 1;
      consent.run(newId(atMs), customerId, "marketing", "print", ...GRANTED, atMs, position);
    }
  };
};
