import styles from "./Progress.module.css";

type ProgressProps = {
  readonly label: string;
  readonly done: number;
  readonly total: number;
  readonly figure?: string;
};

/** How far long work has come. With an unknown total it shows that it goes on, not how far. */
export function Progress({ label, done, total, figure }: ProgressProps) {
  const known = total > 0;
  const share = known ? Math.min(1, done / total) : 0;
  return (
    <div className={styles.progress}>
      <div className={styles.words}>
        <span>{label}</span>
        {figure !== undefined && <span className={styles.figure}>{figure}</span>}
      </div>
      <div
        className={styles.track}
        role="progressbar"
        aria-label={label}
        aria-valuemin={0}
        aria-valuemax={100}
        aria-valuenow={known ? Math.round(share * 100) : undefined}
      >
        <div
          className={known ? styles.bar : styles.unknown}
          style={known ? { transform: `scaleX(${share})` } : undefined}
        />
      </div>
    </div>
  );
}
