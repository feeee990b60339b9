import type { Output } from "../../../../shared/contract/index.ts";
import type { MatchDecision } from "../../../../shared/domain/identity/matchDecision.ts";
import type { ForeignOrder } from "../../../../shared/domain/order/order.ts";
import { orderVersion } from "../../../../shared/domain/order/orderVersion.ts";
import { findOrder } from "../../repositories/orders.ts";
import type { Engine } from "../context.ts";
import { openName } from "../customers/people.ts";
import { decideBuyer, type OrderPerson, orderPerson } from "./orderBuyer.ts";
import type { SavedOrder } from "./saveOrder.ts";

type DiffRow = NonNullable<Output<"orders.importFile">["diff"]>[number];

const DIFF_SHOWN = 500;

/** What an import would do, order by order, without doing it. */
export const rehearsal = (
  engine: Engine,
): { readonly look: (order: ForeignOrder) => SavedOrder; readonly diff: readonly DiffRow[] } => {
  const diff: DiffRow[] = [];
  const versions = new Map<string, string>();
  const newcomers = new Set<string>();
  const look = (order: ForeignOrder): SavedOrder => {
    const existing = findOrder(engine.stores.shop, order);
    const key = `${order.source} ${order.externalId}`;
    const version = orderVersion(order);
    const kept = versions.get(key) ?? existing?.version;
    const change = kept === undefined ? "created" : kept < version ? "updated" : "unchanged";
    if (change !== "unchanged") versions.set(key, version);
    const person = orderPerson(engine, order);
    const decision = person && decideBuyer(engine, person);
    if (diff.length < DIFF_SHOWN) {
      diff.push({
        externalId: order.externalId,
        number: order.number,
        change: changeWord[change],
        placedAtMs: order.placedAtMs,
        state: order.state,
        ...(existing ? { previousState: existing.state } : {}),
        totalMinor: order.totalMinor,
        customer: customerOf(engine, person, decision),
      });
    }
    return { change, customer: countAs(person, decision, newcomers) };
  };
  return { look, diff };
};

const changeWord = { created: "create", updated: "update", unchanged: "unchanged" } as const;

const customerOf = (
  engine: Engine,
  person: OrderPerson | undefined,
  decision: MatchDecision | undefined,
): DiffRow["customer"] => {
  if (!person || !decision) return { kind: "none" };
  switch (decision.kind) {
    case "link": {
      const { customerId } = decision;
      return { kind: "matched", customerId, name: openName(engine, customerId) };
    }
    case "review": {
      const evidence = decision.evidence.map((one) => ({ ...one }));
      return { kind: "doubtful", customerId: decision.customerId, name: person.name, evidence };
    }
    case "new":
      return { kind: "new", name: person.name };
  }
};

/** Somebody new who orders twice in a file is one newcomer. */
const countAs = (
  person: OrderPerson | undefined,
  decision: MatchDecision | undefined,
  newcomers: Set<string>,
): SavedOrder["customer"] => {
  if (!person || !decision) return "none";
  if (decision.kind === "link") return "matched";
  const isKnown = person.identities.some(({ kind, value }) => newcomers.has(kind + value));
  for (const { kind, value } of person.identities) newcomers.add(kind + value);
  return isKnown ? "matched" : "created";
};
