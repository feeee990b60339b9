import { DatabaseZap } from "lucide-react";
import { useSession } from "../../stores/session.ts";
import { Button } from "../../ui/Button.tsx";
import { Empty } from "../../ui/Empty.tsx";
import { useKeys } from "../../ui/useKeys.ts";
import { useWords } from "../../words/WordsContext.tsx";
import styles from "./Opening.module.css";

/** Before the shop is open, or when its data cannot be opened: what is safe and what to do. */
export function Opening() {
  const { shell } = useWords();
  const { phase, failure, retryEngine } = useSession();
  const hasFailed = phase === "failed";
  useKeys({ Enter: retryEngine }, hasFailed);
  if (!hasFailed) {
    return (
      <main className={styles.opening} aria-busy="true">
        <p className={styles.calm}>{shell.starting}</p>
      </main>
    );
  }
  return (
    <main className={styles.opening} role="alert">
      <Empty
        icon={<DatabaseZap strokeWidth={1.75} />}
        title={shell.failed.title}
        action={
          <Button look="tea" keyName="Enter" onPress={retryEngine}>
            {shell.failed.retry}
          </Button>
        }
      >
        <p>{shell.failed.reasons[failure ?? "other"]}</p>
        <p>{shell.failed.safe}</p>
      </Empty>
    </main>
  );
}
