import { useState } from "react";
import { useGoods } from "../../../stores/campaigns/goods.ts";
import { Field } from "../../../ui/Field.tsx";
import { useWords } from "../../../words/WordsContext.tsx";
import { ManyKeys } from "./ManyKeys.tsx";
import styles from "./Segment.module.css";

type CategoryKeysProps = {
  readonly label: string;
  readonly chosen: readonly string[];
  readonly problem?: string | undefined;
  readonly onChoose: (categories: readonly string[]) => void;
};

/** The shop's own categories as keys; where none are known, they are typed. */
export function CategoryKeys(props: CategoryKeysProps) {
  const known = useGoods((goods) => goods.categories);
  if (known.length === 0) return <TypedCategories {...props} />;
  // A category of an older segment may be gone from the shelf: it can still be taken out.
  const names = [...new Set([...known, ...props.chosen])];
  return <ManyKeys {...props} choices={names.map((name) => ({ value: name, label: name }))} />;
}

function TypedCategories({ label, chosen, problem, onChoose }: CategoryKeysProps) {
  const { fields } = useWords().segments;
  const [typed, setTyped] = useState(chosen.join(", "));
  return (
    <Field
      className={styles.wide}
      label={label}
      hint={fields.categoriesHint}
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
