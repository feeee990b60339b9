import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { baselines } from "./baselines.ts";
import { fillShop } from "./fillShop.ts";
import { type Marks, type Method, newMarks } from "./marks.ts";
import type { SuggestBenchOptions } from "./options.ts";
import { type PastBasket, readPastShop } from "./pastShop.ts";
import { type Quen, quen } from "./quen.ts";
import { type Question, splitPast } from "./questions.ts";

/** Prints a line for each task and method. */
export const measureSuggestions = async (options: SuggestBenchOptions): Promise<void> => {
  const shop = await readPastShop(options);
  const { training, questions, learnedAtMs } = await splitPast(shop, options);
  const tasks = { questions, bought: boughtIn(training) };
  const dataDir = mkdtempSync(join(tmpdir(), "quen-suggest-"));
  const stores = fillShop(dataDir, shop, training);
  try {
    const own = quen(stores, learnedAtMs);
    const { loadS, fitCpuS, learnRssMb } = own;
    // The greater of the two processes: the one that learned, and this one that read, filled and asks.
    const ownRssMb = Math.round(process.resourceUsage().maxRSS / 1_024);
    const maxRssMb = Math.max(ownRssMb, learnRssMb);
    const more = { loadS, fitCpuS, learnRssMb, maxRssMb, ...shownTimes(questions, own.shown) };
    print(own, tasks, more);
    if (!options.only) for (const method of baselines(training)) print(method, tasks);
  } finally {
    stores.close();
    rmSync(dataDir, { recursive: true, force: true });
  }
};

type Tasks = {
  readonly questions: readonly Question[];
  /** What each customer bought before. */
  readonly bought: ReadonlyMap<string, ReadonlySet<string>>;
};

const boughtIn = (training: readonly PastBasket[]): Tasks["bought"] => {
  const bought = new Map<string, Set<string>>();
  for (const { customerId, lines } of training) {
    const own = bought.get(customerId) ?? new Set<string>();
    for (const id of lines.keys()) own.add(id);
    bought.set(customerId, own);
  }
  return bought;
};

const print = (method: Method, tasks: Tasks, more: Readonly<Record<string, number>> = {}): void => {
  const { name, fitS } = method;
  for (const [task, line] of [
    ["complete-basket", completeBasket(method, tasks)],
    ["next-basket", nextBasket(method, tasks)],
  ] as const) {
    console.log(JSON.stringify({ task, method: name, ...line, fitS, ...more }));
  }
};

type MarkLine = ReturnType<Marks["line"]>;

const completeBasket = (method: Method, { questions, bought }: Tasks): MarkLine => {
  const marks = newMarks();
  for (const question of questions) {
    const { target, hiddenItemId } = question;
    if (hiddenItemId === undefined) continue;
    const answered = marks.time(() => method.answer(askedWithBasket(question)));
    marks.addHit(answered, hiddenItemId, !bought.get(target.customerId)?.has(hiddenItemId));
  }
  return marks.line();
};

const nextBasket = (method: Method, { questions }: Tasks): MarkLine => {
  const marks = newMarks();
  for (const { target } of questions) {
    const asked = { customerId: target.customerId, basket: [], nowMs: target.atMs };
    const answered = marks.time(() => method.answer(asked));
    marks.addList(answered, new Set(target.lines.keys()));
  }
  return marks.line();
};

/** The whole answer of the till: guards and reasons too. */
const shownTimes = (questions: readonly Question[], shown: Quen["shown"]) => {
  const marks = newMarks();
  let count = 0;
  for (const question of questions) count += marks.time(() => shown(askedWithBasket(question)));
  const { p50Ms, p99Ms } = marks.line();
  const shownMean = Math.round((100 * count) / Math.max(questions.length, 1)) / 100;
  return { shownP50Ms: p50Ms ?? 0, shownP99Ms: p99Ms ?? 0, shownMean };
};

const askedWithBasket = ({ target, hiddenItemId }: Question) => ({
  customerId: target.customerId,
  basket: [...target.lines.keys()].filter((id) => id !== hiddenItemId),
  nowMs: target.atMs,
});
