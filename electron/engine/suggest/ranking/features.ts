import { loud, type Setting, type Signals } from "./signals.ts";

/** One number that the ranking weighs. */
export type Feature = {
  readonly name: string;
  /** "basket" features are silent without a basket, "alone" ones told nothing beside one: each is left out there. */
  readonly about: "anyone" | "customer" | "alone" | "basket";
  readonly value: (seen: Signals, setting: Setting) => number;
};

export type Task = "with-basket" | "history-only";

const clip = (value: number, limit: number): number => Math.max(-limit, Math.min(limit, value));

const trend = ({ monthShare, everShare }: Signals): number => monthShare - everShare;
const isNew = ({ isOwn }: Signals): number => 1 - isOwn;
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
  times: (s) => s.timesLog,
  timesShare: (s, t) => s.times / Math.max(t.historyCount, 1),
  quarterly: (s) => Math.log1p(3 * s.quarterly),
  monthly: (s) => Math.min(s.monthly, 4),
  fresh: (s) => s.freshLog,
  freshBeside: (s, t) => s.freshLoud - t.most.fresh,
  daysSince: (s) => s.daysSinceLog,
  lateness: (s) => lateness(s),
  offBeat: (s) => lateness(s) ** 2,
  once: (s) => (s.times === 1 ? 1 : 0),
  inLast: (s) => s.isInLast,
  ownVisits: (s, t) => s.isOwn * t.visitsLog,
  freshVisits: (s, t) => s.freshLog * t.visitsLog,
  ownUsualSize: (s, t) => s.isOwn * t.usualSize,
  popularUsualSize: (s, t) => s.monthShare * t.usualSize,
  ownRepeat: (s) => s.isOwn * s.repeatShare,
  ownMonth: (s) => s.isOwn * s.monthShare,
  ownQuarter: (s) => s.isOwn * s.quarterShare,
  ownTrend: (s) => s.isOwn * trend(s),
  ownSilence: (s) => s.isOwn * s.silence,
  ownAge: (s) => s.isOwn * s.age,
  kindred: (s) => clip(s.kindred, 3),
  kindredBeside: (s, t) => s.kindredLoud - t.most.kindred,
  kindredNew: (s) => isNew(s) * clip(s.kindred, 3),
  kindredCosine: (s) => s.kindredCosine,
  kindredCosineOwn: (s) => s.kindredCosine * s.isOwn,
  kindredCosineNew: (s) => loud(s.kindredCosine) * isNew(s),
  kindredOwn: (s) => clip(s.kindred, 3) * s.isOwn,
  freshPlace: (s) => s.freshPlace,
  freshRepeat: (s) => s.freshLog * s.repeatShare,
  timesRepeat: (s) => s.timesLog * s.repeatShare,
  sinceRepeat: (s) => s.daysSinceLog * s.repeatShare,
  sinceVisits: (s, t) => s.daysSinceLog * t.visitsLog,
  ownSeason: (s) => s.isOwn * s.seasonShare,
  categoryNew: (s) => s.categoryLiking * isNew(s),
};

const alone: Readonly<Record<string, Feature["value"]>> = {
  spent: (s) => clip(s.spent, 4),
  hour: (s) => s.hourShare,
  priceNew: (s) => -Math.min(s.ownPriceDistance, 3) * isNew(s),
};

const basket: Readonly<Record<string, Feature["value"]>> = {
  said: (s) => clip(s.said, 3),
  saidLoud: (s) => s.saidLoud,
  saidBeside: (s, t) => s.saidLoud - t.most.said,
  saidSize: (s, t) => s.saidLoud * t.sizeLog,
  saidPlainSize: (s, t) => clip(s.said, 3) * t.sizeLog,
  saidOwn: (s) => s.saidLoud * s.isOwn,
  saidOwnBasket: (s, t) => s.saidLoud * s.isOwn * t.ownInBasket,
  loudest: (s) => s.loudest,
  likeliest: (s) => s.likeliest,
  likeliestLoud: (s) => s.likeliestLoud,
  likeliestSize: (s, t) => s.likeliestLoud * t.sizeLog,
  likeliestOwn: (s) => s.likeliestLoud * s.isOwn,
  likeliestBeside: (s, t) => s.likeliestLoud - t.most.likeliest,
  share: (s) => s.share,
  cosine: (s) => s.cosine,
  cosineLoud: (s) => s.cosineLoud,
  cosineSize: (s, t) => s.cosineLoud * t.sizeLog,
  cosineOwn: (s) => s.cosineLoud * s.isOwn,
  cosineBeside: (s, t) => s.cosineLoud - t.most.cosine,
  closest: (s) => s.closest,
  name: (s) => s.nameClosest,
  nameMean: (s) => s.nameLikeness,
  nameNew: (s) => s.nameClosest * isNew(s),
  nameSize: (s, t) => s.nameClosest * t.sizeLog,
  nameBeside: (s, t) => s.nameLoud - t.most.name,
  price: (s) => -Math.min(s.priceDistance, 3),
  course: (s) => s.course,
  ageApart: (s) => -s.ageDistance,
  popularSize: (s, t) => s.everShare * t.sizeLog,
  monthSize: (s, t) => s.monthShare * t.sizeLog,
  ownSize: (s, t) => s.isOwn * t.sizeLog,
  ownOwnBasket: (s, t) => s.isOwn * t.ownInBasket,
  newNewBasket: (s, t) => isNew(s) * (1 - t.ownInBasket),
  freshOwnBasket: (s, t) => s.freshLog * t.ownInBasket,
  reminds: (s) => s.remindsLog,
  remindsSize: (s, t) => s.remindsLog * t.sizeLog,
  remindsBeside: (s, t) => s.remindsLoud - t.most.reminds,
  saidPlace: (s) => s.saidPlace,
  cosinePlace: (s) => s.cosinePlace,
  also: (s) => clip(s.also, 3),
  alsoLoud: (s) => s.alsoLoud,
  alsoSize: (s, t) => s.alsoLoud * t.sizeLog,
  alsoCosine: (s) => s.alsoCosine,
  alsoCosineLoud: (s) => s.alsoCosineLoud,
  alsoCosineNew: (s) => s.alsoCosineLoud * isNew(s),
  alsoLikeliest: (s) => s.alsoLikeliest,
  sameVisit: (s) => Math.log1p(s.sameVisit),
  categoryBesideNew: (s) => s.categoryBeside * isNew(s),
};

const named = (
  about: Feature["about"],
  values: Readonly<Record<string, Feature["value"]>>,
): readonly Feature[] => Object.entries(values).map(([name, value]) => ({ name, about, value }));

const features: readonly Feature[] = [
  ...named("anyone", anyone),
  ...named("customer", customer),
  ...named("alone", alone),
  ...named("basket", basket),
];

export const featuresOf = (task: Task): readonly Feature[] =>
  features.filter(({ about }) => about !== (task === "with-basket" ? "alone" : "basket"));
