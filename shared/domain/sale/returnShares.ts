import { assert } from "../../kernel/assert.ts";
import { err, ok, type Result } from "../../kernel/result.ts";
import { proportionTowardZero, subtractMinor, sumMinor } from "../../money/money.ts";

/**
 * What comes back when `quantityMilli` more of a sold line is returned, after `returnedMilli` of
 * it.
 *
 * Each figure is the whole's share up to here, rounded down, less the share up to before: so parts
 * never fall below zero, and whatever the steps, all of the line gives back exactly what was paid.
 * Refuses with `MoreThanSold` when less than that is left. Source: README.md in this folder.
 */
export const returnShares = (
  line: SoldLine,
  { returnedMilli, quantityMilli }: Returning,
): Result<ReturnShares, MoreThanSold> => {
  assert(quantityMilli > 0 && returnedMilli >= 0, `a return of ${quantityMilli} thousandths`);
  const leftMilli = subtractMinor(line.quantityMilli, returnedMilli);
  if (quantityMilli > leftMilli) return err({ kind: "MoreThanSold", leftMilli });

  const shareUpTo = (whole: number, part: number) =>
    proportionTowardZero(whole, { part, of: line.quantityMilli });
  const step = (whole: number) =>
    subtractMinor(
      shareUpTo(whole, sumMinor([returnedMilli, quantityMilli])),
      shareUpTo(whole, returnedMilli),
    );
  const [netMinor, taxMinor] = [step(line.netMinor), step(line.taxMinor)];
  return ok({
    quantityMilli,
    netMinor,
    taxMinor,
    // The sum of the two and not a third share: rounded apart it could miss them by a unit.
    totalMinor: sumMinor([netMinor, taxMinor]),
    pointsTakenBack: step(line.pointsEarned),
    pointsGivenBack: step(line.pointsSpent),
  });
};

/** A line as its sale stored it. */
export type SoldLine = {
  readonly quantityMilli: number;
  readonly totalMinor: number;
  readonly netMinor: number;
  readonly taxMinor: number;
  readonly pointsEarned: number;
  readonly pointsSpent: number;
};

export type Returning = {
  /** Of this line, in all returns before this one. */
  readonly returnedMilli: number;
  readonly quantityMilli: number;
};

export type ReturnShares = {
  readonly quantityMilli: number;
  readonly netMinor: number;
  readonly taxMinor: number;
  readonly totalMinor: number;
  readonly pointsTakenBack: number;
  readonly pointsGivenBack: number;
};

export type MoreThanSold = { readonly kind: "MoreThanSold"; readonly leftMilli: number };
