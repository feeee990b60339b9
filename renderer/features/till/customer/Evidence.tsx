import type { Suggestion } from "../../../stores/till/customerPanel.ts";
import { useFormat, useWords } from "../../../words/WordsContext.tsx";
import styles from "./SuggestionCard.module.css";

/** The facts behind a reason, as the engine counted them. */
export function Evidence({ reason }: { readonly reason: Suggestion["reason"] }) {
  const { facts } = useWords().till.evidence;
  const format = useFormat();
  const named: Readonly<Record<string, string>> = facts;
  const rows = Object.entries(reason.evidence).flatMap(([key, value]) => {
    const name = named[key];
    return name === undefined ? [] : [{ key, name, value }];
  });
  if (rows.length === 0) return null;
  return (
    <dl className={styles.facts}>
      {rows.map(({ key, name, value }) => (
        <div key={key}>
          <dt>{name}</dt>
          <dd>{typeof value === "number" ? format.number(value) : value}</dd>
        </div>
      ))}
    </dl>
  );
}
