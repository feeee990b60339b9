import type { SuggestBenchOptions } from "./options.ts";
import type { PastBasket, PastShop } from "./pastShop.ts";
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
export const splitPast = async (
  shop: PastShop,
  { queries, stage, cut }: SuggestBenchOptions,
): Promise<Split> => {
  const questions: Question[] = [];
  for await (const row of readCsv(queries)) {
    const target = shop.baskets.get(row.basket_id ?? "");
    if (row.stage !== stage || !target) continue;
    questions.push({ target, hiddenItemId: row.hidden_item_id || undefined });
  }
  const cutMs = cut === "last" ? undefined : Date.parse(cut);
  const targetMsByCustomer = new Map(
    questions.map(({ target }) => [target.customerId, target.atMs]),
  );
  const targets = new Set(questions.map(({ target }) => target.basketId));
  const training = [...shop.baskets.values()]
    .filter(({ basketId, customerId, atMs }) =>
      cutMs === undefined
        ? !targets.has(basketId) &&
          atMs <= (targetMsByCustomer.get(customerId) ?? Number.POSITIVE_INFINITY)
        : atMs < cutMs,
    )
    .sort((left, right) => left.atMs - right.atMs);
  const lastMs = training.at(-1)?.atMs ?? 0;
  return { training, questions, learnedAtMs: cutMs ?? lastMs + 1 };
};
