import type { Output } from "../../../../shared/contract/index.ts";
import type { ForeignOrder } from "../../../../shared/domain/order/order.ts";
import {
  type KeptVersions,
  orderVersion,
  payloadNews,
} from "../../../../shared/domain/order/orderVersion.ts";
import { findOrder } from "../../repositories/orders.ts";
import type { Engine } from "../context.ts";
import { type RehearsedBuyers, rehearsedBuyers } from "./buyers.ts";
import { type LinkedBuyer, linkBuyer, type OrderPerson, orderPerson } from "./orderBuyer.ts";
import type { SavedOrder } from "./saveOrder.ts";

type DiffRow = NonNullable<Output<"orders.importFile">["diff"]>[number];

const DIFF_SHOWN = 500;

/** What an import would do, order by order, without doing it: in the same steps as `saveOrder`. */
export const rehearsal = (
  engine: Engine,
): { readonly look: (order: ForeignOrder) => SavedOrder; readonly diff: readonly DiffRow[] } => {
  const diff: DiffRow[] = [];
  const kept = new Map<string, KeptOrder>();
  const buyers = rehearsedBuyers(engine);
  const look = (order: ForeignOrder): SavedOrder => {
    const existing = findOrder(engine.stores.shop, order);
    const key = `${order.source} ${order.externalId}`;
    const before = kept.get(key) ?? existing;
    const { saved, after, row } = rehearse(order, { engine, buyers, before });
    if (after) kept.set(key, after);
    if (diff.length < DIFF_SHOWN) {
      diff.push({
        externalId: order.externalId,
        number: order.number,
        change: changeWord[saved.change],
        placedAtMs: order.placedAtMs,
        state: order.state,
        ...(existing ? { previousState: existing.state } : {}),
        totalMinor: order.totalMinor,
        customer: row(),
      });
    }
    return saved;
  };
  return { look, diff };
};

const changeWord = { created: "create", updated: "update", unchanged: "unchanged" } as const;

type KeptOrder = KeptVersions & { readonly customerId: string | null };

type Stage = {
  readonly engine: Engine;
  readonly buyers: RehearsedBuyers;
  /** The order as it would stand by now. */
  readonly before: KeptOrder | undefined;
};

type Rehearsed = {
  readonly saved: SavedOrder;
  readonly after?: KeptOrder;
  /** Asked only for the orders that are shown: names are sealed. */
  readonly row: () => DiffRow["customer"];
};

const rehearse = (order: ForeignOrder, { engine, buyers, before }: Stage): Rehearsed => {
  const version = orderVersion(order);
  const person = orderPerson(engine, order);
  if (before && before.version === version) {
    return { saved: unchanged(before), row: () => keptBuyer(buyers, before, person) };
  }
  const buyer = person && linkBuyer(buyers, person, order.updatedAtMs);
  const row = () => buyerRow(buyers, person, buyer);
  const news = payloadNews(before, { version, namesBuyer: buyer !== undefined });
  if (before && !news.order && !news.buyer) return { saved: unchanged(before), row };
  return {
    saved: {
      change: before ? "updated" : "created",
      customer: buyer === undefined ? "none" : buyer.isNew ? "created" : "matched",
    },
    after: {
      version: before && !news.order ? before.version : version,
      buyerVersion: news.buyer ? version : (before?.buyerVersion ?? null),
      customerId: (news.buyer ? buyer?.customerId : before?.customerId) ?? null,
    },
    row,
  };
};

const unchanged = ({ customerId }: KeptOrder): SavedOrder => ({
  change: "unchanged",
  customer: customerId === null ? "none" : "matched",
});

const keptBuyer = (
  buyers: RehearsedBuyers,
  { customerId }: KeptOrder,
  person: OrderPerson | undefined,
): DiffRow["customer"] => {
  if (customerId === null) return { kind: "none" };
  return personRow(buyers, customerId, person?.name ?? "");
};

const buyerRow = (
  buyers: RehearsedBuyers,
  person: OrderPerson | undefined,
  buyer: LinkedBuyer | undefined,
): DiffRow["customer"] => {
  if (!person || !buyer) return { kind: "none" };
  const { decision, customerId } = buyer;
  if (decision.kind === "link") return personRow(buyers, customerId, person.name);
  if (decision.kind === "new" || buyers.isNewcomer(decision.customerId)) {
    return { kind: "new", name: person.name };
  }
  const evidence = decision.evidence.map((one) => ({ ...one }));
  return { kind: "doubtful", customerId: decision.customerId, name: person.name, evidence };
};

/** Somebody new who comes twice in a file is new in each of their rows: nobody knows them yet. */
const personRow = (
  buyers: RehearsedBuyers,
  customerId: string,
  name: string,
): DiffRow["customer"] =>
  buyers.isNewcomer(customerId)
    ? { kind: "new", name }
    : { kind: "matched", customerId, name: buyers.person(customerId).name };
