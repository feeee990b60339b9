import type { Product } from "../../stores/goods/productDraft.ts";
import { useFormat, useWords } from "../../words/WordsContext.tsx";
import styles from "./Goods.module.css";

/** How much of it is left, as far as anybody counted. */
export function Stock({ product }: { readonly product: Product }) {
  const { goods: words } = useWords();
  const format = useFormat();
  const { stockQuantity, soldBy } = product;
  if (stockQuantity === undefined) return words.notCounted;
  if (stockQuantity <= 0) return <span className={styles.out}>{words.outOfStock}</span>;
  const quantity = format.quantity(Math.round(stockQuantity * 1_000));
  return words.left(soldBy === "weight" ? `${quantity} kg` : quantity);
}
