import { type FormEvent, useEffect, useRef, useState } from "react";
import {
  type BasketLine,
  type LineChange,
  MOST_OF_A_LINE,
  useBasket,
} from "../../../stores/till/basket.ts";
import { isTooMany, readQuantity } from "../../../stores/till/typed.ts";
import { Button } from "../../../ui/Button.tsx";
import { Field } from "../../../ui/Field.tsx";
import { useKeys } from "../../../ui/useKeys.ts";
import type { Format } from "../../../words/format.ts";
import { useFormat, useWords } from "../../../words/WordsContext.tsx";
import { useScannedOver } from "../useScannedOver.ts";
import styles from "./LineEditor.module.css";

type Draft = {
  readonly quantity: string;
  readonly price: string;
  readonly off: string;
  readonly share: string;
};

/** Quantity or weight, price and discount of one line, in the place of the line. */
export function LineEditor({ line }: { readonly line: BasketLine }) {
  const words = useWords().till.basket;
  const format = useFormat();
  const { edit, setQuantity, changeLine, remove } = useBasket();
  const [draft, setDraft] = useState(() => draftOf(line, format));
  const [isWrong, setIsWrong] = useState(false);
  const [counted, setCounted] = useState(line.quantity);
  // Scanned once more meanwhile, there is one more of it: that is not taken back with the price.
  if (counted !== line.quantity) {
    setCounted(line.quantity);
    setDraft({ ...draft, quantity: draftOf(line, format).quantity });
  }
  const first = useRef<HTMLInputElement>(null);
  useEffect(() => {
    first.current?.focus();
    first.current?.select();
  }, []);
  const press = useScannedOver({ typed: draft, restore: setDraft });
  useKeys({ Escape: () => edit(undefined) });

  const isWeighed = line.soldBy === "weight";
  const figure = isWeighed ? draft.quantity : draft.quantity.replace(/[.,\s](?=\d{3}\b)/gu, "");
  const save = (event: FormEvent) => {
    event.preventDefault();
    const quantity = readQuantity(figure);
    const change = readChange(draft, line, format);
    const isRead = isWeighed ? quantity : quantity?.quantity;
    if (!quantity || !isRead || change === "wrong") {
      setIsWrong(true);
      return;
    }
    setQuantity(line.lineId, quantity);
    changeLine(line.lineId, change);
    edit(undefined);
  };
  const set = (part: Partial<Draft>) => {
    setIsWrong(false);
    setDraft({ ...draft, ...part });
  };

  return (
    <form className={styles.editor} aria-label={words.editTitle} onKeyDown={press} onSubmit={save}>
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
            {isTooMany(figure) ? words.tooMany(format.number(MOST_OF_A_LINE)) : words.unreadable}
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

const draftOf = (line: BasketLine, format: Format): Draft => {
  const { change, soldBy, quantity, quantityMilli, shelfPriceMinor } = line;
  return {
    quantity: soldBy === "weight" ? format.quantity(quantityMilli) : String(quantity),
    price: format.amount(change?.kind === "price" ? change.priceMinor : shelfPriceMinor),
    off: change?.kind === "off" ? format.amount(change.discountMinor) : "",
    share: change?.kind === "share" ? format.rate(change.discountBps).replace("%", "") : "",
  };
};

/** At most one of the three is a change; an untouched price is none. */
const readChange = (
  { price, off, share }: Draft,
  { shelfPriceMinor }: BasketLine,
  format: Format,
): LineChange | undefined | "wrong" => {
  if (off.trim() !== "") {
    const discountMinor = format.readMoney(off);
    return discountMinor === undefined ? "wrong" : { kind: "off", discountMinor };
  }
  if (share.trim() !== "") {
    const discountBps = readPercent(share);
    return discountBps === undefined ? "wrong" : { kind: "share", discountBps };
  }
  const priceMinor = format.readMoney(price);
  if (priceMinor === undefined) return "wrong";
  return priceMinor === shelfPriceMinor ? undefined : { kind: "price", priceMinor };
};

/** "12,5" as 1250 basis points: digits are moved, nothing is multiplied. */
const readPercent = (typed: string): number | undefined => {
  const [match, whole = "", part = ""] = /^\s*(\d{1,3})(?:[.,](\d{1,2}))?\s*$/u.exec(typed) ?? [];
  if (match === undefined) return undefined;
  const bps = Number(whole + part.padEnd(2, "0"));
  return bps > 10_000 ? undefined : bps;
};
