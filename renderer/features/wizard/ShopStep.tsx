import { useState } from "react";
import { useWizard } from "../../stores/wizard.ts";
import { Field } from "../../ui/Field.tsx";
import { useFocusFirst } from "../../ui/useFocusFirst.ts";
import { useWords } from "../../words/WordsContext.tsx";
import { StepForm } from "./StepForm.tsx";
import styles from "./Wizard.module.css";

export function ShopStep() {
  const { shop } = useWords().wizard;
  const { draft, fill, go } = useWizard();
  const [isMissing, setIsMissing] = useState(false);
  const first = useFocusFirst<HTMLInputElement>();
  const next = () => {
    if (draft.name.trim() === "") setIsMissing(true);
    else go("money");
  };
  return (
    <StepForm title={shop.title} lead={shop.lead} back="language" onNext={next}>
      <div className={styles.fields}>
        <Field
          ref={first}
          className={styles.wide}
          label={shop.name}
          value={draft.name}
          placeholder={shop.nameExample}
          maxLength={120}
          problem={isMissing && draft.name.trim() === "" ? shop.missing : undefined}
          onType={(name) => fill({ name })}
          testId="shop-name"
        />
        <Field
          label={shop.phone}
          value={draft.phone}
          type="tel"
          hint={shop.optional}
          maxLength={40}
          onType={(phone) => fill({ phone })}
        />
        <Field
          label={shop.address}
          value={draft.address}
          hint={shop.optional}
          maxLength={200}
          onType={(address) => fill({ address })}
        />
      </div>
    </StepForm>
  );
}
