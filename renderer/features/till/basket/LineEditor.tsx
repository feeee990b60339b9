import { type FormEvent, type RefObject, useEffect, useRef, useState } from "react";
import { type BasketLine, useBasket } from "../../../stores/till/basket.ts";
import { takeScan } from "../../../stores/till/omnibox.ts";
import { readQuantity } from "../../../stores/till/typed.ts";
import { askForWeight, whenWeightAskedAgain } from "../../../stores/till/weighing.ts";
import { Button } from "../../../ui/Button.tsx";
import { Field } from "../../../ui/Field.tsx";
import { useKeys } from "../../../ui/useKeys.ts";
import { useScannedOver } from "../../../ui/useScannedOver.ts";
import { useFormat, useWords } from "../../../words/WordsContext.tsx";
import { useTypedFigures } from "../useTypedFigures.ts";
import styles from "./LineEditor.module.css";
import {
  draftOf,
  figureOf,
  isSameDraft,
  type LineDraft,
  problemText,
  readChange,
} from "./lineDraft.ts";

/** Quantity or weight, price and discount of one line, in the place of the line. */
export function LineEditor({ line }: { readonly line: BasketLine }) {
  const words = useWords().till.basket;
  const format = useFormat();
  const { edit, setQuantity, changeLine, remove } = useBasket();
  const { draft, setDraft, isTyped } = useLineDraft(line);
  const [isWrong, setIsWrong] = useState(false);
  const first = useRef<HTMLInputElement>(null);
  const press = useScannedOver({ typed: draft, restore: setDraft, onScan: takeScan });
  useKeys({ Escape: () => edit(undefined) });

  const isWeighed = line.soldBy === "weight";
  const save = (): boolean => {
    const quantity = readQuantity(figureOf(draft, line));
    const change = readChange(draft, line, format);
    const isRead = isWeighed ? quantity : quantity?.quantity;
    if (!quantity || !isRead || change === "wrong") {
      setIsWrong(true);
      return false;
    }
    setQuantity(line.lineId, quantity);
    changeLine(line.lineId, change);
    edit(undefined);
    askForWeight();
    return true;
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    save();
  };
  useTypedFigures(() => !isTyped || save());
  useBegun(first, () => setIsWrong(true));
  const set = (part: Partial<LineDraft>) => {
    setIsWrong(false);
    setDraft({ ...draft, ...part });
  };

  return (
    <form
      className={styles.editor}
      aria-label={words.editTitle}
      onKeyDown={press}
      onSubmit={submit}
    >
      <Field
        ref={first}
        label={isWeighed ? words.weight : words.quantity}
        value={draft.quantity}
        onType={(quantity) => set({ quantity })}
        inputMode="decimal"
        isFigure
        testId="edit-quantity"
      />
      <Field
        label={words.price}
        value={draft.price}
        onType={(price) => set({ price })}
        inputMode="decimal"
        isFigure
      />
      <Field
        label={words.off}
        value={draft.off}
        onType={(off) => set({ off, share: "" })}
        inputMode="decimal"
        isFigure
      />
      <Field
        label={words.share}
        value={draft.share}
        onType={(share) => set({ share, off: "" })}
        inputMode="decimal"
        isFigure
        after={<span aria-hidden="true">%</span>}
      />
      <div className={styles.actions}>
        {isWrong && (
          <p className={styles.problem} role="alert">
            {problemText(draft, line, { words, format })}
          </p>
        )}
        <Button look="harm" size="small" onPress={() => remove(line.lineId)}>
          {words.drop}
        </Button>
        {line.change && (
          <Button
            look="quiet"
            size="small"
            onPress={() => {
              changeLine(line.lineId, undefined);
              edit(undefined);
            }}
          >
            {words.original}
          </Button>
        )}
        <Button submits look="tea" size="small" keyName="Enter">
          {words.apply}
        </Button>
      </div>
    </form>
  );
}

/** The draft of a line; the basket knows whether there is anything in it that the line has not. */
const useLineDraft = (line: BasketLine) => {
  const format = useFormat();
  const noteEditTyped = useBasket((basket) => basket.noteEditTyped);
  const untouched = draftOf(line, format);
  const [draft, setDraft] = useState(untouched);
  const [counted, setCounted] = useState(untouched.quantity);
  // Scanned once more meanwhile, there is one more of it: that is not taken back with the price.
  if (counted !== untouched.quantity) {
    setCounted(untouched.quantity);
    setDraft({ ...draft, quantity: untouched.quantity });
  }
  const isTyped = !isSameDraft(draft, untouched);
  useEffect(() => {
    noteEditTyped(isTyped);
    return () => noteEditTyped(false);
  }, [isTyped, noteEditTyped]);
  return { draft, setDraft, isTyped };
};

/** Begins in the first field, and again there when its weight is missing at the payment. */
const useBegun = (first: RefObject<HTMLInputElement | null>, onAskedAgain: () => void): void => {
  const heard = useRef(onAskedAgain);
  heard.current = onAskedAgain;
  useEffect(() => {
    const begin = () => {
      first.current?.focus();
      first.current?.select();
    };
    begin();
    return whenWeightAskedAgain(() => {
      begin();
      heard.current();
    });
  }, [first]);
};
