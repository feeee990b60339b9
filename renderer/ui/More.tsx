import { Button } from "./Button.tsx";
import styles from "./More.module.css";

type MoreProps = {
  readonly label: string;
  readonly onPress: () => void;
  readonly testId: string;
};

/** Stands behind the last row that is shown of a list that goes on. */
export function More({ label, onPress, testId }: MoreProps) {
  return (
    <div className={styles.more}>
      <Button look="quiet" onPress={onPress} testId={testId}>
        {label}
      </Button>
    </div>
  );
}
