import { DatabaseBackup, KeyRound, ScrollText } from "lucide-react";
import { useSafety } from "../../stores/safety.ts";
import { useSession } from "../../stores/session.ts";
import { today } from "../../stores/today.ts";
import { Button } from "../../ui/Button.tsx";
import { Notice } from "../../ui/Notice.tsx";
import { Progress } from "../../ui/Progress.tsx";
import { keyGroups, recoveryDocument } from "../../words/recoveryDocument.ts";
import { useFormat, useWords } from "../../words/WordsContext.tsx";
import { Checked } from "./Checked.tsx";
import { Health } from "./Health.tsx";
import { Restore } from "./Restore.tsx";
import { SafetyRow } from "./SafetyRow.tsx";
import styles from "./Settings.module.css";

export function Safety() {
  const { sections } = useWords().settings;
  const role = useSession((session) => session.staff?.role);
  return (
    <section className={styles.part} aria-label={sections.safety}>
      <h2>{sections.safety}</h2>
      <Backup />
      {role === "owner" && <Restore />}
      {role === "owner" && <RecoveryKey />}
      <Health />
      <Audit />
    </section>
  );
}

function Backup() {
  const { backup: words } = useWords().settings;
  const format = useFormat();
  const { work, progress, backup, verified, createBackup, verifyBackup } = useSafety();
  const isBusy = work !== undefined;
  return (
    <SafetyRow
      icon={<DatabaseBackup strokeWidth={1.75} />}
      title={words.title}
      lead={words.lead}
      actions={
        <>
          <Button isDisabled={isBusy} onPress={() => void verifyBackup()}>
            {words.verify}
          </Button>
          <Button
            look="tea"
            isDisabled={isBusy}
            onPress={() => void createBackup(words.fileName(today()))}
          >
            {words.create}
          </Button>
        </>
      }
    >
      {work === "backup" && <Progress label={words.running} {...progress} />}
      {work === "verify" && <Progress label={words.verifying} {...progress} />}
      {backup && (
        <Notice tone="tea">
          {words.made(format.number(backup.saleCount), megabytes(backup.sizeBytes, format.number))}
        </Notice>
      )}
      {backup?.otherKeys !== undefined && <Notice tone="gold">{words.otherKeys}</Notice>}
      {verified && (
        <Checked
          isGood={verified.ok}
          text={verified.ok ? words.good(format.number(verified.saleCount)) : words.bad}
          problems={verified.problems}
        />
      )}
    </SafetyRow>
  );
}

const megabytes = (bytes: number, number: (value: number) => string): string =>
  number(Math.round((bytes / 1_048_576) * 10) / 10);

function RecoveryKey() {
  const words = useWords();
  const { recovery } = words.settings;
  const { recoveryKey, printed, showKey, hideKey, print } = useSafety();
  const shopName = useSession((session) => session.shop?.name ?? "");
  return (
    <SafetyRow
      icon={<KeyRound strokeWidth={1.75} />}
      title={recovery.title}
      lead={recovery.lead}
      actions={
        recoveryKey === undefined ? (
          <Button onPress={() => void showKey()}>{recovery.show}</Button>
        ) : (
          <>
            <Button look="quiet" onPress={hideKey}>
              {recovery.hide}
            </Button>
            <Button onPress={() => void print(recoveryDocument({ shopName, recoveryKey, words }))}>
              {recovery.print}
            </Button>
          </>
        )
      }
    >
      {recoveryKey !== undefined && (
        <p className={styles.key}>
          {keyGroups(recoveryKey).map(({ group, place }) => (
            <span key={place}>{group}</span>
          ))}
        </p>
      )}
      {printed !== undefined && (
        <Notice tone={printed ? "tea" : "gold"} isAlert={!printed}>
          {printed ? words.wizard.recovery.printed : words.wizard.recovery.printFailed}
        </Notice>
      )}
    </SafetyRow>
  );
}

function Audit() {
  const { audit: words } = useWords().settings;
  const format = useFormat();
  const { audit, work, verifyAudit } = useSafety();
  return (
    <SafetyRow
      icon={<ScrollText strokeWidth={1.75} />}
      title={words.title}
      lead={words.lead}
      actions={
        <Button isDisabled={work !== undefined} onPress={() => void verifyAudit()}>
          {words.check}
        </Button>
      }
    >
      {work === "audit" && <Progress label={words.running} done={0} total={0} />}
      {audit && (
        <Notice tone={audit.ok ? "tea" : "rose"}>
          {audit.ok
            ? words.good(format.number(audit.entries))
            : words.broken(format.number(audit.brokenAt ?? 0))}
        </Notice>
      )}
    </SafetyRow>
  );
}
