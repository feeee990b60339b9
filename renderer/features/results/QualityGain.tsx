import type { Quality } from "../../stores/campaigns/quality.ts";
import { type Range, RangeBar } from "../../ui/charts/RangeBar.tsx";
import { unbroken } from "../../ui/unbroken.ts";
import { useFormat, useWords } from "../../words/WordsContext.tsx";
import styles from "./Results.module.css";

/** Whether more is sold, against the sales that were shown nothing on purpose. */
export function QualityGain({ quality }: { readonly quality: Quality }) {
  const { quality: words } = useWords();
  const { number } = useFormat();
  const { valueMinor, low, high, headline, text, before, controlLookups, toDay } = quality.gain;
  const isTold = valueMinor !== undefined && low !== undefined && high !== undefined;
  return (
    <section className={styles.gain} data-testid="quality-gain">
      <div>
        <h2>{words.gain}</h2>
        <p className={styles.answer}>{headline}</p>
        <p className={styles.note}>{unbroken(text)}</p>
        <small>
          {words.wholeYear(yearOf(toDay))} {words.control(number(controlLookups))}{" "}
          {words.ofTurnover}
        </small>
        {before && <YearBefore before={before} />}
      </div>
      {isTold && <GainRange {...{ low, high, value: valueMinor }} />}
    </section>
  );
}

const yearOf = (day: string): string => day.slice(0, 4);

type Before = NonNullable<Quality["gain"]["before"]>;

/** Its last word, with how much where that was told. */
function YearBefore({ before: { toDay, verdict, headline, text } }: { readonly before: Before }) {
  const { quality: words } = useWords();
  const isTold = verdict === "helped" || verdict === "cost";
  return (
    <p className={styles.note} data-testid="quality-before">
      {words.yearBefore(yearOf(toDay), headline)} {isTold && unbroken(text)}
    </p>
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
