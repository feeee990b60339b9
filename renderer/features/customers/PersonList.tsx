import { type FormEvent, useState } from "react";
import { initials } from "../../../shared/domain/customer/customerName.ts";
import { MOST_FOUND, type TypedNewcomer, useCustomers } from "../../stores/customers.ts";
import { usePlace } from "../../stores/place.ts";
import type { CustomerMatch } from "../../stores/till/findings.ts";
import { takeScan } from "../../stores/till/omnibox.ts";
import { Avatar } from "../../ui/Avatar.tsx";
import { Button } from "../../ui/Button.tsx";
import { classes } from "../../ui/classes.ts";
import { Empty } from "../../ui/Empty.tsx";
import { Field } from "../../ui/Field.tsx";
import { More } from "../../ui/More.tsx";
import { useChosenRow } from "../../ui/useChosenRow.ts";
import { useFocusFirst } from "../../ui/useFocusFirst.ts";
import { useInSight } from "../../ui/useInSight.ts";
import { useKeys } from "../../ui/useKeys.ts";
import { useScannedOver } from "../../ui/useScannedOver.ts";
import { useFormat, useWords } from "../../words/WordsContext.tsx";
import styles from "./Customers.module.css";

/** Type-ahead over everybody; arrow keys choose, Enter opens. */
export function PersonList() {
  const { customers: words } = useWords();
  const { text, matches, hasAnswered, search, openFound, more } = useCustomers();
  const { newcomer, typeNewcomer } = useCustomers();
  const startAdding = () => typeNewcomer(newcomer ?? { name: "", phone: "" });
  const { active, setActive, find, press } = useChosenRow({
    count: matches.length,
    open: (at) => void openFound(at),
    find: (typed) => void search(typed),
    more,
  });
  const field = useFocusFirst<HTMLInputElement>();
  useKeys({ "Ctrl+M": startAdding });
  return (
    <section className={styles.list} aria-label={words.title}>
      <Field
        ref={field}
        label={words.search}
        isLabelHidden
        placeholder={words.searchHint}
        value={text}
        onType={find}
        onKeyDown={press}
        testId="customer-search"
      />
      {newcomer ? (
        <AddPerson newcomer={newcomer} />
      ) : (
        <Button keyName="Ctrl M" keyShortcut="Control+M" onPress={startAdding}>
          {words.add}
        </Button>
      )}
      <People active={active} onActive={setActive} />
      {hasAnswered && matches.length === 0 && (
        <Empty title={text === "" ? words.none : words.notFound}>{words.noneHint}</Empty>
      )}
    </section>
  );
}

type PeopleProps = {
  readonly active: number;
  readonly onActive: (at: number) => void;
};

function People({ active, onActive }: PeopleProps) {
  const { customers: words, shell } = useWords();
  const format = useFormat();
  const { matches, next, more } = useCustomers();
  const { customerId, openCustomer } = usePlace();
  return (
    <ul className={styles.people}>
      {matches.map((match, at) => (
        <li key={match.customerId}>
          <PersonKey
            match={match}
            isActive={at === active}
            isOpen={match.customerId === customerId}
            onOpen={() => {
              onActive(at);
              openCustomer(match.customerId);
            }}
          />
        </li>
      ))}
      {next !== undefined && (
        <li>
          <More label={shell.showMore} onPress={() => void more()} testId="more-customers" />
        </li>
      )}
      {next === undefined && matches.length >= MOST_FOUND && (
        <li className={styles.cut} data-testid="people-cut">
          {words.cut(format.number(matches.length))}
        </li>
      )}
    </ul>
  );
}

type PersonKeyProps = {
  readonly match: CustomerMatch;
  readonly isActive: boolean;
  readonly isOpen: boolean;
  readonly onOpen: () => void;
};

function PersonKey({ match, isActive, isOpen, onOpen }: PersonKeyProps) {
  const { customers: words } = useWords();
  const format = useFormat();
  const key = useInSight(isActive);
  const { name, phone, email, lastPurchaseAtMs } = match;
  return (
    <button
      ref={key}
      type="button"
      className={classes(styles.personKey, isActive && styles.active, isOpen && styles.open)}
      aria-current={isOpen}
      onClick={onOpen}
    >
      <Avatar letters={initials(name)} size="small" />
      <span className={styles.personName}>{name}</span>
      <small>{phone === undefined ? email : format.maskedPhone(phone)}</small>
      <small>
        {lastPurchaseAtMs === undefined
          ? words.neverBought
          : words.lastSeen(format.dayOrMonth(lastPurchaseAtMs))}
      </small>
    </button>
  );
}

function AddPerson({ newcomer }: { readonly newcomer: TypedNewcomer }) {
  const { customers: words, till } = useWords();
  const { typeNewcomer, addNewcomer } = useCustomers();
  const { name, phone } = newcomer;
  const [problem, setProblem] = useState<string>();
  const first = useFocusFirst<HTMLInputElement>();
  const close = () => typeNewcomer(undefined);
  useKeys({ Escape: close });
  const press = useScannedOver({ typed: newcomer, restore: typeNewcomer, onScan: takeScan });
  const save = (event: FormEvent) => {
    event.preventDefault();
    if (name.trim() === "") setProblem(till.panel.nameMissing);
    else void addNewcomer();
  };
  return (
    <form className={styles.add} noValidate onKeyDown={press} onSubmit={save}>
      <Field
        ref={first}
        label={till.panel.name}
        value={name}
        onType={(text) => {
          setProblem(undefined);
          typeNewcomer({ ...newcomer, name: text });
        }}
        maxLength={120}
        isRequired
        problem={problem}
      />
      <Field
        label={till.panel.phone}
        value={phone}
        onType={(text) => typeNewcomer({ ...newcomer, phone: text })}
        type="tel"
        maxLength={40}
      />
      <div className={styles.actions}>
        <Button submits look="tea" size="small" keyName="Enter">
          {words.fields.save}
        </Button>
        <Button look="quiet" size="small" keyName="Esc" onPress={close}>
          {words.cancel}
        </Button>
      </div>
    </form>
  );
}
