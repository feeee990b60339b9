/** As near to certain as a chance may be, so that nobody buys without end. */
const MOST_CERTAIN = 0.9999;

/**
 * How many of `most` coupons are used by somebody who uses any, on average: one a purchase. Purchases
 * come by chance (Poisson), as often as `buyProbability`, the chance of at least one, says.
 */
export const usesEach = (buyProbability: number, most: number): number => {
  const atLeastOne = Math.min(Math.max(buyProbability, 0), MOST_CERTAIN);
  if (atLeastOne === 0) return 1;
  const rate = -Math.log1p(-atLeastOne);
  let chance = 1 - atLeastOne;
  let atLeast = atLeastOne;
  let uses = 0;
  for (let count = 1; count <= most; count += 1) {
    uses += atLeast;
    chance *= rate / count;
    atLeast -= chance;
  }
  return uses / atLeastOne;
};
