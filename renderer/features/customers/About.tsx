import { type FormEvent, useState } from "react";
import { type Profile, type TypedAbout, useCustomers } from "../../stores/customers.ts";
import { takeScan } from "../../stores/till/omnibox.ts";
import { Button } from "../../ui/Button.tsx";
import { Field } from "../../ui/Field.tsx";
import { TextArea } from "../../ui/TextArea.tsx";
import { useScannedOver } from "../../ui/useScannedOver.ts";
import { useWords } from "../../words/WordsContext.tsx";
import { readBirthday, showBirthday } from "./birthdayText.ts";
import styles from "./Customers.module.css";

/** What the person told the shop: it comes before anything inferred. */
export function About({ profile: { customer } }: { readonly profile: Profile }) {
  const { sections, fields } = useWords().customers;
  const { panel } = useWords().till;
  const { change, hasSaved, isRevealed } = useCustomers();
  const { typed, untouched, isChanged, fill, drop } = useTyped(customer);
  const [hasTried, setHasTried] = useState(false);
  const { name, birthday, tags, note } = typed;
  const read = readBirthday(birthday);
  const isMasked = !isRevealed && birthday !== "" && birthday === untouched.birthday;
  const press = useScannedOver({ typed, restore: fill, onScan: takeScan });
  const save = (event: FormEvent) => {
    event.preventDefault();
    setHasTried(true);
    if (read === undefined || name.trim() === "") return;
    void change({ name, birthday: read, note, tags: tagsOf(tags) });
  };
  return (
    <section className={styles.section} aria-label={sections.about}>
      <h2>{sections.about}</h2>
      <form className={styles.fields} noValidate onKeyDown={press} onSubmit={save}>
        <Field
          className={styles.wide}
          label={fields.name}
          value={name}
          onType={(text) => fill({ name: text })}
          maxLength={120}
          isRequired
          problem={hasTried && name.trim() === "" ? panel.nameMissing : undefined}
          testId="about-name"
        />
        <Field
          label={fields.birthday}
          value={isMasked ? masked : birthday}
          onType={(text) => fill({ birthday: isMasked ? text.replace(masked, "") : text })}
          placeholder={fields.birthdayHint}
          problem={hasTried && read === undefined ? fields.birthdayWrong : undefined}
          testId="birthday"
        />
        <Field
          label={fields.tags}
          value={tags}
          onType={(text) => fill({ tags: text })}
          placeholder={fields.tagsHint}
        />
        <div className={styles.wide}>
          <TextArea
            label={fields.note}
            value={note}
            onType={(text) => fill({ note: text })}
            maxLength={2_000}
          />
        </div>
        <div className={`${styles.foot} ${styles.wide}`}>
          <Button submits size="small" look="tea" isDisabled={!isChanged}>
            {fields.save}
          </Button>
          {isChanged && (
            <Button size="small" look="quiet" onPress={drop} testId="drop-about">
              {fields.drop}
            </Button>
          )}
          <span role="status">{hasSaved && !isChanged ? fields.saved : ""}</span>
        </div>
      </form>
    </section>
  );
}

/** Kept until it is saved or dropped, also while somebody else or another place is looked at. */
const useTyped = (customer: Customer) => {
  const { customerId, name, tags, note = "" } = customer;
  const kept = useCustomers(({ typedById }) => typedById[customerId]);
  const type = useCustomers((customers) => customers.type);
  const birthday = showBirthday(customer.birthday);
  const untouched: TypedAbout = { name, birthday, tags: tags.join(", "), note };
  const typed = { ...untouched, ...kept };
  return {
    ...{ typed, untouched },
    isChanged: !isSame(typed, untouched),
    fill: (part: Partial<TypedAbout>) => {
      const isUndone = isSame({ ...typed, ...part }, untouched);
      type(customerId, isUndone ? undefined : { ...kept, ...part });
    },
    drop: () => type(customerId, undefined),
  };
};

type Customer = Profile["customer"];

const isSame = (left: TypedAbout, right: TypedAbout): boolean =>
  left.name === right.name &&
  left.birthday === right.birthday &&
  left.tags === right.tags &&
  left.note === right.note;

const masked = "••/••";

const tagsOf = (typed: string): string[] =>
  typed
    .split(",")
    .map((tag) => tag.trim())
    .filter((tag) => tag !== "");
