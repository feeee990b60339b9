import { type FormEvent, useState } from "react";
import { useCustomerPanel } from "../../../stores/till/customerPanel.ts";
import { takeScan } from "../../../stores/till/omnibox.ts";
import { Button } from "../../../ui/Button.tsx";
import { Field } from "../../../ui/Field.tsx";
import { useFocusFirst } from "../../../ui/useFocusFirst.ts";
import { useKeys } from "../../../ui/useKeys.ts";
import { useScannedOver } from "../../../ui/useScannedOver.ts";
import { refusalText } from "../../../words/refusalWords.ts";
import { useFormat, useWords } from "../../../words/WordsContext.tsx";
import styles from "./CustomerPanel.module.css";

/** A new regular in two fields, where the profile will stand. Somebody known is chosen instead. */
export function AddCustomer() {
  const { till, refusals } = useWords();
  const { panel } = till;
  const format = useFormat();
  const { newcomer, typeNewcomer, addCustomer, stopAdding } = useCustomerPanel();
  const { name, phone, agrees } = newcomer;
  const [problem, setProblem] = useState<string>();
  const [nameProblem, setNameProblem] = useState<string>();
  const first = useFocusFirst<HTMLInputElement>();
  const press = useScannedOver({ typed: newcomer, restore: typeNewcomer, onScan: takeScan });
  useKeys({ Escape: stopAdding });
  const save = async (event: FormEvent) => {
    event.preventDefault();
    if (name.trim() === "") {
      setNameProblem(panel.nameMissing);
      return;
    }
    const refusal = await addCustomer(panel.consentWording);
    if (refusal) setProblem(refusalText(refusal, refusals, format));
  };
  return (
    <form
      className={styles.form}
      noValidate
      onKeyDown={press}
      onSubmit={(event) => void save(event)}
    >
      <h2>{panel.addTitle}</h2>
      <Field
        ref={first}
        label={panel.name}
        value={name}
        onType={(text) => {
          setNameProblem(undefined);
          typeNewcomer({ name: text });
        }}
        maxLength={120}
        isRequired
        problem={nameProblem}
      />
      <Field
        label={panel.phone}
        value={phone}
        onType={(text) => {
          setProblem(undefined);
          typeNewcomer({ phone: text });
        }}
        type="tel"
        maxLength={40}
        problem={problem}
      />
      <label className={styles.agree}>
        <input
          type="checkbox"
          checked={agrees}
          onChange={(event) => typeNewcomer({ agrees: event.currentTarget.checked })}
        />
        {panel.agree}
      </label>
      <div className={styles.actions}>
        <Button submits look="tea" keyName="Enter">
          {panel.save}
        </Button>
        <Button look="quiet" keyName="Esc" onPress={stopAdding}>
          {panel.cancel}
        </Button>
      </div>
    </form>
  );
}
