import type { AnyRefusal } from "../rpc/answer.ts";

const MOST_AT_ONCE = 500;

/** How much to ask for when a list is read again: it stays as long as it was shown. */
export const lengthAgain = (page: number, shown: readonly unknown[]): number =>
  Math.min(MOST_AT_ONCE, Math.max(page, shown.length));

type Next = string | undefined;

type Read<V> =
  | { readonly ok: true; readonly value: V }
  | { readonly ok: false; readonly refusal: AnyRefusal };

type PagedList<R, V> = {
  readonly shown: () => { readonly rows: readonly R[]; readonly next: Next };
  readonly read: (next: string) => Promise<Read<V>>;
  readonly rowsOf: (page: V) => readonly R[];
  readonly keyOf: (row: R) => string;
  readonly show: (rows: readonly R[], next: Next) => void;
  readonly refuse: (refusal: AnyRefusal) => void;
};

const beingReadOn = new WeakSet<readonly unknown[]>();

/**
 * Shows another page behind the rows that are shown, once for each time it is asked: nothing where none
 * comes behind them, where it is on its way already, and where another list is shown before it is there.
 */
export const readOn = async <R, V extends { readonly next?: Next }>(
  list: PagedList<R, V>,
): Promise<void> => {
  const { rows, next } = list.shown();
  if (next === undefined || beingReadOn.has(rows)) return;
  beingReadOn.add(rows);
  const answer = await list.read(next);
  beingReadOn.delete(rows);
  if (list.shown().rows !== rows) return;
  if (answer.ok)
    list.show(continued(rows, list.rowsOf(answer.value), list.keyOf), answer.value.next);
  else list.refuse(answer.refusal);
};

/** What moved behind the page's mark meanwhile is shown once. */
const continued = <R>(
  rows: readonly R[],
  page: readonly R[],
  keyOf: (row: R) => string,
): readonly R[] => {
  const shown = new Set(rows.map(keyOf));
  return [...rows, ...page.filter((row) => !shown.has(keyOf(row)))];
};
