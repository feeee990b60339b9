import type { ReactNode, Ref } from "react";
import styles from "./Button.module.css";
import { classes } from "./classes.ts";
import { Kbd } from "./Kbd.tsx";

/**
 * `main` is the one thing to do next; `quiet` is text with a ground on hover; `harm` asks twice.
 * `keyName` is shown; the key itself is bound by `useKeys`.
 */
export type ButtonProps = {
  readonly children: ReactNode;
  readonly onPress?: () => void;
  readonly look?: "main" | "tea" | "plain" | "quiet" | "harm";
  readonly size?: "small" | "medium" | "large";
  readonly keyName?: string;
  readonly keyShortcut?: string;
  readonly icon?: ReactNode;
  readonly isDisabled?: boolean;
  readonly isPressed?: boolean;
  readonly isExpanded?: boolean;
  readonly submits?: boolean;
  readonly label?: string;
  readonly className?: string | undefined;
  readonly testId?: string;
  readonly ref?: Ref<HTMLButtonElement> | undefined;
};

export function Button(props: ButtonProps) {
  const { look = "plain", size = "medium", children, icon, keyName } = props;
  return (
    <button
      ref={props.ref}
      type={props.submits ? "submit" : "button"}
      className={classes(styles.button, styles[look], styles[size], props.className)}
      disabled={props.isDisabled}
      aria-pressed={props.isPressed}
      aria-expanded={props.isExpanded}
      aria-label={props.label}
      aria-keyshortcuts={props.keyShortcut ?? keyName}
      data-testid={props.testId}
      onClick={props.onPress}
    >
      {icon}
      <span className={styles.words}>{children}</span>
      {keyName !== undefined && <Kbd>{keyName}</Kbd>}
    </button>
  );
}
