import { showCouponCode } from "../../../../shared/domain/coupon/couponCode.ts";
import { useBasket } from "../../../stores/till/basket.ts";
import type { CustomerCoupon, Profile } from "../../../stores/till/customerPanel.ts";
import { useQuote } from "../../../stores/till/quote.ts";
import { classes } from "../../../ui/classes.ts";
import { Kbd } from "../../../ui/Kbd.tsx";
import { useKeys } from "../../../ui/useKeys.ts";
import { couponText } from "../../../words/refusalWords.ts";
import { useFormat, useWords } from "../../../words/WordsContext.tsx";
import styles from "./Coupons.module.css";
import panelStyles from "./CustomerPanel.module.css";

const MAX_WITH_KEY = 4;

/** The person's own coupons, and any other code that was typed in; each says what it does here. */
export function Coupons({ profile }: { readonly profile: Profile }) {
  const { panel } = useWords().till;
  const format = useFormat();
  const { coupons } = profile;
  const keys = coupons
    .slice(0, MAX_WITH_KEY)
    .map(({ code }, at) => [`Ctrl+${at + 1}`, () => toggleCoupon(code)]);
  useKeys(Object.fromEntries(keys));
  if (coupons.length === 0) return null;
  return (
    <section aria-label={panel.coupons} data-testid="coupons">
      <div className={panelStyles.heading}>
        <h3>{panel.coupons}</h3>
        <span>{panel.couponCount(format.number(coupons.length))}</span>
      </div>
      <ul className={panelStyles.list}>
        {coupons.map((coupon, at) => (
          <CouponCard
            key={coupon.code}
            coupon={coupon}
            keyName={at < MAX_WITH_KEY ? `Ctrl ${at + 1}` : undefined}
          />
        ))}
      </ul>
    </section>
  );
}

const toggleCoupon = (code: string): void => {
  const { couponCodes, addCoupon, removeCoupon } = useBasket.getState();
  if (couponCodes.includes(code)) removeCoupon(code);
  else addCoupon(code);
};

type CouponCardProps = {
  readonly coupon: CustomerCoupon;
  readonly keyName: string | undefined;
};

function CouponCard({ coupon, keyName }: CouponCardProps) {
  const { panel } = useWords().till;
  const isOn = useBasket((basket) => basket.couponCodes.includes(coupon.code));
  const standing = useStanding(coupon, isOn);
  return (
    <li>
      <button
        type="button"
        className={classes(styles.coupon, isOn && styles.on)}
        aria-pressed={isOn}
        aria-keyshortcuts={keyName?.replace("Ctrl ", "Control+")}
        data-testid={`coupon-${coupon.code}`}
        onClick={() => toggleCoupon(coupon.code)}
      >
        <span className={styles.words}>
          <b>{coupon.discountText}</b>
          <span>{standing}</span>
        </span>
        {isOn && <span className={styles.drop}>{panel.dropCoupon}</span>}
        {keyName !== undefined && <Kbd>{keyName}</Kbd>}
      </button>
    </li>
  );
}

/** "K7QF-2M9P, until 30 Nov, in use", or why it does nothing for this basket. */
const useStanding = (coupon: CustomerCoupon, isOn: boolean): string => {
  const { till, refusals } = useWords();
  const format = useFormat();
  const outcome = useQuote((state) =>
    state.quote?.coupons.find(({ code }) => code === coupon.code),
  );
  const until = till.panel.until(
    coupon.untilDay === undefined
      ? format.dayMonth(coupon.expiresAtMs)
      : format.dayText(coupon.untilDay),
  );
  const parts = [showCouponCode(coupon.code), until];
  if (isOn && outcome?.accepted) parts.push(till.panel.inUse);
  else if (isOn && outcome?.why) {
    parts.push(couponText(outcome.why, refusals.coupon, format) ?? refusals.couponOther);
  }
  return parts.join(", ");
};
