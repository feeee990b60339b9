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
  await showFresh(list, rows, next);
  beingReadOn.delete(rows);
};

/**
 * A row that moved behind the page's mark meanwhile is shown once; where a whole page was shown before,
 * since the engine has put all of them in another order, the page behind it is read.
 */
const showFresh = async <R, V extends { readonly next?: Next }>(
  list: PagedList<R, V>,
  rows: readonly R[],
  from: string,
): Promise<void> => {
  const answer = await list.read(from);
  if (list.shown().rows !== rows) return;
  if (!answer.ok) {
    list.refuse(answer.refusal);
    return;
  }
  const shown = new Set(rows.map(list.keyOf));
  const fresh = list.rowsOf(answer.value).filter((row) => !shown.has(list.keyOf(row)));
  const { next } = answer.value;
  if (fresh.length === 0 && next !== undefined) await showFresh(list, rows, next);
  else list.show([...rows, ...fresh], next);
};
