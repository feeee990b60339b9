import { type FormEvent, useState } from "react";
import { type Identity, type Profile, useCustomers } from "../../stores/customers.ts";
import { Button } from "../../ui/Button.tsx";
import { Field } from "../../ui/Field.tsx";
import { SelectField } from "../../ui/SelectField.tsx";
import { useFormat, useWords } from "../../words/WordsContext.tsx";
import styles from "./Customers.module.css";

const kinds: readonly Identity["kind"][] = ["phone", "email", "card", "shop"];

/** What they are recognised by, where each came from, and since when. */
export function Identities({ profile: { customer } }: { readonly profile: Profile }) {
  const { customers: words } = useWords();
  const format = useFormat();
  const shown = useShown();
  const sources: Readonly<Record<string, string>> = words.sources;
  return (
    <section className={styles.section} aria-label={words.sections.identities}>
      <h2>{words.sections.identities}</h2>
      {customer.identities.length > 0 && (
        <ul className={styles.rows}>
          {customer.identities.map((identity) => (
            <li key={`${identity.kind} ${identity.value}`}>
              <div>
                <b>{shown(identity)}</b>
                <small>
                  {words.identitySource(
                    sources[identity.source] ?? identity.source,
                    format.day(identity.sinceMs),
                  )}
                </small>
              </div>
              <span className={styles.quietly}>{words.identityKinds[identity.kind]}</span>
            </li>
          ))}
        </ul>
      )}
      <AddIdentity />
    </section>
  );
}

/** Masked until asked for, each kind in its own way. */
const useShown = () => {
  const format = useFormat();
  const isRevealed = useCustomers((state) => state.isRevealed);
  return ({ kind, value }: Identity): string => {
    if (kind === "phone") return isRevealed ? format.phone(value) : format.maskedPhone(value);
    if (isRevealed) return value;
    const at = kind === "email" ? value.indexOf("@") : value.length - 3;
    return `${value.slice(0, 1)}••••${value.slice(Math.max(1, at))}`;
  };
};

function AddIdentity() {
  const { customers: words } = useWords();
  const addIdentity = useCustomers((state) => state.addIdentity);
  const [kind, setKind] = useState<Identity["kind"]>("phone");
  const [value, setValue] = useState("");
  const add = async (event: FormEvent) => {
    event.preventDefault();
    if (value.trim() !== "" && (await addIdentity(kind, value))) setValue("");
  };
  return (
    <form className={styles.inline} onSubmit={(event) => void add(event)}>
      <SelectField
        label={words.identityKind}
        isLabelHidden
        value={kind}
        choices={kinds.map((each) => ({ value: each, label: words.identityKinds[each] }))}
        onChoose={setKind}
      />
      <Field
        label={words.identityValue}
        isLabelHidden
        placeholder={words.identityValue}
        value={value}
        onType={setValue}
        maxLength={254}
      />
      <Button submits>{words.addIdentity}</Button>
    </form>
  );
}
