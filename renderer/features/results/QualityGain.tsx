import type { Quality } from "../../stores/campaigns/quality.ts";
import { type Range, RangeBar } from "../../ui/charts/RangeBar.tsx";
import { unbroken } from "../../ui/unbroken.ts";
import { useFormat, useWords } from "../../words/WordsContext.tsx";
import styles from "./Results.module.css";

/** Whether more is sold, against the sales that were shown nothing on purpose. */
export function QualityGain({ quality }: { readonly quality: Quality }) {
  const { quality: words } = useWords();
  const { number, dayTextWhole } = useFormat();
  const { valueMinor, low, high, headline, text, before, controlLookups } = quality.gain;
  const [fromDay, toDay] = [dayTextWhole(quality.gain.fromDay), dayTextWhole(quality.gain.toDay)];
  const isTold = valueMinor !== undefined && low !== undefined && high !== undefined;
  return (
    <section className={styles.gain} data-testid="quality-gain">
      <div>
        <h2>{words.gain}</h2>
        <p className={styles.answer}>{headline}</p>
        <p className={styles.note}>{unbroken(text)}</p>
        <small>
          {words.wholeYear(fromDay, toDay)} {words.control(number(controlLookups))}{" "}
          {words.ofTurnover}
        </small>
        {before && (
          <p className={styles.note} data-testid="quality-before">
            {words.yearBefore(before.fromDay.slice(0, 4))} {before.headline}.{" "}
            {unbroken(before.text)}
          </p>
        )}
      </div>
      {isTold && <GainRange {...{ low, high, value: valueMinor }} />}
    </section>
  );
}

function GainRange({ low, value, high }: Range) {
  const { quality: words } = useWords();
  const { money } = useFormat();
  const certainTone = low > 0 ? "tea" : "plain";
  return (
    <div>
      <b>{money(value)}</b>
      <RangeBar
        {...{ low, value, high, write: money, tone: high < 0 ? "rose" : certainTone }}
        label={words.gainSays(money(value), money(low), money(high))}
      />
    </div>
  );
}
