import { finish } from "../../../../shared/kernel/steps.ts";
import { takeBearings } from "../ranking/bearings.ts";
import { featuresOf, type Task } from "../ranking/features.ts";
import type { Goods } from "../ranking/goods.ts";
import { priorWeights } from "../ranking/priorWeights.ts";
import { priorRanker, type Ranker } from "../ranking/ranker.ts";
import { type BasketLog, basketsByCustomer, logBefore } from "./basketLog.ts";
import { fitRanker } from "./fitRanker.ts";
import { type PastWindow, pastChoices } from "./pastChoices.ts";
import { study } from "./study.ts";

export type RankerLearning = {
  readonly log: BasketLog;
  readonly goods: Goods;
  readonly asOfDay: number;
  readonly shouldStop: () => boolean;
};

/**
 * The past is asked in some windows, each only with what was known before it. Each holds weights of
 * its own in memory: a large catalogue is asked in fewer.
 */
const windowCountOf = (itemCount: number): number => {
  if (itemCount > 30_000) return 1;
  return itemCount > 10_000 ? 2 : 4;
};
const ASKED_DAYS = 120;
/** A young shop asks a smaller part of its past: so much must be left to know beforehand. */
const MOST_ASKED_SHARE = 0.5;
/** Below so many baskets nothing can be learned about ranking that would be worth its noise. */
const FEWEST_BASKETS = 60;
/** Beside a basket many more things are weighed: a shop that tells little must not make much of it. */
const PRIOR_CHOICES: Readonly<Record<Task, number>> = { "with-basket": 400, "history-only": 100 };
/** Beside a basket three things are shown of one that is asked; a next basket has many right answers. */
const FOCUS: Readonly<Record<Task, number>> = { "with-basket": 0.6, "history-only": 0 };

/** The ranker's weights as the shop's own past teaches them; the prior where it teaches too little. */
export const learnRanker = (learning: RankerLearning): Ranker => {
  const { log, shouldStop } = learning;
  if (log.basketCount < FEWEST_BASKETS) return priorRanker();
  const windows = pastWindows(learning);
  const fitTask = (task: Task): Float64Array =>
    fitRanker(
      windows.flatMap((window) => pastChoices(window, task)),
      {
        featureCount: featuresOf(task).length,
        prior: priorWeights(task),
        priorChoices: PRIOR_CHOICES[task],
        focus: FOCUS[task],
        shouldStop,
      },
    );
  // One task after the other: the choices of both at once would be the most memory of all learning.
  return { "with-basket": fitTask("with-basket"), "history-only": fitTask("history-only") };
};

const pastWindows = ({ log, goods, asOfDay, shouldStop }: RankerLearning) => {
  const byCustomer = basketsByCustomer(log);
  const span = (asOfDay - (log.atDay[0] ?? asOfDay)) * MOST_ASKED_SHARE;
  const count = windowCountOf(log.itemCount);
  const windowDays = Math.min(ASKED_DAYS, span) / count;
  const windows: PastWindow[] = [];
  for (let back = count; back >= 1 && !shouldStop(); back -= 1) {
    const fromDay = asOfDay - back * windowDays;
    const before = logBefore(log, fromDay);
    windows.push({
      bearings: finish(takeBearings(study(before, fromDay), goods)),
      log,
      byCustomer,
      firstBasket: before.basketCount,
      endBasket: logBefore(log, fromDay + windowDays).basketCount,
      part: 1 / count,
      shouldStop,
    });
  }
  return windows;
};
