import { useBasket } from "../../../stores/till/basket.ts";
import {
  type Profile,
  type Suggestion,
  suggestionsNow,
  takeSuggestion,
  useCustomerPanel,
} from "../../../stores/till/customerPanel.ts";
import { useQuote } from "../../../stores/till/quote.ts";
import { unweighedOf } from "../../../stores/till/weighing.ts";
import { Kbd } from "../../../ui/Kbd.tsx";
import { useKeys } from "../../../ui/useKeys.ts";
import { useWords } from "../../../words/WordsContext.tsx";
import styles from "./CustomerPanel.module.css";
import { SuggestionCard } from "./SuggestionCard.tsx";

const keyNames = ["F6", "F7", "F8"] as const;

/** What to offer now, best first. */
export const useOffered = (profile: Profile | undefined): readonly Suggestion[] => {
  const quoted = useQuote((state) => state.quote?.suggestions);
  const dismissedSkus = useCustomerPanel((state) => state.dismissedSkus);
  // The quote does not know of them yet, and would offer what lies there.
  const unweighed = unweighedOf(useBasket((basket) => basket.lines)).map(({ sku }) => sku);
  const unofferedSkus = [...dismissedSkus, ...unweighed];
  return suggestionsNow(profile, quoted, unofferedSkus).slice(0, keyNames.length);
};

/** At most three things to offer, each with its reason and its key. */
export function Suggestions({ profile }: { readonly profile: Profile | undefined }) {
  const { panel } = useWords().till;
  const hasQuote = useQuote((state) => state.quote !== undefined);
  const { isWhyOpen, toggleWhy, dismiss } = useCustomerPanel();
  const list = useOffered(profile);
  const take = (at: number) => () => {
    const suggestion = list[at];
    if (suggestion) void takeSuggestion(suggestion);
  };
  const drop = (at: number) => () => {
    const suggestion = list[at];
    if (suggestion) void dismiss(suggestion.sku);
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
        <h3>{hasQuote ? panel.suggestions : panel.suggestionsFor}</h3>
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
      {list.length === 0 && profile && (
        <p className={styles.quietly}>
          <NoSuggestions profile={profile} />
        </p>
      )}
    </section>
  );
}

/** Nothing fits, nothing may be remembered, or nothing is shown by lot: three things to a cashier. */
export function NoSuggestions({ profile }: { readonly profile: Profile }) {
  const { panel } = useWords().till;
  const quote = useQuote((state) => state.quote);
  if ((quote ?? profile).isControl) return panel.control;
  const isRemembered = profile.consents.some(
    ({ purpose, state }) => purpose === "personalization" && state === "granted",
  );
  return isRemembered ? panel.noSuggestions : panel.noConsent;
}
