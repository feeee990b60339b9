import { topOf } from "../learning/topOf.ts";
import type { Bearings, Spoken } from "./bearings.ts";
import type { Signals } from "./signals.ts";
import type { History, Situation } from "./situation.ts";

/** Where one situation is worked out: numbers by item, wiped after each, made once. */
export type Desk = {
  readonly own: Tally;
  readonly times: Float32Array;
  /** How much each past basket with the item still counts: by order, by quarter, by month. */
  readonly fresh: Float32Array;
  readonly quarterly: Float32Array;
  readonly monthly: Float32Array;
  readonly firstDay: Float64Array;
  readonly lastDay: Float64Array;
  /** The newest past basket with the item, from 0. */
  readonly lastBasket: Int32Array;
  /** What was paid for the item in all of them. */
  readonly spent: Float32Array;
  /** How alike the past baskets with the item are to the basket in hand. */
  readonly reminds: Float32Array;

  readonly near: Tally;
  readonly said: Float32Array;
  readonly loudest: Float32Array;
  readonly cosine: Float32Array;
  readonly closest: Float32Array;
  readonly share: Float32Array;
  readonly likeliest: Float32Array;

  readonly kin: Tally;
  readonly kindred: Float32Array;
  readonly kindredCosine: Float32Array;
  /** What the buyers of the things in the basket buy too, in whatever baskets. */
  readonly also: Float32Array;
  readonly alsoCosine: Float32Array;
  readonly alsoLikeliest: Float32Array;

  readonly inBasket: Uint8Array;
  readonly chosen: Tally;
  /** Where the signals and the features of the candidates are written; they grow as needed. */
  readonly seen: Signals[];
  values: Float32Array;
};

/** Items that were touched, each once. */
export type Tally = { readonly ids: Int32Array; readonly has: Uint8Array; length: number };

export const newDesk = (itemCount: number): Desk => {
  const floats = () => new Float32Array(itemCount);
  return {
    own: newTally(itemCount),
    times: floats(),
    fresh: floats(),
    quarterly: floats(),
    monthly: floats(),
    firstDay: new Float64Array(itemCount),
    lastDay: new Float64Array(itemCount),
    lastBasket: new Int32Array(itemCount),
    spent: floats(),
    reminds: floats(),
    near: newTally(itemCount),
    said: floats(),
    loudest: floats(),
    cosine: floats(),
    closest: floats(),
    share: floats(),
    likeliest: floats(),
    kin: newTally(itemCount),
    kindred: floats(),
    kindredCosine: floats(),
    also: floats(),
    alsoCosine: floats(),
    alsoLikeliest: floats(),
    inBasket: new Uint8Array(itemCount),
    chosen: newTally(itemCount),
    seen: [],
    values: new Float32Array(0),
  };
};

export const touch = (tally: Tally, item: number): void => {
  if (tally.has[item]) return;
  tally.has[item] = 1;
  tally.ids[tally.length] = item;
  tally.length += 1;
};

/** Lays `situation` out on a wiped desk. */
export const layOut = (desk: Desk, bearings: Bearings, situation: Situation): void => {
  for (const item of situation.basket) desk.inBasket[item] = 1;
  rememberHistory(desk, situation);
  hearBasket(desk, bearings, situation.basket);
  hearKindred(desk, bearings);
  hearBuyers(desk, bearings, situation.basket);
};

export const wipe = (desk: Desk, situation: Situation): void => {
  for (const item of situation.basket) desk.inBasket[item] = 0;
  const { times, fresh, quarterly, monthly, spent, reminds } = desk;
  wipeTally(desk.own, [times, fresh, quarterly, monthly, spent, reminds]);
  const { said, loudest, cosine, closest, share, likeliest } = desk;
  wipeTally(desk.near, [said, loudest, cosine, closest, share, likeliest]);
  const { kindred, kindredCosine, also, alsoCosine, alsoLikeliest } = desk;
  wipeTally(desk.kin, [kindred, kindredCosine, also, alsoCosine, alsoLikeliest]);
  wipeTally(desk.chosen, []);
};

const newTally = (itemCount: number): Tally => ({
  ids: new Int32Array(itemCount),
  has: new Uint8Array(itemCount),
  length: 0,
});

const wipeTally = (tally: Tally, values: readonly Float32Array[]): void => {
  for (let at = 0; at < tally.length; at += 1) {
    const item = tally.ids[at] ?? 0;
    tally.has[item] = 0;
    for (const list of values) list[item] = 0;
  }
  tally.length = 0;
};

const ORDER_DECAY = 0.8;
const QUARTER_DAYS = 90;
const MONTH_DAYS = 30;

const rememberHistory = (desk: Desk, { history, nowDay, basket }: Situation): void => {
  for (let b = 0; b < history.count; b += 1) {
    const day = history.atDay[b] ?? 0;
    const age = Math.max(0, nowDay - day);
    const fresh = ORDER_DECAY ** (history.count - 1 - b);
    const quarterly = 0.5 ** (age / QUARTER_DAYS);
    const monthly = 0.5 ** (age / MONTH_DAYS);
    const reminds = likeness(desk, history, { b, basketSize: basket.length });
    const end = history.start[b + 1] ?? 0;
    for (let at = history.start[b] ?? 0; at < end; at += 1) {
      const item = history.items[at] ?? 0;
      if (!desk.own.has[item]) {
        touch(desk.own, item);
        desk.firstDay[item] = day;
      }
      desk.times[item] = (desk.times[item] ?? 0) + 1;
      desk.fresh[item] = (desk.fresh[item] ?? 0) + fresh;
      desk.quarterly[item] = (desk.quarterly[item] ?? 0) + quarterly;
      desk.monthly[item] = (desk.monthly[item] ?? 0) + monthly;
      desk.spent[item] = (desk.spent[item] ?? 0) + (history.paid[at] ?? 0);
      desk.reminds[item] = (desk.reminds[item] ?? 0) + reminds;
      desk.lastDay[item] = day;
      desk.lastBasket[item] = b;
    }
  }
};

type PastBasket = { readonly b: number; readonly basketSize: number };

const likeness = (desk: Desk, history: History, { b, basketSize }: PastBasket): number => {
  if (basketSize === 0) return 0;
  const first = history.start[b] ?? 0;
  const end = history.start[b + 1] ?? 0;
  let shared = 0;
  for (let at = first; at < end; at += 1) shared += desk.inBasket[history.items[at] ?? 0] ?? 0;
  return shared === 0 ? 0 : shared / Math.sqrt((end - first) * basketSize);
};

const hearBasket = (desk: Desk, { together }: Bearings, basket: Int32Array): void => {
  for (const given of basket) {
    const end = together.start[given + 1] ?? 0;
    for (let at = together.start[given] ?? 0; at < end; at += 1) {
      const item = together.target[at] ?? 0;
      touch(desk.near, item);
      const weight = together.weight[at] ?? 0;
      const cosine = together.cosine[at] ?? 0;
      const share = together.share[at] ?? 0;
      desk.said[item] = (desk.said[item] ?? 0) + weight;
      desk.cosine[item] = (desk.cosine[item] ?? 0) + cosine;
      desk.share[item] = (desk.share[item] ?? 0) + share;
      if (weight > (desk.loudest[item] ?? 0)) desk.loudest[item] = weight;
      if (cosine > (desk.closest[item] ?? 0)) desk.closest[item] = cosine;
      if (share > (desk.likeliest[item] ?? 0)) desk.likeliest[item] = share;
    }
  }
};

const hearBuyers = (desk: Desk, { kindred }: Bearings, basket: Int32Array): void => {
  for (const given of basket) {
    const end = kindred.start[given + 1] ?? 0;
    for (let at = kindred.start[given] ?? 0; at < end; at += 1) {
      const item = kindred.target[at] ?? 0;
      touch(desk.kin, item);
      const share = kindred.share[at] ?? 0;
      desk.also[item] = (desk.also[item] ?? 0) + (kindred.weight[at] ?? 0);
      desk.alsoCosine[item] = (desk.alsoCosine[item] ?? 0) + (kindred.cosine[at] ?? 0);
      if (share > (desk.alsoLikeliest[item] ?? 0)) desk.alsoLikeliest[item] = share;
    }
  }
};

/** Of a long history the freshest things speak; the rest would only add time. */
const HISTORY_VOICES = 100;
const MOST_FRESH = 3;

const hearKindred = (desk: Desk, bearings: Bearings): void => {
  const voices = desk.own.ids.slice(0, desk.own.length);
  const count = topOf(voices, voices.length, { keys: desk.fresh, count: HISTORY_VOICES });
  let total = 0;
  for (let at = 0; at < count; at += 1) total += freshness(desk, voices[at] ?? 0);
  const scale = 1 / Math.sqrt(total + 1);
  for (let at = 0; at < count; at += 1) {
    const given = voices[at] ?? 0;
    const fresh = freshness(desk, given);
    const { kindred, together } = bearings;
    hear(desk, { spoken: kindred, values: kindred.weight, given, scale: fresh }, desk.kindred);
    const nearby = { spoken: together, values: together.cosine, given, scale: fresh * scale };
    hear(desk, nearby, desk.kindredCosine);
  }
};

const freshness = (desk: Desk, item: number): number => Math.min(desk.fresh[item] ?? 0, MOST_FRESH);

type Voice = {
  readonly spoken: Spoken;
  readonly values: Float32Array;
  readonly given: number;
  readonly scale: number;
};

const hear = (desk: Desk, voice: Voice, sums: Float32Array): void => {
  const { spoken, values, given, scale } = voice;
  const end = spoken.start[given + 1] ?? 0;
  for (let at = spoken.start[given] ?? 0; at < end; at += 1) {
    const item = spoken.target[at] ?? 0;
    touch(desk.kin, item);
    sums[item] = (sums[item] ?? 0) + (values[at] ?? 0) * scale;
  }
};
