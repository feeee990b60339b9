import { useCustomers } from "../../stores/customers.ts";
import { More } from "../../ui/More.tsx";
import { Table } from "../../ui/Table.tsx";
import { useFormat, useWords } from "../../words/WordsContext.tsx";
import styles from "./Customers.module.css";

/** Each point that came or went, and what was left after it. */
export function Ledger() {
  const { customers, shell } = useWords();
  const { ledger: words } = customers;
  const format = useFormat();
  const { ledger, ledgerNext, moreLedger } = useCustomers();
  const signed = (points: number) =>
    points > 0 ? `+${format.number(points)}` : `−${format.number(Math.abs(points))}`;
  return (
    <section className={styles.section}>
      <h2>{customers.sections.points}</h2>
      {ledger.length === 0 ? (
        <p className={styles.quietly}>{words.none}</p>
      ) : (
        <Table
          label={customers.sections.points}
          testId="ledger"
          rows={ledger}
          rowKey={({ entryId }) => entryId}
          columns={[
            { key: "date", title: words.columns.date, cell: ({ atMs }) => format.day(atMs) },
            { key: "kind", title: words.columns.kind, cell: ({ kind }) => words.kinds[kind] },
            {
              key: "points",
              title: words.columns.points,
              isFigure: true,
              cell: ({ points }) => signed(points),
            },
            {
              key: "balance",
              title: words.columns.balance,
              isFigure: true,
              cell: ({ balanceAfter }) => format.number(balanceAfter),
            },
          ]}
        />
      )}
      {ledgerNext !== undefined && (
        <More label={shell.showMore} onPress={() => void moreLedger()} testId="more-ledger" />
      )}
    </section>
  );
}
