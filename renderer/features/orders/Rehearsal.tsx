import { CircleHelp } from "lucide-react";
import { knownRejectText } from "../../../shared/domain/order/rejectText.ts";
import { type DiffRow, fileNameOf, type Reject, useImports } from "../../stores/imports.ts";
import { Button } from "../../ui/Button.tsx";
import { Chip } from "../../ui/Chip.tsx";
import { Figures } from "../../ui/Figures.tsx";
import { Notice } from "../../ui/Notice.tsx";
import { Page } from "../../ui/Page.tsx";
import { Table } from "../../ui/Table.tsx";
import { useKeys } from "../../ui/useKeys.ts";
import { useFormat, useWords } from "../../words/WordsContext.tsx";
import { Dates } from "./Dates.tsx";
import { DiffTable } from "./DiffTable.tsx";
import { FileRefused } from "./FileRefused.tsx";
import styles from "./Orders.module.css";

/** What the file would do: how many, to whom, and what is doubtful. Nothing is written yet. */
export function Rehearsal() {
  const { orders } = useWords();
  const words = orders.rehearsal;
  const { path, rehearsal, importAll, leave } = useImports();
  const canImport = rehearsal !== undefined && rehearsal.created + rehearsal.updated > 0;
  const start = () => {
    if (canImport) void importAll();
  };
  useKeys({ Enter: start, Escape: leave });
  if (!rehearsal) return null;
  const formats: Readonly<Record<string, string>> = orders.formats;
  const { diff = [], rejects = [] } = rehearsal;
  return (
    <Page
      title={words.title}
      lead={words.lead(fileNameOf(path), formats[rehearsal.format] ?? rehearsal.format)}
      testId="rehearsal"
      actions={
        <>
          <Button look="quiet" keyName="Esc" onPress={leave}>
            {words.cancel}
          </Button>
          <Button
            look="main"
            keyName="Enter"
            isDisabled={!canImport}
            onPress={start}
            testId="import-all"
          >
            {canImport ? words.start : words.nothing}
          </Button>
        </>
      }
    >
      <FileRefused />
      <Dates />
      <Counts />
      <Doubtful diff={diff} />
      {rejects.length > 0 && <Rejects rejects={rejects} />}
      {diff.length > 0 && (
        <section className={styles.section}>
          <h2>{words.showAll}</h2>
          <DiffTable label={words.showAll} rows={diff} />
        </section>
      )}
    </Page>
  );
}

function Counts() {
  const { rehearsal: words } = useWords().orders;
  const format = useFormat();
  const rehearsal = useImports((state) => state.rehearsal);
  if (!rehearsal) return null;
  const doubtful = doubtfulRows(rehearsal.diff ?? []).length;
  const { created, updated, unchanged, rejected } = rehearsal;
  const figure = (key: string, value: number, label: string) => ({
    key,
    value: format.number(value),
    label,
  });
  return (
    <Figures
      figures={[
        { ...figure("created", created, words.created), tone: "tea" },
        figure("updated", updated, words.updated),
        figure("unchanged", unchanged, words.unchanged),
        {
          ...figure("rejected", rejected, words.rejected),
          tone: rejected > 0 ? "rose" : undefined,
        },
        figure("matched", rehearsal.customersMatched, words.matched),
        figure("new", rehearsal.customersCreated, words.newCustomers),
        {
          ...figure("doubtful", doubtful, words.doubtful),
          tone: doubtful > 0 ? "gold" : undefined,
        },
        figure("hidden", rehearsal.withoutCustomer ?? 0, words.hidden),
      ]}
    />
  );
}

const doubtfulRows = (diff: readonly DiffRow[]): readonly DiffRow[] =>
  diff.filter(({ customer }) => customer.kind === "doubtful");

/** What a person should look at comes before what is plain. */
function Doubtful({ diff }: { readonly diff: readonly DiffRow[] }) {
  const { rehearsal: words } = useWords().orders;
  const format = useFormat();
  const rows = doubtfulRows(diff);
  if (rows.length === 0) return null;
  return (
    <section className={styles.section}>
      <Notice icon={<CircleHelp strokeWidth={1.75} aria-hidden="true" />} className={styles.notice}>
        {words.doubtfulFirst(format.number(rows.length))}
      </Notice>
      <DiffTable label={words.doubtful} rows={rows} />
    </section>
  );
}

function Rejects({ rejects }: { readonly rejects: readonly Reject[] }) {
  const { orders } = useWords();
  const format = useFormat();
  return (
    <section className={styles.section}>
      <h2>{orders.rehearsal.rejects}</h2>
      <Table
        label={orders.rehearsal.rejects}
        testId="rejects"
        rows={rejects}
        rowKey={({ row, reason }) => `${row} ${reason.kind}`}
        columns={[
          {
            key: "row",
            title: orders.columns.row,
            width: "90px",
            cell: ({ row }) => <Chip tone="rose">{format.number(row)}</Chip>,
          },
          {
            key: "reason",
            title: orders.columns.reason,
            cell: ({ text, reason }) =>
              knownRejectText(reason, format.locale) ?? text ?? reason.kind,
          },
        ]}
      />
    </section>
  );
}
