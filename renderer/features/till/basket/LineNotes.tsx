import { showCouponCode } from "../../../../shared/domain/coupon/couponCode.ts";
import { type BasketLine, MOST_OF_A_LINE, useBasket } from "../../../stores/till/basket.ts";
import { chargedMinor, type PricedLine } from "../../../stores/till/quote.ts";
import { useFormat, useWords } from "../../../words/WordsContext.tsx";
import styles from "./Basket.module.css";

const FEW_LEFT = 3;

type LineNotesProps = { readonly line: BasketLine; readonly priced: PricedLine | undefined };

/** Under the name: its number or weight, what was taken off and why, and what the shelf still has. */
export function LineNotes({ line, priced }: LineNotesProps) {
  const words = useWords().till.basket;
  const format = useFormat();
  const first = useFirst(line, priced);
  const stockLeft = priced?.stockLeft;
  const isOverfull = useBasket((basket) => basket.overfullId === line.lineId);
  return (
    <span className={styles.meta} style={{ display: "block" }}>
      {first}
      {line.change?.kind === "price" && <span className={styles.offers}>, {words.newPrice}</span>}
      {isOverfull && (
        <span className={styles.short} role="status">
          , {words.full(format.number(MOST_OF_A_LINE))}
        </span>
      )}
      {priced?.discounts.map((discount) => (
        <DiscountNote key={`${discount.kind} ${discount.code ?? ""}`} discount={discount} />
      ))}
      {stockLeft !== undefined && stockLeft < 0 && (
        <span className={styles.short}>, {words.shortOf(format.number(-stockLeft))}</span>
      )}
      {stockLeft !== undefined && stockLeft >= 0 && stockLeft <= FEW_LEFT && (
        <span>, {words.lastOnes(format.number(stockLeft))}</span>
      )}
    </span>
  );
}

const useFirst = (line: BasketLine, priced: PricedLine | undefined): string => {
  const words = useWords().till.basket;
  const format = useFormat();
  if (line.soldBy !== "weight") return line.sku;
  const price = format.money(chargedMinor(line, priced));
  return line.isUnweighed
    ? words.unweighedAt(price)
    : words.weighed(format.quantity(line.quantityMilli), price);
};

type DiscountNoteProps = { readonly discount: PricedLine["discounts"][number] };

/** Points come off the whole sale and are told there, not on each line. */
function DiscountNote({ discount }: DiscountNoteProps) {
  const words = useWords().till.basket;
  const format = useFormat();
  if (discount.kind === "points" || discount.minor === 0) return null;
  const off = format.amount(discount.minor);
  const text =
    discount.kind === "coupon"
      ? words.byCoupon(showCouponCode(discount.code ?? ""), off)
      : words.byLine(off);
  return (
    <span className={styles.offers}>
      , <span className={styles.whole}>{text}</span>
    </span>
  );
}
