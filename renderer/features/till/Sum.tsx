import type { ReactNode } from "react";
import { showCouponCode } from "../../../shared/domain/coupon/couponCode.ts";
import { useSession } from "../../stores/session.ts";
import type { CouponOutcome } from "../../stores/till/couponsAlone.ts";
import { type Quote, takenOffByHand, useQuote } from "../../stores/till/quote.ts";
import { classes } from "../../ui/classes.ts";
import { Kbd } from "../../ui/Kbd.tsx";
import { useFormat, useWords } from "../../words/WordsContext.tsx";
import styles from "./Foot.module.css";
import { RefusedCoupons } from "./RefusedCoupons.tsx";

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
    <Steps refused={quote.coupons}>
      <Item name={sum.subtotal(format.number(itemCount(quote)))}>
        {format.amount(quote.grossMinor)}
      </Item>
      {byHand > 0 && (
        <Item name={sum.lineOff} tone="off">
          {minus(byHand)}
        </Item>
      )}
      {quote.coupons.filter(isAccepted).map((coupon) => (
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
    </Steps>
  );
}

type StepsProps = {
  readonly refused: readonly CouponOutcome[];
  readonly children: ReactNode;
};

/** Above, figure by figure; below, each coupon that adds none, with all that it asks for. */
function Steps({ refused, children }: StepsProps) {
  const { sum } = useWords().till;
  return (
    // biome-ignore lint/a11y/useSemanticElements: it groups what is read, and no field is in it
    <div role="group" aria-label={sum.title} className={styles.steps}>
      <dl className={styles.sum}>{children}</dl>
      <RefusedCoupons coupons={refused} />
    </div>
  );
}

const isAccepted = ({ accepted }: CouponOutcome): boolean => accepted;

/** Before the first line: that a coupon can be used, or why it cannot, as soon as it is scanned. */
function CouponsAlone() {
  const { sum, omnibox } = useWords().till;
  const coupons = useQuote((state) => state.couponsAlone);
  return (
    <Steps refused={coupons}>
      {coupons.filter(isAccepted).map(({ code }) => (
        <Item key={code} name={sum.coupon(showCouponCode(code))}>
          {omnibox.couponState.issued}
        </Item>
      ))}
    </Steps>
  );
}

type ItemProps = {
  readonly name: string;
  readonly tone?: "off";
  readonly children: ReactNode;
};

function Item({ name, tone, children }: ItemProps) {
  return (
    <div className={classes(styles.item, tone && styles[tone])}>
      <dt title={name}>{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}

/** A coupon with what it takes off or brings in points. */
function CouponItem({ coupon }: { readonly coupon: CouponOutcome }) {
  const { sum } = useWords().till;
  const format = useFormat();
  const { code, discountMinor, multiplierBps } = coupon;
  return (
    <Item name={sum.coupon(showCouponCode(code))} tone="off">
      {multiplierBps === undefined
        ? format.amount(-discountMinor)
        : sum.couponPoints(format.quantity(Math.round(multiplierBps / 10)))}
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
