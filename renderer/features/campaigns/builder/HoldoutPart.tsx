import { Choices } from "../../../ui/Choices.tsx";
import { useFormat, useWords } from "../../../words/WordsContext.tsx";
import styles from "./Builder.module.css";
import { useDraft } from "./useDraft.ts";

const WHOLE_BPS = 10_000;
const usualBps = [0, 500, 1_000, 2_000, 3_000];

/** The share that gets nothing, and what that is good for. */
export function HoldoutPart() {
  const { builder } = useWords().campaigns;
  const { rate, number } = useFormat();
  const { draft, change } = useDraft();
  const { holdoutBps } = draft;
  // An earlier campaign that is used again may have held out any share.
  const shares = [...new Set([...usualBps, holdoutBps])].sort((left, right) => left - right);
  const part = commonPart(holdoutBps, WHOLE_BPS);
  return (
    <div className={styles.holdout}>
      <Choices
        label={builder.holdout}
        value={String(holdoutBps)}
        onChoose={(chosen) => change({ holdoutBps: Number(chosen) })}
        choices={shares.map((bps) => ({ value: String(bps), label: rate(bps) }))}
      />
      <p>
        {holdoutBps === 0
          ? builder.holdoutNone
          : builder.holdoutShare(number(holdoutBps / part), number(WHOLE_BPS / part))}
      </p>
    </div>
  );
}

/** What both are whole times of, so that a share is said as a person would: "1 of 10". */
const commonPart = (left: number, right: number): number =>
  right === 0 ? left : commonPart(right, left % right);
