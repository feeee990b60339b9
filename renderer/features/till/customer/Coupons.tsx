import { showCouponCode } from "../../../../shared/domain/coupon/couponCode.ts";
import { useBasket } from "../../../stores/till/basket.ts";
import type { CustomerCoupon, Profile } from "../../../stores/till/customerPanel.ts";
import { classes } from "../../../ui/classes.ts";
import { Kbd } from "../../../ui/Kbd.tsx";
import { unbroken } from "../../../ui/unbroken.ts";
import { useKeys } from "../../../ui/useKeys.ts";
import { useFormat, useWords } from "../../../words/WordsContext.tsx";
import { useOutcome } from "../couponOutcome.ts";
import styles from "./Coupons.module.css";
import panelStyles from "./CustomerPanel.module.css";

const MAX_WITH_KEY = 4;
const TYPED_KEY = "Ctrl 0";

/** The person's own coupons, and any other code that was typed in; each says what it does here. */
export function Coupons({ profile }: { readonly profile: Profile }) {
  const { panel } = useWords().till;
  const format = useFormat();
  const { coupons } = profile;
  const typed = useTypedCodes(coupons);
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
    <section aria-label={panel.coupons} data-testid="coupons">
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
const useTypedCodes = (coupons: readonly CustomerCoupon[]): readonly string[] => {
  const couponCodes = useBasket((basket) => basket.couponCodes);
  return couponCodes.filter((typed) => coupons.every(({ code }) => code !== typed));
};

type CouponCardProps = {
  readonly coupon: CustomerCoupon;
  readonly keyName: string | undefined;
};

function CouponCard({ coupon, keyName }: CouponCardProps) {
  const { panel } = useWords().till;
  const format = useFormat();
  const { code, discountText, untilDay, expiresAtMs, maybeUsed } = coupon;
  const isOn = useBasket((basket) => basket.couponCodes.includes(code));
  const outcome = useOutcome(code);
  const until = panel.until(
    untilDay === undefined ? format.dayMonth(expiresAtMs) : format.dayText(untilDay),
  );
  const standing = [showCouponCode(code), until, isOn ? outcome : undefined];
  const doubt = maybeUsed ? panel.maybeUsed : undefined;
  return (
    <CouponKey code={code} isOn={isOn} keyName={keyName} title={discountText} doubt={doubt}>
      {standing.filter(Boolean).join(", ")}
    </CouponKey>
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
  /** What to be careful about before it is taken. */
  readonly doubt?: string | undefined;
  readonly children: string;
};

export function CouponKey(props: CouponKeyProps) {
  const { code, isOn, isShort, keyName, title, doubt, children } = props;
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
          <span>{children}</span>
          {doubt !== undefined && <span className={styles.doubt}>{doubt}</span>}
        </span>
        {isOn && !isShort && <span className={styles.drop}>{panel.dropCoupon}</span>}
        {keyName !== undefined && <Kbd>{keyName}</Kbd>}
      </button>
    </li>
  );
}
