import { DatabaseZap } from "lucide-react";
import { useState } from "react";
import { useSession } from "../../stores/session.ts";
import { Button } from "../../ui/Button.tsx";
import { Empty } from "../../ui/Empty.tsx";
import { useKeys } from "../../ui/useKeys.ts";
import { useWords } from "../../words/WordsContext.tsx";
import { OpenBackup } from "./OpenBackup.tsx";
import styles from "./Opening.module.css";
import { OpenWithKey } from "./OpenWithKey.tsx";

/** Before the shop is open, or when its data cannot be opened: what is safe and what to do. */
export function Opening() {
  const { shell } = useWords();
  const { phase, failure, retryEngine } = useSession();
  // Kept here, above the moment in which it is tried: who mistyped one letter mends one letter.
  const [typed, setTyped] = useState("");
  const [tried, setTried] = useState<string>();
  const hasFailed = phase === "failed";
  const needsKey = failure === "wrong-key";
  useKeys({ Enter: retryEngine }, hasFailed && !needsKey);
  if (!hasFailed) {
    return (
      <main className={styles.opening} aria-busy="true">
        <p className={styles.calm}>{shell.starting}</p>
      </main>
    );
  }
  return (
    <main className={styles.opening}>
      <Empty
        icon={<DatabaseZap strokeWidth={1.75} />}
        title={shell.failed.title}
        action={
          <div className={styles.ways}>
            {needsKey ? (
              <OpenWithKey {...{ typed, tried }} onType={setTyped} onTry={setTried} />
            ) : (
              <Button look="tea" keyName="Enter" onPress={retryEngine}>
                {shell.failed.retry}
              </Button>
            )}
            {(needsKey || failure === "corrupt") && <OpenBackup />}
          </div>
        }
      >
        {/* Without the field below: all of an alert is read out again whenever any of it changes. */}
        <div role="alert">
          <p>{shell.failed.reasons[failure ?? "other"]}</p>
          {failure !== "corrupt" && <p>{shell.failed.safe}</p>}
        </div>
      </Empty>
    </main>
  );
}
