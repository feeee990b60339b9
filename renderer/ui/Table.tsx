import type { ReactNode } from "react";
import { classes } from "./classes.ts";
import styles from "./Table.module.css";

export type Column<R> = {
  readonly key: string;
  readonly title: string;
  readonly cell: (row: R) => ReactNode;
  readonly isFigure?: boolean;
  readonly width?: string;
};

type TableProps<R> = {
  readonly label: string;
  readonly columns: readonly Column<R>[];
  readonly rows: readonly R[];
  readonly rowKey: (row: R) => string;
  readonly testId?: string;
};

/** Rows under a head that stays. Figures stand under each other at the right. */
export function Table<R>({ label, columns, rows, rowKey, testId }: TableProps<R>) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keys
    <section className={styles.scroller} aria-label={label} tabIndex={0}>
      <table className={styles.table} data-testid={testId}>
        <thead>
          <tr>
            {columns.map(({ key, title, isFigure, width }) => (
              <th
                key={key}
                scope="col"
                className={classes(isFigure && styles.figure)}
                style={width === undefined ? undefined : { width }}
              >
                {title}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={rowKey(row)}>
              {columns.map(({ key, cell, isFigure }) => (
                <td key={key} className={classes(isFigure && styles.figure)}>
                  {cell(row)}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
