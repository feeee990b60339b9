import { Choices } from "../../../ui/Choices.tsx";
import { useFormat, useWords } from "../../../words/WordsContext.tsx";
import styles from "./Builder.module.css";
import { useDraft } from "./useDraft.ts";

/** Each share as a person would say it: "1 of 10". */
const shares = [
  { bps: 0, one: 0, of: 0 },
  { bps: 500, one: 1, of: 20 },
  { bps: 1_000, one: 1, of: 10 },
  { bps: 2_000, one: 1, of: 5 },
  { bps: 3_000, one: 3, of: 10 },
] as const;

/** The share that gets nothing, and what that is good for. */
export function HoldoutPart() {
  const { builder } = useWords().campaigns;
  const format = useFormat();
  const { draft, change } = useDraft();
  const share = shares.find(({ bps }) => bps === draft.holdoutBps);
  return (
    <div className={styles.holdout}>
      <Choices
        label={builder.holdout}
        value={String(draft.holdoutBps)}
        onChoose={(chosen) => change({ holdoutBps: Number(chosen) })}
        choices={shares.map(({ bps }) => ({ value: String(bps), label: format.rate(bps) }))}
      />
      <p>
        {share === undefined || share.bps === 0
          ? builder.holdoutNone
          : builder.holdoutShare(format.number(share.one), format.number(share.of))}
      </p>
    </div>
  );
}
