import { Package, ReceiptText, Scale, TicketPercent, UserRound } from "lucide-react";
import { type ReactNode, useEffect, useRef } from "react";
import { showCouponCode } from "../../../../shared/domain/coupon/couponCode.ts";
import type { Product } from "../../../stores/till/basket.ts";
import type { Finding } from "../../../stores/till/findings.ts";
import { Kbd } from "../../../ui/Kbd.tsx";
import { useFormat, useWords } from "../../../words/WordsContext.tsx";
import styles from "./Omnibox.module.css";

type FindingRowProps = {
  readonly id: string;
  readonly finding: Finding;
  readonly isActive: boolean;
  readonly onPoint: () => void;
  readonly onTake: () => void;
};

export function FindingRow({ id, finding, isActive, onPoint, onTake }: FindingRowProps) {
  const row = useRef<HTMLDivElement>(null);
  const said = useSaid(finding);
  useEffect(() => {
    if (isActive) row.current?.scrollIntoView?.({ block: "nearest" });
  }, [isActive]);
  return (
    // The field keeps the focus and names the active option; keys are heard there.
    // biome-ignore lint/a11y/useKeyWithClickEvents: as above
    <div
      ref={row}
      id={id}
      className={styles.finding}
      role="option"
      tabIndex={-1}
      aria-selected={isActive}
      onPointerMove={onPoint}
      onClick={onTake}
    >
      <span className={styles.icon} aria-hidden="true">
        {said.icon}
      </span>
      <div>
        <div className={styles.name}>{said.name}</div>
        <div className={styles.meta}>{said.meta}</div>
      </div>
      <div className={styles.right}>
        <div className={styles.figure}>{said.figure}</div>
        <div className={styles.act}>
          {isActive ? (
            <>
              {said.act} <Kbd>Enter</Kbd>
            </>
          ) : (
            said.note
          )}
        </div>
      </div>
    </div>
  );
}

type Said = {
  readonly icon: ReactNode;
  readonly name: string;
  readonly meta: string;
  readonly figure?: string;
  readonly note?: string | undefined;
  readonly act: string;
};

const stroke = { strokeWidth: 1.75 };

const useSaid = (finding: Finding): Said => {
  const words = useWords().till.omnibox;
  const format = useFormat();
  switch (finding.kind) {
    case "product": {
      const { product } = finding;
      const isWeighed = product.soldBy === "weight";
      return {
        icon: isWeighed ? <Scale {...stroke} /> : <Package {...stroke} />,
        name: product.name,
        meta: [product.sku, product.category].filter(Boolean).join(", "),
        figure: format.amount(product.priceMinor) + (isWeighed ? ` ${words.perKilogram}` : ""),
        note: stockNote(product, (left) => words.stock(format.number(left))),
        act: words.addsToBasket,
      };
    }
    case "customer": {
      const { customer } = finding;
      const { phone, email, tier, lastPurchaseAtMs } = customer;
      return {
        icon: <UserRound {...stroke} />,
        name: customer.name,
        meta: [phone && format.maskedPhone(phone), phone ? undefined : email, tier]
          .filter(Boolean)
          .join(", "),
        note:
          lastPurchaseAtMs === undefined
            ? words.neverBought
            : words.lastBought(format.dayNear(lastPurchaseAtMs)),
        act: words.attaches,
      };
    }
    case "sale":
      return {
        icon: <ReceiptText {...stroke} />,
        name: finding.sale.receiptNumber,
        meta: `${format.dayTime(finding.sale.soldAtMs)}, ${finding.sale.staffName}`,
        figure: format.amount(finding.sale.totalMinor),
        act: words.opensReceipt,
      };
    case "coupon": {
      const { coupon } = finding;
      const { code, customerName, state, maybeUsed } = coupon;
      const standing = maybeUsed ? words.couponMaybeUsed : words.couponState[state];
      return {
        icon: <TicketPercent {...stroke} />,
        name: coupon.discountText,
        // Found first it is told what Enter does: how it stands is said here as well.
        meta: [showCouponCode(code), customerName, standing].join(", "),
        act: state === "issued" || maybeUsed ? words.usesCoupon : words.tellsWhyNot,
      };
    }
  }
};

const stockNote = (
  { stockQuantity }: Product,
  say: (left: number) => string,
): string | undefined => (stockQuantity === undefined ? undefined : say(stockQuantity));
