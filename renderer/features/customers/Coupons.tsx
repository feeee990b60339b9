import { showCouponCode } from "../../../shared/domain/coupon/couponCode.ts";
import type { Profile } from "../../stores/customers.ts";
import { unbroken } from "../../ui/unbroken.ts";
import { useFormat, useWords } from "../../words/WordsContext.tsx";
import styles from "./Customers.module.css";

/** Their open coupons: what each gives, until when, and of which campaign. */
export function Coupons({ profile: { coupons } }: { readonly profile: Profile }) {
  const { customers: words } = useWords();
  const { day, dayTextWhole } = useFormat();
  if (coupons.length === 0) return null;
  return (
    <section className={styles.section} aria-label={words.sections.coupons}>
      <h2>{words.sections.coupons}</h2>
      <ul className={styles.rows} data-testid="person-coupons">
        {coupons.map(({ code, title, reason, discountText, untilDay, expiresAtMs }) => (
          <li key={code} className={styles.coupon}>
            <b>{unbroken(discountText)}</b>
            <small>
              {title}, <span>{showCouponCode(code)}</span>
            </small>
            {reason !== title && <small>{reason}</small>}
            <small>
              {words.couponUntil(
                untilDay === undefined ? day(expiresAtMs) : dayTextWhole(untilDay),
              )}
            </small>
          </li>
        ))}
      </ul>
    </section>
  );
}
