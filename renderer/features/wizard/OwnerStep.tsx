import { useState } from "react";
import { useWizard } from "../../stores/wizard.ts";
import { Field } from "../../ui/Field.tsx";
import { useFocusFirst } from "../../ui/useFocusFirst.ts";
import { useWords } from "../../words/WordsContext.tsx";
import { StepForm } from "./StepForm.tsx";
import styles from "./Wizard.module.css";

const isPin = (typed: string): boolean => /^\d{4,12}$/u.test(typed);
const digitsOf = (typed: string): string => typed.replace(/\D/gu, "").slice(0, 12);

export function OwnerStep() {
  const { owner } = useWords().wizard;
  const { draft, fill, setUp, isBusy } = useWizard();
  const [pin, setPin] = useState("");
  const [again, setAgain] = useState("");
  const [hasTried, setHasTried] = useState(false);
  const first = useFocusFirst<HTMLInputElement>();
  const isNamed = draft.ownerName.trim() !== "";
  const next = () => {
    setHasTried(true);
    if (isNamed && isPin(pin) && pin === again) void setUp(pin);
  };
  return (
    <StepForm
      title={owner.title}
      lead={owner.lead}
      back="money"
      onNext={next}
      nextText={owner.create}
      isBusy={isBusy}
    >
      <div className={styles.fields}>
        <Field
          ref={first}
          className={styles.wide}
          label={owner.name}
          value={draft.ownerName}
          placeholder={owner.nameExample}
          maxLength={80}
          problem={hasTried && !isNamed ? owner.missingName : undefined}
          onType={(ownerName) => fill({ ownerName })}
          testId="owner-name"
        />
        <Field
          label={owner.pin}
          value={pin}
          type="password"
          inputMode="numeric"
          autoComplete="new-password"
          problem={hasTried && !isPin(pin) ? owner.short : undefined}
          onType={(typed) => setPin(digitsOf(typed))}
          testId="owner-pin"
        />
        <Field
          label={owner.again}
          value={again}
          type="password"
          inputMode="numeric"
          autoComplete="new-password"
          problem={hasTried && isPin(pin) && pin !== again ? owner.differ : undefined}
          onType={(typed) => setAgain(digitsOf(typed))}
          testId="owner-pin-again"
        />
      </div>
    </StepForm>
  );
}
