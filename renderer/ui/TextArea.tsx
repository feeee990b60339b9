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
  readonly hint?: string;
  /** Enter is this, and no new line. */
  readonly onEnter?: (field: HTMLTextAreaElement) => void;
  /** Where the text was last touched, in characters from its start. */
  readonly onTouch?: (at: number) => void;
  readonly ref?: Ref<HTMLTextAreaElement>;
  readonly testId?: string;
};

export function TextArea(props: TextAreaProps) {
  const id = useId();
  const { hint, onEnter } = props;
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
          spellCheck={false}
          aria-describedby={hint === undefined ? undefined : `${id}-below`}
          onKeyDown={(event) => {
            if (!onEnter || event.key !== "Enter") return;
            event.preventDefault();
            onEnter(event.currentTarget);
          }}
          onChange={(event) => props.onType(event.currentTarget.value)}
          onSelect={(event) => props.onTouch?.(event.currentTarget.selectionEnd)}
          onBlur={props.onBlur}
        />
      </div>
      {hint !== undefined && (
        <p id={`${id}-below`} className={styles.hint}>
          {hint}
        </p>
      )}
    </div>
  );
}
