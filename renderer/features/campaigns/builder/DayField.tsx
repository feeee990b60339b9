import { CalendarDays } from "lucide-react";
import { useRef, useState } from "react";
import { readDay } from "../../../stores/campaigns/typedDay.ts";
import { Field } from "../../../ui/Field.tsx";
import { useFormat, useWords } from "../../../words/WordsContext.tsx";
import styles from "./Builder.module.css";
import { useDraft } from "./useDraft.ts";

type DayFieldProps = {
  readonly label: string;
  readonly name: "fromDay" | "toDay";
  readonly min?: string;
};

/**
 * A day, typed as the shop's language writes it and said in words beneath. A system's own field has
 * the day or the month first by the system's language, whatever the shop's is; only its calendar is used.
 */
export function DayField({ label, name, min }: DayFieldProps) {
  const { builder } = useWords().campaigns;
  const { dayInWords, dayTextWhole } = useFormat();
  const { draft, field, change } = useDraft();
  const calendar = useRef<HTMLInputElement>(null);
  const [typed, setTyped] = useState<string>();
  const day = draft[name];
  const written = day === "" ? "" : dayTextWhole(day);
  // What is being typed stays as it is typed, until the day becomes another one by other means.
  const isTyping = typed !== undefined && (readDay(typed) ?? "") === day;
  const isUnreadable = isTyping && typed.trim() !== "" && day === "";
  const { problem } = field(name);
  const take = (text: string | undefined, taken: string) => {
    setTyped(text);
    change({ [name]: taken });
  };
  return (
    <div className={styles.day}>
      <Field
        label={label}
        value={isTyping ? typed : written}
        maxLength={24}
        problem={isUnreadable && problem !== undefined ? builder.noDay : problem}
        hint={day === "" ? builder.dayExample : dayInWords(day)}
        onType={(text) => take(text, readDay(text) ?? "")}
        onBlur={() => day !== "" && setTyped(undefined)}
        testId={name}
        after={
          <button
            type="button"
            className={styles.calendarKey}
            aria-label={builder.openCalendar}
            onClick={() => calendar.current?.showPicker?.()}
          >
            <CalendarDays strokeWidth={1.75} aria-hidden="true" />
          </button>
        }
      />
      <input
        ref={calendar}
        type="date"
        className={styles.calendar}
        tabIndex={-1}
        aria-hidden="true"
        value={day}
        {...(min !== undefined && { min })}
        onChange={(event) => take(undefined, event.currentTarget.value)}
      />
    </div>
  );
}
