import type { DiffRow } from "../../stores/imports.ts";
import { Chip, type Tone } from "../../ui/Chip.tsx";
import { Table } from "../../ui/Table.tsx";
import type { Words } from "../../words/vi/vi.ts";
import { useFormat, useWords } from "../../words/WordsContext.tsx";
import styles from "./Orders.module.css";

const toneOfChange: Readonly<Record<DiffRow["change"], Tone>> = {
  create: "tea",
  update: "persimmon",
  unchanged: "plain",
};

type DiffTableProps = { readonly label: string; readonly rows: readonly DiffRow[] };

/** One row an order: what would happen to it, and whose it would be. */
export function DiffTable({ label, rows }: DiffTableProps) {
  const { orders: words } = useWords();
  const format = useFormat();
  return (
    <Table
      label={label}
      rows={rows}
      rowKey={({ externalId }) => externalId}
      columns={[
        { key: "number", title: words.columns.number, cell: ({ number }) => number },
        {
          key: "date",
          title: words.columns.date,
          cell: ({ placedAtMs }) => format.day(placedAtMs),
        },
        {
          key: "change",
          title: words.columns.change,
          cell: ({ change }) => <Chip tone={toneOfChange[change]}>{words.changes[change]}</Chip>,
        },
        { key: "state", title: words.columns.state, cell: (row) => stateText(row, words) },
        {
          key: "customer",
          title: words.columns.customer,
          cell: ({ customer }) => (
            <span className={styles.customer}>
              {customer.name ?? ""}
              <small>{customerNote(customer, words)}</small>
            </span>
          ),
        },
        {
          key: "total",
          title: words.columns.total,
          isFigure: true,
          cell: ({ totalMinor }) => format.money(totalMinor),
        },
      ]}
    />
  );
}

type OrderWords = Words["orders"];

const stateText = ({ state, previousState }: DiffRow, words: OrderWords): string => {
  const names: Readonly<Record<string, string>> = words.states;
  const now = names[state] ?? state;
  return previousState === undefined || previousState === state
    ? now
    : words.stateChange(names[previousState] ?? previousState, now);
};

/** "to be checked: phone same, name different" */
const customerNote = ({ kind, evidence = [] }: DiffRow["customer"], words: OrderWords): string => {
  const fields: Readonly<Record<string, string>> = words.evidence.fields;
  const says: Readonly<Record<string, string>> = words.evidence.says;
  const facts = evidence.map(({ field, says: said }) =>
    [fields[field] ?? field, typeof said === "string" ? (says[said] ?? said) : ""].join(" "),
  );
  const head = words.customerKinds[kind];
  return facts.length === 0 ? head : `${head}: ${facts.join(", ")}`;
};
