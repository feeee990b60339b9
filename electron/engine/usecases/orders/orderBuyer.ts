import { cleanName } from "../../../../shared/domain/customer/customerName.ts";
import type { Identity, IdentityKind } from "../../../../shared/domain/identity/identity.ts";
import { readIdentity } from "../../../../shared/domain/identity/identity.ts";
import type { MatchDecision } from "../../../../shared/domain/identity/matchDecision.ts";
import { hash53 } from "../../../../shared/domain/order/hash53.ts";
import type { ForeignOrder } from "../../../../shared/domain/order/order.ts";
import { findCustomersByIdentity } from "../../repositories/customerSearch.ts";
import { findFieldClock } from "../../repositories/customers.ts";
import type { FieldClock } from "../../repositories/facts.ts";
import { type Engine, record } from "../context.ts";
import { decideMatch, makeCustomer } from "../customers/createCustomer.ts";
import {
  indexPerson,
  openIdentities,
  openName,
  phoneCountry,
  sealFields,
  sealIdentity,
} from "../customers/people.ts";

/** Who ordered, as far as the shop told: an order without any identity is nobody's. */
export type OrderPerson = { readonly name: string; readonly identities: readonly Identity[] };

export const orderPerson = (engine: Engine, order: ForeignOrder): OrderPerson | undefined => {
  const { buyer, source } = order;
  if (!buyer) return undefined;
  const account = buyer.shopAccount === undefined ? undefined : `${source}:${buyer.shopAccount}`;
  const identities = [
    ...read(engine, "phone", buyer.phone),
    ...read(engine, "email", buyer.email),
    ...read(engine, "shop", account),
  ];
  return identities.length === 0 ? undefined : { name: cleanName(buyer.name ?? ""), identities };
};

/** What an order does not write in a readable way is no identity; the order itself is fine. */
const read = (engine: Engine, kind: IdentityKind, value: string | undefined): Identity[] => {
  if (value === undefined) return [];
  const identity = readIdentity({ kind, value }, phoneCountry(engine));
  return identity.ok ? [identity.value] : [];
};

export const decideBuyer = (engine: Engine, person: OrderPerson): MatchDecision =>
  decideMatch(engine, person);

export type LinkedBuyer = { readonly customerId: string; readonly isNew: boolean };

/**
 * The customer of an order, found or made. Where a name disagrees a record of its own is made:
 * a duplicate can be merged, a wrong merge has already cost somebody their points.
 */
export const linkBuyer = (
  engine: Engine,
  person: OrderPerson,
  order: { readonly source: string; readonly updatedAtMs: number; readonly importId: string },
): LinkedBuyer => {
  const decision = decideBuyer(engine, person);
  const fieldClock = importedClock(order.updatedAtMs, person.name);
  if (decision.kind === "link") {
    learnMore(engine, decision.customerId, { person, order, fieldClock });
    return { customerId: decision.customerId, isNew: false };
  }
  const { source, importId } = order;
  return {
    customerId: makeCustomer(engine, { ...person, source, importId, fieldClock }),
    isNew: true,
  };
};

type News = {
  readonly person: OrderPerson;
  readonly order: { readonly source: string; readonly importId: string };
  readonly fieldClock: FieldClock;
};

/** New identities of a known buyer; and their name, if no one has said another since. */
const learnMore = (engine: Engine, customerId: string, news: News): void => {
  const hasIdentities = learnIdentities(engine, customerId, news);
  const hasName = learnName(engine, customerId, news);
  if (hasIdentities || hasName) indexPerson(engine, customerId);
};

const learnIdentities = (engine: Engine, customerId: string, { person, order }: News): boolean => {
  const known = new Set(openIdentities(engine, customerId).map(({ kind, value }) => kind + value));
  const fresh = person.identities.filter(
    (identity) =>
      !known.has(identity.kind + identity.value) &&
      (identity.kind !== "shop" || owners(engine, identity).length === 0),
  );
  for (const identity of fresh) {
    const sealed = sealIdentity(engine, customerId, { ...identity, source: order.source });
    const { importId } = order;
    record(engine, { kind: "identity.added", customerId, ...sealed, importId });
  }
  return fresh.length > 0;
};

/** The same name said later moves its time on, or an older one could still come to stand over it. */
const learnName = (engine: Engine, customerId: string, { person, fieldClock }: News): boolean => {
  if (person.name === "") return false;
  const last = findFieldClock(engine.stores.shop, customerId, "name");
  if (last && !isLater(fieldClock, last)) return false;
  const isOther = person.name !== openName(engine, customerId);
  const fields = sealFields(engine, customerId, { name: person.name });
  record(engine, { kind: "customer.changed", customerId, fields, fieldClock });
  return isOther;
};

const isLater = (clock: FieldClock, than: FieldClock): boolean =>
  clock.clockMs > than.clockMs ||
  (clock.clockMs === than.clockMs && clock.clockCount > than.clockCount);

const owners = (engine: Engine, identity: Identity): readonly string[] =>
  findCustomersByIdentity(engine.stores.search.db, [identity]);

/**
 * Imported names stand below all that was said at the counter, and among each other by the order's
 * own time and then by the name, so that files in any order end at the same name.
 */
const importedClock = (updatedAtMs: number, name: string): FieldClock => ({
  clockMs: updatedAtMs - IMPORTED_BAND_MS,
  clockCount: hash53(name),
});

const IMPORTED_BAND_MS = 1_000_000_000_000_000;
