import type { Lift } from "../../stores/campaigns/results.ts";
import { GrowthChart, type GrowthLine } from "../../ui/charts/GrowthChart.tsx";
import { useFormat, useWords } from "../../words/WordsContext.tsx";
import styles from "./Results.module.css";

/** How many coupons had been used by the end of each day; of each offer, where two are tried. */
export function RedeemedByDay({ lift: { days } }: { readonly lift: Lift }) {
  const { results: words } = useWords();
  const { number, dayOfChart } = useFormat();
  const last = days.at(-1);
  if (!last || days.length < 2 || last.redeemed === 0) return null;
  const { redeemedByArm: byArm } = last;
  const line = (key: string, mark: string, figures: readonly number[]): GrowthLine => ({
    ...{ key, mark, figures },
    title: mark === "" ? words.figures.redeemed(number(last.redeemed)) : words.arm(mark),
  });
  const lines = byArm
    ? [
        line(
          "a",
          "A",
          days.map(({ redeemedByArm }) => redeemedByArm?.a ?? 0),
        ),
        line(
          "b",
          "B",
          days.map(({ redeemedByArm }) => redeemedByArm?.b ?? 0),
        ),
      ]
    : [
        line(
          "all",
          "",
          days.map(({ redeemed }) => redeemed),
        ),
      ];
  return (
    <section className={styles.part}>
      <h2>{words.used}</h2>
      <GrowthChart
        label={
          byArm
            ? words.usedOfEach(number(byArm.a), number(byArm.b))
            : words.usedSays(number(last.redeemed))
        }
        points={days.map(({ day }) => ({ key: day, label: dayOfChart(day) }))}
        lines={lines}
        write={number}
        pointTitle={words.heads.point}
        testId="redeemed-by-day"
      />
    </section>
  );
}
