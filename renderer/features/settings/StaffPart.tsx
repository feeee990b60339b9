import { type FormEvent, useState } from "react";
import { useSafety } from "../../stores/safety.ts";
import { type Staff, useSession } from "../../stores/session.ts";
import { takeScan } from "../../stores/till/omnibox.ts";
import { Button } from "../../ui/Button.tsx";
import { Chip } from "../../ui/Chip.tsx";
import { Field } from "../../ui/Field.tsx";
import { SelectField } from "../../ui/SelectField.tsx";
import { useScannedOver } from "../../ui/useScannedOver.ts";
import { useWords } from "../../words/WordsContext.tsx";
import styles from "./Settings.module.css";

const roles: readonly Staff["role"][] = ["cashier", "manager", "owner"];

export function StaffPart() {
  const { settings } = useWords();
  const { staff: words } = settings;
  const names = useSession((session) => session.shop?.staffNames ?? noNames);
  return (
    <section className={styles.part} aria-label={settings.sections.staff}>
      <h2>{settings.sections.staff}</h2>
      <p className={styles.lead}>{words.lead}</p>
      <p className={styles.names}>
        <span>{words.present}</span>
        {names.map((name) => (
          <Chip key={name} tone="tea">
            {name}
          </Chip>
        ))}
      </p>
      <AddStaff />
    </section>
  );
}

const noNames: readonly string[] = [];

function AddStaff() {
  const { staff: words } = useWords().settings;
  const { addStaff, staffAdded } = useSafety();
  const [name, setName] = useState("");
  const [role, setRole] = useState<Staff["role"]>("cashier");
  const [pin, setPin] = useState("");
  const [hasTried, setHasTried] = useState(false);
  const restore = (before: Readonly<{ name: string; pin: string }>) => {
    setName(before.name);
    setPin(before.pin);
  };
  const press = useScannedOver({ typed: { name, pin }, restore, onScan: takeScan });
  const isPin = /^\d{4,12}$/u.test(pin);
  const add = async (event: FormEvent) => {
    event.preventDefault();
    setHasTried(true);
    if (name.trim() === "" || !isPin || !(await addStaff({ name, role, pin }))) return;
    setName("");
    setPin("");
    setHasTried(false);
  };
  return (
    <form
      className={styles.staff}
      noValidate
      onKeyDown={press}
      onSubmit={(event) => void add(event)}
    >
      <Field
        label={words.name}
        value={name}
        onType={setName}
        maxLength={80}
        problem={hasTried && name.trim() === "" ? words.nameMissing : undefined}
      />
      <SelectField
        label={words.role}
        value={role}
        choices={roles.map((value) => ({ value, label: words.roles[value] }))}
        onChoose={setRole}
      />
      <Field
        label={words.pin}
        value={pin}
        type="password"
        inputMode="numeric"
        autoComplete="new-password"
        onType={(typed) => setPin(typed.replace(/\D/gu, "").slice(0, 12))}
        problem={hasTried && !isPin ? words.pinShort : undefined}
      />
      <Button submits look="tea" className={styles.addKey}>
        {words.add}
      </Button>
      <p className={styles.lead} role="status">
        {staffAdded === undefined ? "" : words.added(staffAdded)}
      </p>
    </form>
  );
}
