import { useId } from "react";
import {
  type DraftProblem,
  type ProductDraft,
  stockShown,
} from "../../stores/goods/productDraft.ts";
import { useProducts } from "../../stores/goods/products.ts";
import { twoReadings, writeStock } from "../../stores/goods/typedStock.ts";
import { Choices } from "../../ui/Choices.tsx";
import { Field } from "../../ui/Field.tsx";
import { refusalText } from "../../words/refusalWords.ts";
import { useFormat, useWords } from "../../words/WordsContext.tsx";
import styles from "./Goods.module.css";

type ProductFieldsProps = {
  readonly draft: ProductDraft;
  readonly onType: (part: Partial<ProductDraft>) => void;
};

export function ProductFields({ draft, onType }: ProductFieldsProps) {
  const { goods: words } = useWords();
  const { fields } = words;
  return (
    <div className={styles.fields}>
      <NameAndMoney draft={draft} onType={onType} />
      <CodeAndCategory draft={draft} onType={onType} />
      <Choices
        label={fields.soldBy}
        value={draft.soldBy}
        onChoose={(soldBy) => onType({ soldBy })}
        choices={[
          { value: "unit", label: fields.unit },
          { value: "weight", label: fields.weight },
        ]}
      />
      <StockField draft={draft} onType={onType} />
      <label className={styles.sensitive}>
        <input
          type="checkbox"
          checked={draft.isSensitive}
          data-testid="product-sensitive"
          onChange={(event) => onType({ isSensitive: event.currentTarget.checked })}
        />
        <span>
          <b>{fields.sensitive}</b>
          <small>{words.sensitiveHint}</small>
        </span>
      </label>
    </div>
  );
}

function NameAndMoney({ draft, onType }: ProductFieldsProps) {
  const { fields, problems: told } = useWords().goods;
  const format = useFormat();
  const say = useProblem();
  const problems = useProducts((state) => state.problems);
  const symbol = <span aria-hidden="true">{format.symbol}</span>;
  return (
    <>
      <Field
        className={styles.wide}
        label={fields.name}
        value={draft.name}
        maxLength={200}
        onType={(name) => onType({ name })}
        problem={problems.name && told.missing.name}
        testId="product-name"
      />
      <Field
        label={fields.price}
        value={draft.price}
        inputMode="decimal"
        isFigure
        after={symbol}
        onType={(price) => onType({ price: format.asTyped(price) })}
        problem={problems.price === "missing" ? told.missing.price : say(problems.price)}
        testId="product-price"
      />
      <Field
        label={fields.cost}
        value={draft.cost}
        inputMode="decimal"
        isFigure
        after={symbol}
        onType={(cost) => onType({ cost: format.asTyped(cost) })}
        problem={say(problems.cost)}
        testId="product-cost"
      />
    </>
  );
}

function CodeAndCategory({ draft, onType }: ProductFieldsProps) {
  const { goods, refusals } = useWords();
  const format = useFormat();
  const { refusal, categories } = useProducts();
  const listId = useId();
  const isTaken = refusal?.kind === "BarcodeTaken";
  return (
    <>
      <Field
        label={goods.fields.barcode}
        value={draft.barcode}
        maxLength={64}
        onType={(barcode) => onType({ barcode })}
        problem={isTaken ? refusalText(refusal, refusals, format) : undefined}
        testId="product-barcode"
      />
      <Field
        label={goods.fields.category}
        value={draft.category}
        maxLength={80}
        list={listId}
        onType={(category) => onType({ category })}
        testId="product-category"
      />
      <datalist id={listId}>
        {categories.map((category) => (
          <option key={category} value={category} />
        ))}
      </datalist>
    </>
  );
}

function StockField({ draft, onType }: ProductFieldsProps) {
  const { fields, notCounted, stockHint } = useWords().goods;
  const format = useFormat();
  const product = useProducts((state) => state.product);
  return (
    <Field
      label={draft.soldBy === "weight" ? fields.stockWeight : fields.stock}
      value={stockShown(draft, product, format)}
      inputMode="decimal"
      isFigure
      placeholder={notCounted}
      maxLength={12}
      hint={stockHint}
      problem={useStockProblem(draft)}
      onType={(stock) => onType({ stock })}
      testId="product-stock"
    />
  );
}

/** A weight that may be meant in two ways is asked about, by both of them. */
const useStockProblem = ({ stock = "" }: ProductDraft): string | undefined => {
  const { problems: told } = useWords().goods;
  const { locale } = useFormat();
  const say = useProblem();
  const problem = useProducts((state) => state.problems.stock);
  const readings = twoReadings(stock, locale);
  return problem === "twoReadings" && readings
    ? told.twoReadings(writeStock(readings.grouped, locale), writeStock(readings.decimal, locale))
    : say(problem);
};

const useProblem = () => {
  const { problems } = useWords().goods;
  return (problem: DraftProblem | undefined): string | undefined =>
    problem === undefined || problem === "missing" || problem === "twoReadings"
      ? undefined
      : problems[problem];
};
