import { Minus, Plus, Scale } from "lucide-react";
import { type BasketLine, useBasket } from "../../../stores/till/basket.ts";
import { useFormat, useWords } from "../../../words/WordsContext.tsx";
import styles from "./Stepper.module.css";

/** How many: one fewer, one more; the last one fewer takes the line out, and can be undone. */
export function Stepper({ line }: { readonly line: BasketLine }) {
  const words = useWords().till.basket;
  const format = useFormat();
  const stepQuantity = useBasket((basket) => basket.stepQuantity);
  const edit = useBasket((basket) => basket.edit);
  if (line.soldBy === "weight") {
    return (
      <button type="button" className={styles.weight} onClick={() => edit(line.lineId)}>
        <span className="visually-hidden">{words.weigh(line.name)}</span>
        <Scale strokeWidth={1.75} aria-hidden="true" />
        {line.isUnweighed ? (
          <b className={styles.unweighed}>{words.unweighed}</b>
        ) : (
          <b>{words.kilograms(format.quantity(line.quantityMilli))}</b>
        )}
      </button>
    );
  }
  return (
    <div className={styles.stepper}>
      <button
        type="button"
        aria-label={words.fewer(line.name)}
        onClick={() => stepQuantity(line.lineId, -1)}
      >
        <Minus strokeWidth={1.75} aria-hidden="true" />
      </button>
      <button
        type="button"
        className={styles.figure}
        aria-label={`${words.quantityOf(line.name)}: ${line.quantity}`}
        onClick={() => edit(line.lineId)}
      >
        {format.number(line.quantity)}
      </button>
      <button
        type="button"
        aria-label={words.more(line.name)}
        onClick={() => stepQuantity(line.lineId, 1)}
      >
        <Plus strokeWidth={1.75} aria-hidden="true" />
      </button>
    </div>
  );
}
