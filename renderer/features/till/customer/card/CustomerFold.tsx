import { useRef } from "react";
import { useBasket } from "../../../../stores/till/basket.ts";
import {
  type Profile,
  type Suggestion,
  takeSuggestion,
  useCustomerPanel,
} from "../../../../stores/till/customerPanel.ts";
import { useKeys } from "../../../../ui/useKeys.ts";
import { usePageKeys } from "../../../../ui/usePageKeys.ts";
import { useWords } from "../../../../words/WordsContext.tsx";
import { AddCustomer } from "../AddCustomer.tsx";
import { toggleCoupon, useTypedCodes } from "../Coupons.tsx";
import { Offers, ProfileRefused } from "../CustomerPanel.tsx";
import { Glance } from "../Glance.tsx";
import { Suggestions, useOffered } from "../Suggestions.tsx";
import styles from "./CustomerFold.module.css";
import { NobodyCard } from "./NobodyCard.tsx";
import { PersonCard } from "./PersonCard.tsx";

/** In a small window: a card above the basket, and all the rest over the basket when asked for. */
export function CustomerFold() {
  const { panel } = useWords().till;
  const { profile, isAdding, isUnfolded } = useCustomerPanel();
  const hasCustomer = useBasket((basket) => basket.customerId !== undefined);
  const offered = useOffered(profile);
  useCardKeys(profile, offered);
  return (
    <>
      <aside className={styles.card} aria-label={panel.title} data-testid="customer-card">
        {profile && <PersonCard profile={profile} first={offered[0]} />}
        {!profile && !hasCustomer && <NobodyCard offered={offered} />}
        <ProfileRefused />
      </aside>
      {(isUnfolded || isAdding) && <Unfolded profile={profile} />}
    </>
  );
}

/** Beside the total and the pay keys, never over them. */
function Unfolded({ profile }: { readonly profile: Profile | undefined }) {
  const { panel } = useWords().till;
  const { isAdding, fold } = useCustomerPanel();
  const whole = useRef<HTMLElement>(null);
  useKeys({ Escape: isAdding ? undefined : fold });
  usePageKeys(whole);
  return (
    <section
      ref={whole}
      id={unfoldedId}
      className={styles.unfolded}
      aria-label={panel.whole}
      data-testid="customer-panel"
    >
      {isAdding && <AddCustomer />}
      {!isAdding && profile && (
        <>
          <Glance profile={profile} />
          <Offers profile={profile} />
        </>
      )}
      {!isAdding && !profile && <Suggestions profile={undefined} />}
    </section>
  );
}

export const unfoldedId = "customer-unfolded";

/** A key works for what the card shows; for anything else it shows it first. */
const useCardKeys = (profile: Profile | undefined, offered: readonly Suggestion[]): void => {
  const { isUnfolded, unfold, unfoldAtCoupons, fold, toggleWhy } = useCustomerPanel();
  const [first, second, third] = offered;
  const [coupon, ...otherCoupons] = profile?.coupons ?? [];
  const typed = useTypedCodes(profile?.coupons ?? none);
  const toggle = isUnfolded ? fold : unfold;
  useKeys({ "Ctrl+K": profile || second ? toggle : undefined });
  useKeys(
    {
      F6: first && (() => void takeSuggestion(first)),
      F7: second && unfold,
      F8: third && unfold,
      "?": first && toggleWhy,
      "Ctrl+1": coupon && (() => toggleCoupon(coupon.code)),
      "Ctrl+0": typed.length > 0 ? unfoldAtCoupons : undefined,
      ...Object.fromEntries(
        otherCoupons.slice(0, 3).map((_, at) => [`Ctrl+${at + 2}`, unfoldAtCoupons]),
      ),
    },
    !isUnfolded,
  );
};

const none: Profile["coupons"] = [];
