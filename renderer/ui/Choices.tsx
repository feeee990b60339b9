import { type ReactNode, useId } from "react";
import styles from "./Choices.module.css";
import { classes } from "./classes.ts";

export type ChoiceCard<V extends string> = {
  readonly value: V;
  readonly label: string;
  readonly detail?: string | undefined;
  readonly icon?: ReactNode;
};

type ChoicesProps<V extends string> = {
  readonly label: string;
  /** Undefined: none is chosen yet. */
  readonly value: V | undefined;
  readonly choices: readonly ChoiceCard<V>[];
  readonly onChoose: (value: V) => void;
  readonly look?: "cards" | "segments";
  readonly isLabelHidden?: boolean;
  readonly columns?: 2 | 3;
};

/** One of a few, all of them to be seen: radio buttons, so the arrow keys go through them. */
export function Choices<V extends string>(props: ChoicesProps<V>) {
  const name = useId();
  const { look = "segments" } = props;
  return (
    <fieldset className={styles.group}>
      <legend className={props.isLabelHidden ? "visually-hidden" : styles.legend}>
        {props.label}
      </legend>
      <div className={classes(styles[look], props.columns === 2 && styles.two)}>
        {props.choices.map((choice) => (
          <label
            key={choice.value}
            className={classes(styles.choice, choice.value === props.value && styles.chosen)}
          >
            <input
              type="radio"
              className={styles.radio}
              name={name}
              value={choice.value}
              checked={choice.value === props.value}
              onChange={() => props.onChoose(choice.value)}
            />
            {choice.icon}
            <span className={styles.words}>
              <span className={styles.label}>{choice.label}</span>
              {choice.detail !== undefined && (
                <span className={styles.detail}>{choice.detail}</span>
              )}
            </span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}
