import { CircleCheck, CircleMinus, Hourglass, type LucideIcon, TriangleAlert } from "lucide-react";
import type { Lift } from "../../stores/campaigns/results.ts";
import { classes } from "../../ui/classes.ts";
import { Figures } from "../../ui/Figures.tsx";
import { unbroken } from "../../ui/unbroken.ts";
import { useFormat, useWords } from "../../words/WordsContext.tsx";
import styles from "./Results.module.css";

const iconByVerdict: Readonly<Record<Lift["verdict"], LucideIcon>> = {
  helped: CircleCheck,
  cost: TriangleAlert,
  "no-difference": CircleMinus,
  "too-early": Hourglass,
};

/** Before people have bought there is no sum to speak of, not even nothing. */
const hasSpend = (measures: Lift["measures"]): boolean =>
  measures.some(({ kind }) => kind === "spend");

/** The answer in one sentence, and how sure it is. */
export function Verdict({ lift }: { readonly lift: Lift }) {
  const { results: words } = useWords();
  const { number, money, compact } = useFormat();
  const { verdict, text, measures, basis, extraPointsMinor } = lift;
  const [given, used] = [number(lift.issued.customers), number(lift.redeemed)];
  const Icon = iconByVerdict[verdict];
  return (
    <section className={styles.part}>
      <div className={classes(styles.verdict, styles[verdict])} data-testid="verdict">
        <Icon strokeWidth={1.75} aria-hidden="true" />
        <div>
          <p className={styles.answer}>{unbroken(text)}</p>
          <small>{useStanding(lift)}</small>
        </div>
      </div>
      <Figures
        figures={[
          { key: "issued", value: given, label: words.figures.issued(given) },
          { key: "redeemed", value: used, label: words.figures.redeemed(used) },
          {
            key: "discount",
            value: money(lift.discountMinor),
            label: words.figures.discount,
            tone: "persimmon",
          },
          ...(extraPointsMinor === undefined
            ? []
            : [{ key: "points", value: money(extraPointsMinor), label: words.figures.points }]),
          ...(hasSpend(measures)
            ? [
                {
                  key: "lift",
                  value: money(lift.liftMinor),
                  label: words.figures.lift[basis](compact(lift.low), compact(lift.high)),
                  tone: lift.low > 0 ? ("tea" as const) : undefined,
                },
              ]
            : []),
        ]}
      />
    </section>
  );
}

/** How far the campaign is, and with it how final what is said of it. */
const useStanding = ({ isOver, stoppedDay, areCouponsOver, countedToDay }: Lift): string => {
  const { results: words } = useWords();
  const { dayTextWhole } = useFormat();
  if (isOver) return words.over;
  if (stoppedDay !== undefined) return words.stopped(dayTextWhole(stoppedDay));
  return areCouponsOver ? words.counting(dayTextWhole(countedToDay)) : words.running;
};
