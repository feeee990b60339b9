import type { DraftProblem } from "../../stores/campaignDraft.ts";
import { Choices } from "../../ui/Choices.tsx";
import { Field } from "../../ui/Field.tsx";
import { useFormat, useWords } from "../../words/WordsContext.tsx";
import styles from "./Campaigns.module.css";
import { useDraft } from "./useDraft.ts";

const shares = [0, 500, 1_000, 2_000, 3_000] as const;

export function WhenPart({ problems }: { readonly problems: readonly DraftProblem[] }) {
  const { builder } = useWords().campaigns;
  const format = useFormat();
  const { draft, change, field, money } = useDraft(problems);
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
        <Field label={builder.from} {...field("fromDay")} type="date" />
        <Field label={builder.to} {...field("toDay")} type="date" min={draft.fromDay} />
        <Field label={builder.uses} {...field("uses")} inputMode="numeric" isFigure />
        <Field label={builder.budget} {...money("budget")} placeholder={builder.optional} />
      </div>
      <div className={styles.holdout}>
        <Choices
          label={builder.holdout}
          value={String(draft.holdoutBps)}
          onChoose={(share) => change({ holdoutBps: Number(share) })}
          choices={shares.map((bps) => ({ value: String(bps), label: format.rate(bps) }))}
        />
        <p>{draft.holdoutBps === 0 ? builder.holdoutNone : builder.holdoutWhy}</p>
      </div>
    </section>
  );
}
