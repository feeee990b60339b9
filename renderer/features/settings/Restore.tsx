import { History } from "lucide-react";
import { useRef } from "react";
import { type FoundBackup, useRestore } from "../../stores/restore.ts";
import { useSafety } from "../../stores/safety.ts";
import { Button } from "../../ui/Button.tsx";
import { Notice } from "../../ui/Notice.tsx";
import { Progress } from "../../ui/Progress.tsx";
import { RecoveryKeyField } from "../../ui/RecoveryKeyField.tsx";
import { useFocusFirst } from "../../ui/useFocusFirst.ts";
import { useInSight } from "../../ui/useInSight.ts";
import { useKeys } from "../../ui/useKeys.ts";
import { refusalText } from "../../words/refusalWords.ts";
import { useFormat, useWords } from "../../words/WordsContext.tsx";
import { Checked } from "./Checked.tsx";
import { SafetyRow } from "./SafetyRow.tsx";
import styles from "./Settings.module.css";

/** Puts a backup in the place of the shop, once it was looked at and it is known what is given up. */
export function Restore() {
  const { restore: words, refusals } = useWords();
  const format = useFormat();
  const { work, found, refusal, recoveryKey, choose, check, leave } = useRestore();
  const chooser = useRef<HTMLButtonElement>(null);
  const leaveIt = () => {
    leave();
    chooser.current?.focus();
  };
  const isBusy = useSafety((safety) => safety.work !== undefined) || work !== undefined;
  const needsKey = recoveryKey !== "" || isLockedElsewhere(refusal);
  const chooseAndCheck = async () => {
    await choose();
    await check();
  };
  return (
    <SafetyRow
      icon={<History strokeWidth={1.75} />}
      title={words.title}
      lead={words.lead}
      actions={
        <Button ref={chooser} isDisabled={isBusy} onPress={() => void chooseAndCheck()}>
          {words.choose}
        </Button>
      }
    >
      {work === "check" && <Progress label={words.checking} done={0} total={0} />}
      {work === "put" && <Progress label={words.putting} done={0} total={0} />}
      {work === undefined && refusal && (
        <Notice tone="rose" isAlert>
          {isLockedElsewhere(refusal) && recoveryKey === ""
            ? words.otherKey
            : refusalText(refusal, refusals, format)}
        </Notice>
      )}
      {work === undefined && needsKey && !found && <OtherKey />}
      {work === undefined && found && <Found backup={found} onLeave={leaveIt} />}
    </SafetyRow>
  );
}

const isLockedElsewhere = (refusal: ReturnType<typeof useRestore.getState>["refusal"]): boolean =>
  refusal?.kind === "BackupUnreadable" && refusal.why === "wrong-key";

function OtherKey() {
  const { restore: words } = useWords();
  const { recoveryKey, typeKey, check } = useRestore();
  const key = useFocusFirst<HTMLTextAreaElement>();
  const place = useInSight<HTMLFormElement>(true);
  return (
    <form
      ref={place}
      className={styles.otherKey}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void check();
      }}
    >
      <RecoveryKeyField words={words} ref={key} value={recoveryKey} onType={typeKey} />
      <Button submits>{words.check}</Button>
    </form>
  );
}

type FoundProps = { readonly backup: FoundBackup; readonly onLeave: () => void };

function Found({ backup, onLeave }: FoundProps) {
  const { restore: words, settings } = useWords();
  const format = useFormat();
  const put = useRestore((restore) => restore.put);
  const stay = useFocusFirst<HTMLButtonElement>();
  useKeys({ Escape: onLeave });
  const place = useInSight<HTMLDivElement>(true);
  const { saleCount, customerCount = 0, lastSoldAtMs, problems } = backup;
  if (!backup.ok) {
    return <Checked isGood={false} text={settings.backup.bad} problems={problems} isAlert />;
  }
  return (
    <div ref={place}>
      <Notice tone="gold" isAlert testId="backup-found">
        <p>{words.found(format.number(saleCount), format.number(customerCount))}</p>
        <p>
          {lastSoldAtMs === undefined
            ? words.nothingSold
            : words.lastSold(`${format.day(lastSoldAtMs)} ${format.time(lastSoldAtMs)}`)}
        </p>
        <p>{words.warning}</p>
        <p className={styles.decision}>
          <Button ref={stay} onPress={onLeave}>
            {words.leave}
          </Button>
          <Button look="harm" onPress={() => void put()}>
            {words.put}
          </Button>
        </p>
      </Notice>
    </div>
  );
}
