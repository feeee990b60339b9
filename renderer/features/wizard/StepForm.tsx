import type { ReactNode } from "react";
import { useWizard, type WizardStep } from "../../stores/wizard.ts";
import { Button } from "../../ui/Button.tsx";
import { useKeys } from "../../ui/useKeys.ts";
import { useWords } from "../../words/WordsContext.tsx";
import styles from "./Wizard.module.css";

type StepFormProps = {
  readonly title: string;
  readonly lead: string;
  readonly children: ReactNode;
  readonly onNext: () => void;
  readonly back?: WizardStep;
  readonly nextText?: string;
  readonly isBusy?: boolean;
  readonly extra?: ReactNode;
};

/** One question of the wizard: Enter goes on, Alt and left arrow goes back. */
export function StepForm(props: StepFormProps) {
  const { wizard } = useWords();
  const go = useWizard((state) => state.go);
  const { back, onNext } = props;
  const goBack = back && (() => go(back));
  useKeys({ "Alt+ArrowLeft": goBack, Enter: onNext });
  return (
    <form
      className={styles.form}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        onNext();
      }}
    >
      <header className={styles.heading}>
        <h1>{props.title}</h1>
        <p>{props.lead}</p>
      </header>
      {props.children}
      <div className={styles.foot}>
        <Button
          submits
          look="main"
          size="large"
          keyName="Enter"
          isDisabled={props.isBusy ?? false}
          testId="wizard-next"
        >
          {props.nextText ?? wizard.next}
        </Button>
        {props.extra}
        {goBack && (
          <Button
            look="quiet"
            size="large"
            keyName="Alt ←"
            keyShortcut="Alt+ArrowLeft"
            onPress={goBack}
          >
            {wizard.back}
          </Button>
        )}
      </div>
    </form>
  );
}
