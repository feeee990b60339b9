import { ChevronDown } from "lucide-react";
import { useId } from "react";
import { classes } from "./classes.ts";
import styles from "./Field.module.css";

export type Choice<V extends string> = { readonly value: V; readonly label: string };

type SelectFieldProps<V extends string> = {
  readonly label: string;
  readonly value: V;
  readonly choices: readonly Choice<V>[];
  readonly onChoose: (value: V) => void;
  readonly hint?: string | undefined;
  readonly isLabelHidden?: boolean;
  readonly className?: string | undefined;
  readonly testId?: string;
};

/** One of a known list, by the system's own list: keyboards and screen readers know it. */
export function SelectField<V extends string>(props: SelectFieldProps<V>) {
  const id = useId();
  const choose = (chosen: string) => {
    const found = props.choices.find(({ value }) => value === chosen);
    if (found) props.onChoose(found.value);
  };
  return (
    <div className={classes(styles.field, props.className)}>
      <label htmlFor={id} className={props.isLabelHidden ? "visually-hidden" : styles.label}>
        {props.label}
      </label>
      <div className={styles.box}>
        <select
          id={id}
          className={classes(styles.input, styles.select)}
          value={props.value}
          data-testid={props.testId}
          onChange={(event) => choose(event.currentTarget.value)}
        >
          {props.choices.map(({ value, label }) => (
            <option key={value} value={value}>
              {label}
            </option>
          ))}
        </select>
        <ChevronDown className={styles.chevron} strokeWidth={1.75} aria-hidden="true" />
      </div>
      {props.hint !== undefined && <p className={styles.hint}>{props.hint}</p>}
    </div>
  );
}
