import { type FormEvent, useEffect, useRef } from "react";
import { blankDraft, draftOf, type Product, typedInto } from "../../stores/goods/productDraft.ts";
import { newSku, useProducts } from "../../stores/goods/products.ts";
import { takeBarcode } from "../../stores/goods/scannedBarcode.ts";
import { Button } from "../../ui/Button.tsx";
import { useScannedInto } from "../../ui/useScannedInto.ts";
import { RefusalNotice } from "../../words/RefusalNotice.tsx";
import { useFormat, useWords } from "../../words/WordsContext.tsx";
import styles from "./Goods.module.css";
import { ProductFields } from "./ProductFields.tsx";

/** One product to be changed, or a new one to be written. What is typed stays until it is saved. */
export function ProductForm({ product }: { readonly product: Product | undefined }) {
  const { goods: words } = useWords();
  const format = useFormat();
  const typed = useProducts(({ typedBySku }) => typedBySku[product?.sku ?? newSku]);
  const { openings, problems, refusal, isSaving, hasSaved, type, drop, save } = useProducts();
  const hasProblem = refusal !== undefined || Object.keys(problems).length > 0;
  const form = useRef<HTMLFormElement>(null);
  useEffect(() => {
    if (openings > 0) form.current?.querySelector("input")?.focus();
  }, [openings]);
  useEffect(() => {
    if (hasProblem) form.current?.querySelector<HTMLInputElement>("[aria-invalid=true]")?.focus();
  }, [hasProblem]);
  const untouched = product ? draftOf(product, format) : blankDraft;
  const draft = typed ? typedInto(product, typed, format) : untouched;
  // A code that is scanned into any field is the barcode, and no word to save it by.
  const press = useScannedInto({ typed: draft, take: takeBarcode(draft, type) });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    void save(format);
  };
  return (
    <form
      ref={form}
      className={styles.form}
      noValidate
      onSubmit={submit}
      onKeyDown={press}
      data-testid="product-form"
    >
      <header className={styles.head}>
        <h1>{product?.name ?? words.newTitle}</h1>
        {product && <small>{product.sku}</small>}
      </header>
      <RefusalNotice
        refusal={refusal?.kind === "BarcodeTaken" ? undefined : refusal}
        testId="product-problem"
      />
      <ProductFields draft={draft} onType={(part) => type({ ...draft, ...part })} />
      <div className={styles.foot}>
        <Button
          submits
          look="main"
          keyName="Enter"
          isDisabled={typed === undefined || isSaving}
          testId="save-product"
        >
          {words.save}
        </Button>
        {typed !== undefined && (
          <Button look="quiet" onPress={drop} testId="drop-changes">
            {words.drop}
          </Button>
        )}
        <span role="status">{hasSaved ? words.saved : ""}</span>
      </div>
    </form>
  );
}
