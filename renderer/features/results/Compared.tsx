import type { Lift } from "../../stores/campaigns/results.ts";
import { RangeBar } from "../../ui/charts/RangeBar.tsx";
import { Table } from "../../ui/Table.tsx";
import { unbroken } from "../../ui/unbroken.ts";
import { useFormat, useWords } from "../../words/WordsContext.tsx";
import styles from "./Results.module.css";

type Measure = Lift["measures"][number];

/** For each person: those with a coupon against those without, each with where the truth may lie. */
export function Compared({ lift }: { readonly lift: Lift }) {
  const { results: words } = useWords();
  const { rate } = useFormat();
  return (
    <section className={styles.part}>
      {lift.measures.length > 0 && (
        <>
          <h2>{words.compare}</h2>
          {lift.measures.map((measure) => (
            <MeasureRow key={measure.kind} measure={measure} />
          ))}
          <p className={styles.note}>
            {words.compareWhy(rate(Math.round(lift.confidence * 10_000)))}
          </p>
        </>
      )}
      <Groups lift={lift} />
    </section>
  );
}

function MeasureRow({ measure }: { readonly measure: Measure }) {
  const { results: words } = useWords();
  const { kind, value, low, high, issuedMean, heldOutMean } = measure;
  const write = useWriter(kind);
  const { apart, end } = useApart(kind);
  const name = words.measures[kind];
  return (
    <div className={styles.measure} data-testid={`measure-${kind}`}>
      <span>{name}</span>
      <b>{unbroken(apart(value))}</b>
      <small>{words.means(write(issuedMean), write(heldOutMean))}</small>
      <RangeBar
        {...{ low, value, high, write: end, tone: toneOf(measure) }}
        label={words.measure(name, apart(value), apart(low), apart(high))}
      />
    </div>
  );
}

/** How a mean of this kind is written: money, a share, or a count with one place. */
const useWriter = (kind: Measure["kind"]): ((figure: number) => string) => {
  const { money, rate, number } = useFormat();
  switch (kind) {
    case "spend":
    case "margin":
      return (figure) => money(Math.round(figure));
    case "buyers":
      return (figure) => rate(Math.round(figure * 1_000) * 10);
    case "visits":
      return (figure) => number(Math.round(figure * 100) / 100);
  }
};

/**
 * How a difference of such means is written, and its ends under the bar: two shares are points
 * apart, since 14% more of a share is something else.
 */
const useApart = (kind: Measure["kind"]) => {
  const { results: words } = useWords();
  const { number } = useFormat();
  const write = useWriter(kind);
  const signed = (written: string, figure: number) => `${figure > 0 ? "+" : ""}${written}`;
  if (kind !== "buyers") {
    const apart = (figure: number) => signed(write(figure), figure);
    return { apart, end: apart };
  }
  const end = (figure: number) => signed(number(Math.round(figure * 1_000) / 10), figure);
  return { apart: (figure: number) => words.points(end(figure)), end };
};

const toneOf = ({ low, high }: Measure) => {
  if (low > 0) return "tea" as const;
  return high < 0 ? ("rose" as const) : ("plain" as const);
};

function Groups({ lift }: { readonly lift: Lift }) {
  const { results: words } = useWords();
  const { number, money } = useFormat();
  const rows = [
    { key: "issued", name: words.groupsHeads.issued, group: lift.issued },
    { key: "heldOut", name: words.groupsHeads.heldOut, group: lift.heldOut },
  ];
  return (
    <Table
      label={words.groups}
      rowKey={({ key }) => key}
      rows={rows}
      columns={[
        { key: "name", title: words.groupName, cell: ({ name }) => name },
        {
          key: "customers",
          title: words.groupFigures.customers,
          isFigure: true,
          cell: ({ group }) => number(group.customers),
        },
        {
          key: "buyers",
          title: words.groupFigures.buyers,
          isFigure: true,
          cell: ({ group }) => number(group.buyers),
        },
        {
          key: "spent",
          title: words.groupFigures.spent,
          isFigure: true,
          cell: ({ group }) => money(group.spentMinor),
        },
      ]}
    />
  );
}
