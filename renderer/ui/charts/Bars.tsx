import { classes } from "../classes.ts";
import styles from "./Charts.module.css";

export type Bar = {
  readonly key: string;
  readonly label: string;
  readonly value: number;
  /** As it is written beside the bar. */
  readonly figure: string;
  /** How much of `value` is meant more strongly: those used of those printed. */
  readonly part?: number;
  /** What else is to be said of it, under the bar. */
  readonly note?: string;
  readonly tone?: "tea" | "persimmon" | "rose" | "gold" | "plain";
};

type BarsProps = {
  readonly label: string;
  readonly bars: readonly Bar[];
  readonly testId?: string;
};

/** A few figures to be compared: lying bars, each with its words and its figure in plain sight. */
export function Bars({ label, bars, testId }: BarsProps) {
  const most = Math.max(1, ...bars.map(({ value }) => value));
  const share = (value: number) => ({ width: `${(Math.max(0, value) / most) * 100}%` });
  return (
    <ul className={styles.bars} aria-label={label} data-testid={testId}>
      {bars.map(({ key, label: name, value, figure, part, note, tone = "tea" }) => (
        <li key={key} className={styles[tone]}>
          <span className={styles.barName}>{name}</span>
          <span className={styles.barTrack} aria-hidden="true">
            {value > 0 && (
              <i className={classes(part !== undefined && styles.faded)} style={share(value)} />
            )}
            {part !== undefined && part > 0 && <i style={share(part)} />}
          </span>
          <span className={styles.barFigure}>{figure}</span>
          {note !== undefined && <small className={styles.barNote}>{note}</small>}
        </li>
      ))}
    </ul>
  );
}
