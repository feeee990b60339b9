import { useState } from "react";
import { useCampaigns } from "../../stores/campaigns.ts";
import { Button } from "../../ui/Button.tsx";
import { Field } from "../../ui/Field.tsx";
import { useWords } from "../../words/WordsContext.tsx";
import styles from "./Campaigns.module.css";

type CategoryKeysProps = {
  readonly label: string;
  readonly chosen: readonly string[];
  readonly problem?: string | undefined;
  readonly onChoose: (categories: readonly string[]) => void;
};

/** The shop's own categories as keys; where none are known, they are typed. */
export function CategoryKeys({ label, chosen, problem, onChoose }: CategoryKeysProps) {
  const known = useCampaigns((state) => state.categories);
  if (known.length === 0) {
    return <TypedCategories label={label} chosen={chosen} problem={problem} onChoose={onChoose} />;
  }
  const toggle = (category: string) => () =>
    onChoose(
      chosen.includes(category)
        ? chosen.filter((each) => each !== category)
        : [...chosen, category],
    );
  return (
    <fieldset className={styles.categories}>
      <legend>{label}</legend>
      <div>
        {known.map((category) => (
          <Button
            key={category}
            size="small"
            isPressed={chosen.includes(category)}
            onPress={toggle(category)}
          >
            {category}
          </Button>
        ))}
      </div>
      {problem !== undefined && (
        <p className={styles.problem} role="alert">
          {problem}
        </p>
      )}
    </fieldset>
  );
}

function TypedCategories({ label, chosen, problem, onChoose }: CategoryKeysProps) {
  const { builder } = useWords().campaigns;
  const [typed, setTyped] = useState(chosen.join(", "));
  return (
    <Field
      className={styles.wide}
      label={label}
      hint={builder.categoriesHint}
      value={typed}
      problem={problem}
      onType={(text) => {
        setTyped(text);
        onChoose(
          text
            .split(",")
            .map((category) => category.trim())
            .filter((category) => category !== ""),
        );
      }}
    />
  );
}
