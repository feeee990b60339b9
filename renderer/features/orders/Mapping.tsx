import { useState } from "react";
import {
  fileNameOf,
  type Mapping as OrderMapping,
  type Proposal,
  useImports,
} from "../../stores/imports.ts";
import { Button } from "../../ui/Button.tsx";
import { Field } from "../../ui/Field.tsx";
import { Page } from "../../ui/Page.tsx";
import { SelectField } from "../../ui/SelectField.tsx";
import { useKeys } from "../../ui/useKeys.ts";
import { useWords } from "../../words/WordsContext.tsx";
import { FileRefused } from "./FileRefused.tsx";
import styles from "./Orders.module.css";

type DateOrder = NonNullable<OrderMapping["dateOrder"]> | "auto";
type Decimal = NonNullable<OrderMapping["decimalSeparator"]> | "auto";

type Draft = {
  readonly name: string;
  readonly columns: Readonly<Record<string, string>>;
  readonly dateOrder: DateOrder;
  readonly decimal: Decimal;
};

/** For a file that Quen does not know: which column is what, with its own guess filled in. */
export function Mapping() {
  const { mapping: words, rehearsal } = useWords().orders;
  const { path, proposal, mapping, rehearse, leave } = useImports();
  const [draft, setDraft] = useState<Draft>(() => draftOf(path, proposal, mapping));
  const set = (part: Partial<Draft>) => setDraft({ ...draft, ...part });
  const go = () => void rehearse(path, { mapping: mappingOf(draft) });
  useKeys({ Escape: leave, Enter: go });
  if (!proposal) return null;
  return (
    <Page
      title={words.title}
      lead={words.lead}
      testId="mapping"
      actions={
        <>
          <Button look="quiet" keyName="Esc" onPress={leave}>
            {rehearsal.cancel}
          </Button>
          <Button look="main" keyName="Enter" onPress={go} testId="rehearse-mapping">
            {words.rehearse}
          </Button>
        </>
      }
    >
      <FileRefused />
      <div className={styles.mappingHead}>
        <Field
          label={words.name}
          value={draft.name}
          maxLength={40}
          placeholder={words.nameExample}
          onType={(name) => set({ name })}
        />
        <SelectField
          label={words.dateOrder}
          value={draft.dateOrder}
          choices={dateOrders.map((value) => ({ value, label: words.dateOrders[value] }))}
          onChoose={(dateOrder) => set({ dateOrder })}
        />
        <SelectField
          label={words.decimal}
          value={draft.decimal}
          choices={decimals.map((value) => ({ value, label: words.decimals[value] }))}
          onChoose={(decimal) => set({ decimal })}
        />
      </div>
      <Columns
        proposal={proposal}
        columns={draft.columns}
        onChoose={(columns) => set({ columns })}
      />
    </Page>
  );
}

type ColumnsProps = {
  readonly proposal: Proposal;
  readonly columns: Readonly<Record<string, string>>;
  readonly onChoose: (columns: Readonly<Record<string, string>>) => void;
};

function Columns({ proposal, columns, onChoose }: ColumnsProps) {
  const { mapping: words } = useWords().orders;
  const choices = [
    { value: "", label: words.noColumn },
    ...proposal.headers.map((header) => ({ value: header, label: header })),
  ];
  return (
    <div className={styles.mapping}>
      {Object.entries(words.fields).map(([field, label]) => {
        const isMissing = proposal.missing.includes(field) && !columns[field];
        return (
          <SelectField
            key={field}
            label={label}
            value={columns[field] ?? ""}
            choices={choices}
            onChoose={(header) => onChoose(withColumn(columns, field, header))}
            hint={isMissing ? words.needed : undefined}
            testId={`column-${field}`}
          />
        );
      })}
    </div>
  );
}

const dateOrders = ["auto", "day-first", "month-first", "year-first"] as const;
const decimals = ["auto", ",", "."] as const;

const draftOf = (
  path: string,
  proposal: Proposal | undefined,
  mapping: OrderMapping | undefined,
): Draft => ({
  name:
    mapping?.name ??
    fileNameOf(path)
      .replace(/\.[^.]+$/u, "")
      .slice(0, 40),
  columns: mapping?.columns ?? proposal?.columns ?? {},
  dateOrder: mapping?.dateOrder ?? "auto",
  decimal: mapping?.decimalSeparator ?? "auto",
});

const mappingOf = ({ name, columns, dateOrder, decimal }: Draft): OrderMapping => ({
  name: name.trim() === "" ? "file" : name,
  columns: { ...columns },
  ...(dateOrder !== "auto" && { dateOrder }),
  ...(decimal !== "auto" && { decimalSeparator: decimal }),
});

const withColumn = (
  columns: Readonly<Record<string, string>>,
  field: string,
  header: string,
): Readonly<Record<string, string>> => {
  const { [field]: _, ...rest } = columns;
  return header === "" ? rest : { ...rest, [field]: header };
};
