import { showCouponCode } from "../../../shared/domain/coupon/couponCode.ts";
import { useSession } from "../../stores/session.ts";
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
  if (!quote) return <dl className={styles.sum} aria-label={sum.title} />;
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

type ItemProps = {
  readonly name: string;
  readonly tone?: "off" | "refused";
  readonly children: string;
};

function Item({ name, tone, children }: ItemProps) {
  return (
    <div className={classes(styles.item, tone && styles[tone])}>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}

/** A coupon with what it takes off, or with why it takes off nothing. */
function CouponItem({ coupon }: { readonly coupon: Quote["coupons"][number] }) {
  const { sum } = useWords().till;
  const format = useFormat();
  const why = useWhy();
  const { accepted, discountMinor } = coupon;
  const code = showCouponCode(coupon.code);
  return (
    <Item
      name={accepted ? sum.coupon(code) : sum.couponRefused(code, why(coupon))}
      tone={accepted ? "off" : "refused"}
    >
      {format.amount(accepted ? -discountMinor : 0)}
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
