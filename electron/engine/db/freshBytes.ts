import { randomBytes } from "node:crypto";

const STOCK_BYTES = 8_192;

let stock = Buffer.alloc(0);
let taken = 0;

/** Unguessable bytes, each given out once. From a stock: the system takes 8 µs however few it is asked for. */
export const freshBytes = (count: number): Buffer => {
  if (taken + count > stock.length) {
    stock = randomBytes(Math.max(STOCK_BYTES, count));
    taken = 0;
  }
  taken += count;
  return stock.subarray(taken - count, taken);
};
