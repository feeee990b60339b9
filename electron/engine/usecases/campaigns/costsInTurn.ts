type Costly = { readonly customerId: string; readonly expectedCostMinor: number };

export type CostsInTurn = {
  /** The first of them first. */
  readonly customerIds: readonly string[];
  /** Who agreed to be weighed. */
  readonly weighable: readonly string[];
  /** Until somebody was weighed. */
  readonly unweighedMinor: number;
  readonly weigh: (customerIds: readonly string[]) => readonly Costly[];
};

/** So few at a time that they are alike, and that a small budget weighs few people. */
const PEOPLE_A_STEP = 50;
/** Each takes a tenth of a millisecond or two; whoever stands behind them counts as the last of them. */
const MOST_WEIGHED = 50_000;

/**
 * What each person's coupons should cost, worked out as a draw comes to them in their order. Who stands
 * first comes oftenest and costs most, so a budget that does not reach all cannot be held by what people
 * cost on average. Who did not agree to be weighed counts as those do who stand about them.
 */
export const costsInTurn = ({ customerIds, weighable, unweighedMinor, weigh }: CostsInTurn) => {
  const mayWeigh = new Set(weighable);
  const costMinorById = new Map<string, number>();
  let taken = 0;
  let usualMinor = unweighedMinor;

  const takeStep = (): void => {
    const step = customerIds.slice(taken, taken + PEOPLE_A_STEP);
    const weighed =
      taken < MOST_WEIGHED ? weigh(step.filter((customerId) => mayWeigh.has(customerId))) : [];
    taken += step.length;
    if (weighed.length > 0) {
      const costMinor = weighed.reduce((sum, one) => sum + one.expectedCostMinor, 0);
      usualMinor = costMinor / weighed.length;
    }
    for (const customerId of step) costMinorById.set(customerId, usualMinor);
    for (const one of weighed) costMinorById.set(one.customerId, one.expectedCostMinor);
  };

  return {
    get: (customerId: string): number | undefined => {
      while (!costMinorById.has(customerId) && taken < customerIds.length) takeStep();
      return costMinorById.get(customerId);
    },
  };
};
