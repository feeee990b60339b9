import type { CountRange } from "../../../shared/domain/segment/segment.ts";

export type Value = string | number;

/** A piece of a condition with the values of its marks. */
export type Sql = {
  readonly text: string;
  readonly values: readonly Value[];
  /** What must stand in memory before it is asked. */
  readonly sets?: readonly NumberSet[] | undefined;
};

export type NumberSet = {
  readonly name: string;
  readonly text: string;
  readonly values: readonly Value[];
};

/** Of an order: it counts like a sale, its money being in and not all of it gone back. */
export const IS_BOUGHT = "state IN ('paid', 'fulfilled', 'partially-refunded')";

export const plain = (text: string): Sql => ({ text, values: [] });
export const not = (sql: Sql): Sql => ({ ...sql, text: `NOT (${sql.text})` });

export const join = (parts: readonly Sql[], word: " AND " | " OR "): Sql => ({
  text: parts.map(({ text }) => `(${text})`).join(word),
  values: parts.flatMap(({ values }) => values),
  sets: parts.flatMap(({ sets }) => sets ?? []),
});

/** `expression` is worked out once, however dear it is. */
export const rangeSql = (expression: string, { min, max }: CountRange): Sql => {
  if (min !== undefined && max !== undefined) {
    return { text: `${expression} BETWEEN ? AND ?`, values: [min, max] };
  }
  if (min !== undefined) return { text: `${expression} >= ?`, values: [min] };
  return max === undefined ? plain("TRUE") : { text: `${expression} <= ?`, values: [max] };
};
