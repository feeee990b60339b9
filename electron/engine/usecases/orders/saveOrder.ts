import { pointsExpireDay } from "../../../../shared/domain/loyalty/pointsDays.ts";
import { type ForeignOrder, isPaidState } from "../../../../shared/domain/order/order.ts";
import { orderVersion } from "../../../../shared/domain/order/orderVersion.ts";
import { subtractMinor, wholeTimes } from "../../../../shared/money/money.ts";
import type { OrderSaved, PointsEntry } from "../../repositories/facts.ts";
import { findImportEffect } from "../../repositories/imports.ts";
import {
  findOrder,
  listOrderLines,
  type OrderKey,
  type OrderRow,
} from "../../repositories/orders.ts";
import { pointsOfSource } from "../../repositories/points.ts";
import { type Engine, record, shopDay, shopOf } from "../context.ts";
import { seal } from "../customers/people.ts";
import { shopBuyers } from "./buyers.ts";
import { linkBuyer, orderPerson } from "./orderBuyer.ts";

export type SavedOrder = {
  readonly change: "created" | "updated" | "unchanged";
  readonly customer: "created" | "matched" | "none";
};

/** Keeps the order if it says more than what is kept; its points and its buyer in the same unit. */
export const saveOrder = (engine: Engine, order: ForeignOrder, importId: string): SavedOrder => {
  const db = engine.stores.shop;
  const existing = findOrder(db, order);
  const version = orderVersion(order);
  if (existing?.version === version) return unchanged(existing);
  const person = orderPerson(engine, order);
  // An older payload changes no order, but what it knows about its buyer is known in any order.
  const buyers = shopBuyers(engine, { source: order.source, importId });
  const buyer = person && linkBuyer(buyers, person, order.updatedAtMs);
  if (existing && existing.version > version) return unchanged(existing);
  const customerId = existing?.customerId ?? buyer?.customerId;
  const before = beforeOf(engine, existing);
  record(engine, {
    kind: "order.saved",
    ...factOf(order),
    customerId,
    sealedBuyer: sealedBuyer(engine, order, customerId),
    version,
    importId,
    ...(findImportEffect(db, importId, order) ? {} : { before }),
    points: orderPoints(engine, order, customerId),
  });
  return {
    change: existing ? "updated" : "created",
    customer: buyer === undefined ? "none" : buyer.isNew ? "created" : "matched",
  };
};

const unchanged = (existing: OrderRow): SavedOrder => ({
  change: "unchanged",
  customer: existing.customerId === null ? "none" : "matched",
});

const factOf = (order: ForeignOrder) => ({
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
const sealedBuyer = (
  engine: Engine,
  order: ForeignOrder,
  customerId: string | undefined,
): string | undefined => {
  if (customerId === undefined || !(order.buyer || order.note)) return undefined;
  const text = JSON.stringify({ ...order.buyer, note: order.note });
  return seal(engine, { customerId, field: "buyer", text });
};

/** What the order's points must become, as one entry; none where they are right already. */
export const orderPoints = (
  engine: Engine,
  order: Pick<
    ForeignOrder,
    "source" | "externalId" | "state" | "totalMinor" | "refundedMinor" | "placedAtMs"
  >,
  customerId: string | undefined,
): readonly PointsEntry[] => {
  if (customerId === undefined) return [];
  const sourceId = `${order.source}:${order.externalId}`;
  const given = pointsOfSource(engine.stores.shop, { customerId, sourceKind: "order", sourceId });
  const points = subtractMinor(pointsDue(engine, order), given);
  if (points === 0) return [];
  const { loyalty } = shopOf(engine);
  const expiresDay = pointsExpireDay(shopDay(engine, order.placedAtMs), loyalty) ?? undefined;
  const entryKind = points > 0 ? "earn" : "take-back";
  const entry = { entryId: engine.ids.newId(), entryKind, points } as const;
  return [{ ...entry, atMs: engine.clock.nowMs(), sourceKind: "order", sourceId, expiresDay }];
};

/** Earned once, when it is paid, on what was not given back. */
const pointsDue = (
  engine: Engine,
  order: Pick<ForeignOrder, "state" | "totalMinor" | "refundedMinor">,
): number => {
  if (!isPaidState(order.state) || order.state === "refunded") return 0;
  const paidMinor = Math.max(0, subtractMinor(order.totalMinor, order.refundedMinor));
  return wholeTimes(BigInt(paidMinor), BigInt(shopOf(engine).loyalty.earnPerMinor));
};

/** What stands now, so that the import can be taken back to it; null: nothing stood. */
const beforeOf = (engine: Engine, existing: OrderRow | undefined): string | null =>
  existing ? JSON.stringify(savedFactOf(engine, existing)) : null;

export type KeptOrder = Omit<OrderSaved, "before" | "points">;

const savedFactOf = (engine: Engine, row: OrderRow): KeptOrder => {
  const { sealedBuyer: sealed, customerId, paidAtMs, importId, ...figures } = row;
  return {
    ...figures,
    lines: listOrderLines(engine.stores.shop, row),
    importId: importId ?? "",
    ...(paidAtMs === null ? {} : { paidAtMs }),
    ...(customerId === null ? {} : { customerId }),
    ...(sealed === null ? {} : { sealedBuyer: Buffer.from(sealed).toString("base64") }),
  };
};

export type { OrderKey };
