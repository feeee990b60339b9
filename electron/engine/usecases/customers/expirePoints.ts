import { subtractMinor } from "../../../../shared/money/money.ts";
import type { PointsEntry } from "../../repositories/facts.ts";
import { openLots } from "../../repositories/points.ts";
import { type Engine, record, shopDay } from "../context.ts";

/**
 * Writes down the lots whose last day has passed, when their owner buys next. Until then they only
 * lie in the ledger: what may be spent never counts them.
 */
export const expirePoints = (engine: Engine, customerId: string, atMs: number): void => {
  const day = shopDay(engine, atMs);
  const past = openLots(engine.stores.shop, customerId).filter(
    ({ expiresDay }) => expiresDay !== null && expiresDay < day,
  );
  if (past.length === 0) return;
  const points: PointsEntry[] = past.map((lot) => ({
    entryId: engine.ids.newId(),
    entryKind: "expire",
    points: subtractMinor(0, lot.remaining),
    atMs,
    sourceKind: "lot",
    sourceId: String(lot.position),
  }));
  record(engine, { kind: "points.moved", customerId, points });
};
