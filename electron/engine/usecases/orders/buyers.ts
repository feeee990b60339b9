import type { Identity } from "../../../../shared/domain/identity/identity.ts";
import type { MatchCandidate } from "../../../../shared/domain/identity/matchDecision.ts";
import { findCustomersByIdentity } from "../../repositories/customerSearch.ts";
import { findFieldClock } from "../../repositories/customers.ts";
import type { FieldClock } from "../../repositories/facts.ts";
import { type Engine, record } from "../context.ts";
import { makeCustomer } from "../customers/createCustomer.ts";
import { indexPerson, openCandidate, sealFields, sealIdentity } from "../customers/people.ts";

/**
 * Whom an import knows and how it comes to know more of them: the shop's own people, or in a
 * rehearsal the same people as the import would leave them.
 */
export type Buyers = {
  readonly owners: (identity: Identity) => readonly string[];
  readonly person: (customerId: string) => MatchCandidate;
  /** When the name was said that stands now. */
  readonly nameClock: (customerId: string) => FieldClock | undefined;
  readonly make: (news: BuyerNews) => string;
  readonly learn: (known: MatchCandidate, news: BuyerNews) => void;
};

/** What an order tells of its buyer; without a name where another one stands later. */
export type BuyerNews = {
  readonly name: string | undefined;
  readonly identities: readonly Identity[];
  readonly fieldClock: FieldClock;
};

/** The shop's people; what is learned is written by the import `importId`. */
export const shopBuyers = (
  engine: Engine,
  { source, importId }: { readonly source: string; readonly importId: string },
): Buyers => ({
  owners: (identity) => findCustomersByIdentity(engine.stores.search.db, [identity]),
  person: (customerId) => openCandidate(engine, customerId),
  nameClock: (customerId) => findFieldClock(engine.stores.shop, customerId, "name"),
  make: ({ name = "", identities, fieldClock }) =>
    makeCustomer(engine, { name, identities, source, importId, fieldClock }),
  learn: ({ customerId, name: before }, { name, identities, fieldClock }) => {
    for (const identity of identities) {
      const sealed = sealIdentity(engine, customerId, { ...identity, source });
      record(engine, { kind: "identity.added", customerId, ...sealed, importId });
    }
    if (name !== undefined) {
      const fields = sealFields(engine, customerId, { name });
      record(engine, { kind: "customer.changed", customerId, fields, fieldClock });
    }
    if (identities.length > 0 || (name ?? before) !== before) indexPerson(engine, customerId);
  },
});
