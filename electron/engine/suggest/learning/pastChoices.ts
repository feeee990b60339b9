import type { Bearings } from "../ranking/bearings.ts";
import { newDesk } from "../ranking/desk.ts";
import { featuresOf, type Task } from "../ranking/features.ts";
import { HISTORY_BASKETS, type History, noHistory, type Situation } from "../ranking/situation.ts";
import { featureTable } from "../ranking/table.ts";
import type { BasketLog, Groups } from "./basketLog.ts";
import type { PastChoice } from "./fitRanker.ts";

export type PastWindow = {
  /** As known before the window: nothing of it may be learned from what it is asked about. */
  readonly bearings: Bearings;
  readonly log: BasketLog;
  readonly byCustomer: Groups;
  readonly firstBasket: number;
  readonly endBasket: number;
  readonly most: number;
  readonly shouldStop: () => boolean;
};

/** What customers chose in the window's baskets, each seen with the history it had before. */
export const pastChoices = (window: PastWindow, task: Task): readonly PastChoice[] => {
  const { log, firstBasket, endBasket, most } = window;
  const asking = asker(window, task);
  const choices: PastChoice[] = [];
  const span = endBasket - firstBasket;
  const asks = Math.min(most, span * (task === "with-basket" ? HIDDEN_EACH : 1));
  for (let ask = 0; ask < asks && !window.shouldStop(); ask += 1) {
    const basket = firstBasket + Math.floor((ask * span) / asks);
    const size = (log.start[basket + 1] ?? 0) - (log.start[basket] ?? 0);
    const choice = asking(basket, scattered(ask) % size);
    if (choice) choices.push(choice);
  }
  return choices;
};

/** How many things of one basket may be hidden in turn. */
const HIDDEN_EACH = 2;

const asker = (window: PastWindow, task: Task) => {
  const { bearings, log } = window;
  const desk = newDesk(log.itemCount);
  const features = featuresOf(task);
  return (basket: number, hidden: number): PastChoice | undefined => {
    const history = historyBefore(window, basket);
    const items = log.items.subarray(log.start[basket] ?? 0, log.start[basket + 1] ?? 0);
    const wanted = task === "with-basket" ? items.subarray(hidden, hidden + 1) : items;
    const visible = task === "with-basket" ? items.filter((_, k) => k !== hidden) : noItems;
    if (task === "with-basket" ? visible.length === 0 : history.count === 0) return undefined;
    const nowDay = log.atDay[basket] ?? 0;
    const situation: Situation = { nowDay, history, basket: visible };
    const table = featureTable(desk, bearings, { situation, features });
    const isWanted = new Set(wanted);
    const rows = [...table.items.keys()].filter((row) => isWanted.has(table.items[row] ?? -1));
    if (rows.length === 0) return undefined;
    const { values, items: candidates } = table;
    return { values, rowCount: candidates.length, bought: Int32Array.from(rows) };
  };
};

const noItems = new Int32Array(0);

/** Without chance, and without a pattern that the order of the lines could meet. */
const scattered = (number: number): number => {
  const mixed = Math.imul(number ^ (number >>> 15), 0x2c1b3c6d);
  return (Math.imul(mixed ^ (mixed >>> 12), 0x297a2d39) ^ (mixed >>> 15)) >>> 0;
};

const historyBefore = ({ log, byCustomer }: PastWindow, basket: number): History => {
  const customer = log.customer[basket] ?? -1;
  if (customer < 0) return noHistory;
  const first = byCustomer.start[customer] ?? 0;
  let end = first;
  const last = byCustomer.start[customer + 1] ?? 0;
  while (end < last && (byCustomer.members[end] ?? 0) < basket) end += 1;
  return historyOf(log, byCustomer.members.subarray(Math.max(first, end - HISTORY_BASKETS), end));
};

/** Some baskets of `log` as a customer's history. */
export const historyOf = (log: BasketLog, baskets: Int32Array): History => {
  const start = new Int32Array(baskets.length + 1);
  baskets.forEach((b, k) => {
    start[k + 1] = (start[k] ?? 0) + (log.start[b + 1] ?? 0) - (log.start[b] ?? 0);
  });
  const items = new Int32Array(start[baskets.length] ?? 0);
  baskets.forEach((b, k) => {
    items.set(log.items.subarray(log.start[b] ?? 0, log.start[b + 1] ?? 0), start[k] ?? 0);
  });
  return {
    count: baskets.length,
    atDay: Float64Array.from(baskets, (b) => log.atDay[b] ?? 0),
    start,
    items,
  };
};
