import { addDays } from "../../kernel/day.ts";
import { armLift } from "./armLift.ts";
import type { Estimate } from "./estimate.ts";
import { evidenceOn } from "./evidence.ts";
import { armOf, type LookupStats } from "./suggestionGain.ts";
import { LEAST_CUSTOMERS } from "./verdict.ts";

export type WeekStats = { readonly shown: LookupStats; readonly control: LookupStats };

type Asked = {
  readonly fromDay: string;
  readonly toDay: string;
  readonly today: string;
};

/** The spans of a year's weeks hold all together, whichever of them are looked at. */
const WEEKS_TOGETHER = 53;

/**
 * What suggesting brought in each sale of the week that begins on `weekDay`, as far as it belongs to
 * the days asked for; undefined while either group has too few sales to speak of.
 */
export const weekGain = (
  weekDay: string,
  { shown, control }: WeekStats,
  { fromDay, toDay, today }: Asked,
): Estimate | undefined => {
  if (Math.min(shown.lookups, control.lookups) < LEAST_CUSTOMERS) return undefined;
  const sunday = addDays(weekDay, 6);
  const days = {
    fromDay: weekDay > fromDay ? weekDay : fromDay,
    toDay: sunday < toDay ? sunday : toDay,
    ...{ horizonDays: 0, today },
  };
  const arms = { issued: armOf(shown), heldOut: armOf(control) };
  return armLift({ arms }, evidenceOn(days, WEEKS_TOGETHER)).perCustomer.spendMinor;
};
