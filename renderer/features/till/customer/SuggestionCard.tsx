import { Heart, Link, type LucideIcon, Repeat, Sparkles, TrendingUp, Users } from "lucide-react";
import { useEffect } from "react";
import {
  type Suggestion,
  takeSuggestion,
  useCustomerPanel,
} from "../../../stores/till/customerPanel.ts";
import { useLookup } from "../../../stores/till/lookup.ts";
import { Button } from "../../../ui/Button.tsx";
import { classes } from "../../../ui/classes.ts";
import { Kbd } from "../../../ui/Kbd.tsx";
import { sayReason } from "../../../words/reasonWords.ts";
import { useFormat, useWords } from "../../../words/WordsContext.tsx";
import { Evidence } from "./Evidence.tsx";
import styles from "./SuggestionCard.module.css";

type SuggestionCardProps = {
  readonly suggestion: Suggestion;
  readonly keyName: string;
  readonly isWhyOpen: boolean;
  readonly hasCustomer: boolean;
  /** All of it in one line. */
  readonly isShort?: boolean;
};

/** One thing to offer: the whole card is its button; the evidence unfolds beneath. */
export function SuggestionCard(props: SuggestionCardProps) {
  const { suggestion, keyName, isWhyOpen, hasCustomer } = props;
  const { panel, omnibox } = useWords().till;
  const format = useFormat();
  const noteShown = useLookup((lookup) => lookup.noteShown);
  useEffect(() => noteShown(suggestion), [noteShown, suggestion]);
  const { dismiss, refuse } = useCustomerPanel();
  const { sku, name, priceMinor, reason } = suggestion;
  const why = sayReason(reason, format.locale);
  const Icon = iconFor(reason.kind);
  const isWeighed = suggestion.soldBy === "weight";
  const price = format.amount(priceMinor) + (isWeighed ? ` ${omnibox.perKilogram}` : "");
  return (
    <li
      className={classes(styles.card, props.isShort && styles.short, isWhyOpen && styles.open)}
      data-testid={`suggestion-${sku}`}
    >
      <button
        type="button"
        className={styles.take}
        aria-keyshortcuts={keyName}
        onClick={() => void takeSuggestion(suggestion)}
      >
        <span className="visually-hidden">{panel.take}</span>
        <span className={styles.name}>{name}</span>
        <span className={styles.price}>{price}</span>
        <span className={styles.why}>
          <Icon strokeWidth={1.75} aria-hidden="true" />
          <span>{why}</span>
        </span>
        <Kbd>{keyName}</Kbd>
      </button>
      {isWhyOpen && (
        <div className={styles.evidence}>
          <Evidence reason={reason} />
          <div className={styles.actions}>
            <Button
              look="quiet"
              size="small"
              keyName={`⇧${keyName}`}
              keyShortcut={`Shift+${keyName}`}
              onPress={() => void dismiss(sku)}
            >
              {panel.dismiss}
            </Button>
            {hasCustomer && (
              <Button look="quiet" size="small" onPress={() => void refuse(sku)}>
                {panel.never}
              </Button>
            )}
          </div>
        </div>
      )}
    </li>
  );
}

const iconFor = (kind: string): LucideIcon => icons[kind] ?? Sparkles;

const icons: Readonly<Record<string, LucideIcon>> = {
  due: Repeat,
  habit: Repeat,
  "goes-with": Link,
  "goes-with-habit": Users,
  "often-in-category": Heart,
  "popular-now": TrendingUp,
};
