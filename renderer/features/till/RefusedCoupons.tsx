import { showCouponCode } from "../../../shared/domain/coupon/couponCode.ts";
import { useBasket } from "../../stores/till/basket.ts";
import type { CouponOutcome } from "../../stores/till/couponsAlone.ts";
import { unbroken } from "../../ui/unbroken.ts";
import { useWords } from "../../words/WordsContext.tsx";
import { useWhy } from "./couponOutcome.ts";
import styles from "./RefusedCoupons.module.css";

/**
 * The coupons that do nothing here, each with its reason to the end. Nothing is sold while one stands
 * there: it can be dropped from here, wherever its card is.
 */
export function RefusedCoupons({ coupons }: { readonly coupons: readonly CouponOutcome[] }) {
  const refused = coupons.filter(({ accepted }) => !accepted);
  if (refused.length === 0) return null;
  return (
    <dl className={styles.refused}>
      {refused.map((coupon) => (
        <RefusedCoupon key={coupon.code} coupon={coupon} />
      ))}
    </dl>
  );
}

function RefusedCoupon({ coupon }: { readonly coupon: CouponOutcome }) {
  const { sum, panel } = useWords().till;
  const why = useWhy();
  const removeCoupon = useBasket((basket) => basket.removeCoupon);
  const code = showCouponCode(coupon.code);
  return (
    <div>
      <dt role="alert">{unbroken(sum.couponRefused(code, why(coupon)))}</dt>
      <dd>
        <button
          type="button"
          className={styles.drop}
          aria-label={sum.dropCoupon(code)}
          onClick={() => removeCoupon(coupon.code)}
        >
          {panel.dropCoupon}
        </button>
      </dd>
    </div>
  );
}
