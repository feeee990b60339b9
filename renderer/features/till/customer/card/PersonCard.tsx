import { X } from "lucide-react";
import { initials } from "../../../../../shared/domain/customer/customerName.ts";
import { useBasket } from "../../../../stores/till/basket.ts";
import type { CustomerCoupon, Profile, Suggestion } from "../../../../stores/till/customerPanel.ts";
import { Avatar } from "../../../../ui/Avatar.tsx";
import { useFormat, useWords } from "../../../../words/WordsContext.tsx";
import { Alerts } from "../Alerts.tsx";
import { CouponKey, CouponStanding } from "../Coupons.tsx";
import { Phone } from "../Phone.tsx";
import { SuggestionCard } from "../SuggestionCard.tsx";
import { NoSuggestions } from "../Suggestions.tsx";
import styles from "./CustomerFold.module.css";
import { UnfoldKey } from "./UnfoldKey.tsx";

type PersonCardProps = {
  readonly profile: Profile;
  readonly first: Suggestion | undefined;
};

/** Who, worth, points, the first thing to offer and how many coupons, in one line. */
export function PersonCard({ profile, first }: PersonCardProps) {
  const { panel } = useWords().till;
  const detach = useBasket((basket) => basket.detach);
  const { customer } = profile;
  return (
    <>
      <div className={styles.person}>
        <div className={styles.who}>
          <Avatar letters={initials(customer.name)} />
          <div>
            <h2 data-testid="customer-name">{customer.name}</h2>
            <Phone profile={profile} />
          </div>
        </div>
        <div className={styles.now}>
          <Alerts profile={profile} className={styles.alerts} />
        </div>
        <Worth profile={profile} />
        <UnfoldKey />
        <button
          type="button"
          className={styles.detach}
          aria-label={panel.detach}
          title={panel.detach}
          onClick={() => detach(customer.name)}
        >
          <X strokeWidth={1.75} aria-hidden="true" />
        </button>
      </div>
      <ul className={styles.offers}>
        {first ? (
          <SuggestionCard
            suggestion={first}
            keyName="F6"
            isWhyOpen={false}
            hasCustomer={true}
            isShort
          />
        ) : (
          <li className={styles.nothing}>
            <NoSuggestions profile={profile} />
          </li>
        )}
        <FirstCoupon profile={profile} />
      </ul>
    </>
  );
}

function Worth({ profile: { totals, loyalty } }: Pick<PersonCardProps, "profile">) {
  const { panel } = useWords().till;
  const format = useFormat();
  const count = totals.yearCount ?? totals.purchaseCount;
  return (
    <dl className={styles.worth}>
      <div>
        <dd>{format.compact(totals.yearSpentMinor ?? totals.spentMinor)}</dd>
        <dt>{panel.value(format.number(count))}</dt>
      </div>
      <div>
        <dd data-testid="customer-points">{panel.points(format.number(loyalty.balance))}</dd>
        <dt>{loyalty.tier ?? ""}</dt>
      </div>
    </dl>
  );
}

function FirstCoupon({ profile: { coupons } }: Pick<PersonCardProps, "profile">) {
  const [first] = coupons;
  return first ? <CouponInLine coupon={first} count={coupons.length} /> : null;
}

type CouponInLineProps = { readonly coupon: CustomerCoupon; readonly count: number };

function CouponInLine({ coupon, count }: CouponInLineProps) {
  const { panel } = useWords().till;
  const format = useFormat();
  const { code, discountText } = coupon;
  const isOn = useBasket((basket) => basket.couponCodes.includes(code));
  const lead = count > 1 || !isOn ? panel.couponCount(format.number(count)) : undefined;
  return (
    <CouponKey code={code} isOn={isOn} keyName="Ctrl 1" title={discountText} isShort>
      <CouponStanding coupon={coupon} lead={lead} />
    </CouponKey>
  );
}
