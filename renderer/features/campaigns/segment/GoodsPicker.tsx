import { X } from "lucide-react";
import { type KeyboardEvent, useEffect, useState } from "react";
import { useGoods } from "../../../stores/campaigns/goods.ts";
import { ArrowGroup } from "../../../ui/ArrowGroup.tsx";
import { Button } from "../../../ui/Button.tsx";
import { Field } from "../../../ui/Field.tsx";
import { useFormat, useWords } from "../../../words/WordsContext.tsx";
import styles from "./Segment.module.css";

type GoodsPickerProps = {
  readonly label: string;
  readonly chosen: readonly string[];
  readonly problem?: string | undefined;
  /** A single product: the next one takes the place of the first. */
  readonly isSingle?: boolean;
  readonly onChoose: (skus: readonly string[]) => void;
};

/** Products by typing a bit of their name; Enter takes the first that was found. */
export function GoodsPicker(props: GoodsPickerProps) {
  const { label, chosen, problem, isSingle = false, onChoose } = props;
  const { fields } = useWords().segments;
  const { foundFor, find, learnNames } = useGoods();
  const [typed, setTyped] = useState("");
  useEffect(() => void learnNames(chosen), [learnNames, chosen]);
  const isAnswered = typed.trim() !== "" && foundFor === typed;
  const offered = useOffered(isAnswered, chosen);
  const type = (text: string) => {
    setTyped(text);
    void find(text);
  };
  const take = (sku: string) => {
    onChoose(isSingle ? [sku] : [...chosen, sku]);
    type("");
  };
  const press = async (event: KeyboardEvent) => {
    if (event.key !== "Enter" || typed.trim() === "") return;
    event.preventDefault();
    // A scanner sends Enter before anybody could have answered what it typed.
    if (!isAnswered) await find(typed);
    const { found, foundFor: answered } = useGoods.getState();
    const first = answered === typed && found.find(({ sku }) => !chosen.includes(sku));
    if (first) take(first.sku);
  };
  return (
    <div className={styles.goods}>
      <Field
        label={label}
        value={typed}
        placeholder={fields.findGoods}
        problem={problem}
        onType={type}
        onKeyDown={(event) => void press(event)}
      />
      {offered.length > 0 && <Found offered={offered} label={fields.findGoods} onTake={take} />}
      {isAnswered && offered.length === 0 && (
        <p className={styles.none} role="status">
          {fields.noGoods(typed.trim())}
        </p>
      )}
      <Chosen chosen={chosen} onChoose={onChoose} />
    </div>
  );
}

/** What was found and is not among the chosen yet. */
const useOffered = (isAnswered: boolean, chosen: readonly string[]) => {
  const found = useGoods((goods) => goods.found);
  return isAnswered ? found.filter(({ sku }) => !chosen.includes(sku)) : [];
};

function Chosen({ chosen, onChoose }: Pick<GoodsPickerProps, "chosen" | "onChoose">) {
  const { fields } = useWords().segments;
  const nameBySku = useGoods((goods) => goods.nameBySku);
  if (chosen.length === 0) return null;
  return (
    <ul className={styles.chosen}>
      {chosen.map((sku) => (
        <li key={sku}>
          <Button
            size="small"
            isPressed
            label={fields.take(nameBySku[sku] ?? sku)}
            icon={<X strokeWidth={1.75} aria-hidden="true" />}
            onPress={() => onChoose(chosen.filter((each) => each !== sku))}
          >
            {nameBySku[sku] ?? sku}
          </Button>
        </li>
      ))}
    </ul>
  );
}

type FoundProps = {
  readonly offered: ReturnType<typeof useGoods.getState>["found"];
  readonly label: string;
  readonly onTake: (sku: string) => void;
};

function Found({ offered, label, onTake }: FoundProps) {
  const format = useFormat();
  return (
    <ArrowGroup className={styles.found} label={label}>
      {offered.map(({ sku, name, priceMinor }) => (
        <button key={sku} type="button" onClick={() => onTake(sku)}>
          <span>{name}</span>
          <small>{format.amount(priceMinor)}</small>
        </button>
      ))}
    </ArrowGroup>
  );
}
