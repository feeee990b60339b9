import { UserRoundSearch } from "lucide-react";
import { useBasket } from "../../../../stores/till/basket.ts";
import { type Suggestion, useCustomerPanel } from "../../../../stores/till/customerPanel.ts";
import { Button } from "../../../../ui/Button.tsx";
import { useWords } from "../../../../words/WordsContext.tsx";
import { SuggestionCard } from "../SuggestionCard.tsx";
import styles from "./CustomerFold.module.css";
import { UnfoldKey } from "./UnfoldKey.tsx";

/** The invitation to choose somebody, beside what goes with the basket alone. */
export function NobodyCard({ offered }: { readonly offered: readonly Suggestion[] }) {
  const { panel } = useWords().till;
  const startAdding = useCustomerPanel((state) => state.startAdding);
  // With goods in it the row is there, filled or not, so that no scan moves the basket.
  const hasGoods = useBasket((basket) => basket.lines.length > 0);
  const [first, second] = offered;
  return (
    <>
      <div className={styles.person}>
        <div className={styles.invitation}>
          <UserRoundSearch strokeWidth={1.75} aria-hidden="true" />
          <div>
            <p>{panel.empty}</p>
            <p>{panel.emptyShort}</p>
          </div>
        </div>
        <Button keyName="F2" onPress={startAdding}>
          {panel.add}
        </Button>
        {second && <UnfoldKey />}
      </div>
      {hasGoods && (
        <ul className={styles.offers}>
          {first ? (
            <SuggestionCard
              suggestion={first}
              keyName="F6"
              isWhyOpen={false}
              hasCustomer={false}
              isShort
            />
          ) : (
            <li className={styles.nothing}>{panel.noSuggestions}</li>
          )}
        </ul>
      )}
    </>
  );
}
