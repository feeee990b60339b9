import { KeyRound, Printer } from "lucide-react";
import { useWizard } from "../../stores/wizard.ts";
import { Button } from "../../ui/Button.tsx";
import { Notice } from "../../ui/Notice.tsx";
import { keyGroups, recoveryDocument } from "../../words/recoveryDocument.ts";
import { useWords } from "../../words/WordsContext.tsx";
import { StepForm } from "./StepForm.tsx";
import styles from "./Wizard.module.css";

/** The one thing that cannot be asked for again when the computer is gone. */
export function RecoveryStep() {
  const words = useWords();
  const { recovery } = words.wizard;
  const { recoveryKey, hasBasicKeychain, printed, printKey, go, draft } = useWizard();
  const print = () => {
    if (recoveryKey === undefined) return;
    void printKey(recoveryDocument({ shopName: draft.name, recoveryKey, words }));
  };
  return (
    <StepForm
      title={recovery.title}
      lead={recovery.lead}
      onNext={() => go("start")}
      nextText={recovery.kept}
      extra={
        <Button
          size="large"
          icon={<Printer strokeWidth={1.75} aria-hidden="true" />}
          isDisabled={recoveryKey === undefined}
          onPress={print}
        >
          {recovery.print}
        </Button>
      }
    >
      {recoveryKey !== undefined && (
        <div className={styles.key} role="img" aria-label={`${recovery.keyLabel}: ${recoveryKey}`}>
          {keyGroups(recoveryKey).map(({ group, place }) => (
            <span key={place} data-testid="key-group">
              {group}
            </span>
          ))}
        </div>
      )}
      <p className={styles.quiet}>
        {printed === undefined && recovery.advice}
        {printed === "yes" && recovery.printed}
        {printed === "no" && recovery.printFailed}
      </p>
      {hasBasicKeychain && (
        <Notice tone="gold" icon={<KeyRound strokeWidth={1.75} aria-hidden="true" />}>
          {recovery.basicKeychain}
        </Notice>
      )}
    </StepForm>
  );
}
