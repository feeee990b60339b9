import { lookupLot } from "./lookup.ts";

export type DrawnLookup = {
  readonly lookupId: string;
  readonly isControl: boolean;
  readonly businessDay: string;
};

/**
 * Which of `drawn` may be compared with each other: those that the lot would have treated alike on all
 * the days on which it parted any. While the shop's share stays as it is, these are all of them; where it
 * was changed, the others were shown something on some days and nothing on others, and days differ.
 */
export const fairLookups = (drawn: Iterable<DrawnLookup>): ((one: DrawnLookup) => boolean) => {
  const days = new Map<string, Lots>();
  for (const one of drawn) note(days, one);
  const parted = [...days].flatMap(([day, { mostControl }]) => (mostControl < 0 ? [] : day)).sort();
  const [first, last] = [parted[0] ?? "", parted.at(-1) ?? ""];
  const isBetween = (day: string) => parted.length === 0 || (day >= first && day <= last);
  const lots = [...days].flatMap(([day, each]) => (isBetween(day) ? each : []));
  const mostControl = Math.max(...lots.map((each) => each.mostControl));
  const leastShown = Math.min(...lots.map((each) => each.leastShown));
  return ({ lookupId, isControl, businessDay }) => {
    if (!isBetween(businessDay)) return false;
    const lot = lookupLot(lookupId);
    return isControl ? lot < leastShown : lot > mostControl;
  };
};

/** Of one day's lookups the highest lot that was shown nothing, and the lowest that was shown something. */
type Lots = { mostControl: number; leastShown: number };

const note = (days: Map<string, Lots>, { lookupId, isControl, businessDay }: DrawnLookup): void => {
  const lots = days.get(businessDay) ?? { mostControl: -1, leastShown: Number.POSITIVE_INFINITY };
  days.set(businessDay, lots);
  const lot = lookupLot(lookupId);
  if (isControl) lots.mostControl = Math.max(lots.mostControl, lot);
  else lots.leastShown = Math.min(lots.leastShown, lot);
};
