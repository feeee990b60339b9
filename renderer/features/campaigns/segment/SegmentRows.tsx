import { Plus, X } from "lucide-react";
import { type KeyboardEvent, useEffect, useRef, useState } from "react";
import { type ConditionRow, conditionOf, newRow } from "../../../stores/campaigns/segmentRows.ts";
import { ArrowGroup } from "../../../ui/ArrowGroup.tsx";
import { Button } from "../../../ui/Button.tsx";
import { Chip } from "../../../ui/Chip.tsx";
import { classes } from "../../../ui/classes.ts";
import { useKeys } from "../../../ui/useKeys.ts";
import { useFormat, useWords } from "../../../words/WordsContext.tsx";
import { KindPicker } from "./KindPicker.tsx";
import { RowFields } from "./RowFields.tsx";
import styles from "./Segment.module.css";
import { useSentence } from "./useSentence.ts";

type SegmentRowsProps = {
  readonly rows: readonly ConditionRow[];
  readonly onChange: (rows: readonly ConditionRow[]) => void;
};

/** A segment as sentences: each opens into its fields, goes by Delete, and more can be added. */
export function SegmentRows({ rows, onChange }: SegmentRowsProps) {
  const { segments: words } = useWords();
  const [openId, setOpenId] = useState<number>();
  const [newId, setNewId] = useState<number>();
  const [isAdding, setIsAdding] = useState(false);
  const addKey = useRef<HTMLButtonElement>(null);
  useKeys({ "Ctrl+K": () => setIsAdding(true) });
  const of = (list: ConditionRow["list"]) => rows.filter((row) => row.list === list);
  const stopAdding = () => {
    setIsAdding(false);
    addKey.current?.focus();
  };
  const add = (kind: ConditionRow["kind"]) => {
    const row = newRow(kind);
    onChange([...rows, row]);
    setOpenId(row.rowId);
    setNewId(row.rowId);
    setIsAdding(false);
  };
  const props = {
    ...{ openId, newId },
    onOpen: setOpenId,
    onChange: (changed: ConditionRow) =>
      onChange(rows.map((row) => (row.rowId === changed.rowId ? changed : row))),
    onRemove: (rowId: number) => {
      onChange(rows.filter((row) => row.rowId !== rowId));
      addKey.current?.focus();
    },
  };
  return (
    <div className={styles.builder}>
      {rows.length === 0 && <p className={styles.everyone}>{words.everyone}</p>}
      <RowList title={words.allOf} rows={of("all")} {...props} />
      <RowList title={words.anyOf} rows={of("any")} {...props} />
      {isAdding ? (
        <KindPicker onPick={add} onClose={stopAdding} />
      ) : (
        <div>
          <Button
            ref={addKey}
            size="small"
            icon={<Plus strokeWidth={1.75} aria-hidden="true" />}
            keyName="Ctrl K"
            keyShortcut="Control+K"
            onPress={() => setIsAdding(true)}
            testId="add-condition"
          >
            {words.add}
          </Button>
        </div>
      )}
    </div>
  );
}

type RowsProps = {
  readonly openId: number | undefined;
  /** The condition that was put in last: its fields are gone on with. */
  readonly newId: number | undefined;
  readonly onOpen: (rowId: number | undefined) => void;
  readonly onChange: (row: ConditionRow) => void;
  readonly onRemove: (rowId: number) => void;
};
type RowListProps = RowsProps & {
  readonly title: string;
  readonly rows: readonly ConditionRow[];
};

function RowList({ title, rows, ...props }: RowListProps) {
  if (rows.length === 0) return null;
  return (
    <section className={styles.list} aria-label={title}>
      <h3>{title}</h3>
      <ul>
        {rows.map((row) => (
          <Row key={row.rowId} row={row} {...props} />
        ))}
      </ul>
    </section>
  );
}

type RowProps = RowsProps & { readonly row: ConditionRow };

function Row({ row, openId, newId, onOpen, onChange, onRemove }: RowProps) {
  const { segments: words } = useWords();
  const { readMoney } = useFormat();
  const sentence = useSentence().ofRow(row);
  const isOpen = openId === row.rowId;
  const isWhole = conditionOf(row, readMoney) !== undefined;
  const place = useRef<HTMLLIElement>(null);
  useEffect(() => goToFirstField(row.rowId === newId ? place.current : null), [row.rowId, newId]);
  const press = (event: KeyboardEvent) => {
    if (event.key !== "Delete") return;
    event.preventDefault();
    onRemove(row.rowId);
  };
  return (
    <li
      ref={place}
      className={classes(styles.row, isOpen && styles.open)}
      data-testid={`row-${row.kind}`}
    >
      <ArrowGroup className={styles.rowHead} label={sentence}>
        <button
          type="button"
          className={styles.sentence}
          aria-expanded={isOpen}
          aria-keyshortcuts="Delete"
          onKeyDown={press}
          onClick={() => onOpen(isOpen ? undefined : row.rowId)}
        >
          {sentence}
          {!isWhole && <Chip tone="gold">{words.incomplete}</Chip>}
        </button>
        <Button
          look="quiet"
          size="small"
          keyName="Del"
          keyShortcut="Delete"
          label={words.removeRow(sentence)}
          icon={<X strokeWidth={1.75} aria-hidden="true" />}
          onPress={() => onRemove(row.rowId)}
        >
          {words.removeShort}
        </Button>
      </ArrowGroup>
      {isOpen && <RowFields row={row} onChange={onChange} />}
    </li>
  );
}

/** The key that put it in is gone: without this the focus would be nowhere. */
const goToFirstField = (place: HTMLElement | null): void => {
  const first = place?.querySelector<HTMLElement>("input, select, fieldset button");
  first?.focus();
  if (first instanceof HTMLInputElement && first.type === "text") first.select();
};
