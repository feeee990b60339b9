import type { Product } from "../../stores/goods/productDraft.ts";
import { useFormat, useWords } from "../../words/WordsContext.tsx";
import styles from "./Goods.module.css";
import { Stock } from "./Stock.tsx";

/** A product for those who may look and not change. */
export function ProductFacts({ product }: { readonly product: Product }) {
  const { goods: words } = useWords();
  const format = useFormat();
  const { fields } = words;
  return (
    <div className={styles.form} data-testid="product-facts">
      <h1>{product.name}</h1>
      <dl className={styles.facts}>
        <dt>{fields.price}</dt>
        <dd>{format.money(product.priceMinor)}</dd>
        <dt>{fields.stock}</dt>
        <dd>
          <Stock product={product} />
        </dd>
        <dt>{fields.barcode}</dt>
        <dd>{product.barcode ?? "–"}</dd>
        <dt>{fields.code}</dt>
        <dd>{product.sku}</dd>
        <dt>{fields.category}</dt>
        <dd>{product.category ?? "–"}</dd>
        <dt>{fields.soldBy}</dt>
        <dd>{fields[product.soldBy]}</dd>
        <dt>{fields.sensitive}</dt>
        <dd>{product.sensitive ? words.yes : words.no}</dd>
      </dl>
      <p className={styles.quietly}>{words.readOnly}</p>
    </div>
  );
}
