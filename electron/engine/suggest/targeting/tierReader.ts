import { rollingYearFromDay } from "../../../../shared/domain/loyalty/pointsDays.ts";
import { tierOf } from "../../../../shared/domain/loyalty/tier.ts";
import { dayOf, startOfDayMs } from "../../../../shared/kernel/day.ts";
import { sumMinor } from "../../../../shared/money/money.ts";
import type { ReadDb } from "../../db/connection.ts";
import { customerYear } from "../../repositories/customerYears.ts";
import { findShop } from "../../repositories/shop.ts";

/** How many times the shop's usual points somebody earns by their tier at `nowMs`, in basis points. */
export const tierReader = (db: ReadDb, nowMs: number): ((customerId: string) => number) => {
  const shop = findShop(db);
  if (!shop) return () => 10_000;
  const { timezone, loyalty } = shop;
  const fromMs = startOfDayMs(rollingYearFromDay(dayOf(nowMs, timezone)), timezone);
  return (customerId) => {
    const { storeMinor, onlineMinor } = customerYear(db, customerId, fromMs);
    return tierOf(sumMinor([storeMinor, onlineMinor]), loyalty)?.multiplierBps ?? 10_000;
  };
};
