import { sumMinor } from "../../money/money.ts";
import type { Expectation } from "./expectedGain.ts";

export type Scored = Expectation & { readonly customerId: string };

export type Bounds = {
  /** At most so much expected discount in all. Absent: no bound. */
  readonly budgetMinor?: number | undefined;
  readonly maxCustomers?: number | undefined;
};

export type Chosen<S> = {
  readonly chosen: readonly S[];
  readonly expectedCostMinor: number;
  readonly expectedGainMinor: number;
};

/**
 * Those who bring most for each unit of expected discount, as far as the budget goes; nobody from
 * whom nothing is to be gained. Who does not fit any more is passed over for who does. Equal ones
 * stand in the order of their ids, so that asking twice answers the same.
 */
export const chooseWithinBudget = <S extends Scored>(
  scored: readonly S[],
  { budgetMinor, maxCustomers }: Bounds,
): Chosen<S> => {
  const ranked = scored.filter(({ expectedGainMinor }) => expectedGainMinor > 0).sort(byWorth);
  const chosen: S[] = [];
  let costMinor = 0;
  for (const one of ranked) {
    if (maxCustomers !== undefined && chosen.length >= maxCustomers) break;
    const withOne = sumMinor([costMinor, one.expectedCostMinor]);
    if (budgetMinor !== undefined && withOne > budgetMinor) continue;
    costMinor = withOne;
    chosen.push(one);
  }
  const expectedGainMinor = sumMinor(chosen.map((one) => one.expectedGainMinor));
  return { chosen, expectedCostMinor: costMinor, expectedGainMinor };
};

const byWorth = (left: Scored, right: Scored): number =>
  worth(right) - worth(left) ||
  right.expectedGainMinor - left.expectedGainMinor ||
  (left.customerId < right.customerId ? -1 : 1);

const worth = ({ expectedGainMinor, expectedCostMinor }: Scored): number =>
  expectedGainMinor / Math.max(expectedCostMinor, 1);
