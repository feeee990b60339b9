import type { Season } from "../habits/seasons.ts";

/** `[sku, name, shelf price with tax in đồng, how often it is taken within its kind, 1 to 10]`. */
export type ShelfRow = readonly [sku: string, name: string, priceMinor: number, popularity: number];

/** Products that serve the same need, so that one may stand for another in a habit. */
export type ShelfGroup = {
  readonly category: string;
  readonly rows: readonly ShelfRow[];
  /** Share of the price before cost. */
  readonly marginBps?: number;
  readonly taxRateBps?: number;
  /** Priced by the kilogram. */
  readonly isWeighed?: true;
  readonly isSensitive?: true;
  readonly season?: Season;
};

export type Shelf = Readonly<Record<string, ShelfGroup>>;

/** Rates as the shop's shelf would have them in 2026: unprocessed food, most goods, alcohol. */
export const freshRateBps = 500;
export const usualRateBps = 800;
export const alcoholRateBps = 1_000;
