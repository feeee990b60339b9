import { HOUR_COUNT, hourOf, type Knowledge, WEEK_COUNT } from "../knowledge.ts";
import { type BasketLog, basketsByCustomer, type Groups } from "./basketLog.ts";
import { findCompanions } from "./companions.ts";

/** Half of what a basket says is forgotten after so many days. */
const HALF_LIFE_DAYS = 200;
/** So many things in a basket, and among all that somebody ever bought, count as one whole. */
const USUAL_BASKET = 20;
const USUAL_WARDROBE = 50;
const MOST_COUNTED = 65_535;

/** Counts, weeks and companions of all items in `log`, as one would have known them at `asOfDay`. */
export const study = (log: BasketLog, asOfDay: number): Knowledge => {
  const baskets: Groups = { count: log.basketCount, start: log.start, members: log.items };
  const wardrobes = distinctByCustomer(log);
  return {
    itemCount: log.itemCount,
    basketCount: log.basketCount,
    asOfDay,
    ...countItems(log, asOfDay),
    ...countBuyers(wardrobes, log.itemCount),
    together: findCompanions(baskets, log.itemCount, {
      groupWeight: basketWeights(log, asOfDay),
      width: 80,
      predictors: 30,
      ridge: 10,
    }),
    kindred: findCompanions(wardrobes.groups, log.itemCount, {
      groupWeight: customerWeights(wardrobes.groups),
      width: 60,
      predictors: 40,
      ridge: 10,
    }),
  };
};

const basketWeights = (log: BasketLog, asOfDay: number): Float32Array => {
  const weights = new Float32Array(log.basketCount);
  for (let b = 0; b < log.basketCount; b += 1) {
    const size = (log.start[b + 1] ?? 0) - (log.start[b] ?? 0);
    const age = asOfDay - (log.atDay[b] ?? 0);
    weights[b] = (Math.max(size, 1) / USUAL_BASKET) ** -0.2 * 0.5 ** (age / HALF_LIFE_DAYS);
  }
  return weights;
};

const customerWeights = (groups: Groups): Float32Array => {
  const weights = new Float32Array(groups.count);
  for (let g = 0; g < groups.count; g += 1) {
    const size = (groups.start[g + 1] ?? 0) - (groups.start[g] ?? 0);
    weights[g] = (Math.max(size, 1) / USUAL_WARDROBE) ** -0.5;
  }
  return weights;
};

type ItemCounts = Pick<
  Knowledge,
  "weekBaskets" | "baskets" | "firstDay" | "lastDay" | "weeks" | "hourBaskets" | "hours"
>;

const countItems = (log: BasketLog, asOfDay: number): ItemCounts => {
  const { itemCount } = log;
  const counts: ItemCounts = {
    weekBaskets: new Int32Array(WEEK_COUNT),
    baskets: new Int32Array(itemCount),
    firstDay: new Float64Array(itemCount),
    lastDay: new Float64Array(itemCount),
    weeks: new Uint16Array(itemCount * WEEK_COUNT),
    hourBaskets: new Int32Array(HOUR_COUNT),
    hours: new Uint16Array(itemCount * HOUR_COUNT),
  };
  const { weekBaskets, baskets, firstDay, lastDay, weeks, hourBaskets, hours } = counts;
  for (let b = 0; b < log.basketCount; b += 1) {
    const day = log.atDay[b] ?? 0;
    const week = Math.max(0, Math.floor((asOfDay - day) / 7));
    if (week < WEEK_COUNT) weekBaskets[week] = (weekBaskets[week] ?? 0) + 1;
    const hour = hourOf(day);
    hourBaskets[hour] = (hourBaskets[hour] ?? 0) + 1;
    const end = log.start[b + 1] ?? 0;
    for (let at = log.start[b] ?? 0; at < end; at += 1) {
      const item = log.items[at] ?? 0;
      if ((baskets[item] ?? 0) === 0) firstDay[item] = day;
      baskets[item] = (baskets[item] ?? 0) + 1;
      lastDay[item] = day;
      addOne(hours, item * HOUR_COUNT + hour);
      if (week < WEEK_COUNT) addOne(weeks, item * WEEK_COUNT + week);
    }
  }
  return counts;
};

const addOne = (counts: Uint16Array, place: number): void => {
  counts[place] = Math.min(MOST_COUNTED, (counts[place] ?? 0) + 1);
};

/** All that each customer ever bought, each item once, with the number of baskets beside it. */
type Wardrobes = { readonly groups: Groups; readonly times: Int32Array };

const distinctByCustomer = (log: BasketLog): Wardrobes => {
  const byCustomer = basketsByCustomer(log);
  const members = new Int32Array(log.start[log.basketCount] ?? 0);
  const times = new Int32Array(members.length);
  const start = new Int32Array(log.customerCount + 1);
  const place = new Int32Array(log.itemCount).fill(-1);
  let length = 0;
  for (let customer = 0; customer < log.customerCount; customer += 1) {
    const first = length;
    const end = byCustomer.start[customer + 1] ?? 0;
    for (let at = byCustomer.start[customer] ?? 0; at < end; at += 1) {
      const b = byCustomer.members[at] ?? 0;
      const last = log.start[b + 1] ?? 0;
      for (let m = log.start[b] ?? 0; m < last; m += 1) {
        const item = log.items[m] ?? 0;
        let here = place[item] ?? -1;
        if (here < first) {
          here = length;
          length += 1;
          place[item] = here;
          members[here] = item;
        }
        times[here] = (times[here] ?? 0) + 1;
      }
    }
    start[customer + 1] = length;
  }
  const groups = { count: log.customerCount, start, members: members.subarray(0, length) };
  return { groups, times };
};

const countBuyers = (
  { groups, times }: Wardrobes,
  itemCount: number,
): Pick<Knowledge, "buyers" | "repeatBuyers"> => {
  const buyers = new Int32Array(itemCount);
  const repeatBuyers = new Int32Array(itemCount);
  groups.members.forEach((item, place) => {
    buyers[item] = (buyers[item] ?? 0) + 1;
    if ((times[place] ?? 0) > 1) repeatBuyers[item] = (repeatBuyers[item] ?? 0) + 1;
  });
  return { buyers, repeatBuyers };
};
