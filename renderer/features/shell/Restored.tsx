import { DatabaseBackup } from "lucide-react";
import { useRestore } from "../../stores/restore.ts";
import { useSession } from "../../stores/session.ts";
import { Button } from "../../ui/Button.tsx";
import { Empty } from "../../ui/Empty.tsx";
import { useKeys } from "../../ui/useKeys.ts";
import { useFormat, useWords } from "../../words/WordsContext.tsx";
import styles from "./Opening.module.css";

/** After a backup took the shop's place: what it holds, and what paper out there may still say. */
export function Restored() {
  const { done: words } = useWords().restore;
  const format = useFormat();
  const done = useRestore((restore) => restore.done);
  const hasNewKey = useRestore((restore) => restore.recoveryKey !== "");
  const startAfresh = useSession((session) => session.startAfresh);
  useKeys({ Enter: startAfresh });
  if (!done) return null;
  const { saleCount, usedSince, isReplacedRead, nextReceiptNumber, unreadableCustomers } = done;
  return (
    <main className={styles.opening} data-testid="restored-backup">
      <Empty
        icon={<DatabaseBackup strokeWidth={1.75} />}
        title={words.title}
        action={
          <Button look="tea" keyName="Enter" onPress={startAfresh}>
            {words.signIn}
          </Button>
        }
      >
        <div className={styles.told} role="alert">
          <p>{words.sales(format.number(saleCount))}</p>
          {usedSince > 0 && <p>{words.usedSince(format.number(usedSince))}</p>}
          {!isReplacedRead && <p>{words.unknown}</p>}
          <p>{words.receipts(nextReceiptNumber)}</p>
          {unreadableCustomers !== undefined && (
            <p>{words.unreadable(format.number(unreadableCustomers))}</p>
          )}
          {hasNewKey && <p>{words.newKey}</p>}
        </div>
      </Empty>
    </main>
  );
}
