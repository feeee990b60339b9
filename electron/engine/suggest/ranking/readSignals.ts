import { type Bearings, COURSE_WEEKS, weeklyShare } from "./bearings.ts";
import type { Desk } from "./desk.ts";
import { type DayPart, dayPartOf, hourShare } from "./hours.ts";
import { nameLikeness } from "./nameLikeness.ts";
import { givePlaces } from "./places.ts";
import { readShelves, type Shelves } from "./shelves.ts";
import { noSignals, type Setting, SILENCE, type Signals, takeLogarithms } from "./signals.ts";
import type { Situation } from "./situation.ts";
import { type Usual, usualOf } from "./usual.ts";

/** All candidates on `desk` seen, and the setting they share. */
export const readSignals = (
  desk: Desk,
  bearings: Bearings,
  situation: Situation,
): { readonly seen: readonly Signals[]; readonly setting: Setting } => {
  const names = nameLikeness(desk, bearings, situation.basket);
  const reading: Reading = {
    ...{ desk, bearings, situation },
    middle: middleOf(bearings, situation.basket),
    season: seasonOf(bearings, situation.nowDay),
    visits: visitCounts(desk, situation),
    usual: usualOf(situation.history, bearings.goods),
    shelves: readShelves(desk, bearings, situation.basket),
    dayPart: dayPartOf(bearings.knowledge, situation.nowDay),
  };
  const seen = roomForSignals(desk, desk.chosen.length);
  seen.forEach((signals, at) => {
    readOne(signals, reading, desk.chosen.ids[at] ?? 0);
    signals.nameClosest = names.closest[at] ?? 0;
    signals.nameLikeness = names.mean[at] ?? 0;
    takeLogarithms(signals);
  });
  givePlaces(seen);
  return { seen, setting: settingOf(desk, situation, seen) };
};

const roomForSignals = ({ seen }: Desk, count: number): readonly Signals[] => {
  while (seen.length < count) seen.push(noSignals());
  return seen.slice(0, count);
};

type Reading = {
  readonly desk: Desk;
  readonly bearings: Bearings;
  readonly situation: Situation;
  readonly middle: Middle;
  readonly season: Season | undefined;
  readonly visits: Int32Array;
  readonly usual: Usual;
  readonly shelves: Shelves;
  readonly dayPart: DayPart;
};

/** Written over and over into the desk's own: made anew, three hundred of them cost as much again. */
const readOne = (signals: Signals, reading: Reading, item: number): void => {
  const { desk, bearings, situation, middle, season, visits, usual } = reading;
  const isOwn = desk.own.has[item] ?? 0;
  const times = desk.times[item] ?? 0;
  const lastDay = desk.lastDay[item] ?? 0;
  const span = lastDay - (desk.firstDay[item] ?? 0);
  const size = Math.max(situation.basket.length, 1);
  signals.isOwn = isOwn;
  signals.times = times;
  signals.fresh = desk.fresh[item] ?? 0;
  signals.quarterly = desk.quarterly[item] ?? 0;
  signals.monthly = desk.monthly[item] ?? 0;
  signals.daysSince = isOwn ? Math.max(0, situation.nowDay - lastDay) : 0;
  signals.rhythm = times > 1 ? span / (times - 1) : 0;
  signals.isInLast = isOwn && desk.lastBasket[item] === situation.history.count - 1 ? 1 : 0;
  signals.spent = isOwn ? Math.log1p(desk.spent[item] ?? 0) - usual.paidLog : 0;
  const shelf = bearings.goods.category[item] ?? -1;
  signals.categoryLiking = shelf < 0 ? 0 : (reading.shelves.liking[shelf] ?? 0);
  signals.categoryBeside = shelf < 0 ? 0 : (reading.shelves.beside[shelf] ?? 0);
  signals.hourShare = hourShare(bearings.knowledge, item, reading.dayPart);
  signals.reminds = desk.reminds[item] ?? 0;
  signals.sameVisit = isOwn ? (visits[desk.lastBasket[item] ?? 0] ?? 0) : 0;
  signals.said = desk.said[item] ?? 0;
  signals.loudest = desk.loudest[item] ?? 0;
  signals.cosine = (desk.cosine[item] ?? 0) / size;
  signals.closest = desk.closest[item] ?? 0;
  signals.share = (desk.share[item] ?? 0) / size;
  signals.likeliest = desk.likeliest[item] ?? 0;
  signals.kindred = desk.kindred[item] ?? 0;
  signals.kindredCosine = desk.kindredCosine[item] ?? 0;
  signals.also = desk.also[item] ?? 0;
  signals.alsoCosine = (desk.alsoCosine[item] ?? 0) / size;
  signals.alsoLikeliest = desk.alsoLikeliest[item] ?? 0;
  signals.everShare = bearings.everShare[item] ?? 0;
  signals.monthShare = bearings.monthShare[item] ?? 0;
  signals.quarterShare = bearings.quarterShare[item] ?? 0;
  signals.seasonShare = season ? seasonShare(bearings, item, season) : 0;
  signals.silence = bearings.silence[item] ?? 0;
  signals.age = bearings.age[item] ?? 0;
  signals.repeatShare = bearings.repeatShare[item] ?? 0;
  signals.priceDistance = middle.isKnown
    ? Math.abs((bearings.goods.logPrice[item] ?? 0) - middle.logPrice)
    : 0;
  signals.ownPriceDistance =
    usual.priceLog === undefined
      ? 0
      : Math.abs((bearings.goods.logPrice[item] ?? 0) - usual.priceLog);
  signals.course = middle.isKnown ? likeCourse(bearings, item, middle) : 0;
  signals.ageDistance = middle.isKnown ? Math.abs((bearings.age[item] ?? 0) - middle.age) : 0;
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

/** The weeks from ten days before to twenty-five after this day of last year. */
type Season = { readonly from: number; readonly to: number };

/** Undefined where too little was sold in them. */
const seasonOf = ({ knowledge }: Bearings, nowDay: number): Season | undefined => {
  const back = knowledge.asOfDay - (nowDay - 365);
  const from = Math.floor((back - 25) / 7);
  const to = Math.ceil((back + 10) / 7);
  let all = 0;
  for (let week = from; week < to; week += 1) all += knowledge.weekBaskets[week] ?? 0;
  return all < SEASON_BASKETS ? undefined : { from, to };
};

const seasonShare = ({ knowledge, everShare }: Bearings, item: number, season: Season): number =>
  weeklyShare(knowledge, item, season) - (everShare[item] ?? 0);

const visitCounts = (desk: Desk, { basket, history }: Situation): Int32Array => {
  const visits = new Int32Array(Math.max(history.count, 1));
  for (const item of basket) {
    if (!desk.own.has[item]) continue;
    const last = desk.lastBasket[item] ?? 0;
    visits[last] = (visits[last] ?? 0) + 1;
  }
  return visits;
};

const settingOf = (
  desk: Desk,
  { history, basket }: Situation,
  seen: readonly Signals[],
): Setting => {
  let own = 0;
  for (const item of basket) own += desk.own.has[item] ?? 0;
  const bought = history.start[history.count] ?? 0;
  return {
    historyCount: history.count,
    visitsLog: Math.log1p(history.count),
    sizeLog: Math.log1p(basket.length),
    ownInBasket: basket.length === 0 ? 0 : own / basket.length,
    usualSize: history.count === 0 ? 0 : Math.log1p(bought / history.count),
    most: loudestOf(seen),
  };
};

const loudestOf = (seen: readonly Signals[]): Setting["most"] => {
  let [said, cosine, likeliest, kindred] = [SILENCE, SILENCE, SILENCE, SILENCE];
  let [fresh, reminds, name] = [SILENCE, SILENCE, SILENCE];
  for (const signals of seen) {
    said = Math.max(said, signals.saidLoud);
    cosine = Math.max(cosine, signals.cosineLoud);
    likeliest = Math.max(likeliest, signals.likeliestLoud);
    kindred = Math.max(kindred, signals.kindredLoud);
    fresh = Math.max(fresh, signals.freshLoud);
    reminds = Math.max(reminds, signals.remindsLoud);
    name = Math.max(name, signals.nameLoud);
  }
  return { said, cosine, likeliest, kindred, fresh, reminds, name };
};
