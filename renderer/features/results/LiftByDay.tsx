import type { Lift } from "../../stores/campaigns/results.ts";
import { BandChart } from "../../ui/charts/BandChart.tsx";
import { useFormat, useWords } from "../../words/WordsContext.tsx";
import styles from "./Results.module.css";

/** How the difference grew, day by day, with the band in which it may lie. */
export function LiftByDay({ lift }: { readonly lift: Lift }) {
  const { results: words } = useWords();
  const { compact, money, dayOfChart } = useFormat();
  const last = lift.days.at(-1);
  if (!last || lift.days.length < 2 || last.low === last.high) return null;
  return (
    <section className={styles.part}>
      <h2>{words.chart[lift.basis]}</h2>
      <BandChart
        label={words.chartSays[lift.basis](
          money(last.liftMinor),
          money(last.low),
          money(last.high),
        )}
        points={lift.days.map(({ day, liftMinor, low, high }) => ({
          ...{ key: day, label: dayOfChart(day), low, high },
          value: liftMinor,
        }))}
        write={compact}
        zero={words.zero}
        heads={words.heads}
        testId="lift-by-day"
      />
    </section>
  );
}
