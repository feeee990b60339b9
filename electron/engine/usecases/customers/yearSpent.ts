import { rollingYearFromDay } from "../../../../shared/domain/loyalty/pointsDays.ts";
import { startOfDayMs } from "../../../../shared/kernel/day.ts";
import { sumMinor } from "../../../../shared/money/money.ts";
import { customerYear } from "../../repositories/customerYears.ts";
import { type Engine, shopOf, today } from "../context.ts";

let kept = { day: "", timezone: "", fromMs: 0 };

/** The instant at which the rolling year that ends today began. */
export const yearFromMs = (engine: Engine): number => {
  const day = today(engine);
  const { timezone } = shopOf(engine);
  if (kept.day !== day || kept.timezone !== timezone) {
    kept = { day, timezone, fromMs: startOfDayMs(rollingYearFromDay(day), timezone) };
  }
  return kept.fromMs;
};

/** What was paid in the last twelve months, in the shop and online, less what was given back. */
export const yearSpentMinor = (engine: Engine, customerId: string): number => {
  const year = customerYear(engine.stores.shop, customerId, yearFromMs(engine));
  return sumMinor([year.storeMinor, year.onlineMinor]);
};
