import type { ReactNode } from "react";
import styles from "./Chip.module.css";
import { classes } from "./classes.ts";

export type Tone = "plain" | "tea" | "persimmon" | "gold" | "rose";

type ChipProps = {
  readonly children: ReactNode;
  readonly tone?: Tone;
  readonly hasDot?: boolean;
  readonly className?: string | undefined;
};

/** A word about the thing it stands beside. */
export function Chip({ children, tone = "plain", hasDot = false, className }: ChipProps) {
  return (
    <span className={classes(styles.chip, styles[tone], hasDot && styles.dot, className)}>
      {children}
    </span>
  );
}
