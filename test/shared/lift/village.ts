import type { ArmStats, MeasureSums } from "../../../shared/domain/lift/armStats.ts";
import type { Chance } from "./chance.ts";

/**
 * A made-up village and what is truly so in it. Most people hardly come; a few buy for everybody.
 * Of those with a coupon some come once more than they would have, some are put off and stay away,
 * and the rest come as ever and take a tenth off their first purchase.
 */
export type Village = {
  readonly respond: number;
  readonly putOff: number;
  /** The deviation of a purchase's logarithm: 0.8 is a usual shop, 1.6 a wild one. */
  readonly tail: number;
  /** How often people come, against the usual. */
  readonly bustle: number;
};

export const village = (told: Partial<Village> = {}): Village => ({
  ...{ respond: 0, putOff: 0, tail: 1, bustle: 1 },
  ...told,
});

/** Up to this share of the people (of an even chance), so many visits are expected. */
const people = [
  { upTo: 0.5, visits: 0.05 },
  { upTo: 0.85, visits: 0.4 },
  { upTo: 0.97, visits: 1.5 },
  { upTo: 1, visits: 6 },
];
const TYPICAL_MINOR = 200;
const DISCOUNT = 0.1;
const MARGIN = 0.25;

/** How often somebody comes in the campaign's days, by habit. */
export const habit = ({ even }: Chance, { bustle }: Village): number => {
  const place = even();
  return bustle * (people.find(({ upTo }) => place < upTo)?.visits ?? 0);
};

export const purchase = ({ normal }: Chance, { tail }: Village): number =>
  Math.round(TYPICAL_MINOR * Math.exp(tail * normal()));

const measures = ["visits", "spend", "margin"] as const;
type Measure = (typeof measures)[number];
type Doings = Readonly<Record<Measure, Float64Array>>;

/** Everybody in the village, with what they did in the campaign and in as many days before. */
export type Crowd = { readonly people: number; readonly now: Doings; readonly before: Doings };

export type Told = { readonly of: Village; readonly hasCoupon: boolean };

export const crowd = (fate: Chance, { of, hasCoupon }: Told, size = 60_000): Crowd => {
  const [now, before] = [noDoings(size), noDoings(size)];
  const isOffered = hasCoupon && of.respond + of.putOff > 0;
  for (let at = 0; at < size; at += 1) {
    const usual = habit(fate, of);
    const mood = fate.even();
    const isMoved = isOffered && mood < of.respond;
    const isPutOff = isOffered && !isMoved && mood < of.respond + of.putOff;
    const visits = isPutOff ? 0 : fate.count(usual) + (isMoved ? 1 : 0);
    live(now, { at, visits, discount: isOffered ? DISCOUNT : 0 }, () => purchase(fate, of));
    live(before, { at, visits: fate.count(usual), discount: 0 }, () => purchase(fate, of));
  }
  return { people: size, now, before };
};

const noDoings = (size: number): Doings => ({
  visits: new Float64Array(size),
  spend: new Float64Array(size),
  margin: new Float64Array(size),
});

const live = (
  doings: Doings,
  { at, visits, discount }: { at: number; visits: number; discount: number },
  buy: () => number,
): void => {
  const bought = Array.from({ length: visits }, buy);
  const full = bought.reduce((sum, each) => sum + each, 0);
  const off = Math.round(discount * (bought[0] ?? 0));
  doings.visits[at] = visits;
  doings.spend[at] = full - off;
  doings.margin[at] = Math.round(MARGIN * full) - off;
};

/** What is truly so: the mean over everybody, which no shop ever sees. */
export const truth = ({ now, people: size }: Crowd) => {
  const mean = (of: Measure) => now[of].reduce((sum, each) => sum + each, 0) / size;
  const buyers = now.visits.reduce((sum, each) => sum + (each > 0 ? 1 : 0), 0);
  return {
    visits: mean("visits"),
    spend: mean("spend"),
    margin: mean("margin"),
    buyRate: buyers / size,
  };
};

/** A group drawn by lot from everybody, as a shop's sums know it. */
export const drawArm = (
  { even }: Chance,
  { now, before, people: size }: Crowd,
  { customers, knowsBefore = false }: { customers: number; knowsBefore?: boolean },
): ArmStats => {
  const drawn = Int32Array.from({ length: customers }, () => Math.floor(even() * size));
  const sums = (of: Measure) => {
    const [here, earlier, to] = [now[of], before[of], tally()];
    if (knowsBefore) for (const at of drawn) add(to, here[at] ?? 0, earlier[at] ?? 0);
    else for (const at of drawn) add(to, here[at] ?? 0);
    return sumsOf(to, knowsBefore);
  };
  return {
    customers,
    buyers: drawn.reduce((count, at) => count + ((now.visits[at] ?? 0) > 0 ? 1 : 0), 0),
    spendMinor: sums("spend"),
    marginMinor: sums("margin"),
    visits: sums("visits"),
  };
};

/** Plain numbers: what a village spends stays far below 2^53, squared too. */
export const tally = () => ({ sum: 0, squares: 0, before: 0, beforeSquares: 0, products: 0 });
export type Tally = ReturnType<typeof tally>;

export const add = (to: Tally, now: number, before = 0): void => {
  to.sum += now;
  to.squares += now * now;
  to.before += before;
  to.beforeSquares += before * before;
  to.products += before * now;
};

export const sumsOf = (from: Tally, knowsBefore = false): MeasureSums => ({
  sum: BigInt(from.sum),
  sumOfSquares: BigInt(from.squares),
  ...(knowsBefore && {
    before: {
      sum: BigInt(from.before),
      sumOfSquares: BigInt(from.beforeSquares),
      sumOfProducts: BigInt(from.products),
    },
  }),
});

/** A group whose every customer is written down: what they spent, how often they came. */
export const armOf = (spends: readonly number[], visits = spends.map(Math.sign)): ArmStats => {
  const [spend, came] = [tally(), tally()];
  for (const each of spends) add(spend, each);
  for (const each of visits) add(came, Math.abs(each));
  return {
    customers: spends.length,
    buyers: spends.filter((each) => each !== 0).length,
    spendMinor: sumsOf(spend),
    visits: sumsOf(came),
  };
};
