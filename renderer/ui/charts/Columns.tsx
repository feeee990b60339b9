import styles from "./Charts.module.css";
import { ChartTable } from "./ChartTable.tsx";

export type ColumnPoint = {
  readonly key: string;
  readonly label: string;
  readonly value: number;
  readonly part: number;
};

type ColumnsProps = {
  readonly label: string;
  readonly points: readonly ColumnPoint[];
  readonly write: (figure: number) => string;
  readonly heads: Readonly<Record<"point" | "value" | "part", string>>;
  readonly testId?: string;
};

/** A figure over time, and how much of it was of one kind: standing bars, the part in full colour. */
export function Columns({ label, points, write, heads, testId }: ColumnsProps) {
  const most = Math.max(1, ...points.map(({ value }) => value));
  const height = (value: number) => ({ height: `${(value / most) * 100}%` });
  return (
    <div className={styles.columns} data-testid={testId}>
      <div className={styles.columnPlot} role="img" aria-label={label}>
        <span className={styles.columnMost}>{write(most)}</span>
        {points.map(({ key, value, part }) => (
          <span key={key} className={styles.column}>
            <i className={styles.faded} style={height(value)} />
            <i style={height(part)} />
          </span>
        ))}
      </div>
      <div className={styles.columnDays} aria-hidden="true">
        <span>{points[0]?.label}</span>
        {points.length > 1 && <span>{points.at(-1)?.label}</span>}
      </div>
      <ChartTable
        label={label}
        heads={[heads.point, heads.value, heads.part]}
        rows={points.map(({ key, label: name, value, part }) => ({
          key,
          cells: [name, write(value), write(part)],
        }))}
      />
    </div>
  );
}
