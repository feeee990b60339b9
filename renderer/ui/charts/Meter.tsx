import styles from "./Charts.module.css";

type MeterProps = {
  readonly label: string;
  readonly value: number;
  readonly whole: number;
};

/** How much of a whole has come about, without a figure of its own. */
export function Meter({ label, value, whole }: MeterProps) {
  const share = whole > 0 ? Math.min(1, value / whole) : 0;
  return (
    <div className={styles.meter} role="img" aria-label={label}>
      <i style={{ width: `${share * 100}%` }} />
    </div>
  );
}
