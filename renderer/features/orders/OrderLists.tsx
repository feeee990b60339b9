import { Globe } from "lucide-react";
import { useState } from "react";
import { type OnlineOrder, type PastImport, useImports } from "../../stores/imports.ts";
import { Button } from "../../ui/Button.tsx";
import { Chip, type Tone } from "../../ui/Chip.tsx";
import { Choices } from "../../ui/Choices.tsx";
import { Empty } from "../../ui/Empty.tsx";
import { More } from "../../ui/More.tsx";
import { Table } from "../../ui/Table.tsx";
import { useFormat, useWords } from "../../words/WordsContext.tsx";
import styles from "./Orders.module.css";

/** What is here already: orders, and the files that they came in. */
export function OrderLists() {
  const { orders: words, shell } = useWords();
  const [shown, setShown] = useState<"orders" | "imports">("orders");
  const { orders, imports, nextOrders, nextImports, moreOrders, moreImports } = useImports();
  const [next, more] = shown === "orders" ? [nextOrders, moreOrders] : [nextImports, moreImports];
  if (orders.length === 0 && imports.length === 0) {
    return (
      <Empty icon={<Globe strokeWidth={1.75} />} title={words.empty}>
        {words.emptyHint}
      </Empty>
    );
  }
  return (
    <>
      <div className={styles.tabs}>
        <Choices
          label={words.tabs.label}
          isLabelHidden
          value={shown}
          onChoose={setShown}
          choices={[
            { value: "orders", label: words.tabs.orders },
            { value: "imports", label: words.tabs.imports },
          ]}
        />
      </div>
      {shown === "orders" ? <OrderTable orders={orders} /> : <ImportTable imports={imports} />}
      {next !== undefined && (
        <More label={shell.showMore} onPress={() => void more()} testId={`more-${shown}`} />
      )}
    </>
  );
}

const toneOfState: Readonly<Record<OnlineOrder["state"], Tone>> = {
  pending: "gold",
  paid: "tea",
  fulfilled: "tea",
  cancelled: "rose",
  refunded: "rose",
  "partially-refunded": "persimmon",
};

function OrderTable({ orders }: { readonly orders: readonly OnlineOrder[] }) {
  const { orders: words } = useWords();
  const format = useFormat();
  const sources: Readonly<Record<string, string>> = words.sources;
  return (
    <Table
      label={words.tabs.orders}
      rows={orders}
      rowKey={({ source, externalId }) => `${source} ${externalId}`}
      columns={[
        { key: "number", title: words.columns.number, cell: ({ number }) => number },
        {
          key: "source",
          title: words.columns.source,
          cell: ({ source }) => sources[source] ?? source,
        },
        { key: "date", title: words.columns.date, cell: ({ atMs }) => format.day(atMs) },
        {
          key: "state",
          title: words.columns.state,
          cell: ({ state }) => <Chip tone={toneOfState[state]}>{words.states[state]}</Chip>,
        },
        {
          key: "customer",
          title: words.columns.customer,
          cell: ({ customerName }) => customerName ?? "",
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

function ImportTable({ imports }: { readonly imports: readonly PastImport[] }) {
  const { orders: words } = useWords();
  const format = useFormat();
  const undo = useImports((state) => state.undo);
  if (imports.length === 0) return <Empty title={words.noImports} />;
  const formats: Readonly<Record<string, string>> = words.formats;
  return (
    <Table
      label={words.tabs.imports}
      rows={imports}
      rowKey={({ importId }) => importId}
      columns={[
        {
          key: "file",
          title: words.columns.file,
          cell: (each) => (
            <span className={styles.customer}>
              {each.fileName}
              <small>{formats[each.format] ?? each.format}</small>
            </span>
          ),
        },
        { key: "date", title: words.columns.date, cell: ({ atMs }) => format.dayTime(atMs) },
        {
          key: "counts",
          title: words.columns.counts,
          cell: ({ created, updated, rejected }) =>
            words.imports.counts(
              format.number(created),
              format.number(updated),
              format.number(rejected),
            ),
        },
        {
          key: "action",
          title: words.columns.action,
          isFigure: true,
          cell: ({ importId, undone, finished }) =>
            undone ? (
              <Chip>{words.imports.undone}</Chip>
            ) : (
              <>
                {!finished && <Chip tone="gold">{words.imports.unfinished}</Chip>}
                <Button look="quiet" size="small" onPress={() => void undo(importId)}>
                  {words.imports.undo}
                </Button>
              </>
            ),
        },
      ]}
    />
  );
}
