import type { Rehearsal } from "../../../stores/campaigns/builder.ts";
import { Chip } from "../../../ui/Chip.tsx";
import { useFormat, useWords } from "../../../words/WordsContext.tsx";
import styles from "./Rehearsal.module.css";
import { useDraft } from "./useDraft.ts";

/** The first of those who would get it, each with why. */
export function ChosenPeople({ rehearsal }: { readonly rehearsal: Rehearsal }) {
  const { rehearsal: words } = useWords();
  const { rate } = useFormat();
  const { draft } = useDraft();
  if (rehearsal.choices.length === 0) return null;
  return (
    <aside className={styles.chosen} data-testid="choices">
      <h3>{words.choices}</h3>
      <ol>
        {rehearsal.choices.map(({ customerId, name, text, arm, redeemProbability }) => (
          <li key={customerId}>
            <span>
              <b>{name}</b>
              {draft.otherOffer && <Chip>{words.arm(arm.toUpperCase())}</Chip>}
            </span>
            <small>{words.choice(rate(Math.round(redeemProbability * 100) * 100))}</small>
            <p>{text}</p>
          </li>
        ))}
      </ol>
    </aside>
  );
}
