import { DAY_MS } from "../../../../shared/kernel/day.ts";
import { listRecentVisits } from "../../repositories/customers.ts";
import type { Engine } from "../context.ts";
import { yearFromMs } from "./yearSpent.ts";

const VISITS_READ = 40;
const FEWEST_VISITS = 4;

/**
 * The usual days between two visits of the last year: the median gap, which one long holiday does
 * not move. Undefined below four visits.
 */
export const rhythmDays = (engine: Engine, customerId: string): number | undefined => {
  const visits = listRecentVisits(engine.stores.shop, {
    customerId,
    fromMs: yearFromMs(engine),
    limit: VISITS_READ,
  });
  if (visits.length < FEWEST_VISITS) return undefined;
  const gaps = visits
    .slice(1)
    .map((visit, index) => (visits[index]?.atMs ?? visit.atMs) - visit.atMs)
    .sort((left, right) => left - right);
  const middle = gaps[Math.floor(gaps.length / 2)] ?? 0;
  return Math.max(1, Math.round(middle / DAY_MS));
};
