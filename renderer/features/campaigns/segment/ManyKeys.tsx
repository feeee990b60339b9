import { Button } from "../../../ui/Button.tsx";
import styles from "./Segment.module.css";

export type ManyKeysProps = {
  readonly label: string;
  readonly choices: readonly { readonly value: string; readonly label: string }[];
  readonly chosen: readonly string[];
  readonly problem?: string | undefined;
  readonly onChoose: (values: readonly string[]) => void;
};

/** Any number of a few, each a key that stays down. */
export function ManyKeys({ label, choices, chosen, problem, onChoose }: ManyKeysProps) {
  const toggle = (value: string) =>
    onChoose(chosen.includes(value) ? chosen.filter((each) => each !== value) : [...chosen, value]);
  return (
    <fieldset className={styles.many}>
      <legend>{label}</legend>
      <div>
        {choices.map(({ value, label: name }) => (
          <Button
            key={value}
            size="small"
            isPressed={chosen.includes(value)}
            onPress={() => toggle(value)}
          >
            {name}
          </Button>
        ))}
      </div>
      {problem !== undefined && (
        <p className={styles.problem} role="alert">
          {problem}
        </p>
      )}
    </fieldset>
  );
}
