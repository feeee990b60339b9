import { classes } from "./classes.ts";
import styles from "./Figures.module.css";

export type Figure = {
  readonly key: string;
  readonly value: string;
  readonly label: string;
  readonly tone?: "tea" | "gold" | "rose" | "persimmon" | undefined;
};

/** A few numbers that say at a glance how something stands. */
export function Figures({ figures }: { readonly figures: readonly Figure[] }) {
  return (
    <dl className={styles.figures}>
      {figures.map(({ key, value, label, tone }) => (
        <div key={key} className={classes(tone && styles[tone])}>
          <dd data-testid={`figure-${key}`}>{value}</dd>
          <dt>{label}</dt>
        </div>
      ))}
    </dl>
  );
}
