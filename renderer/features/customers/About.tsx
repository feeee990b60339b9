import { type FormEvent, useState } from "react";
import { type Profile, useCustomers } from "../../stores/customers.ts";
import { Button } from "../../ui/Button.tsx";
import { Field } from "../../ui/Field.tsx";
import { TextArea } from "../../ui/TextArea.tsx";
import { useWords } from "../../words/WordsContext.tsx";
import { readBirthday, showBirthday } from "./birthdayText.ts";
import styles from "./Customers.module.css";

/** What the person told the shop: it comes before anything inferred. */
export function About({ profile: { customer } }: { readonly profile: Profile }) {
  const { sections, fields } = useWords().customers;
  const { change, hasSaved, isRevealed } = useCustomers();
  const [name, setName] = useState(customer.name);
  const [birthday, setBirthday] = useState(showBirthday(customer.birthday));
  const [tags, setTags] = useState(customer.tags.join(", "));
  const [note, setNote] = useState(customer.note ?? "");
  const [isWrong, setIsWrong] = useState(false);
  const isChanged =
    name !== customer.name ||
    birthday !== showBirthday(customer.birthday) ||
    tags !== customer.tags.join(", ") ||
    note !== (customer.note ?? "");
  const isMasked = !isRevealed && birthday !== "" && birthday === showBirthday(customer.birthday);
  const save = (event: FormEvent) => {
    event.preventDefault();
    const read = readBirthday(birthday);
    setIsWrong(read === undefined);
    if (read === undefined || name.trim() === "") return;
    void change({ name, birthday: read, note, tags: tagsOf(tags) });
  };
  return (
    <section className={styles.section} aria-label={sections.about}>
      <h2>{sections.about}</h2>
      <form className={styles.fields} noValidate onSubmit={save}>
        <Field
          className={styles.wide}
          label={fields.name}
          value={name}
          onType={setName}
          maxLength={120}
        />
        <Field
          label={fields.birthday}
          value={isMasked ? masked : birthday}
          onType={(typed) => setBirthday(isMasked ? typed.replace(masked, "") : typed)}
          placeholder={fields.birthdayHint}
          problem={isWrong ? fields.birthdayWrong : undefined}
          testId="birthday"
        />
        <Field label={fields.tags} value={tags} onType={setTags} placeholder={fields.tagsHint} />
        <div className={styles.wide}>
          <TextArea label={fields.note} value={note} onType={setNote} maxLength={2_000} />
        </div>
        <div className={`${styles.foot} ${styles.wide}`}>
          <Button submits size="small" look="tea" isDisabled={!isChanged}>
            {fields.save}
          </Button>
          <span role="status">{hasSaved && !isChanged ? fields.saved : ""}</span>
        </div>
      </form>
    </section>
  );
}

const masked = "••/••";

const tagsOf = (typed: string): string[] =>
  typed
    .split(",")
    .map((tag) => tag.trim())
    .filter((tag) => tag !== "");
