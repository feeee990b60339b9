import type { ForeignOrder } from "../../../../shared/domain/order/order.ts";
import { orderVersion, payloadNews } from "../../../../shared/domain/order/orderVersion.ts";
import { findOrder, type OrderRow } from "../../repositories/orders.ts";
import type { Engine } from "../context.ts";
import { seal } from "../customers/people.ts";
import { shopBuyers } from "./buyers.ts";
import { linkBuyer, orderPerson } from "./orderBuyer.ts";
import { type KeptOrder, keptOrder, putImportedOrder } from "./writeOrder.ts";

export type SavedOrder = {
  readonly change: "created" | "updated" | "unchanged";
  readonly customer: "created" | "matched" | "none";
};

/**
 * Keeps what the payload knows and the order does not: its figures if it is the newest, its buyer if
 * it is the newest that names one.
 */
export const saveOrder = (engine: Engine, order: ForeignOrder, importId: string): SavedOrder => {
  const existing = findOrder(engine.stores.shop, order);
  const version = orderVersion(order);
  if (existing?.version === version) return unchanged(existing);
  const person = orderPerson(engine, order);
  // Also an older payload tells who somebody is: what it knows of them is known in any order.
  const buyers = shopBuyers(engine, { source: order.source, importId });
  const buyer = person && linkBuyer(buyers, person, order.updatedAtMs);
  const news = payloadNews(existing, { version, namesBuyer: buyer !== undefined });
  if (existing && !news.order && !news.buyer) return unchanged(existing);
  const kept = existing && keptOrder(engine, existing);
  const figures = kept && !news.order ? kept : { ...figuresOf(order), version };
  const named = buyer && news.buyer ? namedBuyer(engine, order, buyer.customerId) : kept;
  const { customerId, sealedBuyer } = named ?? {};
  const buyerVersion = news.buyer ? version : kept?.buyerVersion;
  putImportedOrder(engine, { ...figures, customerId, sealedBuyer, buyerVersion, importId }, kept);
  return {
    change: existing ? "updated" : "created",
    customer: buyer === undefined ? "none" : buyer.isNew ? "created" : "matched",
  };
};

const unchanged = (existing: OrderRow): SavedOrder => ({
  change: "unchanged",
  customer: existing.customerId === null ? "none" : "matched",
});

/** Field by field: what a payload says of a person lands in no fact in the clear. */
const figuresOf = (order: ForeignOrder) => ({
  source: order.source,
  externalId: order.externalId,
  number: order.number,
  placedAtMs: order.placedAtMs,
  updatedAtMs: order.updatedAtMs,
  paidAtMs: order.paidAtMs,
  state: order.state,
  currency: order.currency,
  linesMinor: order.linesMinor,
  discountMinor: order.discountMinor,
  shippingMinor: order.shippingMinor,
  taxMinor: order.taxMinor,
  totalMinor: order.totalMinor,
  refundedMinor: order.refundedMinor,
  lines: order.lines,
});

/** Name, phone, address and the note are the buyer's: they are kept only under their own key. */
const namedBuyer = (
  engine: Engine,
  order: ForeignOrder,
  customerId: string,
): Pick<KeptOrder, "customerId" | "sealedBuyer"> => {
  const text = JSON.stringify({ ...order.buyer, note: order.note });
  const sealedBuyer = seal(engine, { customerId, field: "buyer", text });
  return { customerId, sealedBuyer };
};
