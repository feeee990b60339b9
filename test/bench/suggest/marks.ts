import { timings } from "../measure/timings.ts";

/** A method answers ids of items, best first, ten at least where it can. */
export type Method = {
  readonly name: string;
  readonly fitS: number;
  readonly answer: (asked: Asked) => readonly string[];
};

export type Asked = {
  readonly customerId: string;
  readonly basket: readonly string[];
  readonly nowMs: number;
};

/** The sums of one task's marks; what a task does not ask stays out of its line. */
export type Marks = {
  readonly addHit: (answered: readonly string[], hidden: string, isNew: boolean) => void;
  readonly addList: (answered: readonly string[], wanted: ReadonlySet<string>) => void;
  readonly time: <T>(work: () => T) => T;
  readonly line: () => Readonly<Record<string, number>>;
};

export const newMarks = (): Marks => {
  const took = timings();
  const [hit, reciprocal, hitNew, hitRepeat] = [mean(), mean(), mean(), mean()];
  const [recall, ndcg] = [mean(), mean()];
  let queries = 0;
  return {
    addHit: (answered, hidden, isNew) => {
      queries += 1;
      const place = answered.slice(0, 5).indexOf(hidden);
      hit.add(place >= 0 ? 1 : 0);
      reciprocal.add(place >= 0 ? 1 / (place + 1) : 0);
      (isNew ? hitNew : hitRepeat).add(place >= 0 ? 1 : 0);
    },
    addList: (answered, wanted) => {
      queries += 1;
      const found = answered.slice(0, 10).map((id) => (wanted.has(id) ? 1 : 0));
      const ideal = Array.from({ length: Math.min(10, wanted.size) }, () => 1);
      recall.add(found.filter((one) => one === 1).length / wanted.size);
      ndcg.add(gain(found) / gain(ideal));
    },
    time: (work) => {
      const startedMs = performance.now();
      const done = work();
      took.add(performance.now() - startedMs);
      return done;
    },
    line: () => ({
      queries,
      hit5: hit.value(),
      mrr5: reciprocal.value(),
      hit5New: hitNew.value(),
      hit5Repeat: hitRepeat.value(),
      recall10: recall.value(),
      ndcg10: ndcg.value(),
      p50Ms: took.at(0.5),
      p99Ms: took.at(0.99),
    }),
  };
};

const gain = (found: readonly number[]): number =>
  found.reduce((sum, one, place) => sum + one / Math.log2(place + 2), 0);

/** The mean to four places; 0 where nothing was added. */
const mean = () => {
  let sum = 0;
  let count = 0;
  return {
    add: (value: number) => {
      sum += value;
      count += 1;
    },
    value: () => Math.round((10_000 * sum) / Math.max(count, 1)) / 10_000,
  };
};
