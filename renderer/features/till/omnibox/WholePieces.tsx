import type { BrokenPiece } from "../../../stores/till/omnibox.ts";
import { useFormat, useWords } from "../../../words/WordsContext.tsx";
import styles from "./Omnibox.module.css";

type WholePiecesProps = { readonly broken: BrokenPiece };

/** Says that there is no part of a piece to be had, where one was asked for. */
export function WholePieces({ broken: { name, quantityMilli } }: WholePiecesProps) {
  const { omnibox } = useWords().till;
  const { quantity } = useFormat();
  return (
    <div className={styles.panel} data-testid="whole-pieces">
      <div className={styles.nothing} role="alert">
        <p>{omnibox.wholePieces(name, quantity(quantityMilli))}</p>
        <p>{omnibox.wholePiecesHint}</p>
      </div>
    </div>
  );
}
