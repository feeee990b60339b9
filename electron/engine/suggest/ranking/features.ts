import type { Setting, Signals } from "./signals.ts";

/** One number that the ranking weighs. */
export type Feature = {
  readonly name: string;
  /** "basket" features are silent without a basket and are then left out. */
  readonly about: "anyone" | "customer" | "basket";
  readonly value: (seen: Signals, setting: Setting) => number;
};

export type Task = "with-basket" | "history-only";

/** Added before a logarithm, so that nothing heard is quiet and not minus infinity. */
const HUSH = 0.003;
const loud = (value: number): number => Math.log(Math.max(value, 0) + HUSH);
const beside = (value: number, greatest: number): number =>
  Math.log((Math.max(value, 0) + HUSH) / (greatest + HUSH));
const clip = (value: number, limit: number): number => Math.max(-limit, Math.min(limit, value));

const sizeOf = ({ basketSize }: Setting): number => Math.log1p(basketSize);
const visits = ({ historyCount }: Setting): number => Math.log1p(historyCount);
const trend = ({ monthShare, everShare }: Signals): number => monthShare - everShare;
const isNew = ({ isOwn }: Signals): number => 1 - isOwn;
const sinceOwn = ({ isOwn, daysSince }: Signals): number => (isOwn ? Math.log1p(daysSince) : 0);
/** Above 0: the customer is later than their rhythm with this item. */
const lateness = ({ times, daysSince, rhythm }: Signals): number =>
  times > 1 ? clip(Math.log((daysSince + 3) / (rhythm + 3)), 3) : 0;

const anyone: Readonly<Record<string, Feature["value"]>> = {
  everShare: (s) => s.everShare,
  monthShare: (s) => s.monthShare,
  quarterShare: (s) => s.quarterShare,
  season: (s) => s.seasonShare,
  silence: (s) => s.silence,
  age: (s) => s.age,
  repeatShare: (s) => s.repeatShare,
};

const customer: Readonly<Record<string, Feature["value"]>> = {
  own: (s) => s.isOwn,
  times: (s) => Math.log1p(s.times),
  timesShare: (s, t) => s.times / Math.max(t.historyCount, 1),
  quarterly: (s) => Math.log1p(3 * s.quarterly),
  monthly: (s) => Math.min(s.monthly, 4),
  fresh: (s) => Math.log1p(s.fresh),
  freshBeside: (s, t) => beside(s.fresh, t.most.fresh),
  daysSince: (s) => sinceOwn(s),
  lateness: (s) => lateness(s),
  offBeat: (s) => lateness(s) ** 2,
  once: (s) => (s.times === 1 ? 1 : 0),
  inLast: (s) => s.isInLast,
  ownVisits: (s, t) => s.isOwn * visits(t),
  freshVisits: (s, t) => Math.log1p(s.fresh) * visits(t),
  ownUsualSize: (s, t) => s.isOwn * t.usualSize,
  popularUsualSize: (s, t) => s.monthShare * t.usualSize,
  ownRepeat: (s) => s.isOwn * s.repeatShare,
  ownMonth: (s) => s.isOwn * s.monthShare,
  ownQuarter: (s) => s.isOwn * s.quarterShare,
  ownTrend: (s) => s.isOwn * trend(s),
  ownSilence: (s) => s.isOwn * s.silence,
  ownAge: (s) => s.isOwn * s.age,
  kindred: (s) => clip(s.kindred, 3),
  kindredBeside: (s, t) => beside(s.kindred, t.most.kindred),
  kindredNew: (s) => isNew(s) * clip(s.kindred, 3),
  kindredCosine: (s) => s.kindredCosine,
  kindredCosineOwn: (s) => s.kindredCosine * s.isOwn,
  kindredCosineNew: (s) => loud(s.kindredCosine) * isNew(s),
  kindredOwn: (s) => clip(s.kindred, 3) * s.isOwn,
  freshPlace: (s) => s.freshPlace,
  freshRepeat: (s) => Math.log1p(s.fresh) * s.repeatShare,
  timesRepeat: (s) => Math.log1p(s.times) * s.repeatShare,
  sinceRepeat: (s) => sinceOwn(s) * s.repeatShare,
  sinceVisits: (s, t) => sinceOwn(s) * visits(t),
  ownSeason: (s) => s.isOwn * s.seasonShare,
};

const basket: Readonly<Record<string, Feature["value"]>> = {
  said: (s) => clip(s.said, 3),
  saidLoud: (s) => loud(s.said),
  saidBeside: (s, t) => beside(s.said, t.most.said),
  saidSize: (s, t) => loud(s.said) * sizeOf(t),
  saidPlainSize: (s, t) => clip(s.said, 3) * sizeOf(t),
  saidOwn: (s) => loud(s.said) * s.isOwn,
  saidOwnBasket: (s, t) => loud(s.said) * s.isOwn * t.ownInBasket,
  loudest: (s) => s.loudest,
  likeliest: (s) => s.likeliest,
  likeliestLoud: (s) => loud(s.likeliest),
  likeliestSize: (s, t) => loud(s.likeliest) * sizeOf(t),
  likeliestOwn: (s) => loud(s.likeliest) * s.isOwn,
  likeliestBeside: (s, t) => beside(s.likeliest, t.most.likeliest),
  share: (s) => s.share,
  cosine: (s) => s.cosine,
  cosineLoud: (s) => loud(s.cosine),
  cosineSize: (s, t) => loud(s.cosine) * sizeOf(t),
  cosineOwn: (s) => loud(s.cosine) * s.isOwn,
  cosineBeside: (s, t) => beside(s.cosine, t.most.cosine),
  closest: (s) => s.closest,
  name: (s) => s.nameClosest,
  nameMean: (s) => s.nameLikeness,
  nameNew: (s) => s.nameClosest * isNew(s),
  nameSize: (s, t) => s.nameClosest * sizeOf(t),
  nameBeside: (s, t) => beside(s.nameClosest, t.most.nameClosest),
  price: (s) => -Math.min(s.priceDistance, 3),
  course: (s) => s.course,
  ageApart: (s) => -s.ageDistance,
  popularSize: (s, t) => s.everShare * sizeOf(t),
  monthSize: (s, t) => s.monthShare * sizeOf(t),
  ownSize: (s, t) => s.isOwn * sizeOf(t),
  ownOwnBasket: (s, t) => s.isOwn * t.ownInBasket,
  newNewBasket: (s, t) => isNew(s) * (1 - t.ownInBasket),
  freshOwnBasket: (s, t) => Math.log1p(s.fresh) * t.ownInBasket,
  reminds: (s) => Math.log1p(s.reminds),
  remindsSize: (s, t) => Math.log1p(s.reminds) * sizeOf(t),
  remindsBeside: (s, t) => beside(s.reminds, t.most.reminds),
  saidPlace: (s) => s.saidPlace,
  cosinePlace: (s) => s.cosinePlace,
  also: (s) => clip(s.also, 3),
  alsoLoud: (s) => loud(s.also),
  alsoSize: (s, t) => loud(s.also) * sizeOf(t),
  alsoCosine: (s) => s.alsoCosine,
  alsoCosineLoud: (s) => loud(s.alsoCosine),
  alsoCosineNew: (s) => loud(s.alsoCosine) * isNew(s),
  alsoLikeliest: (s) => s.alsoLikeliest,
  sameVisit: (s) => Math.log1p(s.sameVisit),
};

const named = (
  about: Feature["about"],
  values: Readonly<Record<string, Feature["value"]>>,
): readonly Feature[] => Object.entries(values).map(([name, value]) => ({ name, about, value }));

export const features: readonly Feature[] = [
  ...named("anyone", anyone),
  ...named("customer", customer),
  ...named("basket", basket),
];

export const featuresOf = (task: Task): readonly Feature[] =>
  task === "with-basket" ? features : features.filter(({ about }) => about !== "basket");
