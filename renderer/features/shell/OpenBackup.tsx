import { useState } from "react";
import { useSession } from "../../stores/session.ts";
import { useWizard } from "../../stores/wizard.ts";
import { Button } from "../../ui/Button.tsx";
import { Notice } from "../../ui/Notice.tsx";
import { useKeys } from "../../ui/useKeys.ts";
import { useWords } from "../../words/WordsContext.tsx";
import styles from "./Opening.module.css";

/** The way on where the shop's files are damaged: a backup, beside what does not open. Asked twice. */
export function OpenBackup() {
  const { failed: words } = useWords().shell;
  const startWithoutShop = useSession((session) => session.startWithoutShop);
  const go = useWizard((wizard) => wizard.go);
  const [isAsked, setIsAsked] = useState(false);
  useKeys({ Escape: () => setIsAsked(false) }, isAsked);
  const start = () => {
    go("backup");
    startWithoutShop();
  };
  if (!isAsked) {
    return (
      <Button look="quiet" onPress={() => setIsAsked(true)}>
        {words.openBackup}
      </Button>
    );
  }
  return (
    <Notice tone="gold" isAlert className={styles.aside}>
      <p>{words.setAside}</p>
      <p className={styles.decision}>
        <Button onPress={() => setIsAsked(false)}>{words.notYet}</Button>
        <Button look="harm" onPress={start} testId="start-without-shop">
          {words.startWithoutShop}
        </Button>
      </p>
    </Notice>
  );
}
