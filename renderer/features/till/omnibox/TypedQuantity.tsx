import { takesQuantity, useBasket } from "../../../stores/till/basket.ts";
import { useOmnibox } from "../../../stores/till/omnibox.ts";
import { readTyped } from "../../../stores/till/typed.ts";
import { useFormat, useWords } from "../../../words/WordsContext.tsx";
import styles from "./Omnibox.module.css";

/** Says what the "3*" in the omnibox is about to do. */
export function TypedQuantity() {
  const words = useWords().till.omnibox;
  const format = useFormat();
  const { text, quantity } = readTyped(useOmnibox((state) => state.typed));
  const line = useBasket(({ lines, selectedId }) =>
    lines.find(({ lineId }) => lineId === selectedId),
  );
  if (!quantity) return null;
  const shown = format.quantity(quantity.quantityMilli ?? 0);
  const isForLine = text === "" && line !== undefined && takesQuantity(line, quantity);
  return (
    <span className={styles.quantity}>
      {isForLine ? words.quantityForLine(shown, line.name) : words.quantityForNext(shown)}
    </span>
  );
}
