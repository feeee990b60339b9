/** One moment at the till: who (by their past baskets), what lies in the basket, when. */
export type Situation = {
  readonly nowDay: number;
  readonly history: History;
  /** Items in the basket, each once. */
  readonly basket: Int32Array;
};

/** A customer's past baskets, oldest first; basket `b` holds `items[start[b]]` and on. */
export type History = {
  readonly count: number;
  readonly atDay: Float64Array;
  readonly start: Int32Array;
  readonly items: Int32Array;
  /** What was paid for each of `items`, in minor units: to be weighed against each other, not booked. */
  readonly paid: Float32Array;
};

/** More baskets than these say nothing more about today. */
export const HISTORY_BASKETS = 60;

export const noHistory: History = {
  count: 0,
  atDay: new Float64Array(0),
  start: new Int32Array(1),
  items: new Int32Array(0),
  paid: new Float32Array(0),
};
