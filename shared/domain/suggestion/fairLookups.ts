import { lookupLot } from "./lookup.ts";

export type DrawnLookup = {
  readonly lookupId: string;
  readonly isControl: boolean;
  readonly businessDay: string;
};

/**
 * Which of `drawn` may be compared with each other: those that the lot would have treated alike on all
 * the days on which it parted any. While the shop's share stays as it is, these are all of them; where it
 * was changed, the others were shown something on some days and nothing on others, and days differ. Or all
 * since the last change, where these hold more that were shown nothing: who raises the share waits for that.
 */
export const fairLookups = (drawn: Iterable<DrawnLookup>): ((one: DrawnLookup) => boolean) => {
  const days = new Map<string, Lots>();
  for (const one of drawn) note(days, one);
  const [ever, lately] = [
    comparisonOn(days, comparedDays(days)),
    comparisonOn(days, lastDays(days)),
  ];
  const { compared, mostControl, leastShown } =
    lately.controlCount > ever.controlCount ? lately : ever;
  return ({ lookupId, isControl, businessDay }) => {
    if (!compared.has(businessDay)) return false;
    const lot = lookupLot(lookupId);
    return isControl ? lot < leastShown : lot > mostControl;
  };
};

const comparisonOn = (days: ReadonlyMap<string, Lots>, compared: ReadonlySet<string>) => {
  const lots = [...days].flatMap(([day, each]) => (compared.has(day) ? each : []));
  const mostControl = Math.max(...lots.map((each) => each.mostControl));
  const leastShown = Math.min(...lots.map((each) => each.leastShown));
  const alike = lots.map(({ control }) => control.filter((lot) => lot < leastShown).length);
  const controlCount = alike.reduce((sum, count) => sum + count, 0);
  return { compared, mostControl, leastShown, controlCount };
};

/** The last days, as far back as one share explains who was shown nothing on all of them. */
const lastDays = (days: ReadonlyMap<string, Lots>): ReadonlySet<string> => {
  const newestFirst = [...days].sort(([left], [right]) => (left < right ? 1 : -1));
  const since = new Set<string>();
  let [mostControl, leastShown] = [-1, Number.POSITIVE_INFINITY];
  for (const [day, lots] of newestFirst) {
    mostControl = Math.max(mostControl, lots.mostControl);
    leastShown = Math.min(leastShown, lots.leastShown);
    if (mostControl >= leastShown) break;
    since.add(day);
  }
  return since;
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

/** Of one day's lookups those shown nothing, the highest lot of them, and the lowest that was shown something. */
type Lots = { mostControl: number; leastShown: number; readonly control: number[] };

const note = (days: Map<string, Lots>, { lookupId, isControl, businessDay }: DrawnLookup): void => {
  const none = () => ({ mostControl: -1, leastShown: Number.POSITIVE_INFINITY, control: [] });
  const lots = days.get(businessDay) ?? none();
  days.set(businessDay, lots);
  const lot = lookupLot(lookupId);
  if (isControl) {
    lots.mostControl = Math.max(lots.mostControl, lot);
    lots.control.push(lot);
  } else lots.leastShown = Math.min(lots.leastShown, lot);
};
