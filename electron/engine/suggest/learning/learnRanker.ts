import { takeBearings } from "../ranking/bearings.ts";
import { featuresOf, type Task } from "../ranking/features.ts";
import type { Goods } from "../ranking/goods.ts";
import { priorWeights } from "../ranking/priorWeights.ts";
import { priorRanker, type Ranker } from "../ranking/ranker.ts";
import { type BasketLog, basketsByCustomer, logBefore } from "./basketLog.ts";
import { fitRanker, type PastChoice } from "./fitRanker.ts";
import { pastChoices } from "./pastChoices.ts";
import { study } from "./study.ts";

export type RankerLearning = {
  readonly log: BasketLog;
  readonly goods: Goods;
  readonly asOfDay: number;
  readonly shouldStop: () => boolean;
};

/** The past is asked in so many windows, each only with what was known before it. */
const WINDOWS = 2;
const WINDOW_DAYS = 60;
/** A young shop asks a smaller part of its past: so much must be left to know beforehand. */
const MOST_ASKED_SHARE = 0.5;
/** Below so many baskets nothing can be learned about ranking that would be worth its noise. */
const FEWEST_BASKETS = 60;
const CHOICES_PER_WINDOW: Readonly<Record<Task, number>> = {
  "with-basket": 2_500,
  "history-only": 1_500,
};
const PRIOR_CHOICES = 50;

const tasks: readonly Task[] = ["with-basket", "history-only"];

/** The ranker's weights as the shop's own past teaches them; the prior where it teaches too little. */
export const learnRanker = (learning: RankerLearning): Ranker => {
  const { log, shouldStop } = learning;
  if (log.basketCount < FEWEST_BASKETS) return priorRanker();
  const choices = askThePast(learning);
  const fitTask = (task: Task): Float64Array =>
    fitRanker(choices[task], {
      featureCount: featuresOf(task).length,
      prior: priorWeights(task),
      priorChoices: PRIOR_CHOICES,
      shouldStop,
    });
  return { "with-basket": fitTask("with-basket"), "history-only": fitTask("history-only") };
};

const askThePast = (learning: RankerLearning): Readonly<Record<Task, PastChoice[]>> => {
  const { log, goods, asOfDay, shouldStop } = learning;
  const byCustomer = basketsByCustomer(log);
  const span = (asOfDay - (log.atDay[0] ?? asOfDay)) * MOST_ASKED_SHARE;
  const windowDays = Math.min(WINDOW_DAYS, span / WINDOWS);
  const choices: Record<Task, PastChoice[]> = { "with-basket": [], "history-only": [] };
  for (let back = WINDOWS; back >= 1 && !shouldStop(); back -= 1) {
    const fromDay = asOfDay - back * windowDays;
    const before = logBefore(log, fromDay);
    const endBasket = logBefore(log, fromDay + windowDays).basketCount;
    const bearings = takeBearings(study(before, fromDay), goods);
    const firstBasket = before.basketCount;
    const window = { bearings, log, byCustomer, firstBasket, endBasket, shouldStop };
    for (const task of tasks) {
      const most = CHOICES_PER_WINDOW[task];
      choices[task].push(...pastChoices({ ...window, most }, task));
    }
  }
  return choices;
};
