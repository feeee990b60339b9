import {
  type Profile,
  suggestionsNow,
  takeSuggestion,
  useCustomerPanel,
} from "../../../stores/till/customerPanel.ts";
import { useQuote } from "../../../stores/till/quote.ts";
import { Kbd } from "../../../ui/Kbd.tsx";
import { useKeys } from "../../../ui/useKeys.ts";
import { useWords } from "../../../words/WordsContext.tsx";
import styles from "./CustomerPanel.module.css";
import { SuggestionCard } from "./SuggestionCard.tsx";

const keyNames = ["F6", "F7", "F8"] as const;

/** At most three things to offer, each with its reason and its key. */
export function Suggestions({ profile }: { readonly profile: Profile | undefined }) {
  const { panel } = useWords().till;
  const quote = useQuote((state) => state.quote);
  const { dismissedSkus, isWhyOpen, toggleWhy, dismiss } = useCustomerPanel();
  const list = suggestionsNow(profile, quote?.suggestions, dismissedSkus).slice(0, 3);
  const take = (at: number) => () => {
    const suggestion = list[at];
    if (suggestion) void takeSuggestion(suggestion);
  };
  const drop = (at: number) => () => {
    const suggestion = list[at];
    if (suggestion) dismiss(suggestion.sku);
  };
  useKeys({
    F6: take(0),
    F7: take(1),
    F8: take(2),
    "Shift+F6": drop(0),
    "Shift+F7": drop(1),
    "Shift+F8": drop(2),
    "?": toggleWhy,
  });
  if (!profile && list.length === 0) return null;
  return (
    <section aria-label={panel.suggestions} data-testid="suggestions">
      <div className={styles.heading}>
        <h3>{quote ? panel.suggestions : panel.suggestionsFor}</h3>
        {list.length > 0 && (
          <button type="button" aria-expanded={isWhyOpen} onClick={toggleWhy}>
            {panel.why} <Kbd>?</Kbd>
          </button>
        )}
      </div>
      <ul className={styles.list}>
        {list.map((suggestion, at) => (
          <SuggestionCard
            key={suggestion.sku}
            suggestion={suggestion}
            keyName={keyNames[at] ?? ""}
            isWhyOpen={isWhyOpen}
            hasCustomer={profile !== undefined}
          />
        ))}
      </ul>
      {list.length === 0 && <p className={styles.quietly}>{panel.noSuggestions}</p>}
    </section>
  );
}
