import { pointsExpireDay } from "../../../../shared/domain/loyalty/pointsDays.ts";
import { isPaidState } from "../../../../shared/domain/order/order.ts";
import { subtractMinor, wholeTimes } from "../../../../shared/money/money.ts";
import type { OrderSaved, PointsEntry } from "../../repositories/facts.ts";
import { findImportEffect } from "../../repositories/imports.ts";
import { listOrderLines, type OrderRow } from "../../repositories/orders.ts";
import { pointsOfSource } from "../../repositories/points.ts";
import { type Engine, record, shopDay, shopOf } from "../context.ts";

/** An order as it is kept, in the shape in which it is written. */
export type KeptOrder = Omit<OrderSaved, "before" | "points">;

export const keptOrder = (engine: Engine, row: OrderRow): KeptOrder => {
  const { sealedBuyer, customerId, buyerVersion, paidAtMs, importId, ...figures } = row;
  return {
    ...figures,
    lines: listOrderLines(engine.stores.shop, row),
    importId: importId ?? "",
    ...(paidAtMs === null ? {} : { paidAtMs }),
    ...(customerId === null ? {} : { customerId }),
    ...(buyerVersion === null ? {} : { buyerVersion }),
    ...(sealedBuyer === null ? {} : { sealedBuyer: Buffer.from(sealedBuyer).toString("base64") }),
  };
};

/**
 * Puts an imported order in the place of `kept`. The first time that an import touches an order, what
 * stood is kept beside it, to take the import back to.
 */
export const putImportedOrder = (
  engine: Engine,
  order: KeptOrder,
  kept: KeptOrder | undefined,
): void => {
  const isTouched = findImportEffect(engine.stores.shop, order.importId, order) !== undefined;
  const before = kept ? JSON.stringify(kept) : null;
  putOrder(engine, { ...order, ...(isTouched ? {} : { before }) }, kept);
};

/**
 * Puts the order in the place of `kept`, with the points that its customer must have of it. Where it
 * becomes somebody else's, the one before gives theirs back first.
 */
export const putOrder = (
  engine: Engine,
  order: Omit<OrderSaved, "points">,
  kept: KeptOrder | undefined,
): void => {
  if (kept?.customerId !== undefined && kept.customerId !== order.customerId) {
    takeBackOrder(engine, kept);
  }
  const points = orderPoints(engine, order, pointsDue(engine, order));
  record(engine, { kind: "order.saved", ...order, points });
};

/** The order goes, and with it the points that it gave. */
export const takeBackOrder = (engine: Engine, kept: KeptOrder): void => {
  const { source, externalId, customerId } = kept;
  const points = orderPoints(engine, kept, 0);
  record(engine, { kind: "order.taken-back", source, externalId, customerId, points });
};

/** What makes the points that its customer has of the order `due`, as one entry if any is missing. */
const orderPoints = (
  engine: Engine,
  order: Pick<OrderSaved, "source" | "externalId" | "customerId" | "placedAtMs">,
  due: number,
): readonly PointsEntry[] => {
  const { customerId } = order;
  if (customerId === undefined) return [];
  const source = { sourceKind: "order", sourceId: `${order.source}:${order.externalId}` } as const;
  const given = pointsOfSource(engine.stores.shop, { customerId, ...source });
  const points = subtractMinor(due, given);
  if (points === 0) return [];
  const { loyalty } = shopOf(engine);
  const expiresDay = pointsExpireDay(shopDay(engine, order.placedAtMs), loyalty) ?? undefined;
  const entryKind = points > 0 ? "earn" : "take-back";
  const entry = { entryId: engine.ids.newId(), entryKind, points } as const;
  return [{ ...entry, atMs: engine.clock.nowMs(), ...source, expiresDay }];
};

/** Earned once, when it is paid, on what was not given back. */
const pointsDue = (
  engine: Engine,
  order: Pick<OrderSaved, "state" | "totalMinor" | "refundedMinor">,
): number => {
  if (!isPaidState(order.state) || order.state === "refunded") return 0;
  const paidMinor = Math.max(0, subtractMinor(order.totalMinor, order.refundedMinor));
  return wholeTimes(BigInt(paidMinor), BigInt(shopOf(engine).loyalty.earnPerMinor));
};
