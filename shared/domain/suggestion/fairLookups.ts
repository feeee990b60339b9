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
  const compared = comparedDays(days);
  const lots = [...days].flatMap(([day, each]) => (compared.has(day) ? each : []));
  const mostControl = Math.max(...lots.map((each) => each.mostControl));
  const leastShown = Math.min(...lots.map((each) => each.leastShown));
  return ({ lookupId, isControl, businessDay }) => {
    if (!compared.has(businessDay)) return false;
    const lot = lookupLot(lookupId);
    return isControl ? lot < leastShown : lot > mostControl;
  };
};

/**
 * The days from the first on which the lot parted any to the last: quiet ones between them, too, on which
 * by chance it parted none. Not those for which the share was nothing, which would compare with nothing.
 */
const comparedDays = (days: ReadonlyMap<string, Lots>): ReadonlySet<string> => {
  const inOrder = [...days].sort(([left], [right]) => (left < right ? -1 : 1));
  const isSure = [isPartedWhole, isParted].find((is) => inOrder.some(([, lots]) => is(lots)));
  if (!isSure) return new Set(days.keys());
  const compared = new Set<string>();
  let before: Lots | undefined;
  let since: (readonly [string, Lots])[] = [];
  for (const [day, lots] of inOrder) {
    since.push([day, lots]);
    if (!isSure(lots)) continue;
    const isKept = before && !wasNothing(since, Math.min(before.mostControl, lots.mostControl));
    for (const [each] of isKept ? since : since.slice(-1)) compared.add(each);
    before = lots;
    since = [];
  }
  return compared;
};

const isParted = ({ mostControl }: Lots): boolean => mostControl >= 0;

/** The share was the same all day. */
const isPartedWhole = (lots: Lots): boolean => isParted(lots) && lots.mostControl < lots.leastShown;

/** Whether on these days somebody was shown something whose lot was shown nothing before and after. */
const wasNothing = (since: readonly (readonly [string, Lots])[], control: number): boolean =>
  since.some(([, { leastShown }]) => leastShown < control);

/** Of one day's lookups the highest lot that was shown nothing, and the lowest that was shown something. */
type Lots = { mostControl: number; leastShown: number };

const note = (days: Map<string, Lots>, { lookupId, isControl, businessDay }: DrawnLookup): void => {
  const lots = days.get(businessDay) ?? { mostControl: -1, leastShown: Number.POSITIVE_INFINITY };
  days.set(businessDay, lots);
  const lot = lookupLot(lookupId);
  if (isControl) lots.mostControl = Math.max(lots.mostControl, lot);
  else lots.leastShown = Math.min(lots.leastShown, lot);
};
