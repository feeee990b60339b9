/** What is seen of one candidate in one situation; features are made of it. Zero until it is read. */
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
  /** Logarithm of what was paid for it in all, against what the customer usually pays for one thing. */
  spent: number;
  /** How much more of its category the customer buys, and lies in the basket, than all people do. */
  categoryLiking: number;
  categoryBeside: number;
  /** How much more it sells at this time of the day than at others. */
  hourShare: number;
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
  /** From what the customer's things cost; 0 where nothing is known of them. */
  ownPriceDistance: number;
  course: number;
  ageDistance: number;
  /** How loud what several features hear is: its logarithm, see `loud`. */
  saidLoud: number;
  cosineLoud: number;
  likeliestLoud: number;
  kindredLoud: number;
  alsoLoud: number;
  alsoCosineLoud: number;
  freshLoud: number;
  remindsLoud: number;
  nameLoud: number;
  /** Logarithms of counts and of days, each with one more. */
  timesLog: number;
  freshLog: number;
  remindsLog: number;
  daysSinceLog: number;
};

/** Added before a logarithm, so that nothing heard is quiet and not minus infinity. */
const HUSH = 0.003;
export const SILENCE = Math.log(HUSH);
export const loud = (value: number): number => (value > 0 ? Math.log(value + HUSH) : SILENCE);

/** What is the same for all candidates of a situation. */
export type Setting = {
  readonly historyCount: number;
  /** Logarithms of how many visits are known and of how many things are in the basket, and one more. */
  readonly visitsLog: number;
  readonly sizeLog: number;
  /** Share of the basket that the customer has bought before. */
  readonly ownInBasket: number;
  readonly usualSize: number;
  /** How loud the loudest candidate is in each. */
  readonly most: {
    readonly said: number;
    readonly cosine: number;
    readonly likeliest: number;
    readonly kindred: number;
    readonly fresh: number;
    readonly reminds: number;
    readonly name: number;
  };
};

/** Each signal by name: all of one shape, which the loops over them rest on. */
export const noSignals = (): Signals => ({
  isOwn: 0,
  times: 0,
  fresh: 0,
  quarterly: 0,
  monthly: 0,
  daysSince: 0,
  rhythm: 0,
  isInLast: 0,
  spent: 0,
  categoryLiking: 0,
  categoryBeside: 0,
  hourShare: 0,
  reminds: 0,
  sameVisit: 0,
  said: 0,
  loudest: 0,
  cosine: 0,
  closest: 0,
  share: 0,
  likeliest: 0,
  kindred: 0,
  kindredCosine: 0,
  also: 0,
  alsoCosine: 0,
  alsoLikeliest: 0,
  saidPlace: 0,
  cosinePlace: 0,
  freshPlace: 0,
  everShare: 0,
  monthShare: 0,
  quarterShare: 0,
  seasonShare: 0,
  silence: 0,
  age: 0,
  repeatShare: 0,
  nameClosest: 0,
  nameLikeness: 0,
  priceDistance: 0,
  ownPriceDistance: 0,
  course: 0,
  ageDistance: 0,
  saidLoud: 0,
  cosineLoud: 0,
  likeliestLoud: 0,
  kindredLoud: 0,
  alsoLoud: 0,
  alsoCosineLoud: 0,
  freshLoud: 0,
  remindsLoud: 0,
  nameLoud: 0,
  timesLog: 0,
  freshLog: 0,
  remindsLog: 0,
  daysSinceLog: 0,
});

/** To be called once all that they are of is written. */
export const takeLogarithms = (signals: Signals): void => {
  signals.saidLoud = loud(signals.said);
  signals.cosineLoud = loud(signals.cosine);
  signals.likeliestLoud = loud(signals.likeliest);
  signals.kindredLoud = loud(signals.kindred);
  signals.alsoLoud = loud(signals.also);
  signals.alsoCosineLoud = loud(signals.alsoCosine);
  signals.freshLoud = loud(signals.fresh);
  signals.remindsLoud = loud(signals.reminds);
  signals.nameLoud = loud(signals.nameClosest);
  signals.timesLog = Math.log1p(signals.times);
  signals.freshLog = Math.log1p(signals.fresh);
  signals.remindsLog = Math.log1p(signals.reminds);
  signals.daysSinceLog = Math.log1p(signals.daysSince);
};
