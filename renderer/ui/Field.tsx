import { type InputHTMLAttributes, type ReactNode, type Ref, useId } from "react";
import { classes } from "./classes.ts";
import styles from "./Field.module.css";

export type FieldProps = {
  readonly label: string;
  readonly value: string;
  readonly onType: (text: string) => void;
  readonly hint?: string | undefined;
  readonly problem?: string | undefined;
  readonly after?: ReactNode;
  readonly isLabelHidden?: boolean;
  readonly isFigure?: boolean;
  readonly type?: "text" | "tel" | "email" | "password" | "search";
  readonly inputMode?: InputHTMLAttributes<HTMLInputElement>["inputMode"];
  readonly placeholder?: string | undefined;
  readonly autoComplete?: string;
  readonly maxLength?: number;
  readonly isRequired?: boolean;
  readonly list?: string;
  readonly onKeyDown?: (event: React.KeyboardEvent<HTMLInputElement>) => void;
  readonly onBlur?: () => void;
  readonly className?: string | undefined;
  readonly testId?: string;
  readonly ref?: Ref<HTMLInputElement>;
};

/** A labelled line to type in. Its hint and its problem share one place, so nothing moves. */
export function Field(props: FieldProps) {
  const id = useId();
  const below = props.problem ?? props.hint;
  return (
    <div className={classes(styles.field, props.className)}>
      <label htmlFor={id} className={props.isLabelHidden ? "visually-hidden" : styles.label}>
        {props.label}
      </label>
      <div className={classes(styles.box, props.problem !== undefined && styles.wrong)}>
        <input
          ref={props.ref}
          id={id}
          className={classes(styles.input, props.isFigure && styles.figure)}
          type={props.type ?? "text"}
          inputMode={props.inputMode}
          value={props.value}
          placeholder={props.placeholder}
          autoComplete={props.autoComplete ?? "off"}
          spellCheck={false}
          maxLength={props.maxLength}
          required={props.isRequired}
          list={props.list}
          data-testid={props.testId}
          aria-invalid={props.problem !== undefined}
          aria-describedby={below === undefined ? undefined : `${id}-below`}
          onChange={(event) => props.onType(event.currentTarget.value)}
          onKeyDown={props.onKeyDown}
          onBlur={props.onBlur}
        />
        {props.after}
      </div>
      {below !== undefined && (
        <p
          id={`${id}-below`}
          className={props.problem === undefined ? styles.hint : styles.problem}
          role={props.problem === undefined ? undefined : "alert"}
        >
          {below}
        </p>
      )}
    </div>
  );
}
