import { Cake, Clock, Crown, Sprout, Tags, Users } from "lucide-react";
import type { DraftProblem, PresetName } from "../../stores/campaignDraft.ts";
import { Choices } from "../../ui/Choices.tsx";
import { Field } from "../../ui/Field.tsx";
import { SelectField } from "../../ui/SelectField.tsx";
import { useWords } from "../../words/WordsContext.tsx";
import styles from "./Campaigns.module.css";
import { CategoryKeys } from "./CategoryKeys.tsx";
import { useDraft } from "./useDraft.ts";

const presets: readonly (readonly [PresetName, typeof Clock])[] = [
  ["lapsed", Clock],
  ["category", Tags],
  ["birthday", Cake],
  ["best", Crown],
  ["newcomers", Sprout],
  ["everyone", Users],
];

const channels = ["any", "store", "online", "both"] as const;

export function WhoPart({ problems }: { readonly problems: readonly DraftProblem[] }) {
  const { builder } = useWords().campaigns;
  const { draft, change, field } = useDraft(problems);
  return (
    <section className={styles.part}>
      <h2>{builder.who}</h2>
      <Choices
        label={builder.who}
        isLabelHidden
        look="cards"
        value={draft.preset}
        onChoose={(preset) => change({ preset })}
        choices={presets.map(([value, Icon]) => ({
          value,
          label: builder.presets[value],
          detail: builder.presetDetails[value],
          icon: <Icon strokeWidth={1.75} aria-hidden="true" />,
        }))}
      />
      <div className={styles.fields}>
        <PresetFields problems={problems} />
        <SelectField
          label={builder.channel}
          value={draft.channel}
          choices={channels.map((value) => ({ value, label: builder.channels[value] }))}
          onChoose={(channel) => change({ channel })}
        />
        <Field
          label={builder.notRecently}
          {...field("awayDays")}
          inputMode="numeric"
          isFigure
          placeholder={builder.optional}
        />
      </div>
    </section>
  );
}

function PresetFields({ problems }: { readonly problems: readonly DraftProblem[] }) {
  const { builder } = useWords().campaigns;
  const { draft, change, field, money } = useDraft(problems);
  switch (draft.preset) {
    case "lapsed":
      return (
        <>
          <Field label={builder.times} {...field("times")} inputMode="decimal" isFigure />
          <Field label={builder.least} {...field("least")} inputMode="numeric" isFigure />
        </>
      );
    case "category":
      return (
        <>
          <CategoryKeys
            label={builder.categories}
            chosen={draft.categories}
            problem={problems.includes("categories") ? builder.required : undefined}
            onChoose={(categories) => change({ categories })}
          />
          <Field label={builder.within} {...field("withinDays")} inputMode="numeric" isFigure />
        </>
      );
    case "birthday":
      return <Field label={builder.days} {...field("birthdayDays")} inputMode="numeric" isFigure />;
    case "best":
      return <Field label={builder.spent} {...money("spent")} />;
    case "newcomers":
    case "everyone":
      return null;
  }
}
