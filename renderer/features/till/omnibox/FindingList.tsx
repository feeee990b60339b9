import { Fragment } from "react";
import { MOST_OF_A_LINE } from "../../../stores/till/basket.ts";
import { type Finding, findingKey } from "../../../stores/till/findings.ts";
import { useOmnibox } from "../../../stores/till/omnibox.ts";
import { typesTooMany } from "../../../stores/till/typed.ts";
import { refusalText } from "../../../words/refusalWords.ts";
import { useFormat, useWords } from "../../../words/WordsContext.tsx";
import { FindingRow } from "./FindingRow.tsx";
import styles from "./Omnibox.module.css";

export const findingId = (listId: string, finding: Finding): string =>
  `${listId}-${findingKey(finding).replace(/[^\w-]/gu, "_")}`;

type FindingListProps = { readonly listId: string; readonly text: string };

/** What was found, best first. A word of its kind stands before the first of a run. */
export function FindingList({ listId, text }: FindingListProps) {
  const { omnibox } = useWords().till;
  const { findings, active, take, point } = useOmnibox();
  if (typesTooMany(text)) return <TooMany />;
  if (findings.length === 0) return <Nothing text={text} />;
  return (
    <div className={styles.panel} id={listId} role="listbox" aria-label={omnibox.results}>
      {findings.map((finding, index) => (
        <Fragment key={findingKey(finding)}>
          {finding.kind !== findings[index - 1]?.kind && (
            <p className={styles.kind} role="presentation">
              {omnibox.kinds[finding.kind]}
            </p>
          )}
          <FindingRow
            id={findingId(listId, finding)}
            finding={finding}
            isActive={index === active}
            onPoint={() => point(index)}
            onTake={() => take(finding)}
          />
        </Fragment>
      ))}
    </div>
  );
}

function TooMany() {
  const { basket } = useWords().till;
  const { number } = useFormat();
  return (
    <div className={styles.panel}>
      <div className={styles.nothing} role="status">
        <p>{basket.tooMany(number(MOST_OF_A_LINE))}</p>
      </div>
    </div>
  );
}

function Nothing({ text }: { readonly text: string }) {
  const { till, refusals } = useWords();
  const format = useFormat();
  const refusal = useOmnibox((state) => state.refusal);
  return (
    <div className={styles.panel}>
      <div className={styles.nothing} role="status">
        <p>{refusal ? refusalText(refusal, refusals, format) : till.omnibox.nothing(text)}</p>
        <p>{till.omnibox.nothingHint}</p>
      </div>
    </div>
  );
}
