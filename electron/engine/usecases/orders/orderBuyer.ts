import { cleanName } from "../../../../shared/domain/customer/customerName.ts";
import type { Identity, IdentityKind } from "../../../../shared/domain/identity/identity.ts";
import { readIdentity } from "../../../../shared/domain/identity/identity.ts";
import {
  type MatchCandidate,
  type MatchDecision,
  matchDecision,
} from "../../../../shared/domain/identity/matchDecision.ts";
import { hash53 } from "../../../../shared/domain/order/hash53.ts";
import type { ForeignOrder } from "../../../../shared/domain/order/order.ts";
import { assert } from "../../../../shared/kernel/assert.ts";
import type { FieldClock } from "../../repositories/facts.ts";
import type { Engine } from "../context.ts";
import { phoneCountry } from "../customers/people.ts";
import type { Buyers } from "./buyers.ts";

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

export type LinkedBuyer = {
  readonly customerId: string;
  readonly isNew: boolean;
  readonly decision: MatchDecision;
};

/**
 * The customer of an order, found or made. Where a name disagrees a record of its own is made:
 * a duplicate can be merged, a wrong merge has already cost somebody their points.
 */
export const linkBuyer = (
  buyers: Buyers,
  person: OrderPerson,
  updatedAtMs: number,
): LinkedBuyer => {
  const candidates = [...new Set(person.identities.flatMap(buyers.owners))].map(buyers.person);
  const decision = matchDecision(person, candidates);
  const fieldClock = importedClock(updatedAtMs, person.name);
  if (decision.kind !== "link") {
    return { customerId: buyers.make({ ...person, fieldClock }), isNew: true, decision };
  }
  const { customerId } = decision;
  const known = candidates.find((one) => one.customerId === customerId);
  assert(known, "whom an order is linked to is a candidate");
  const identities = freshIdentities(buyers, known, person);
  const name = isNewsName(buyers, customerId, { person, fieldClock }) ? person.name : undefined;
  if (identities.length > 0 || name !== undefined) {
    buyers.learn(known, { name, identities, fieldClock });
  }
  return { customerId, isNew: false, decision };
};

const freshIdentities = (buyers: Buyers, { identities }: MatchCandidate, person: OrderPerson) => {
  const known = new Set(identities.map(({ kind, value }) => kind + value));
  return person.identities.filter(
    (identity) =>
      !known.has(identity.kind + identity.value) &&
      (identity.kind !== "shop" || buyers.owners(identity).length === 0),
  );
};

/** The same name said later is news too, or an older one could still come to stand over it. */
const isNewsName = (
  buyers: Buyers,
  customerId: string,
  { person, fieldClock }: { readonly person: OrderPerson; readonly fieldClock: FieldClock },
): boolean => {
  if (person.name === "") return false;
  const last = buyers.nameClock(customerId);
  return !last || isLater(fieldClock, last);
};

const isLater = (clock: FieldClock, than: FieldClock): boolean =>
  clock.clockMs > than.clockMs ||
  (clock.clockMs === than.clockMs && clock.clockCount > than.clockCount);

/**
 * Imported names stand below all that was said at the counter, and among each other by the order's
 * own time and then by the name, so that files in any order end at the same name.
 */
const importedClock = (updatedAtMs: number, name: string): FieldClock => ({
  clockMs: updatedAtMs - IMPORTED_BAND_MS,
  clockCount: hash53(name),
});

const IMPORTED_BAND_MS = 1_000_000_000_000_000;
