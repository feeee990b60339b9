import { useEffect, useRef } from "react";
import { type BasketLine, useBasket } from "../../../stores/till/basket.ts";
import {
  chargedMinor,
  lineSumMinor,
  type PricedLine,
  pricedLine,
  useQuote,
} from "../../../stores/till/quote.ts";
import { Chip } from "../../../ui/Chip.tsx";
import { classes } from "../../../ui/classes.ts";
import { useFormat, useWords } from "../../../words/WordsContext.tsx";
import styles from "./Basket.module.css";
import { LineEditor } from "./LineEditor.tsx";
import { LineNotes } from "./LineNotes.tsx";
import { Stepper } from "./Stepper.tsx";

/** One line: how many at the left where the eye starts, what it comes to at the right. */
export function BasketRow({ line }: { readonly line: BasketLine }) {
  const words = useWords().till.basket;
  const isLifted = useBasket((basket) => basket.selectedId === line.lineId);
  const isEditing = useBasket((basket) => basket.editingId === line.lineId);
  const select = useBasket((basket) => basket.select);
  const priced = useQuote((state) => pricedLine(state, line.lineId));
  const row = useRef<HTMLLIElement>(null);
  useEffect(() => {
    if (isLifted) row.current?.scrollIntoView?.({ block: "nearest" });
  }, [isLifted]);
  return (
    <li
      ref={row}
      className={classes(styles.row, isLifted && styles.lifted)}
      aria-current={isLifted}
      data-testid={`line-${line.sku}`}
    >
      <Stepper line={line} />
      <button type="button" className={styles.what} onClick={() => select(line.lineId)}>
        <span className={styles.name}>
          {line.name}
          {line.isSuggested && (
            <Chip tone="tea" className={styles.tag}>
              {words.suggestedTag}
            </Chip>
          )}
        </span>
        <LineNotes line={line} priced={priced} />
      </button>
      <UnitPrice line={line} priced={priced} />
      <LineSum lineId={line.lineId} priced={priced} />
      {isEditing && (
        <div className={styles.editor}>
          <LineEditor line={line} />
        </div>
      )}
    </li>
  );
}

type UnitPriceProps = {
  readonly line: BasketLine;
  readonly priced: PricedLine | undefined;
};

/** As it is charged: the shelf may have got another price since the line was begun. */
function UnitPrice({ line, priced }: UnitPriceProps) {
  const format = useFormat();
  const { change, shelfPriceMinor } = line;
  if (change?.kind !== "price") {
    return <div className={styles.price}>{format.amount(chargedMinor(line, priced))}</div>;
  }
  return (
    <div className={styles.price}>
      <s>{format.amount(shelfPriceMinor)}</s>
      {format.amount(change.priceMinor)}
    </div>
  );
}

type LineSumProps = { readonly lineId: string; readonly priced: PricedLine | undefined };

function LineSum({ priced }: LineSumProps) {
  const format = useFormat();
  const isStale = useQuote((state) => state.isStale);
  if (!priced) return <div className={styles.sum}>{"\u00a0"}</div>;
  const sumMinor = lineSumMinor(priced);
  return (
    <div className={classes(styles.sum, isStale && styles.waiting)}>
      {sumMinor !== priced.grossMinor && <s>{format.amount(priced.grossMinor)}</s>}
      {format.amount(sumMinor)}
    </div>
  );
}
