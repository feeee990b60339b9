import { X } from "lucide-react";
import type { ReactNode } from "react";
import { showCouponCode } from "../../../shared/domain/coupon/couponCode.ts";
import { useSession } from "../../stores/session.ts";
import { useBasket } from "../../stores/till/basket.ts";
import type { CouponOutcome } from "../../stores/till/couponsAlone.ts";
import { type Quote, takenOffByHand, useQuote } from "../../stores/till/quote.ts";
import { classes } from "../../ui/classes.ts";
import { Kbd } from "../../ui/Kbd.tsx";
import { useFormat, useWords } from "../../words/WordsContext.tsx";
import { useWhy } from "./couponOutcome.ts";
import styles from "./Foot.module.css";

type SumProps = { readonly onPoints: (() => void) | undefined };

/** Each step from the shelf prices to the total, as the engine took them. */
export function Sum({ onPoints }: SumProps) {
  const { sum, points } = useWords().till;
  const format = useFormat();
  const quote = useQuote((state) => state.quote);
  if (!quote) return <CouponsAlone />;
  const byHand = takenOffByHand(quote);
  const minus = (minor: number) => format.amount(-minor);
  return (
    <dl className={styles.sum} aria-label={sum.title}>
      <Item name={sum.subtotal(format.number(itemCount(quote)))}>
        {format.amount(quote.grossMinor)}
      </Item>
      {byHand > 0 && (
        <Item name={sum.lineOff} tone="off">
          {minus(byHand)}
        </Item>
      )}
      {quote.coupons.map((coupon) => (
        <CouponItem key={coupon.code} coupon={coupon} />
      ))}
      {quote.pointsRedeemed > 0 ? (
        <Item name={sum.points(format.number(quote.pointsRedeemed))} tone="off">
          {minus(quote.pointsValueMinor)}
        </Item>
      ) : null}
      <TaxItem quote={quote} />
      {onPoints && quote.pointsRedeemed === 0 && (quote.pointsUsable ?? 1) > 0 && (
        <div>
          <dt className="visually-hidden">{points.title}</dt>
          <dd>
            <button type="button" className={styles.linkish} onClick={onPoints}>
              {points.use} <Kbd>F5</Kbd>
            </button>
          </dd>
        </div>
      )}
    </dl>
  );
}

/** Before the first line: that a coupon can be used, or why it cannot, as soon as it is scanned. */
function CouponsAlone() {
  const { sum, omnibox } = useWords().till;
  const coupons = useQuote((state) => state.couponsAlone);
  return (
    <dl className={styles.sum} aria-label={sum.title}>
      {coupons.map((coupon) =>
        coupon.accepted ? (
          <Item key={coupon.code} name={sum.coupon(showCouponCode(coupon.code))}>
            {omnibox.couponState.issued}
          </Item>
        ) : (
          <RefusedCoupon key={coupon.code} coupon={coupon} />
        ),
      )}
    </dl>
  );
}

type ItemProps = {
  readonly name: ReactNode;
  /** All of it, where it may be cut. */
  readonly title?: string;
  readonly tone?: "off" | "refused";
  readonly children: ReactNode;
};

function Item({ name, title, tone, children }: ItemProps) {
  return (
    <div className={classes(styles.item, tone && styles[tone])}>
      <dt title={title}>{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}

type CouponItemProps = { readonly coupon: CouponOutcome };

/** A coupon with what it takes off or brings in points, or with why it does nothing. */
function CouponItem({ coupon }: CouponItemProps) {
  const { sum } = useWords().till;
  const format = useFormat();
  const code = showCouponCode(coupon.code);
  if (!coupon.accepted) return <RefusedCoupon coupon={coupon} />;
  const { discountMinor, multiplierBps } = coupon;
  return (
    <Item name={sum.coupon(code)} tone="off">
      {multiplierBps === undefined
        ? format.amount(-discountMinor)
        : sum.couponPoints(format.quantity(Math.round(multiplierBps / 10)))}
    </Item>
  );
}

/** Nothing is sold while it stands there: it can be dropped from here, wherever its card is. */
function RefusedCoupon({ coupon }: CouponItemProps) {
  const { sum } = useWords().till;
  const why = useWhy();
  const removeCoupon = useBasket((basket) => basket.removeCoupon);
  const code = showCouponCode(coupon.code);
  const said = sum.couponRefused(code, why(coupon));
  return (
    <Item name={<span role="alert">{said}</span>} title={said} tone="refused">
      <button
        type="button"
        className={styles.drop}
        aria-label={sum.dropCoupon(code)}
        title={sum.dropCoupon(code)}
        onClick={() => removeCoupon(coupon.code)}
      >
        <X strokeWidth={1.75} aria-hidden="true" />
      </button>
    </Item>
  );
}

function TaxItem({ quote }: { readonly quote: Quote }) {
  const { sum } = useWords().till;
  const format = useFormat();
  const isAdded = useSession((state) => state.shop?.taxMode === "exclusive");
  const [only, second] = quote.taxes;
  if (!only || quote.taxMinor === 0) return null;
  const many = isAdded ? sum.taxManyAdded : sum.taxMany;
  const single = isAdded ? sum.taxAdded : sum.tax;
  return (
    <Item name={second ? many : single(format.rate(only.rateBps))}>
      {format.amount(quote.taxMinor)}
    </Item>
  );
}

/** Pieces, and one for each thing that was weighed. */
const itemCount = ({ lines }: Quote): number =>
  lines.reduce((count, line) => count + (line.soldBy === "weight" ? 1 : line.quantity), 0);
