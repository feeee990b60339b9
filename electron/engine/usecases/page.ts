export type Page<R> = {
  readonly rows: readonly R[];
  /** The last row, where there are more behind it. */
  readonly goesOnBehind: R | undefined;
};

/** At most `limit` rows of a list: one more is read than is answered, to know whether it goes on. */
export const pageOf = <R>(limit: number, read: (most: number) => readonly R[]): Page<R> => {
  const found = read(limit + 1);
  const rows = found.slice(0, limit);
  return { rows, goesOnBehind: found.length > limit ? rows.at(-1) : undefined };
};
