import type { DraftProblem, OfferKind } from "../../stores/campaignDraft.ts";
import { Choices } from "../../ui/Choices.tsx";
import { Field } from "../../ui/Field.tsx";
import { useWords } from "../../words/WordsContext.tsx";
import styles from "./Campaigns.module.css";
import { CategoryKeys } from "./CategoryKeys.tsx";
import { useDraft } from "./useDraft.ts";

const kinds: readonly OfferKind[] = ["percent", "amount", "points", "gift"];

export function WhatPart({ problems }: { readonly problems: readonly DraftProblem[] }) {
  const { builder } = useWords().campaigns;
  const { draft, change, money } = useDraft(problems);
  return (
    <section className={styles.part}>
      <h2>{builder.what}</h2>
      <Choices
        label={builder.what}
        isLabelHidden
        value={draft.offerKind}
        onChoose={(offerKind) => change({ offerKind })}
        choices={kinds.map((value) => ({ value, label: builder.offerKinds[value] }))}
      />
      <div className={styles.fields}>
        <OfferFields problems={problems} />
        <Field label={builder.minimum} {...money("minimum")} placeholder={builder.optional} />
      </div>
      {draft.offerKind !== "gift" && (
        <CategoryKeys
          label={builder.scope}
          chosen={draft.scope}
          onChoose={(scope) => change({ scope })}
        />
      )}
    </section>
  );
}

function OfferFields({ problems }: { readonly problems: readonly DraftProblem[] }) {
  const { builder } = useWords().campaigns;
  const { draft, field, money } = useDraft(problems);
  switch (draft.offerKind) {
    case "percent":
      return (
        <>
          <Field label={builder.rate} {...field("rate")} inputMode="decimal" isFigure />
          <Field label={builder.cap} {...money("cap")} placeholder={builder.optional} />
        </>
      );
    case "amount":
      return <Field label={builder.amount} {...money("amount")} />;
    case "points":
      return (
        <Field label={builder.multiplier} {...field("multiplier")} inputMode="decimal" isFigure />
      );
    case "gift":
      return <Field label={builder.giftSku} {...field("giftSku")} />;
  }
}
