import { classes } from "../classes.ts";
import styles from "./Charts.module.css";
import { scaleOf } from "./scale.ts";

export type Range = { readonly low: number; readonly value: number; readonly high: number };

type RangeBarProps = Range & {
  /** What the bar says, whole, for who does not see it. */
  readonly label: string;
  readonly write: (figure: number) => string;
  readonly tone?: "tea" | "persimmon" | "rose" | "plain";
  /** Figures that the bar has to reach, so that bars under each other can be compared. */
  readonly reach?: readonly number[];
  readonly testId?: string;
};

/** A figure that is not known exactly: from where to where it may lie, and where most likely. */
export function RangeBar(props: RangeBarProps) {
  const { low, value, high, write, tone = "tea", reach = [] } = props;
  const { at } = scaleOf([low, high, 0, ...reach], 100);
  const isAcross = low < 0;
  return (
    <div className={classes(styles.range, styles[tone])} data-testid={props.testId}>
      <div className={styles.rangeTrack} role="img" aria-label={props.label}>
        {isAcross && <i className={styles.rangeZero} style={{ left: `${at(0)}%` }} />}
        <i
          className={styles.rangeSpan}
          style={{ left: `${at(low)}%`, width: `${at(high) - at(low)}%` }}
        />
        <i className={styles.rangeMark} style={{ left: `${at(value)}%` }} />
      </div>
      <div className={styles.rangeEnds} aria-hidden="true">
        {endsOf({ low: at(low), high: at(high) }, [write(low), write(high)]).map((end) => (
          <span key={end.text} style={{ left: `${end.place}%` }} className={end.className}>
            {end.text}
          </span>
        ))}
      </div>
    </div>
  );
}

/** Places in percent. Less than this apart, both figures stand in one line under the span. */
const ROOM_FOR_BOTH = 34;

const endsOf = (
  { low, high }: { readonly low: number; readonly high: number },
  [lowest, highest]: readonly [string, string],
) => {
  if (high - low > ROOM_FOR_BOTH) {
    return [
      { text: lowest, place: low, className: endClass(low) },
      { text: highest, place: high, className: endClass(high) },
    ];
  }
  const middle = (low + high) / 2;
  const text = lowest === highest ? lowest : `${lowest} – ${highest}`;
  if (middle < 30) return [{ text, place: low, className: styles.atStart }];
  if (middle > 70) return [{ text, place: high, className: styles.atEnd }];
  return [{ text, place: middle, className: styles.inMiddle }];
};

/** At the edges the figure stands within the bar's width; elsewhere in the middle under its end. */
const endClass = (percent: number): string | undefined => {
  if (percent < 12) return styles.atStart;
  return percent > 88 ? styles.atEnd : styles.inMiddle;
};
