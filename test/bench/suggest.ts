import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { baselines } from "./suggest/baselines.ts";
import { fillShop } from "./suggest/fillShop.ts";
import { type Method, newMarks } from "./suggest/marks.ts";
import { readOptions } from "./suggest/options.ts";
import { readPastShop } from "./suggest/pastShop.ts";
import { quen } from "./suggest/quen.ts";
import { type Question, splitPast } from "./suggest/questions.ts";

/**
 * How well the engine suggests on a shop's real past: hide one item of a basket and ask for it;
 * then ask for the next basket by history alone. One line for each task and method.
 */
const options = readOptions(process.argv.slice(2));
const shop = await readPastShop(options);
const { training, questions, learnedAtMs } = await splitPast(shop, options);
const bought = new Map<string, Set<string>>();
for (const { customerId, lines } of training) {
  const own = bought.get(customerId) ?? new Set<string>();
  for (const id of lines.keys()) own.add(id);
  bought.set(customerId, own);
}

const completeBasket = (method: Method): Readonly<Record<string, number>> => {
  const marks = newMarks();
  for (const { target, hiddenItemId } of questions) {
    if (hiddenItemId === undefined) continue;
    const basket = [...target.lines.keys()].filter((id) => id !== hiddenItemId);
    const asked = { customerId: target.customerId, basket, nowMs: target.atMs };
    const answered = marks.time(() => method.answer(asked));
    marks.addHit(answered, hiddenItemId, !bought.get(target.customerId)?.has(hiddenItemId));
  }
  return marks.line();
};

const nextBasket = (method: Method): Readonly<Record<string, number>> => {
  const marks = newMarks();
  for (const { target } of questions) {
    const asked = { customerId: target.customerId, basket: [], nowMs: target.atMs };
    const answered = marks.time(() => method.answer(asked));
    marks.addList(answered, new Set(target.lines.keys()));
  }
  return marks.line();
};

const print = (method: Method, more: Readonly<Record<string, number>> = {}): void => {
  const { name, fitS } = method;
  for (const [task, line] of [
    ["complete-basket", completeBasket(method)],
    ["next-basket", nextBasket(method)],
  ] as const) {
    console.log(JSON.stringify({ task, method: name, ...line, fitS, ...more }));
  }
};

/** The whole answer of the till: guards and reasons too. */
const shownTimes = (shown: (asked: Parameters<Method["answer"]>[0]) => number) => {
  const marks = newMarks();
  let count = 0;
  for (const { target, hiddenItemId } of questions as readonly Question[]) {
    const basket = [...target.lines.keys()].filter((id) => id !== hiddenItemId);
    const asked = { customerId: target.customerId, basket, nowMs: target.atMs };
    count += marks.time(() => shown(asked));
  }
  const { p50Ms, p99Ms } = marks.line();
  const shownMean = Math.round((100 * count) / Math.max(questions.length, 1)) / 100;
  return { shownP50Ms: p50Ms ?? 0, shownP99Ms: p99Ms ?? 0, shownMean };
};

const dataDir = mkdtempSync(join(tmpdir(), "quen-suggest-"));
const stores = fillShop(dataDir, shop, training);
try {
  const own = quen(stores, learnedAtMs);
  const { loadS, fitCpuS, learnRssMb } = own;
  // The greater of the two processes: the one that learned, and this one that read, filled and asks.
  const ownRssMb = Math.round(process.resourceUsage().maxRSS / 1_024);
  const maxRssMb = Math.max(ownRssMb, learnRssMb);
  print(own, { loadS, fitCpuS, learnRssMb, maxRssMb, ...shownTimes(own.shown) });
  if (!options.only) for (const method of baselines(training)) print(method);
} finally {
  stores.close();
  rmSync(dataDir, { recursive: true, force: true });
}
