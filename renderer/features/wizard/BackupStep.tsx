import { FolderOpen } from "lucide-react";
import { useRef, useState } from "react";
import { useRestore } from "../../stores/restore.ts";
import { Button } from "../../ui/Button.tsx";
import { classes } from "../../ui/classes.ts";
import { Notice } from "../../ui/Notice.tsx";
import { Progress } from "../../ui/Progress.tsx";
import { RecoveryKeyField } from "../../ui/RecoveryKeyField.tsx";
import { useFocusFirst } from "../../ui/useFocusFirst.ts";
import { RefusalNotice } from "../../words/RefusalNotice.tsx";
import { useWords } from "../../words/WordsContext.tsx";
import { StepForm } from "./StepForm.tsx";
import styles from "./Wizard.module.css";

/** The old computer broke or is gone: its backup and its printed key open the shop on this one. */
export function BackupStep() {
  const { restore } = useWords();
  const { newComputer: words } = restore;
  const { path, recoveryKey, work, refusal, choose, typeKey, setUp } = useRestore();
  const [isMissing, setIsMissing] = useState(false);
  const chooser = useFocusFirst<HTMLButtonElement>();
  const key = useRef<HTMLTextAreaElement>(null);
  const chooseThenType = async () => {
    await choose();
    key.current?.focus();
  };
  const open = () => {
    setIsMissing(path === undefined);
    void setUp();
  };
  return (
    <StepForm
      title={words.title}
      lead={words.lead}
      back="language"
      onNext={open}
      nextText={words.open}
      isBusy={work !== undefined}
    >
      <div className={styles.backup}>
        <Button
          ref={chooser}
          icon={<FolderOpen strokeWidth={1.75} aria-hidden="true" />}
          isDisabled={work !== undefined}
          onPress={() => void chooseThenType()}
        >
          {restore.choose}
        </Button>
        <p className={classes(styles.quiet, styles.file)} data-testid="backup-file">
          {path === undefined ? words.noFile : lastPart(path)}
        </p>
        <div className={styles.wide}>
          <RecoveryKeyField words={restore} ref={key} value={recoveryKey} onType={typeKey} />
        </div>
      </div>
      {work !== undefined && <Progress label={restore.putting} done={0} total={0} />}
      {isMissing && path === undefined && (
        <Notice tone="rose" isAlert>
          {words.missing}
        </Notice>
      )}
      <RefusalNotice refusal={work === undefined ? refusal : undefined} />
    </StepForm>
  );
}

const lastPart = (path: string): string => path.split(/[/\\]/u).at(-1) ?? path;
