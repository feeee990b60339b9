import { type FormEvent, useState } from "react";
import { takeBarcode } from "../../stores/goods/scannedBarcode.ts";
import { saveProduct } from "../../stores/till/newProduct.ts";
import { useWizard } from "../../stores/wizard.ts";
import { Button } from "../../ui/Button.tsx";
import { Field } from "../../ui/Field.tsx";
import { useFocusFirst } from "../../ui/useFocusFirst.ts";
import { useKeys } from "../../ui/useKeys.ts";
import { useScannedInto } from "../../ui/useScannedInto.ts";
import { refusalText } from "../../words/refusalWords.ts";
import { useFormat, useWords } from "../../words/WordsContext.tsx";
import styles from "./Wizard.module.css";

type Added = { readonly sku: string; readonly name: string; readonly priceMinor: number };

const blank = { name: "", price: "", barcode: "" };

/** A few goods, so that the first sale can be made now. */
export function FirstProducts() {
  const words = useWords();
  const { products } = words.wizard;
  const format = useFormat();
  const finish = useWizard((state) => state.finish);
  const [draft, setDraft] = useState(blank);
  const [added, setAdded] = useState<readonly Added[]>([]);
  const [problem, setProblem] = useState<string>();
  const first = useFocusFirst<HTMLInputElement>();
  const toTill = () => void finish("till");
  useKeys({ F9: toTill });
  const type = (part: Partial<typeof blank>) => {
    setProblem(undefined);
    setDraft({ ...draft, ...part });
  };
  // A code that is scanned into any field is the barcode, and no word to save it by.
  const press = useScannedInto({ typed: draft, take: takeBarcode(draft, type) });
  const add = async (event: FormEvent) => {
    event.preventDefault();
    const priceMinor = format.readMoney(draft.price);
    if (draft.name.trim() === "" || priceMinor === undefined) {
      setProblem(products.missing);
      return;
    }
    const { name, barcode } = draft;
    const { sku, refusal } = await saveProduct({ name, priceMinor, barcode, soldBy: "unit" });
    if (refusal) {
      setProblem(refusalText(refusal, words.refusals, format));
      return;
    }
    setAdded([{ sku, name, priceMinor }, ...added]);
    setDraft(blank);
    first.current?.focus();
  };
  return (
    <form
      className={styles.form}
      noValidate
      onKeyDown={press}
      onSubmit={(event) => void add(event)}
    >
      <header className={styles.heading}>
        <h1>{products.title}</h1>
        <p>{products.lead}</p>
      </header>
      <div className={styles.fields}>
        <Field
          ref={first}
          className={styles.wide}
          label={products.name}
          value={draft.name}
          maxLength={200}
          onType={(name) => type({ name })}
          testId="product-name"
        />
        <Field
          label={products.price}
          value={draft.price}
          inputMode="decimal"
          isFigure
          problem={problem}
          after={<span aria-hidden="true">{format.symbol}</span>}
          onType={(price) => type({ price: format.asTyped(price) })}
          testId="product-price"
        />
        <Field
          label={products.barcode}
          value={draft.barcode}
          hint={words.wizard.shop.optional}
          maxLength={64}
          onType={(barcode) => type({ barcode })}
        />
      </div>
      <div className={styles.foot}>
        <Button submits look={added.length === 0 ? "main" : "tea"} size="large" keyName="Enter">
          {products.add}
        </Button>
        <Button
          look={added.length === 0 ? "plain" : "main"}
          size="large"
          keyName="F9"
          onPress={toTill}
          testId="to-till"
        >
          {products.toTill}
        </Button>
      </div>
      {added.length === 0 ? (
        <p className={styles.quiet}>{products.none}</p>
      ) : (
        <ul className={styles.added} aria-label={products.added}>
          {added.map(({ sku, name, priceMinor }) => (
            <li key={sku}>
              <span>{name}</span>
              <b>{format.money(priceMinor)}</b>
            </li>
          ))}
        </ul>
      )}
    </form>
  );
}
