import type { Quality } from "../../stores/campaigns/quality.ts";
import { Bars } from "../../ui/charts/Bars.tsx";
import { Columns } from "../../ui/charts/Columns.tsx";
import { Table } from "../../ui/Table.tsx";
import { useFormat, useWords } from "../../words/WordsContext.tsx";
import styles from "./Results.module.css";

/** The same by week, by reason and by product. */
export function QualityParts({ quality }: { readonly quality: Quality }) {
  return (
    <div className={styles.columns}>
      <ByWeek quality={quality} />
      <div className={styles.column}>
        <TopProducts quality={quality} />
        <ByReason quality={quality} />
      </div>
    </div>
  );
}

function ByWeek({ quality: { byWeek, shown, taken } }: { readonly quality: Quality }) {
  const { quality: words } = useWords();
  const { number, dayOfChart } = useFormat();
  return (
    <section className={styles.part}>
      <h2>{words.byWeek}</h2>
      <Columns
        label={words.byWeekSays(number(shown), number(taken))}
        heads={words.byWeekHeads}
        write={number}
        points={byWeek.map((week) => ({
          key: week.weekDay,
          label: dayOfChart(week.weekDay),
          value: week.shown,
          part: week.taken,
        }))}
        testId="by-week"
      />
      <p className={styles.note}>{words.legend}</p>
      <WeekTable weeks={byWeek} />
    </section>
  );
}

/** How much of it was taken each week, and how much more was sold in a sale. */
function WeekTable({ weeks }: { readonly weeks: Quality["byWeek"] }) {
  const { quality: words } = useWords();
  const { number, rate, dayText } = useFormat();
  const taken = (week: Week) =>
    week.shown === 0 ? words.nothing : rate(Math.round((week.taken * 1_000) / week.shown) * 10);
  return (
    <>
      <Table
        label={words.weekTable}
        testId="week-table"
        rowKey={({ weekDay }) => weekDay}
        rows={[...weeks].reverse()}
        columns={[
          { key: "week", title: words.byWeekHeads.point, cell: (week) => dayText(week.weekDay) },
          {
            key: "shown",
            title: words.shown,
            isFigure: true,
            cell: (week) => number(week.shown),
          },
          { key: "taken", title: words.takenRate, isFigure: true, cell: taken },
          {
            key: "gained",
            title: words.weekGain,
            isFigure: true,
            cell: (week) => <WeekGain week={week} />,
          },
        ]}
      />
      <p className={styles.note}>{words.weekNote}</p>
    </>
  );
}

type Week = Quality["byWeek"][number];

/** What a sale brought more, and from where to where that may lie. */
function WeekGain({ week: { gainMinor, low, high } }: { readonly week: Week }) {
  const { quality: words } = useWords();
  const { money } = useFormat();
  if (gainMinor === undefined) return words.tooFew;
  const signed = (minor: number) => `${minor > 0 ? "+" : ""}${money(minor)}`;
  return (
    <>
      {signed(gainMinor)}
      {low !== undefined && high !== undefined && (
        <small className={styles.span}>{words.weekSpan(signed(low), signed(high))}</small>
      )}
    </>
  );
}

function ByReason({ quality: { byReason } }: { readonly quality: Quality }) {
  const { quality: words } = useWords();
  const { number, rate } = useFormat();
  return (
    <section className={styles.part}>
      <h2>{words.byReason}</h2>
      <Bars
        label={words.byReason}
        testId="by-reason"
        bars={byReason.map(({ kind, shown, taken, takenBps, gainText }) => ({
          key: kind,
          label: words.reasons[kind],
          value: shown,
          part: taken,
          figure: words.reasonFigure(
            number(taken),
            number(shown),
            rate(Math.round(takenBps / 10) * 10),
          ),
          note: gainText,
        }))}
      />
      <p className={styles.note}>{words.reasonNote}</p>
    </section>
  );
}

function TopProducts({ quality: { topProducts } }: { readonly quality: Quality }) {
  const { quality: words } = useWords();
  const { number } = useFormat();
  if (topProducts.length === 0) return null;
  return (
    <section className={styles.part}>
      <h2>{words.products}</h2>
      <Table
        label={words.products}
        testId="top-products"
        rowKey={({ sku }) => sku}
        rows={topProducts}
        columns={[
          { key: "name", title: words.product, cell: ({ name }) => name },
          {
            key: "shown",
            title: words.shown,
            isFigure: true,
            cell: ({ shown }) => number(shown),
          },
          {
            key: "taken",
            title: words.taken,
            isFigure: true,
            cell: ({ taken }) => number(taken),
          },
          {
            key: "dismissed",
            title: words.dismissed,
            isFigure: true,
            cell: ({ dismissed }) => number(dismissed),
          },
        ]}
      />
    </section>
  );
}
