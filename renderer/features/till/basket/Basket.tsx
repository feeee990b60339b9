import { ScanBarcode } from "lucide-react";
import { useBasket } from "../../../stores/till/basket.ts";
import { Empty } from "../../../ui/Empty.tsx";
import { useWords } from "../../../words/WordsContext.tsx";
import styles from "./Basket.module.css";
import { BasketRow } from "./BasketRow.tsx";
import { UndoLine } from "./UndoLine.tsx";

/** What is being bought, in the order in which it came over the counter. */
export function Basket() {
  const words = useWords().till.basket;
  const lines = useBasket((basket) => basket.lines);
  return (
    <section className={styles.basket} aria-label={words.title} data-testid="basket">
      {lines.length === 0 ? (
        <Empty icon={<ScanBarcode strokeWidth={1.75} />} title={words.empty}>
          {words.emptyHint}
        </Empty>
      ) : (
        <ol className={styles.lines}>
          {lines.map((line) => (
            <BasketRow key={line.lineId} line={line} />
          ))}
        </ol>
      )}
      <UndoLine />
    </section>
  );
}
