import type { Input } from "../../../../shared/contract/index.ts";
import { readBirthday } from "../../../../shared/domain/customer/birthday.ts";
import { cleanName } from "../../../../shared/domain/customer/customerName.ts";
import { leftOutText } from "../../../../shared/domain/customer/leftOutText.ts";
import { type LeftOut, toldAgain } from "../../../../shared/domain/customer/toldAgain.ts";
import type { Identity } from "../../../../shared/domain/identity/identity.ts";
import { readIdentity } from "../../../../shared/domain/identity/identity.ts";
import {
  type MatchDecision,
  matchDecision,
} from "../../../../shared/domain/identity/matchDecision.ts";
import { err, ok, type Result } from "../../../../shared/kernel/result.ts";
import { findCustomersByIdentity } from "../../repositories/customerSearch.ts";
import { findCustomer } from "../../repositories/customers.ts";
import type { FieldClock } from "../../repositories/facts.ts";
import { type Context, type Engine, localeOf, record, today, type UseCase } from "../context.ts";
import {
  indexKnown,
  indexPerson,
  openCandidate,
  openIdentities,
  openPerson,
  phoneCountry,
  sealFields,
  sealIdentity,
} from "./people.ts";

/** Makes a customer unless an identity shows that they are known already. */
export const createCustomer: UseCase<"customer.create"> = (context, input) => {
  const identities = readIdentities(context, input);
  if (!identities.ok) return identities;
  const birthday =
    input.birthday === undefined ? ok(undefined) : readBirthday(input.birthday, today(context));
  if (!birthday.ok) {
    return err({ kind: "BirthdayInvalid", text: input.birthday ?? "" });
  }
  const person: NewCustomer = {
    name: cleanName(input.name),
    identities: identities.value,
    birthday: birthday.value,
    source: "counter",
    note: input.note,
    tags: input.tags,
  };
  const decision = decideMatch(context, person);
  if (decision.kind === "link") {
    const leftOut = addTold(context, decision.customerId, person).map((one) => ({
      ...one,
      text: leftOutText(one, localeOf(context)),
    }));
    const { customerId } = decision;
    return ok({ customerId, matched: true, ...(leftOut.length > 0 && { leftOut }) });
  }
  return ok({ customerId: makeCustomer(context, person), matched: false });
};

/**
 * Nothing that was typed is lost, also where the person turns out to be known: what there is no room
 * for is answered, and only counted, because answers are kept and people may be forgotten.
 */
const addTold = (engine: Engine, customerId: string, told: NewCustomer): readonly LeftOut[] => {
  const own = openIdentities(engine, customerId);
  const isOwn = ({ kind, value }: Identity) =>
    own.some((one) => one.kind === kind && one.value === value);
  const identities = told.identities.filter((identity) => !isOwn(identity));
  for (const identity of identities) {
    const sealed = sealIdentity(engine, customerId, { ...identity, source: told.source });
    record(engine, { kind: "identity.added", customerId, ...sealed });
  }
  const again = toldAgain(openPerson(engine, customerId), told);
  const { tags, ...texts } = again.added;
  const added = { ...texts, ...(tags ? { tags: JSON.stringify(tags) } : {}) };
  const isTold = Object.keys(added).length > 0;
  if (isTold) {
    const fields = sealFields(engine, customerId, added);
    record(engine, { kind: "customer.changed", customerId, fields });
  }
  if (isTold || identities.length > 0) indexPerson(engine, customerId);
  return again.leftOut;
};

export type NewCustomer = {
  readonly name: string;
  readonly identities: readonly Identity[];
  readonly birthday?: string | undefined;
  readonly note?: string | undefined;
  readonly tags?: readonly string[] | undefined;
  readonly source: string;
  readonly importId?: string | undefined;
  readonly fieldClock?: FieldClock | undefined;
};

/** The new person's key first, then the facts under it, then the index. */
export const makeCustomer = (engine: Engine, customer: NewCustomer): string => {
  const customerId = engine.stores.keyring.takeReserved() ?? newKeyed(engine);
  const texts: { name: string; birthday?: string; note?: string; tags?: string } = {
    name: customer.name,
  };
  if (customer.birthday !== undefined) texts.birthday = customer.birthday;
  if (customer.note) texts.note = customer.note;
  if (customer.tags?.length) texts.tags = JSON.stringify(customer.tags);
  record(engine, {
    kind: "customer.made",
    customerId,
    createdAtMs: engine.clock.nowMs(),
    fields: sealFields(engine, customerId, texts),
    identities: customer.identities.map((identity) =>
      sealIdentity(engine, customerId, { ...identity, source: customer.source }),
    ),
    importId: customer.importId,
    fieldClock: customer.fieldClock,
  });
  indexKnown(engine, { ...customer, customerId, lastAtMs: undefined });
  return customerId;
};

const newKeyed = (engine: Engine): string => {
  const customerId = engine.ids.newId();
  engine.stores.keyring.create(customerId);
  return customerId;
};

/** Who of the known customers this is, by the identities they have in common. */
export const decideMatch = (
  engine: Engine,
  person: {
    readonly name: string;
    readonly identities: readonly Identity[];
    readonly birthday?: string | undefined;
  },
): MatchDecision => {
  const candidates = findCustomersByIdentity(engine.stores.search.db, person.identities);
  return matchDecision(
    person,
    candidates.map((customerId) => openCandidate(engine, customerId)),
  );
};

type ReadRefusal =
  | { readonly kind: "PhoneUnreadable"; readonly text: string }
  | { readonly kind: "EmailUnreadable"; readonly text: string }
  | { readonly kind: "CardUnreadable"; readonly text: string }
  | { readonly kind: "CardNumberRefused" };

const readIdentities = (
  context: Context,
  input: Input<"customer.create">,
): Result<readonly Identity[], ReadRefusal> => {
  const typed: Identity[] = [
    ...(input.phones ?? []).map((value) => ({ kind: "phone" as const, value })),
    ...(input.emails ?? []).map((value) => ({ kind: "email" as const, value })),
  ];
  const known = new Map<string, Identity>();
  for (const one of typed) {
    const read = readTyped(context, one);
    if (!read.ok) return read;
    known.set(`${read.value.kind} ${read.value.value}`, read.value);
  }
  return ok([...known.values()]);
};

/** A typed identity normalised, or the refusal with the words that could not be read. */
export const readTyped = (context: Context, typed: Identity): Result<Identity, ReadRefusal> => {
  const read = readIdentity(typed, phoneCountry(context));
  if (read.ok) return read;
  switch (read.error.kind) {
    case "CardNumberRefused":
      return err({ kind: "CardNumberRefused" });
    case "ShopAccountUnreadable":
      return err({ kind: "CardUnreadable", text: typed.value });
    default:
      return err({ kind: read.error.kind, text: typed.value });
  }
};

export const addIdentity: UseCase<"customer.addIdentity"> = (context, input) => {
  const { customerId, kind, value } = input;
  if (!findCustomer(context.db, customerId)) return err({ kind: "CustomerUnknown" });
  const read = readTyped(context, { kind, value });
  if (!read.ok) return read;
  const owners = findCustomersByIdentity(context.stores.search.db, [read.value]);
  if (owners.includes(customerId)) return ok({ added: false });
  const owner = owners[0];
  // A phone may serve a family; a card and an account have one owner.
  if (owner !== undefined && (kind === "card" || kind === "shop")) {
    return err({ kind: "IdentityTaken", customerId: owner });
  }
  const sealed = sealIdentity(context, customerId, { ...read.value, source: "counter" });
  record(context, { kind: "identity.added", customerId, ...sealed });
  indexPerson(context, customerId);
  return ok({ added: true });
};
