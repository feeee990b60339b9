import type { Output } from "../../../../shared/contract/index.ts";
import type { ForeignOrder } from "../../../../shared/domain/order/order.ts";
import { orderVersion, payloadNews } from "../../../../shared/domain/order/orderVersion.ts";
import { openScratch } from "../../db/scratchFile.ts";
import { findOrder } from "../../repositories/orders.ts";
import {
  findRehearsedOrder,
  keepRehearsedOrder,
  REHEARSAL_SCHEMA,
  type RehearsedOrder,
} from "../../repositories/rehearsed.ts";
import type { Engine } from "../context.ts";
import { type LinkedBuyer, linkBuyer, type OrderPerson, orderPerson } from "./orderBuyer.ts";
import { type RehearsedBuyers, rehearsedBuyers } from "./rehearsedBuyers.ts";
import type { SavedOrder } from "./saveOrder.ts";

type DiffRow = NonNullable<Output<"orders.importFile">["diff"]>[number];

const DIFF_SHOWN = 500;

export type Rehearsal = {
  readonly look: (order: ForeignOrder) => SavedOrder;
  readonly diff: readonly DiffRow[];
  readonly close: () => void;
};

/** What an import would do, order by order, without doing it: in the same steps as `saveOrder`. */
export const rehearsal = (engine: Engine): Rehearsal => {
  const diff: DiffRow[] = [];
  const scratch = openScratch(engine.stores.dataDir, REHEARSAL_SCHEMA);
  const buyers = rehearsedBuyers(engine, scratch);
  const look = (order: ForeignOrder): SavedOrder => {
    const existing = findOrder(engine.stores.shop, order);
    const before = findRehearsedOrder(scratch, order) ?? existing;
    const { saved, after, row } = rehearse(order, { engine, buyers, before });
    if (after) keepRehearsedOrder(scratch, order, after);
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
  return { look, diff, close: scratch.close };
};

const changeWord = { created: "create", updated: "update", unchanged: "unchanged" } as const;

type Stage = {
  readonly engine: Engine;
  readonly buyers: RehearsedBuyers;
  /** The order as it would stand by now. */
  readonly before: RehearsedOrder | undefined;
};

type Rehearsed = {
  readonly saved: SavedOrder;
  readonly after?: RehearsedOrder;
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

const unchanged = ({ customerId }: RehearsedOrder): SavedOrder => ({
  change: "unchanged",
  customer: customerId === null ? "none" : "matched",
});

const keptBuyer = (
  buyers: RehearsedBuyers,
  { customerId }: RehearsedOrder,
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
