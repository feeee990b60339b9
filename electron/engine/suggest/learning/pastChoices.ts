import type { Bearings } from "../ranking/bearings.ts";
import { newDesk } from "../ranking/desk.ts";
import { featuresOf, type Task } from "../ranking/features.ts";
import { priorWeights } from "../ranking/priorWeights.ts";
import { HISTORY_BASKETS, type History, noHistory, type Situation } from "../ranking/situation.ts";
import { type FeatureTable, featureTable } from "../ranking/table.ts";
import type { BasketLog, Groups } from "./basketLog.ts";
import type { PastChoice } from "./fitRanker.ts";
import { topOf } from "./topOf.ts";

export type PastWindow = {
  /** As known before the window: nothing of it may be learned from what it is asked about. */
  readonly bearings: Bearings;
  readonly log: BasketLog;
  readonly byCustomer: Groups;
  readonly firstBasket: number;
  readonly endBasket: number;
  /** The window's share of all that is asked. */
  readonly part: number;
  readonly shouldStop: () => boolean;
};

/** What customers chose in the window's baskets, each seen with the history it had before. */
export const pastChoices = (window: PastWindow, task: Task): readonly PastChoice[] => {
  const { log } = window;
  const asking = asker(window, task);
  const baskets = basketsToAsk(window);
  const most = Math.round(CHOICES[task] * window.part);
  const asks = Math.min(most, baskets.length * (task === "with-basket" ? HIDDEN_EACH : 1));
  const choices: PastChoice[] = [];
  for (let ask = 0; ask < asks && !window.shouldStop(); ask += 1) {
    const basket = baskets[ask % baskets.length] ?? 0;
    const size = (log.start[basket + 1] ?? 0) - (log.start[basket] ?? 0);
    const choice = asking(basket, scattered(ask) % size);
    if (choice) choices.push(choice);
  }
  return choices;
};

/** More of all windows would only take memory and time. */
const CHOICES: Readonly<Record<Task, number>> = { "with-basket": 8_000, "history-only": 6_000 };
/** How many things of one basket may be hidden in turn. */
const HIDDEN_EACH = 2;

/**
 * The window's baskets, each customer's first before anybody's second: who comes daily does not
 * outvote who comes monthly. A basket of nobody known stands with the second ones.
 */
const basketsToAsk = ({ log, firstBasket, endBasket }: PastWindow): Int32Array => {
  const visits = new Int32Array(log.customerCount);
  const turn = new Int32Array(endBasket - firstBasket);
  for (let basket = firstBasket; basket < endBasket; basket += 1) {
    const customer = log.customer[basket] ?? -1;
    const visit = customer < 0 ? 1 : (visits[customer] ?? 0);
    if (customer >= 0) visits[customer] = visit + 1;
    turn[basket - firstBasket] = visit;
  }
  const baskets = Int32Array.from(turn.keys(), (at) => firstBasket + at);
  const place = (basket: number) => turn[basket - firstBasket] ?? 0;
  return baskets.sort(
    (left, right) => place(left) - place(right) || scattered(left) - scattered(right),
  );
};

const asker = (window: PastWindow, task: Task) => {
  const { bearings, log } = window;
  const desk = newDesk(log.itemCount);
  const features = featuresOf(task);
  const prior = priorWeights(task);
  return (basket: number, hidden: number): PastChoice | undefined => {
    const history = historyBefore(window, basket);
    const items = log.items.subarray(log.start[basket] ?? 0, log.start[basket + 1] ?? 0);
    const wanted = task === "with-basket" ? items.subarray(hidden, hidden + 1) : items;
    const visible = task === "with-basket" ? items.filter((_, k) => k !== hidden) : noItems;
    if (task === "with-basket" ? visible.length === 0 : history.count === 0) return undefined;
    const nowDay = log.atDay[basket] ?? 0;
    const situation: Situation = { nowDay, history, basket: visible };
    const table = featureTable(desk, bearings, { situation, features });
    const choice = tellingPart(table, new Set(wanted), { prior, likeliest: LIKELIEST[task] });
    const isNew = task === "with-basket" && !history.items.includes(wanted[0] ?? -1);
    return choice && { ...choice, weight: isNew ? NEW_WEIGHT : 1 };
  };
};

/**
 * What was new to the customer counts more than what they buy anyway: that sells itself. Chosen on
 * past months where hits on all and hits on new things both stood above what they were.
 */
const NEW_WEIGHT = 1.4;

/** Of the candidates, those likeliest by the prior and a part of the rest tell enough. */
const LIKELIEST: Readonly<Record<Task, number>> = { "with-basket": 50, "history-only": 1_000 };
const EACH_OF_REST = 6;

const tellingPart = (
  { items, values }: FeatureTable,
  wanted: ReadonlySet<number>,
  { prior, likeliest }: { readonly prior: Float64Array; readonly likeliest: number },
): Omit<PastChoice, "weight"> | undefined => {
  const width = prior.length;
  const height = new Float64Array(items.length);
  values.forEach((value, at) => {
    const row = Math.floor(at / width);
    height[row] = (height[row] ?? 0) + value * (prior[at % width] ?? 0);
  });
  const order = Int32Array.from(items.keys());
  topOf(order, order.length, { keys: height, count: likeliest });
  const rows = order.filter(
    (row, place) => place < likeliest || place % EACH_OF_REST === 0 || wanted.has(items[row] ?? -1),
  );
  const bought = [...rows.keys()].filter((at) => wanted.has(items[rows[at] ?? 0] ?? -1));
  if (bought.length === 0) return undefined;
  const kept = new Float32Array(rows.length * width);
  rows.forEach((row, at) => {
    kept.set(values.subarray(row * width, (row + 1) * width), at * width);
  });
  return { values: kept, rowCount: rows.length, bought: Int32Array.from(bought) };
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
  const paid = new Float32Array(items.length);
  baskets.forEach((b, k) => {
    const [first, end] = [log.start[b] ?? 0, log.start[b + 1] ?? 0];
    items.set(log.items.subarray(first, end), start[k] ?? 0);
    paid.set(log.paid.subarray(first, end), start[k] ?? 0);
  });
  return {
    count: baskets.length,
    atDay: Float64Array.from(baskets, (b) => log.atDay[b] ?? 0),
    start,
    items,
    paid,
  };
};
