import { type Ref, useId } from "react";
import { classes } from "./classes.ts";
import styles from "./Field.module.css";

type TextAreaProps = {
  readonly label: string;
  readonly value: string;
  readonly onType: (text: string) => void;
  readonly onBlur?: () => void;
  readonly maxLength?: number;
  readonly placeholder?: string;
  readonly rows?: number;
  /** Where the text was last touched, in characters from its start. */
  readonly onTouch?: (at: number) => void;
  readonly ref?: Ref<HTMLTextAreaElement>;
  readonly testId?: string;
};

export function TextArea(props: TextAreaProps) {
  const id = useId();
  return (
    <div className={styles.field}>
      <label htmlFor={id} className={styles.label}>
        {props.label}
      </label>
      <div className={styles.box}>
        <textarea
          ref={props.ref}
          id={id}
          rows={props.rows}
          className={classes(styles.input, styles.area)}
          value={props.value}
          maxLength={props.maxLength}
          placeholder={props.placeholder}
          data-testid={props.testId}
          onChange={(event) => props.onType(event.currentTarget.value)}
          onSelect={(event) => props.onTouch?.(event.currentTarget.selectionEnd)}
          onBlur={props.onBlur}
        />
      </div>
    </div>
  );
}
