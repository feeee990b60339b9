import { execFileSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import type { Stores } from "../../../electron/engine/db/stores.ts";
import { answerSuggestions } from "../../../electron/engine/suggest/serving/answerSuggestions.ts";
import { learnedModel } from "../../../electron/engine/suggest/serving/learnedModel.ts";
import { rank, type SuggestModel } from "../../../electron/engine/suggest/serving/model.ts";
import { pastBaskets } from "../../../electron/engine/suggest/serving/pastBaskets.ts";
import { defined } from "../../../shared/kernel/assert.ts";
import { finish } from "../../../shared/kernel/steps.ts";
import type { Asked, Method } from "./marks.ts";

const DAY_MS = 86_400_000;
const LISTED = 10;

const LEARN_PAST = fileURLToPath(new URL("./learnPast.ts", import.meta.url));

/** `learnRssMb`: the peak of the process that learned and did nothing else. */
type Learning = {
  readonly fitS: number;
  readonly fitCpuS: number;
  readonly learnRssMb: number;
};

export type Quen = Method &
  Learning & {
    readonly loadS: number;
    /** What the till shows: with guards and reasons, three at most. */
    readonly shown: (asked: Asked) => number;
  };

/** The engine's own way: learned through its tables, the history read from them at each question. */
export const quen = ({ shop, dataDir }: Stores, learnedAtMs: number): Quen => {
  const learned: Learning = JSON.parse(
    execFileSync(process.execPath, [LEARN_PAST, dataDir, String(learnedAtMs)], {
      encoding: "utf8",
      stdio: ["ignore", "pipe", "inherit"],
    }),
  );
  let model: SuggestModel | undefined;
  const loadS = seconds(() => {
    model = finish(learnedModel(shop));
  });
  const known = defined(model, "the model");
  return {
    name: "quen",
    ...learned,
    loadS,
    answer: ({ customerId, basket, nowMs }) => {
      const history = pastBaskets(shop, customerId, known.itemBySku);
      const items = Int32Array.from(basket.flatMap((sku) => known.itemBySku.get(sku) ?? []));
      return rank(known, { nowDay: nowMs / DAY_MS, history, basket: items })
        .slice(0, LISTED)
        .map(({ item }) => known.skus[item] ?? "");
    },
    shown: ({ customerId, basket, nowMs }) =>
      answerSuggestions(shop, known, {
        customerId,
        basketSkus: basket,
        refusedSkus: [],
        timezone: "UTC",
        nowMs,
      }).length,
  };
};

const seconds = (work: () => void): number => {
  const startedMs = performance.now();
  work();
  return Math.round(performance.now() - startedMs) / 1_000;
};
