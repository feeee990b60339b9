import { type FormEvent, useEffect, useRef, useState } from "react";
import { useBasket } from "../../stores/till/basket.ts";
import { takeScan } from "../../stores/till/omnibox.ts";
import type { Quote } from "../../stores/till/quote.ts";
import { Button } from "../../ui/Button.tsx";
import { Field } from "../../ui/Field.tsx";
import { useKeys } from "../../ui/useKeys.ts";
import { useScannedOver } from "../../ui/useScannedOver.ts";
import { useFormat, useWords } from "../../words/WordsContext.tsx";
import styles from "./Foot.module.css";
import { useTypedFigures } from "./useTypedFigures.ts";

type PointsEditorProps = { readonly quote: Quote; readonly onClose: () => void };

/** Any number of points, up to what this basket can take; in the place of the sum. */
export function PointsEditor({ quote, onClose }: PointsEditorProps) {
  const { points: words, basket } = useWords().till;
  const format = useFormat();
  const redeem = useBasket((basket) => basket.redeem);
  const usable = quote.pointsUsable ?? quote.pointsAvailable ?? 0;
  const [typed, setTyped] = useState(String(quote.pointsRedeemed || usable));
  const [isWrong, setIsWrong] = useState(false);
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => {
    field.current?.focus();
    field.current?.select();
  }, []);
  const press = useScannedOver({ typed, restore: setTyped, onScan: takeScan });
  useKeys({ Escape: onClose });
  const apply = (points: number) => {
    redeem(points);
    onClose();
  };
  const applyTyped = (): boolean => {
    const digits = typed.replace(/[.,\s]/gu, "");
    const isRead = /^\d{0,9}$/u.test(digits);
    setIsWrong(!isRead);
    if (isRead) apply(Number(digits));
    return isRead;
  };
  useTypedFigures(applyTyped);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    applyTyped();
  };
  return (
    <form className={styles.points} onKeyDown={press} onSubmit={submit}>
      <p>{words.usable(format.number(usable), format.number(quote.pointsAvailable ?? 0))}</p>
      <Field
        ref={field}
        label={words.title}
        isLabelHidden
        value={typed}
        onType={(text) => {
          setIsWrong(false);
          setTyped(text);
        }}
        problem={isWrong ? basket.unreadable : undefined}
        inputMode="numeric"
        isFigure
        testId="points"
      />
      <Button submits look="tea" keyName="Enter">
        {words.apply}
      </Button>
      <Button look="quiet" onPress={() => apply(0)}>
        {words.none}
      </Button>
    </form>
  );
}
