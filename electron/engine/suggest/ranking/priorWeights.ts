import { featuresOf, type Task } from "./features.ts";

/**
 * What a shop starts with, and stays near while it has little to learn from: rounded from what a
 * gift shop's past taught, only features that would be sensible anywhere.
 */
const priorByTask: Readonly<Record<Task, Readonly<Record<string, number>>>> = {
  "with-basket": {
    everShare: 0.3,
    own: -0.95,
    timesShare: 0.5,
    fresh: 1.2,
    ownRepeat: 2,
    kindredNew: 0.3,
    said: 2.5,
    saidLoud: 0.15,
    likeliest: 0.8,
    cosine: 2.5,
    nameMean: 1.5,
    nameNew: 1,
    ownOwnBasket: 1,
    reminds: 1.5,
    categoryNew: 0.2,
    categoryBesideNew: 0.3,
  },
  "history-only": {
    everShare: 0.25,
    own: 1,
    timesShare: 0.5,
    quarterly: 0.4,
    fresh: 0.6,
    lateness: 0.1,
    offBeat: -0.08,
    once: -0.3,
    ownRepeat: 2,
    kindredNew: 0.4,
    hour: 0.3,
    priceNew: 0.1,
    categoryNew: 0.2,
  },
};

export const priorWeights = (task: Task): Float64Array =>
  Float64Array.from(featuresOf(task), ({ name }) => priorByTask[task][name] ?? 0);
