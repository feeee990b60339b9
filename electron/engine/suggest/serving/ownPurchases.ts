import type { History } from "../ranking/situation.ts";

/** How one customer buys one thing. */
export type OwnPurchases = {
  readonly times: number;
  readonly firstDay: number;
  readonly lastDay: number;
};

export const ownPurchases = (history: History): ReadonlyMap<number, OwnPurchases> => {
  const own = new Map<number, OwnPurchases>();
  for (let basket = 0; basket < history.count; basket += 1) {
    const day = history.atDay[basket] ?? 0;
    const end = history.start[basket + 1] ?? 0;
    for (let at = history.start[basket] ?? 0; at < end; at += 1) {
      const item = history.items[at] ?? 0;
      const before = own.get(item);
      own.set(item, {
        times: (before?.times ?? 0) + 1,
        firstDay: before?.firstDay ?? day,
        lastDay: day,
      });
    }
  }
  return own;
};

/** The usual days between two purchases; undefined below two. */
export const rhythmOf = ({ times, firstDay, lastDay }: OwnPurchases): number | undefined =>
  times < 2 ? undefined : (lastDay - firstDay) / (times - 1);

/** Bought so lately that it cannot be due: before half of the own rhythm, or within three days. */
export const isTooSoon = (own: OwnPurchases | undefined, nowDay: number): boolean => {
  if (!own) return false;
  const since = nowDay - own.lastDay;
  const rhythm = rhythmOf(own);
  return since < (rhythm === undefined ? SOON_DAYS : Math.max(1, rhythm / 2));
};

const SOON_DAYS = 3;
