import { useId } from "react";
import { classes } from "./classes.ts";
import styles from "./Field.module.css";

type TextAreaProps = {
  readonly label: string;
  readonly value: string;
  readonly onType: (text: string) => void;
  readonly onBlur?: () => void;
  readonly maxLength?: number;
  readonly placeholder?: string;
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
          id={id}
          className={classes(styles.input, styles.area)}
          value={props.value}
          maxLength={props.maxLength}
          placeholder={props.placeholder}
          data-testid={props.testId}
          onChange={(event) => props.onType(event.currentTarget.value)}
          onBlur={props.onBlur}
        />
      </div>
    </div>
  );
}
