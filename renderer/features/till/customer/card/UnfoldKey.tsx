import { ChevronDown } from "lucide-react";
import { useCustomerPanel } from "../../../../stores/till/customerPanel.ts";
import { Kbd } from "../../../../ui/Kbd.tsx";
import { useWords } from "../../../../words/WordsContext.tsx";
import styles from "./CustomerFold.module.css";

/** Opens all that is known over the basket, and closes it again. */
export function UnfoldKey() {
  const { panel } = useWords().till;
  const { isUnfolded, unfold, fold } = useCustomerPanel();
  const name = isUnfolded ? panel.fold : panel.unfold;
  return (
    <button
      type="button"
      className={styles.unfold}
      aria-label={name}
      aria-expanded={isUnfolded}
      aria-keyshortcuts="Control+K"
      title={name}
      data-testid="unfold"
      onClick={isUnfolded ? fold : unfold}
    >
      <ChevronDown strokeWidth={1.75} aria-hidden="true" />
      <Kbd>Ctrl K</Kbd>
    </button>
  );
}
