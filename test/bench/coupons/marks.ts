/** One campaign's households with a score each, and who of them used a coupon. */
export type Ranked = { readonly scores: readonly number[]; readonly used: readonly boolean[] };

/**
 * `aucWithin` is the share of pairs of the same campaign, one who used a coupon and one who did
 * not, that stand in the right order; `aucRanked` the area over all with each score replaced by its
 * place within its campaign; `lift10` the used of the first tenth of each campaign over what a
 * random tenth would hold.
 */
export const redeemMarks = (campaigns: readonly Ranked[]) => {
  const all = {
    scores: campaigns.flatMap(({ scores }) => scores),
    used: campaigns.flatMap(({ used }) => used),
  };
  const ranked = {
    scores: campaigns.flatMap(({ scores }) => ranksOf(scores).map((rank) => rank / scores.length)),
    used: all.used,
  };
  let [right, pairs, found, expected] = [0, 0, 0, 0];
  for (const campaign of campaigns) {
    const here = pairsOf(campaign);
    right += here * aucOf(campaign);
    pairs += here;
    const tenth = Math.max(1, Math.round(campaign.scores.length / 10));
    found += countUsed(firstOf(campaign, tenth));
    expected += (tenth * countUsed(campaign.used)) / campaign.used.length;
  }
  return {
    pairs: all.used.length,
    redeemed: countUsed(all.used),
    aucPooled: rounded(aucOf(all)),
    aucWithin: rounded(right / pairs),
    aucRanked: rounded(aucOf(ranked)),
    lift10: rounded(found / expected),
  };
};

/** The place of the first coupon that was used, ties in the middle; best rank 1. */
export const offerRank = (scores: ArrayLike<number>, used: readonly boolean[]): number => {
  const all = Array.from(scores);
  const ranks = all.map((score) => {
    const higher = all.filter((other) => other > score).length;
    const equal = all.filter((other) => other === score).length;
    return 1 + higher + (equal - 1) / 2;
  });
  return Math.min(...ranks.filter((_, at) => used[at]));
};

export const offerMarks = (ranks: readonly number[]) => ({
  queries: ranks.length,
  hit3: rounded(ranks.filter((rank) => rank <= 3).length / ranks.length),
  mrr: rounded(ranks.reduce((sum, rank) => sum + 1 / rank, 0) / ranks.length),
});

const countUsed = (used: readonly boolean[]): number => used.filter((one) => one).length;

const pairsOf = ({ used }: Ranked): number => countUsed(used) * (used.length - countUsed(used));

/** The chance that one who used it stands before one who did not; equal scores count half. */
const aucOf = ({ scores, used }: Ranked): number => {
  const count = countUsed(used);
  const sum = ranksOf(scores).reduce((total, rank, at) => total + (used[at] ? rank : 0), 0);
  return (sum - (count * (count + 1)) / 2) / (count * (used.length - count));
};

/** The lowest score is 1; equal ones share the mean of their places. */
const ranksOf = (scores: readonly number[]): readonly number[] => {
  const order = [...scores.keys()].sort((a, b) => (scores[a] ?? 0) - (scores[b] ?? 0));
  const ranks = new Array<number>(scores.length).fill(0);
  for (let from = 0; from < order.length; ) {
    let to = from;
    while (to + 1 < order.length && scores[order[to + 1] ?? 0] === scores[order[from] ?? 0]) {
      to += 1;
    }
    for (let at = from; at <= to; at += 1) ranks[order[at] ?? 0] = 1 + (from + to) / 2;
    from = to + 1;
  }
  return ranks;
};

const firstOf = ({ scores, used }: Ranked, count: number): readonly boolean[] =>
  [...scores.keys()]
    .sort((a, b) => (scores[b] ?? 0) - (scores[a] ?? 0) || a - b)
    .slice(0, count)
    .map((at) => used[at] ?? false);

const rounded = (value: number): number => Math.round(10_000 * value) / 10_000;
