import { type Bearings, COURSE_WEEKS, weeklyShare } from "./bearings.ts";
import type { Desk } from "./desk.ts";
import { givePlaces } from "./places.ts";
import type { Situation } from "./situation.ts";

/** What is seen of one candidate in one situation; features are made of it. */
export type Signals = {
  isOwn: number;
  times: number;
  fresh: number;
  quarterly: number;
  monthly: number;
  daysSince: number;
  /** Own days between purchases; 0 below two purchases. */
  rhythm: number;
  isInLast: number;
  reminds: number;
  /** Things of the basket that were last bought together with this one. */
  sameVisit: number;
  said: number;
  loudest: number;
  cosine: number;
  closest: number;
  share: number;
  likeliest: number;
  kindred: number;
  kindredCosine: number;
  also: number;
  alsoCosine: number;
  alsoLikeliest: number;
  /** Minus the logarithm of its place among the candidates: 0 for the first. */
  saidPlace: number;
  cosinePlace: number;
  freshPlace: number;
  everShare: number;
  monthShare: number;
  quarterShare: number;
  seasonShare: number;
  silence: number;
  age: number;
  repeatShare: number;
  nameClosest: number;
  nameLikeness: number;
  priceDistance: number;
  course: number;
  ageDistance: number;
};

/** What is the same for all candidates of a situation. */
export type Setting = {
  readonly historyCount: number;
  readonly basketSize: number;
  /** Share of the basket that the customer has bought before. */
  readonly ownInBasket: number;
  readonly usualSize: number;
  /** The greatest of each over the candidates. */
  readonly most: {
    readonly said: number;
    readonly cosine: number;
    readonly likeliest: number;
    readonly kindred: number;
    readonly fresh: number;
    readonly reminds: number;
    readonly nameClosest: number;
  };
};

/** All candidates on `desk` seen, and the setting they share. */
export const readSignals = (
  desk: Desk,
  bearings: Bearings,
  situation: Situation,
): { readonly seen: readonly Signals[]; readonly setting: Setting } => {
  const middle = middleOf(bearings, situation.basket);
  const names = nameLikeness(desk, bearings, situation.basket);
  const visits = visitCounts(desk, situation);
  const reading: Reading = { desk, bearings, situation, middle, visits };
  const seen: Signals[] = [];
  for (let at = 0; at < desk.chosen.length; at += 1) {
    const signals = readOne(reading, desk.chosen.ids[at] ?? 0);
    signals.nameClosest = names.closest[at] ?? 0;
    signals.nameLikeness = names.mean[at] ?? 0;
    seen.push(signals);
  }
  givePlaces(seen);
  return { seen, setting: settingOf(desk, situation, seen) };
};

type Reading = {
  readonly desk: Desk;
  readonly bearings: Bearings;
  readonly situation: Situation;
  readonly middle: Middle;
  readonly visits: Int32Array;
};

const readOne = (reading: Reading, item: number): Signals => {
  const { desk, bearings, situation, middle, visits } = reading;
  const isOwn = desk.own.has[item] ?? 0;
  const times = desk.times[item] ?? 0;
  const lastDay = desk.lastDay[item] ?? 0;
  const span = lastDay - (desk.firstDay[item] ?? 0);
  const size = Math.max(situation.basket.length, 1);
  return {
    isOwn,
    times,
    fresh: desk.fresh[item] ?? 0,
    quarterly: desk.quarterly[item] ?? 0,
    monthly: desk.monthly[item] ?? 0,
    daysSince: isOwn ? Math.max(0, situation.nowDay - lastDay) : 0,
    rhythm: times > 1 ? span / (times - 1) : 0,
    isInLast: isOwn && desk.lastBasket[item] === situation.history.count - 1 ? 1 : 0,
    reminds: desk.reminds[item] ?? 0,
    sameVisit: isOwn ? (visits[desk.lastBasket[item] ?? 0] ?? 0) : 0,
    said: desk.said[item] ?? 0,
    loudest: desk.loudest[item] ?? 0,
    cosine: (desk.cosine[item] ?? 0) / size,
    closest: desk.closest[item] ?? 0,
    share: (desk.share[item] ?? 0) / size,
    likeliest: desk.likeliest[item] ?? 0,
    kindred: desk.kindred[item] ?? 0,
    kindredCosine: desk.kindredCosine[item] ?? 0,
    also: desk.also[item] ?? 0,
    alsoCosine: (desk.alsoCosine[item] ?? 0) / size,
    alsoLikeliest: desk.alsoLikeliest[item] ?? 0,
    saidPlace: 0,
    cosinePlace: 0,
    freshPlace: 0,
    everShare: bearings.everShare[item] ?? 0,
    monthShare: bearings.monthShare[item] ?? 0,
    quarterShare: bearings.quarterShare[item] ?? 0,
    seasonShare: seasonShare(bearings, item, situation.nowDay),
    silence: bearings.silence[item] ?? 0,
    age: bearings.age[item] ?? 0,
    repeatShare: bearings.repeatShare[item] ?? 0,
    nameClosest: 0,
    nameLikeness: 0,
    priceDistance: middle.isKnown
      ? Math.abs((bearings.goods.logPrice[item] ?? 0) - middle.logPrice)
      : 0,
    course: middle.isKnown ? likeCourse(bearings, item, middle) : 0,
    ageDistance: middle.isKnown ? Math.abs((bearings.age[item] ?? 0) - middle.age) : 0,
  };
};

/** The basket's mean price, age and course. */
type Middle = {
  readonly isKnown: boolean;
  readonly logPrice: number;
  readonly age: number;
  readonly course: Float64Array;
};

const middleOf = ({ goods, age, course }: Bearings, basket: Int32Array): Middle => {
  const mean = (value: (item: number) => number) => {
    let sum = 0;
    for (const item of basket) sum += value(item);
    return sum / Math.max(basket.length, 1);
  };
  const middle = new Float64Array(COURSE_WEEKS);
  for (let week = 0; week < COURSE_WEEKS; week += 1) {
    middle[week] = mean((item) => course[item * COURSE_WEEKS + week] ?? 0);
  }
  return {
    isKnown: basket.length > 0,
    logPrice: mean((item) => goods.logPrice[item] ?? 0),
    age: mean((item) => age[item] ?? 0),
    course: middle,
  };
};

const likeCourse = ({ course }: Bearings, item: number, middle: Middle): number => {
  let sum = 0;
  for (let week = 0; week < COURSE_WEEKS; week += 1) {
    sum += (course[item * COURSE_WEEKS + week] ?? 0) * (middle.course[week] ?? 0);
  }
  return sum;
};

/** Fewer baskets than these around the same day of last year tell no season. */
const SEASON_BASKETS = 100;

/** Share of baskets from ten days before to twenty-five after this day of last year; 0 if unknown. */
const seasonShare = ({ knowledge, everShare }: Bearings, item: number, nowDay: number): number => {
  const back = knowledge.asOfDay - (nowDay - 365);
  const from = Math.floor((back - 25) / 7);
  const to = Math.ceil((back + 10) / 7);
  let all = 0;
  for (let week = from; week < to; week += 1) all += knowledge.weekBaskets[week] ?? 0;
  if (all < SEASON_BASKETS) return 0;
  return weeklyShare(knowledge, item, { from, to }) - (everShare[item] ?? 0);
};

const visitCounts = (desk: Desk, { basket, history }: Situation): Int32Array => {
  const visits = new Int32Array(Math.max(history.count, 1));
  for (const item of basket) {
    if (!desk.own.has[item]) continue;
    const last = desk.lastBasket[item] ?? 0;
    visits[last] = (visits[last] ?? 0) + 1;
  }
  return visits;
};

/** How alike each candidate's name is to the names in the basket: the closest, and on the whole. */
const nameLikeness = (desk: Desk, { goods }: Bearings, basket: Int32Array) => {
  const count = desk.chosen.length;
  const closest = new Float32Array(count);
  const mean = new Float32Array(count);
  if (basket.length === 0) return { closest, mean };
  const { start, words, wordWeight } = goods;
  const placesByWord = new Map<number, number[]>();
  for (let at = 0; at < count; at += 1) {
    const item = desk.chosen.ids[at] ?? 0;
    for (let w = start[item] ?? 0; w < (start[item + 1] ?? 0); w += 1) {
      const places = placesByWord.get(words[w] ?? 0);
      if (places) places.push(at, wordWeight[w] ?? 0);
      else placesByWord.set(words[w] ?? 0, [at, wordWeight[w] ?? 0]);
    }
  }
  const likeness = new Float32Array(count);
  for (const given of basket) {
    likeness.fill(0);
    for (let w = start[given] ?? 0; w < (start[given + 1] ?? 0); w += 1) {
      const places = placesByWord.get(words[w] ?? 0) ?? [];
      const weight = wordWeight[w] ?? 0;
      for (let p = 0; p < places.length; p += 2) {
        const at = places[p] ?? 0;
        likeness[at] = (likeness[at] ?? 0) + weight * (places[p + 1] ?? 0);
      }
    }
    for (let at = 0; at < count; at += 1) {
      const value = likeness[at] ?? 0;
      if (value > (closest[at] ?? 0)) closest[at] = value;
      mean[at] = (mean[at] ?? 0) + value / basket.length;
    }
  }
  return { closest, mean };
};

const settingOf = (
  desk: Desk,
  { history, basket }: Situation,
  seen: readonly Signals[],
): Setting => {
  const most = (value: (signals: Signals) => number) =>
    seen.reduce((greatest, signals) => Math.max(greatest, value(signals)), 0);
  let own = 0;
  for (const item of basket) own += desk.own.has[item] ?? 0;
  const bought = history.start[history.count] ?? 0;
  return {
    historyCount: history.count,
    basketSize: basket.length,
    ownInBasket: basket.length === 0 ? 0 : own / basket.length,
    usualSize: history.count === 0 ? 0 : Math.log1p(bought / history.count),
    most: {
      said: most(({ said }) => said),
      cosine: most(({ cosine }) => cosine),
      likeliest: most(({ likeliest }) => likeliest),
      kindred: most(({ kindred }) => kindred),
      fresh: most(({ fresh }) => fresh),
      reminds: most(({ reminds }) => reminds),
      nameClosest: most(({ nameClosest }) => nameClosest),
    },
  };
};
