import { BenchProblem } from "../measure/benchProblem.ts";
import type { SuggestBenchOptions } from "./options.ts";
import { basketIdOf, type PastBasket, type PastShop } from "./pastShop.ts";
import { readCsv } from "./readCsv.ts";

/** One target basket: what was bought, and which of it is hidden (none in a basket of one). */
export type Question = {
  readonly target: PastBasket;
  readonly hiddenItemId: string | undefined;
};

export type Split = {
  /** What may be learned from, oldest first. */
  readonly training: readonly PastBasket[];
  readonly questions: readonly Question[];
  /** The moment at which is learned. */
  readonly learnedAtMs: number;
};

/** Training and questions, apart in time: by one day for all, or by each customer's own last basket. */
export const splitPast = async (shop: PastShop, options: SuggestBenchOptions): Promise<Split> => {
  const cutMs = options.cut === "last" ? undefined : Date.parse(options.cut);
  const questions = await readQuestions(shop, options);
  const training = trainingOf(shop, questions, cutMs);
  if (training.length === 0) {
    throw new BenchProblem(
      `No purchase lies before the cut, ${options.cut}: nothing is to be learned.`,
    );
  }
  const lastMs = training.at(-1)?.atMs ?? 0;
  return { training, questions, learnedAtMs: cutMs ?? lastMs + 1 };
};

const readQuestions = async (
  shop: PastShop,
  { queries, stage, cut }: SuggestBenchOptions,
): Promise<readonly Question[]> => {
  const questions: Question[] = [];
  const cutMs = cut === "last" ? Number.NEGATIVE_INFINITY : Date.parse(cut);
  let staged = 0;
  let known = 0;
  for await (const row of readCsv(queries, NEEDED)) {
    if (row.stage !== stage) continue;
    staged += 1;
    const target = shop.baskets.get(basketIdOf(row));
    if (!target) continue;
    known += 1;
    // What was learned from is no question any more.
    if (target.atMs < cutMs) continue;
    questions.push({ target, hiddenItemId: row.hidden_item_id || undefined });
  }
  if (questions.length > 0) return questions;
  throw new BenchProblem(
    `${queries} asks nothing that can be answered: ${staged} lines are of the stage "${stage}", ` +
      `the basket of ${known} of them is known, and of 0 it lies behind the cut, ${cut}.`,
  );
};

const NEEDED = ["stage", "customer_id", "basket_id"];

/** Oldest first. */
const trainingOf = (
  shop: PastShop,
  questions: readonly Question[],
  cutMs: number | undefined,
): readonly PastBasket[] => {
  const targetMsByCustomer = new Map(
    questions.map(({ target }) => [target.customerId, target.atMs]),
  );
  const targets = new Set(questions.map(({ target }) => target.basketId));
  return [...shop.baskets.values()]
    .filter(({ basketId, customerId, atMs }) =>
      cutMs === undefined
        ? !targets.has(basketId) &&
          atMs <= (targetMsByCustomer.get(customerId) ?? Number.POSITIVE_INFINITY)
        : atMs < cutMs,
    )
    .sort((left, right) => left.atMs - right.atMs);
};
