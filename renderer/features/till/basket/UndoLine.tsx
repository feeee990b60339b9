import { type Undo, useBasket } from "../../../stores/till/basket.ts";
import { Button } from "../../../ui/Button.tsx";
import { useKeys } from "../../../ui/useKeys.ts";
import type { Words } from "../../../words/vi/vi.ts";
import { useWords } from "../../../words/WordsContext.tsx";
import styles from "./Basket.module.css";

/** What was just taken away, and the way back. It stays until the next thing is done. */
export function UndoLine() {
  const words = useWords().till.basket;
  const undo = useBasket((basket) => basket.undo);
  const undoLast = useBasket((basket) => basket.undoLast);
  useKeys({ "Ctrl+Z": undoLast }, undo !== undefined);
  if (!undo) return null;
  return (
    <div className={styles.undo} role="status">
      <span>{undoText(undo, words)}</span>
      <Button look="quiet" size="small" keyName="Ctrl Z" keyShortcut="Control+Z" onPress={undoLast}>
        {words.undo}
      </Button>
    </div>
  );
}

const undoText = ({ what, name }: Undo, words: Words["till"]["basket"]): string => {
  if (what === "line") return words.removedLine(name);
  return what === "customer" ? words.removedCustomer(name) : words.cleared;
};
