import { DAY_MS } from "../../../../shared/kernel/day.ts";
import type { BasketLog } from "./basketLog.ts";

/** One line of a purchase; `item` is absent where the thing is not to be learned from. */
export type LoggedLine = {
  readonly basketKey: string;
  readonly atMs: number;
  readonly customerId: string | null;
  readonly item: number | undefined;
  readonly paidMinor: number;
};

/** Takes lines basket by basket, in any order of baskets, and puts them in order of time. */
export type LogBuilder = {
  readonly add: (line: LoggedLine) => void;
  readonly lineCount: () => number;
  readonly build: () => BasketLog;
};

export const newLogBuilder = (itemCount: number): LogBuilder => {
  const starts: number[] = [];
  const atDay: number[] = [];
  const customer: number[] = [];
  const numberByCustomer = new Map<string, number>();
  /** Where an item was last put down: each stands once in a basket. */
  const placeOf = new Int32Array(itemCount).fill(-1);
  let items = new Int32Array(1_024);
  let paid = new Float32Array(items.length);
  let lineCount = 0;
  let lastKey: string | undefined;

  const numberOf = (customerId: string | null): number => {
    if (customerId === null) return -1;
    const known = numberByCustomer.get(customerId) ?? numberByCustomer.size;
    numberByCustomer.set(customerId, known);
    return known;
  };
  const add = ({ basketKey, atMs, customerId, item, paidMinor }: LoggedLine): void => {
    if (item === undefined) return;
    if (basketKey !== lastKey) {
      lastKey = basketKey;
      starts.push(lineCount);
      atDay.push(atMs / DAY_MS);
      customer.push(numberOf(customerId));
    }
    const known = placeOf[item] ?? -1;
    if (known >= (starts.at(-1) ?? 0)) {
      paid[known] = (paid[known] ?? 0) + paidMinor;
      return;
    }
    if (lineCount === items.length) {
      items = twiceAsLong(items, new Int32Array(items.length * 2));
      paid = twiceAsLong(paid, new Float32Array(items.length));
    }
    placeOf[item] = lineCount;
    items[lineCount] = item;
    paid[lineCount] = paidMinor;
    lineCount += 1;
  };
  return {
    add,
    lineCount: () => lineCount,
    build: () =>
      inOrder({
        itemCount,
        basketCount: starts.length,
        customerCount: numberByCustomer.size,
        atDay: Float64Array.from(atDay),
        customer: Int32Array.from(customer),
        start: Int32Array.from([...starts, lineCount]),
        items: items.subarray(0, lineCount),
        paid: paid.subarray(0, lineCount),
      }),
  };
};

const twiceAsLong = <List extends Int32Array | Float32Array>(list: List, longer: List): List => {
  longer.set(list);
  return longer;
};

const inOrder = (log: BasketLog): BasketLog => {
  const order = Uint32Array.from(log.atDay.keys()).sort(
    (left, right) => (log.atDay[left] ?? 0) - (log.atDay[right] ?? 0) || left - right,
  );
  const start = new Int32Array(log.basketCount + 1);
  const items = new Int32Array(log.items.length);
  const paid = new Float32Array(log.items.length);
  order.forEach((basket, place) => {
    const [first, end] = [log.start[basket] ?? 0, log.start[basket + 1] ?? 0];
    const to = start[place] ?? 0;
    items.set(log.items.subarray(first, end), to);
    paid.set(log.paid.subarray(first, end), to);
    start[place + 1] = to + end - first;
  });
  return {
    ...log,
    atDay: Float64Array.from(order, (basket) => log.atDay[basket] ?? 0),
    customer: Int32Array.from(order, (basket) => log.customer[basket] ?? -1),
    start,
    items,
    paid,
  };
};
