import type { Identity } from "../../../../shared/domain/identity/identity.ts";
import type { MatchCandidate } from "../../../../shared/domain/identity/matchDecision.ts";
import { hash53 } from "../../../../shared/domain/order/hash53.ts";
import type { WriteDb } from "../../db/connection.ts";
import { MOST_OWNERS } from "../../repositories/customerSearch.ts";
import {
  findRehearsed,
  keepRehearsed,
  listRehearsedOwners,
  type Rehearsed,
} from "../../repositories/rehearsed.ts";
import type { Engine } from "../context.ts";
import { type Buyers, shopBuyers } from "./buyers.ts";

export type RehearsedBuyers = Buyers & {
  /** Whether it is somebody whom only the import would make. */
  readonly isNewcomer: (customerId: string) => boolean;
};

/** The shop's people, and in `scratch` what the orders so far would have made of them. */
export const rehearsedBuyers = (engine: Engine, scratch: WriteDb): RehearsedBuyers => {
  const own = shopBuyers(engine, { source: "", importId: "" });
  const find = (customerId: string) => findRehearsed(scratch, customerId);
  const person = (customerId: string) => find(customerId)?.person ?? own.person(customerId);
  const nameClock = (customerId: string) => {
    const rehearsed = find(customerId);
    return rehearsed ? rehearsed.nameClock : own.nameClock(customerId);
  };
  const keep = (one: Rehearsed, added: readonly Identity[]) =>
    keepRehearsed(scratch, one, added.map(keyOf));
  return {
    owners: (identity) => {
      const added = listRehearsedOwners(scratch, keyOf(identity));
      return [...new Set([...own.owners(identity), ...added])].sort().slice(0, MOST_OWNERS);
    },
    person,
    nameClock,
    make: ({ name = "", identities, fieldClock }) => {
      const customerId = engine.ids.newId();
      const made = { customerId, name, identities };
      keep({ person: made, nameClock: fieldClock, isNewcomer: true }, identities);
      return customerId;
    },
    learn: (known, news) => {
      const { customerId } = known;
      const learned = {
        person: learnedOf(known, news),
        nameClock: news.name === undefined ? nameClock(customerId) : news.fieldClock,
        isNewcomer: find(customerId)?.isNewcomer ?? false,
      };
      keep(learned, news.identities);
    },
    isNewcomer: (customerId) => find(customerId)?.isNewcomer ?? false,
  };
};

type News = { readonly name: string | undefined; readonly identities: readonly Identity[] };

const learnedOf = (before: MatchCandidate, { name, identities }: News): MatchCandidate => ({
  ...before,
  name: name ?? before.name,
  identities: [...before.identities, ...identities],
});

/** Two identities with one key do no harm: a candidate is weighed by what it truly shares. */
const keyOf = ({ kind, value }: Identity): number => hash53(`${kind} ${value}`);
