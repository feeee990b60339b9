import { initials } from "../../../shared/domain/customer/customerName.ts";
import { Avatar } from "../../ui/Avatar.tsx";
import { classes } from "../../ui/classes.ts";
import { Kbd } from "../../ui/Kbd.tsx";
import { useKeys } from "../../ui/useKeys.ts";
import { useWords } from "../../words/WordsContext.tsx";
import styles from "./SignIn.module.css";

type NameKeysProps = {
  readonly names: readonly string[];
  readonly chosen: string;
  readonly onChoose: (name: string) => void;
};

/** Names as large keys; the arrow keys go through them, so that the digits stay free for the PIN. */
export function NameKeys({ names, chosen, onChoose }: NameKeysProps) {
  const { shell } = useWords();
  const step = (by: 1 | -1) => () => {
    const at = names.indexOf(chosen);
    const next = names[(at + by + names.length) % names.length];
    if (next !== undefined) onChoose(next);
  };
  useKeys({ ArrowDown: step(1), ArrowUp: step(-1) });
  return (
    <ul className={styles.names} aria-label={shell.signIn.title}>
      {names.map((name) => (
        <li key={name}>
          <button
            type="button"
            className={classes(styles.name, name === chosen && styles.chosen)}
            aria-pressed={name === chosen}
            onClick={() => onChoose(name)}
          >
            <Avatar letters={initials(name)} size="small" />
            <span>{name}</span>
            {name === chosen && names.length > 1 && <Kbd>↑ ↓</Kbd>}
          </button>
        </li>
      ))}
    </ul>
  );
}
