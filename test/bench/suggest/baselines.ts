import type { Asked, Method } from "./marks.ts";
import type { PastBasket } from "./pastShop.ts";

/** The simple ways, on the same training baskets, all in memory. */
export const baselines = (training: readonly PastBasket[]): readonly Method[] => {
  const startedMs = performance.now();
  const past = countPast(training);
  const fitS = Math.round(performance.now() - startedMs) / 1_000;
  const method = (name: string, score: (asked: Asked) => ReadonlyMap<string, number>): Method => ({
    name,
    fitS,
    answer: (asked) => best(score(asked), past.placeByItem, asked.basket),
  });
  return [
    method("popularity", () => new Map()),
    method("own-counts", ({ customerId }) => past.ownCounts.get(customerId) ?? new Map()),
    method("item-cosine", cosine(past)),
  ];
};

type Past = {
  readonly count: ReadonlyMap<string, number>;
  /** The most bought first. */
  readonly placeByItem: ReadonlyMap<string, number>;
  readonly ownCounts: ReadonlyMap<string, ReadonlyMap<string, number>>;
  readonly basketsByItem: ReadonlyMap<string, readonly PastBasket[]>;
};

const countPast = (training: readonly PastBasket[]): Past => {
  const count = new Map<string, number>();
  const ownCounts = new Map<string, Map<string, number>>();
  const basketsByItem = new Map<string, PastBasket[]>();
  for (const basket of training) {
    const own = ownCounts.get(basket.customerId) ?? new Map<string, number>();
    ownCounts.set(basket.customerId, own);
    for (const id of basket.lines.keys()) {
      count.set(id, (count.get(id) ?? 0) + 1);
      own.set(id, (own.get(id) ?? 0) + 1);
      const baskets = basketsByItem.get(id);
      if (baskets) baskets.push(basket);
      else basketsByItem.set(id, [basket]);
    }
  }
  const popular = [...count].sort(([, left], [, right]) => right - left);
  const placeByItem = new Map(popular.map(([id], place) => [id, place]));
  return { count, placeByItem, ownCounts, basketsByItem };
};

/** The sum of cosines to what lies in the basket; to the customer's past things without one. */
const cosine = (past: Past) => {
  const known = new Map<string, Neighbours>();
  return ({ customerId, basket }: Asked): ReadonlyMap<string, number> => {
    const given = basket.length > 0 ? basket : [...(past.ownCounts.get(customerId)?.keys() ?? [])];
    const scores = new Map<string, number>();
    for (const id of given) {
      const { ids, cosines } = known.get(id) ?? neighboursOf(past, id);
      known.set(id, { ids, cosines });
      ids.forEach((other, at) => {
        scores.set(other, (scores.get(other) ?? 0) + (cosines[at] ?? 0));
      });
    }
    return scores;
  };
};

/** Two lists of one length: a map for each item of a large shop would not fit. */
type Neighbours = { readonly ids: readonly string[]; readonly cosines: Float64Array };

const neighboursOf = ({ basketsByItem, count }: Past, id: string): Neighbours => {
  const together = new Map<string, number>();
  for (const { lines } of basketsByItem.get(id) ?? []) {
    for (const other of lines.keys()) together.set(other, (together.get(other) ?? 0) + 1);
  }
  together.delete(id);
  const own = count.get(id) ?? 0;
  return {
    ids: [...together.keys()],
    cosines: Float64Array.from(
      together,
      ([other, shared]) => shared / Math.sqrt(own * (count.get(other) ?? 0)),
    ),
  };
};

const LISTED = 10;

/** The ten highest; ties and what is missing by popularity. */
const best = (
  scores: ReadonlyMap<string, number>,
  placeByItem: ReadonlyMap<string, number>,
  basket: readonly string[],
): readonly string[] => {
  const inBasket = new Set(basket);
  const place = (id: string) => placeByItem.get(id) ?? placeByItem.size;
  const ranked = [...scores].filter(([id]) => !inBasket.has(id));
  ranked.sort(([leftId, left], [rightId, right]) => right - left || place(leftId) - place(rightId));
  const listed = ranked.slice(0, LISTED).map(([id]) => id);
  const known = new Set([...listed, ...basket]);
  for (const id of placeByItem.keys()) {
    if (listed.length >= LISTED) break;
    if (!known.has(id)) listed.push(id);
  }
  return listed;
};
