import type { ReactNode } from "react";
import { showCouponCode } from "../../../../shared/domain/coupon/couponCode.ts";
import { useBasket } from "../../../stores/till/basket.ts";
import {
  type CustomerCoupon,
  type Profile,
  useCustomerPanel,
} from "../../../stores/till/customerPanel.ts";
import { classes } from "../../../ui/classes.ts";
import { Kbd } from "../../../ui/Kbd.tsx";
import { unbroken } from "../../../ui/unbroken.ts";
import { useInSight } from "../../../ui/useInSight.ts";
import { useKeys } from "../../../ui/useKeys.ts";
import { useFormat, useWords } from "../../../words/WordsContext.tsx";
import { useOutcome } from "../couponOutcome.ts";
import styles from "./Coupons.module.css";
import panelStyles from "./CustomerPanel.module.css";
import { useWholeReason } from "./useWholeReason.ts";

const MAX_WITH_KEY = 4;
const TYPED_KEY = "Ctrl 0";

/** The person's own coupons, and any other code that was typed in; each says what it does here. */
export function Coupons({ profile }: { readonly profile: Profile }) {
  const { panel } = useWords().till;
  const format = useFormat();
  const { coupons } = profile;
  const typed = useTypedCodes(coupons);
  const place = useInSight<HTMLElement>(useCustomerPanel(({ isAtCoupons }) => isAtCoupons));
  const keys = coupons
    .slice(0, MAX_WITH_KEY)
    .map(({ code }, at) => [`Ctrl+${at + 1}`, () => toggleCoupon(code)]);
  const lastTyped = typed.at(-1);
  useKeys({
    ...Object.fromEntries(keys),
    "Ctrl+0": lastTyped === undefined ? undefined : () => toggleCoupon(lastTyped),
  });
  if (coupons.length === 0 && typed.length === 0) return null;
  return (
    <section ref={place} aria-label={panel.coupons} data-testid="coupons">
      <div className={panelStyles.heading}>
        <h3>{panel.coupons}</h3>
        {coupons.length > 0 && <span>{panel.couponCount(format.number(coupons.length))}</span>}
      </div>
      <ul className={panelStyles.list}>
        {coupons.map((coupon, at) => (
          <CouponCard
            key={coupon.code}
            coupon={coupon}
            keyName={at < MAX_WITH_KEY ? `Ctrl ${at + 1}` : undefined}
          />
        ))}
        {typed.map((code) => (
          <TypedCoupon
            key={code}
            code={code}
            keyName={code === lastTyped ? TYPED_KEY : undefined}
          />
        ))}
      </ul>
    </section>
  );
}

export const toggleCoupon = (code: string): void => {
  const { couponCodes, addCoupon, removeCoupon } = useBasket.getState();
  if (couponCodes.includes(code)) removeCoupon(code);
  else addCoupon(code);
};

/** Codes in the basket that are not among the person's own: of somebody else, used, run out. */
export const useTypedCodes = (coupons: readonly CustomerCoupon[]): readonly string[] => {
  const couponCodes = useBasket((basket) => basket.couponCodes);
  return couponCodes.filter((typed) => coupons.every(({ code }) => code !== typed));
};

type CouponCardProps = {
  readonly coupon: CustomerCoupon;
  readonly keyName: string | undefined;
};

function CouponCard({ coupon, keyName }: CouponCardProps) {
  const { code, discountText } = coupon;
  const { panel } = useWords().till;
  const isOn = useBasket((basket) => basket.couponCodes.includes(code));
  const { place, isCut, isWhole, turn } = useWholeReason();
  return (
    <CouponKey
      {...{ code, isOn, keyName }}
      title={discountText}
      below={
        isCut && (
          <button
            type="button"
            className={styles.reason}
            aria-expanded={isWhole}
            aria-keyshortcuts="?"
            aria-label={panel.reasonOf(discountText)}
            onClick={turn}
          >
            {isWhole ? panel.lessReason : panel.wholeReason} <Kbd>?</Kbd>
          </button>
        )
      }
    >
      <CouponStanding coupon={coupon} lead={showCouponCode(code)} />
      <span ref={place} className={classes(styles.why, isWhole && styles.whole)}>
        {coupon.reason}
      </span>
    </CouponKey>
  );
}

type CouponStandingProps = {
  readonly coupon: CustomerCoupon;
  /** What stands first, if anything. */
  readonly lead: string | undefined;
};

/** Until when it is good, what it does to this basket, and what to be careful about. */
export function CouponStanding({ coupon, lead }: CouponStandingProps) {
  const { panel } = useWords().till;
  const format = useFormat();
  const { code, untilDay, expiresAtMs, endsInDays, maybeUsed } = coupon;
  const outcome = useOutcome(code);
  const day = untilDay === undefined ? format.dayNear(expiresAtMs) : format.dayText(untilDay);
  const until = endsInDays === undefined ? panel.until(day) : undefined;
  const said = [lead, until, outcome].filter(Boolean).join(", ");
  return (
    <>
      {said && <span>{said}</span>}
      {endsInDays !== undefined && (
        <span className={styles.soon}>{panel.endsSoon(endsInDays, day)}</span>
      )}
      {maybeUsed && <span className={styles.doubt}>{panel.maybeUsed}</span>}
    </>
  );
}

/** "K7QF-2M9P-3D", and why it does nothing here; it can only be taken out again. */
function TypedCoupon({ code, keyName }: Pick<CouponKeyProps, "code" | "keyName">) {
  return (
    <CouponKey code={code} isOn keyName={keyName} title={showCouponCode(code)}>
      {useOutcome(code) ?? ""}
    </CouponKey>
  );
}

type CouponKeyProps = {
  readonly code: string;
  readonly isOn: boolean;
  /** All of it in one line. */
  readonly isShort?: boolean;
  readonly keyName: string | undefined;
  readonly title: string;
  readonly children: ReactNode;
  /** Beside its key, which no other key can stand in. */
  readonly below?: ReactNode;
};

export function CouponKey(props: CouponKeyProps) {
  const { code, isOn, isShort, keyName, title, children } = props;
  const { panel } = useWords().till;
  return (
    <li>
      <button
        type="button"
        className={classes(styles.coupon, isOn && styles.on, isShort && styles.short)}
        aria-pressed={isOn}
        aria-keyshortcuts={keyName?.replace("Ctrl ", "Control+")}
        data-testid={`coupon-${code}`}
        onClick={() => toggleCoupon(code)}
      >
        <span className={styles.words}>
          <b>{unbroken(title)}</b>
          <span className={styles.standing}>{children}</span>
        </span>
        <span className={styles.end}>
          {isOn && !isShort && <span className={styles.drop}>{panel.dropCoupon}</span>}
          {keyName !== undefined && <Kbd>{keyName}</Kbd>}
        </span>
      </button>
      {props.below}
    </li>
  );
}
