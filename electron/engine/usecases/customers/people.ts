import { lunarBirthday } from "../../../../shared/domain/calendar/lunar.ts";
import { exactText, foldText } from "../../../../shared/domain/identity/fold.ts";
import type { Identity } from "../../../../shared/domain/identity/identity.ts";
import type { MatchCandidate } from "../../../../shared/domain/identity/matchDecision.ts";
import { type PhoneCountry, showPhone } from "../../../../shared/domain/identity/phone.ts";
import { ok } from "../../../../shared/kernel/result.ts";
import {
  type IndexedIdentity,
  indexDocument,
  indexedSequence,
  setIndexedSequence,
  touchDocument,
} from "../../db/searchIndex.ts";
import { inTransaction } from "../../db/stores.ts";
import { lastChangeSequence } from "../../repositories/changes.ts";
import {
  customerTotals,
  findSealedField,
  listIdentities,
  listSealedFields,
} from "../../repositories/customers.ts";
import type { SealedIdentity } from "../../repositories/facts.ts";
import { type Engine, shopOf } from "../context.ts";

/** What is known about a person, opened with their own key. */
export type Person = {
  readonly name: string;
  readonly birthday: string | undefined;
  readonly note: string | undefined;
  readonly tags: readonly string[];
  readonly preferences: Readonly<Record<string, string | boolean>>;
  readonly refusedSkus: readonly string[];
};

export type PersonIdentity = Identity & { readonly source: string; readonly sinceMs: number };

export const openPerson = (engine: Engine, customerId: string): Person => {
  const { shop, keyring } = engine.stores;
  const text = new Map<string, string>();
  for (const { field, sealed } of listSealedFields(shop, customerId)) {
    const opened = keyring.open(customerId, field, sealed);
    if (opened !== undefined) text.set(field, opened);
  }
  return {
    name: text.get("name") ?? "",
    birthday: text.get("birthday"),
    note: text.get("note"),
    tags: JSON.parse(text.get("tags") ?? "[]"),
    preferences: JSON.parse(text.get("preferences") ?? "{}"),
    refusedSkus: JSON.parse(text.get("refusedSkus") ?? "[]"),
  };
};

export const openName = (engine: Engine, customerId: string): string =>
  openField(engine, customerId, "name") ?? "";

export const openRefusedSkus = (engine: Engine, customerId: string): readonly string[] =>
  JSON.parse(openField(engine, customerId, "refusedSkus") ?? "[]");

const openField = (engine: Engine, customerId: string, field: string): string | undefined => {
  const sealed = findSealedField(engine.stores.shop, customerId, field);
  return sealed && engine.stores.keyring.open(customerId, field, sealed);
};

export const openIdentities = (engine: Engine, customerId: string): readonly PersonIdentity[] =>
  listIdentities(engine.stores.shop, customerId).flatMap(({ kind, sealed, source, sinceMs }) => {
    const value = engine.stores.keyring.open(customerId, kind, sealed);
    return value === undefined ? [] : [{ kind, value, source, sinceMs }];
  });

/** Somebody known, as whoever comes is compared with them. */
export const openCandidate = (engine: Engine, customerId: string): MatchCandidate => {
  const { name, birthday } = openPerson(engine, customerId);
  return { customerId, name, birthday, identities: openIdentities(engine, customerId) };
};

/** `texts` sealed for the record of what happened; null clears a field. */
export const sealFields = <T extends string | null>(
  engine: Engine,
  customerId: string,
  texts: Readonly<Record<string, T>>,
): Readonly<Record<string, T>> =>
  Object.fromEntries(
    Object.entries<T>(texts).map(([field, text]) => [
      field,
      text === null ? text : seal(engine, { customerId, field, text }),
    ]),
  ) as Readonly<Record<string, T>>;

export const sealIdentity = (
  engine: Engine,
  customerId: string,
  identity: Identity & { readonly source: string },
): SealedIdentity => ({
  identityId: engine.ids.newId(),
  identityKind: identity.kind,
  sealed: seal(engine, { customerId, field: identity.kind, text: identity.value }),
  source: identity.source,
  sinceMs: engine.clock.nowMs(),
});

export const seal = (
  engine: Engine,
  { customerId, field, text }: { customerId: string; field: string; text: string },
): string => engine.stores.keyring.seal(customerId, field, text).toString("base64");

/** Makes the person found by what is now known of them; part of the caller's transaction. */
export const indexPerson = (engine: Engine, customerId: string): void => {
  const totals = customerTotals(engine.stores.shop, customerId);
  const lastAtMs = Math.max(totals?.lastStoreAtMs ?? 0, totals?.lastOnlineAtMs ?? 0) || undefined;
  indexKnown(engine, { ...openCandidate(engine, customerId), lastAtMs });
};

type KnownPerson = {
  readonly customerId: string;
  readonly name: string;
  readonly birthday?: string | undefined;
  readonly identities: readonly Identity[];
  readonly lastAtMs: number | undefined;
};

/** The same where it is at hand what is known: nothing has to be opened. */
export const indexKnown = (engine: Engine, person: KnownPerson): void => {
  const { customerId, name, birthday, identities, lastAtMs } = person;
  indexDocument(engine.stores.search.db, {
    customerId,
    name,
    folded: foldText(name),
    exact: exactText(name),
    identities: identities.map((identity) => indexed(engine, identity)),
    lastAtMs,
    birthday: birthday?.slice(-5),
    lunarBirthday: lunarBirthdayOf(birthday),
  });
};

/** Of "1988-11-25"; a birthday told without its year has none. */
const lunarBirthdayOf = (birthday: string | undefined): string | undefined =>
  birthday === undefined || !/^\d{4}-/.test(birthday) ? undefined : lunarBirthday(birthday);

/** A phone abroad is shown as "+1 202 555 0143": its digits behind the country's are its front. */
const indexed = (engine: Engine, { kind, value }: Identity): IndexedIdentity => {
  if (kind !== "phone") return { kind, value };
  const [country = "", ...rest] = showPhone(value, phoneCountry(engine)).split(" ");
  const front = rest.join("").replace(/\D/g, "");
  return country.startsWith("+") && front !== "" ? { kind, value, front } : { kind, value };
};

/** Whose phones are meant where no country is typed. Stored from our own table of countries. */
export const phoneCountry = (engine: Engine): PhoneCountry =>
  shopOf(engine).country as PhoneCountry;

/** Who has just been here moves to the front of every list, a moment later: a sale never waits. */
export const touchLater = (engine: Engine, customerId: string, atMs: number): void => {
  engine.touches.set(customerId, atMs);
};

/**
 * Brings the index up to the last change, in a unit of its own: were its marker moved inside another
 * one, that one's failure would lose who has been here. At most `limit` people, the marker with the
 * last of them.
 */
export const catchUpSearch = (engine: Engine, limit = Number.POSITIVE_INFINITY): void => {
  const { stores, touches } = engine;
  const { search, shop } = stores;
  const last = lastChangeSequence(shop);
  if (touches.size === 0 && (search.isBehind || indexedSequence(search.db) === last)) return;
  const step = [...touches].slice(0, limit);
  inTransaction(stores, () => {
    search.db.exec("BEGIN IMMEDIATE");
    for (const [customerId, atMs] of step) touchDocument(search.db, customerId, atMs);
    if (!search.isBehind && step.length === touches.size) setIndexedSequence(search.db, last);
    return ok({});
  });
  for (const [customerId] of step) touches.delete(customerId);
};
