import type { Rehearsal } from "../../../stores/campaigns/builder.ts";
import { RangeBar } from "../../../ui/charts/RangeBar.tsx";
import { useFormat, useWords } from "../../../words/WordsContext.tsx";
import styles from "./Rehearsal.module.css";

type Spread = Rehearsal["redemptions"];

/** What is expected, each as the range in which it may lie: to be looked at rather than read. */
export function RehearsalRanges({ rehearsal }: { readonly rehearsal: Rehearsal }) {
  const { rehearsal: words } = useWords();
  const { number, compact, money, rate } = useFormat();
  const { redemptions, costMinor, gainMinor, learnedFrom } = rehearsal;
  const whole = (figure: number) => number(Math.round(figure));
  const [campaigns, used] = [number(learnedFrom.campaigns), number(learnedFrom.redemptions)];
  return (
    <section className={styles.part}>
      <div className={styles.ranges}>
        <Expected name={words.redemptions} spread={redemptions} write={whole} large={whole} />
        <Expected name={words.cost} spread={costMinor} write={compact} large={money} isCost />
        <Expected name={words.gain} spread={gainMinor} write={compact} large={money} />
      </div>
      <p className={styles.learned}>{words.learned[learnedFrom.kind](campaigns, used)}</p>
      {learnedFrom.assumedMarginBps !== undefined && (
        <p className={styles.learned}>{words.assumedMargin(rate(learnedFrom.assumedMarginBps))}</p>
      )}
    </section>
  );
}

type ExpectedProps = {
  readonly name: string;
  readonly spread: Spread;
  readonly write: (figure: number) => string;
  readonly large: (figure: number) => string;
  readonly isCost?: boolean;
};

function Expected({ name, spread, write, large, isCost = false }: ExpectedProps) {
  const { rehearsal: words } = useWords();
  const { low, value, high } = spread;
  const tone = isCost ? "persimmon" : toneOf(spread);
  return (
    <div className={styles.expected}>
      <span>{name}</span>
      <RangeBar
        {...{ low, value, high, write, tone }}
        label={`${words.range(name, large(low), large(high))}, ${words.likely(large(value))}`}
      />
      <b>{write(value)}</b>
    </div>
  );
}

/** Green only where even the worst is no loss. */
const toneOf = ({ low, high }: Spread) => {
  if (low >= 0) return "tea" as const;
  return high <= 0 ? ("rose" as const) : ("plain" as const);
};
