import { CalendarDays } from "lucide-react";
import { type DateOrder, useImports } from "../../stores/imports.ts";
import { Choices } from "../../ui/Choices.tsx";
import { Notice } from "../../ui/Notice.tsx";
import { useWords } from "../../words/WordsContext.tsx";
import styles from "./Orders.module.css";

const orders: readonly DateOrder[] = ["day-first", "month-first"];

/** How the file's dates were read, where it does not tell itself: to be looked at, and changed. */
export function Dates() {
  const { rehearsal: words, mapping: mappingWords } = useWords().orders;
  const { path, mapping, rehearsal, rehearse } = useImports();
  const dates = rehearsal?.dates;
  if (!dates || dates.by === "file") return null;
  return (
    <Notice
      tone={dates.by === "given" ? "tea" : "gold"}
      icon={<CalendarDays strokeWidth={1.75} aria-hidden="true" />}
      className={styles.notice}
      testId="dates"
    >
      <p>{words.datesSay[dates.by](dates.example)}</p>
      <Choices
        label={mappingWords.dateOrder}
        isLabelHidden
        value={dates.order}
        choices={orders.map((value) => ({ value, label: mappingWords.dateOrders[value] }))}
        onChoose={(dateOrder) => void rehearse(path, { mapping, dateOrder })}
      />
    </Notice>
  );
}
