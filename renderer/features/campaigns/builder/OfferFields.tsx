import { useBuilder } from "../../../stores/campaigns/builder.ts";
import {
  type OfferDraft,
  type OfferKind,
  type OfferProblem,
  offerProblems,
  type ScopeKind,
} from "../../../stores/campaigns/offerDraft.ts";
import { readScaled } from "../../../stores/campaigns/typedFigures.ts";
import { Choices } from "../../../ui/Choices.tsx";
import { Field } from "../../../ui/Field.tsx";
import { useFormat, useWords } from "../../../words/WordsContext.tsx";
import { CategoryKeys } from "../segment/CategoryKeys.tsx";
import { GoodsPicker } from "../segment/GoodsPicker.tsx";
import styles from "./Builder.module.css";

const kinds: readonly OfferKind[] = ["percent", "amount", "points", "gift"];
const scopes: readonly ScopeKind[] = ["basket", "categories", "skus"];

type OfferFieldsProps = {
  readonly title?: string | undefined;
  readonly draft: OfferDraft;
  readonly change: (part: Partial<OfferDraft>) => void;
};

/** One offer: its kind, its figure, what it is for and when it counts. */
export function OfferFields({ title, draft, change }: OfferFieldsProps) {
  const { builder } = useWords().campaigns;
  const fields = useOfferFields(draft, change);
  return (
    <section className={styles.offerFields} aria-label={title ?? builder.what}>
      {title !== undefined && <h3 className={styles.title}>{title}</h3>}
      <Choices
        label={builder.what}
        isLabelHidden
        value={draft.kind}
        onChoose={(kind) => change({ kind })}
        choices={kinds.map((value) => ({ value, label: builder.offerKinds[value] }))}
      />
      <div className={styles.fields}>
        <FigureFields draft={draft} change={change} fields={fields} />
        <Field
          label={builder.minimum}
          {...fields.money("minimum")}
          placeholder={builder.optional}
        />
      </div>
      <ScopeFields draft={draft} change={change} fields={fields} />
      <Choices
        label={builder.exclusive}
        value={draft.isExclusive ? "yes" : "no"}
        onChoose={(chosen) => change({ isExclusive: chosen === "yes" })}
        choices={(["no", "yes"] as const).map((value) => ({
          value,
          label: builder.exclusives[value],
        }))}
      />
    </section>
  );
}

type PartProps = Omit<OfferFieldsProps, "title"> & {
  readonly fields: ReturnType<typeof useOfferFields>;
};

function FigureFields({ draft, change, fields }: PartProps) {
  const { builder } = useWords().campaigns;
  const { field, money, problemOf } = fields;
  switch (draft.kind) {
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
      return (
        <GoodsPicker
          label={builder.gift}
          chosen={draft.giftSku === "" ? [] : [draft.giftSku]}
          problem={problemOf("giftSku", builder.choose)}
          isSingle
          onChoose={([giftSku = ""]) => change({ giftSku })}
        />
      );
  }
}

/** What the offer is for; of a gift, what has to be bought to get it. */
function ScopeFields({ draft, change, fields }: PartProps) {
  const { campaigns, segments } = useWords();
  const { builder } = campaigns;
  const isGift = draft.kind === "gift";
  const labels = isGift ? builder.giftScopes : builder.scopes;
  return (
    <>
      <Choices
        label={isGift ? builder.giftScope : builder.scope}
        value={draft.scopeKind}
        onChoose={(scopeKind) => change({ scopeKind })}
        choices={scopes.map((value) => ({ value, label: labels[value] }))}
      />
      {draft.scopeKind === "categories" && (
        <CategoryKeys
          label={segments.fields.categories}
          chosen={draft.categories}
          problem={fields.problemOf("categories", builder.choose)}
          onChoose={(categories) => change({ categories })}
        />
      )}
      {draft.scopeKind === "skus" && (
        <GoodsPicker
          label={segments.fields.goods}
          chosen={draft.skus}
          problem={fields.problemOf("skus", builder.choose)}
          onChoose={(skus) => change({ skus })}
        />
      )}
    </>
  );
}

type TextField = "rate" | "cap" | "amount" | "multiplier" | "minimum";

/** What a field of an offer needs: its text, what typing does, and what is wrong with it. */
const useOfferFields = (draft: OfferDraft, change: OfferFieldsProps["change"]) => {
  const { builder } = useWords().campaigns;
  const { readMoney, asTyped } = useFormat();
  const hasTried = useBuilder((state) => state.hasTried);
  const problems = hasTried ? offerProblems(draft, readMoney) : [];
  const problemOf = (name: OfferProblem, words: string) =>
    problems.includes(name) ? words : undefined;
  const wrong = (name: TextField): string => {
    const typed = draft[name];
    if (typed.trim() === "") return builder.required;
    if (name === "rate" || name === "multiplier") {
      const read = readScaled(typed, name === "rate" ? 2 : 4);
      return read === undefined ? builder.unreadable : builder.bounds[name];
    }
    return readMoney(typed) === 0 ? builder.bounds.nothing : builder.unreadable;
  };
  const field = (name: TextField) => ({
    value: draft[name],
    onType: (text: string) => change({ [name]: text }),
    problem: problemOf(name, wrong(name)),
  });
  const money = (name: TextField) => ({
    ...field(name),
    onType: (text: string) => change({ [name]: asTyped(text) }),
    inputMode: "decimal" as const,
    isFigure: true,
  });
  return { field, money, problemOf };
};
