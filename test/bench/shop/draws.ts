import type { Random } from "../../../electron/engine/demo/random.ts";

/** Some come every third day, many once: the number of a person, by a power law. */
export const drawCustomer = (random: Random, count: number): number => {
  const rank = Math.floor(count * random.next() ** 1.6);
  // Spread over the numbers, so that who came early is not who comes often.
  return (rank * 7_919 + 13) % count;
};

/** One to twelve things, five on average: half of them what this person always takes. */
export const drawBasket = (
  random: Random,
  person: number | undefined,
  productCount: number,
): readonly { readonly product: number; readonly quantity: number }[] => {
  const quantityByProduct = new Map<number, number>();
  const size = Math.min(12, 1 + Math.floor(-4 * Math.log(1 - random.next())));
  while (quantityByProduct.size < size) {
    const isUsual = person !== undefined && random.chance(0.5);
    const place = isUsual ? usualPlace(person, random.below(8)) : random.next();
    const product = Math.floor(productCount * place ** 3);
    quantityByProduct.set(product, random.chance(0.8) ? 1 : random.between(2, 6));
  }
  return [...quantityByProduct].map(([product, quantity]) => ({ product, quantity }));
};

/** The same eight places for the same person, each between 0 and 1. */
const usualPlace = (person: number, which: number): number =>
  (Math.imul(person * 8 + which + 1, 0x9e37_79b1) >>> 0) / 4_294_967_296;
