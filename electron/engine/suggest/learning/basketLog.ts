/** Purchases to learn from, oldest first; items and customers are numbered from 0. */
export type BasketLog = {
  readonly itemCount: number;
  readonly basketCount: number;
  readonly customerCount: number;
  /** Days since 1970 with their fraction, ascending. */
  readonly atDay: Float64Array;
  /** -1 where nobody is known. */
  readonly customer: Int32Array;
  /** Basket `b` holds `items[start[b]]` to `items[start[b + 1] - 1]`, each item once. */
  readonly start: Int32Array;
  readonly items: Int32Array;
  /** What was paid for each of `items`, in minor units: to be weighed against each other, not booked. */
  readonly paid: Float32Array;
};

/** The part of `log` before `day`; it shares the arrays. */
export const logBefore = (log: BasketLog, day: number): BasketLog => {
  let low = 0;
  let high = log.basketCount;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((log.atDay[middle] ?? 0) < day) low = middle + 1;
    else high = middle;
  }
  return { ...log, basketCount: low };
};

/** Members by group: group `g` holds `members[start[g]]` to `members[start[g + 1] - 1]`. */
export type Groups = {
  readonly count: number;
  readonly start: Int32Array;
  readonly members: Int32Array;
};

/** The baskets of each customer, oldest first. */
export const basketsByCustomer = (log: BasketLog): Groups => {
  const start = new Int32Array(log.customerCount + 1);
  for (let b = 0; b < log.basketCount; b += 1) {
    const customer = log.customer[b] ?? -1;
    if (customer >= 0) start[customer + 1] = (start[customer + 1] ?? 0) + 1;
  }
  addUp(start);
  const next = start.slice();
  const members = new Int32Array(start[log.customerCount] ?? 0);
  for (let b = 0; b < log.basketCount; b += 1) {
    const customer = log.customer[b] ?? -1;
    if (customer < 0) continue;
    const place = next[customer] ?? 0;
    members[place] = b;
    next[customer] = place + 1;
  }
  return { count: log.customerCount, start, members };
};

/** The groups that hold each member, ascending. */
export const invert = (groups: Groups, memberCount: number): Groups => {
  const start = new Int32Array(memberCount + 1);
  const total = groups.start[groups.count] ?? 0;
  for (let m = 0; m < total; m += 1) {
    const member = (groups.members[m] ?? 0) + 1;
    start[member] = (start[member] ?? 0) + 1;
  }
  addUp(start);
  const next = start.slice();
  const members = new Int32Array(total);
  for (let g = 0; g < groups.count; g += 1) {
    const end = groups.start[g + 1] ?? 0;
    for (let m = groups.start[g] ?? 0; m < end; m += 1) {
      const member = groups.members[m] ?? 0;
      const place = next[member] ?? 0;
      members[place] = g;
      next[member] = place + 1;
    }
  }
  return { count: memberCount, start, members };
};

const addUp = (start: Int32Array): void => {
  for (let i = 1; i < start.length; i += 1) start[i] = (start[i] ?? 0) + (start[i - 1] ?? 0);
};
