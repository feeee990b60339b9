import type { ReadDb } from "../../db/connection.ts";

/** A JavaScript number holds so many bits exactly; a shop with more shelves looks the rest up in sets. */
const MOST_BITS = 52;

/** The bit of a shelf by its place, in SQL; null where it has none. */
export const BIT_OF_SHELF = `iif(place <= ${MOST_BITS}, 1 << (place - 1), NULL)`;

export type ShelfBits = ReadonlyMap<string, number>;

/** The bit that each shelf has in `people`, of those that have one. */
export const shelfBits = (db: ReadDb): ShelfBits =>
  new Map(
    db
      .prepare<[], { category: string; bit: number }>(
        `SELECT category, ${BIT_OF_SHELF} AS bit FROM shelves WHERE place <= ${MOST_BITS}`,
      )
      .all()
      .map(({ category, bit }) => [category, bit]),
  );
