import type { Rehearsal } from "../../../stores/campaigns/builder.ts";
import { Chip } from "../../../ui/Chip.tsx";
import { unbroken } from "../../../ui/unbroken.ts";
import { useFormat, useWords } from "../../../words/WordsContext.tsx";
import styles from "./Rehearsal.module.css";
import { useDraft } from "./useDraft.ts";

/** The first of those who would get it, each with why. */
export function ChosenPeople({ rehearsal }: { readonly rehearsal: Rehearsal }) {
  const { rehearsal: words } = useWords();
  const { rate, money } = useFormat();
  const share = (probability: number) => rate(Math.round(probability * 100) * 100);
  const { draft } = useDraft();
  if (rehearsal.choices.length === 0) return null;
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keys
    <aside className={styles.chosen} aria-label={words.choices} tabIndex={0} data-testid="choices">
      <h3>{words.choices}</h3>
      <ol>
        {rehearsal.choices.map(({ customerId, name, text, arm, expectedGainMinor, ...chances }) => (
          <li key={customerId}>
            <span>
              <b>{name}</b>
              {draft.otherOffer && <Chip>{words.arm(arm.toUpperCase())}</Chip>}
            </span>
            <small>{words.choice(share(chances.redeemProbability))}</small>
            <p>{text}</p>
            <p>
              {words.anyway(share(chances.buyAnywayProbability))}
              {" · "}
              <span className={expectedGainMinor < 0 ? styles.loss : undefined}>
                {unbroken(
                  expectedGainMinor < 0
                    ? words.choiceLoses(money(-expectedGainMinor))
                    : words.choiceBrings(money(expectedGainMinor)),
                )}
              </span>
            </p>
          </li>
        ))}
      </ol>
    </aside>
  );
}
