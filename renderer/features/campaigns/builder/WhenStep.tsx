import { budgetHold, type Delivery } from "../../../stores/campaigns/campaignDraft.ts";
import { daysBetween } from "../../../stores/today.ts";
import { Choices } from "../../../ui/Choices.tsx";
import { classes } from "../../../ui/classes.ts";
import { Field } from "../../../ui/Field.tsx";
import { useFormat, useWords } from "../../../words/WordsContext.tsx";
import styles from "./Builder.module.css";
import { DayField } from "./DayField.tsx";
import { HoldoutPart } from "./HoldoutPart.tsx";
import { useDraft } from "./useDraft.ts";

const deliveries: readonly Delivery[] = ["print", "zalo", "sms", "email"];

/** When, and how many: days, the way it reaches people, its bounds, and the share held out. */
export function WhenStep() {
  const { builder } = useWords().campaigns;
  const { number } = useFormat();
  const { draft, change, field } = useDraft();
  const { fromDay, toDay } = draft;
  return (
    <section className={styles.part}>
      <h2>{builder.when}</h2>
      <div className={styles.fields}>
        <Field
          className={styles.wide}
          label={builder.name}
          {...field("name")}
          placeholder={builder.nameExample}
          maxLength={120}
          testId="campaign-name"
        />
        <DayField label={builder.from} name="fromDay" />
        <DayField label={builder.to} name="toDay" min={fromDay} />
        {fromDay !== "" && toDay >= fromDay && (
          <p className={classes(styles.wide, styles.lead)} data-testid="campaign-length">
            {builder.length(number(daysBetween(fromDay, toDay) + 1))}
          </p>
        )}
      </div>
      <Choices
        label={builder.trigger}
        look="cards"
        columns={2}
        value={draft.trigger}
        onChoose={(trigger) => change({ trigger })}
        choices={(["list", "next-purchase"] as const).map((value) => ({
          value,
          label: builder.triggers[value],
          detail: builder.triggerDetails[value],
        }))}
      />
      {draft.trigger === "list" ? <ListPart /> : <TillPart />}
      <HoldoutPart />
    </section>
  );
}

function ListPart() {
  const { builder } = useWords().campaigns;
  const { draft, change, count, money } = useDraft();
  const budgetHint = useBudgetHint();
  return (
    <>
      <Choices
        label={builder.channel}
        value={draft.channel}
        onChoose={(channel) => change({ channel })}
        choices={deliveries.map((value) => ({ value, label: builder.channels[value] }))}
      />
      <Choices
        label={builder.targeting}
        look="cards"
        columns={2}
        value={draft.targeting}
        onChoose={(targeting) => change({ targeting })}
        choices={(["everyone", "best-gain"] as const).map((value) => ({
          value,
          label: builder.targetings[value],
          detail: builder.targetingDetails[value],
        }))}
      />
      <div className={styles.fields}>
        <Field label={builder.most} {...count("most")} placeholder={builder.optional} />
        <Field
          label={builder.budget}
          {...money("budget")}
          placeholder={builder.optional}
          hint={budgetHint}
        />
        <Field label={builder.uses} {...count("uses")} />
      </div>
    </>
  );
}

function TillPart() {
  const { builder } = useWords().campaigns;
  const { count, money } = useDraft();
  const budgetHint = useBudgetHint();
  return (
    <div className={styles.fields}>
      <Field label={builder.minimumSale} {...money("minimumSale")} placeholder={builder.optional} />
      <Field label={builder.validDays} {...count("validDays")} />
      <Field
        label={builder.budget}
        {...money("budget")}
        placeholder={builder.optional}
        hint={budgetHint}
      />
    </div>
  );
}

/** How the budget is kept, once there is one. */
const useBudgetHint = (): string | undefined => {
  const { builder } = useWords().campaigns;
  const { readMoney } = useFormat();
  const { draft } = useDraft();
  const hold = budgetHold(draft, readMoney);
  return hold && builder.budgetHolds[hold];
};
