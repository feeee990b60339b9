import { keyFromPaper, typedKeyLength } from "../../../shared/kernel/recoveryKey.ts";
import { useSession } from "../../stores/session.ts";
import { Button } from "../../ui/Button.tsx";
import { Notice } from "../../ui/Notice.tsx";
import { RecoveryKeyField } from "../../ui/RecoveryKeyField.tsx";
import { useFocusFirst } from "../../ui/useFocusFirst.ts";
import { refusalText } from "../../words/refusalWords.ts";
import { useFormat, useWords } from "../../words/WordsContext.tsx";
import styles from "./Opening.module.css";

type OpenWithKeyProps = {
  readonly typed: string;
  /** What was tried last. */
  readonly tried: string | undefined;
  readonly onType: (typed: string) => void;
  readonly onTry: (typed: string) => void;
};

/** Where this computer has lost the key of the shop's data: the one on paper is typed. */
export function OpenWithKey({ typed, tried, onType, onTry }: OpenWithKeyProps) {
  const { shell, restore, refusals } = useWords();
  const format = useFormat();
  const openWithKey = useSession((session) => session.openWithKey);
  const key = useFocusFirst<HTMLTextAreaElement>();
  const isKey = keyFromPaper(typed) !== undefined;
  const tryKey = () => {
    onTry(typed);
    if (isKey) openWithKey(typed);
  };
  const incomplete = { kind: "RecoveryKeyIncomplete", typed: typedKeyLength(typed) } as const;
  return (
    <form
      className={styles.key}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        tryKey();
      }}
    >
      <RecoveryKeyField words={restore} ref={key} value={typed} onType={onType} />
      {typed === tried && (
        <Notice tone="rose" isAlert>
          {isKey ? shell.failed.keyDoesNotFit : refusalText(incomplete, refusals, format)}
        </Notice>
      )}
      <Button look="tea" submits keyName="Enter">
        {shell.failed.openWithKey}
      </Button>
    </form>
  );
}
