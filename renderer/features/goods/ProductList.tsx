import type { Ref } from "react";
import type { Product } from "../../stores/goods/productDraft.ts";
import { newSku, useProducts } from "../../stores/goods/products.ts";
import { Button } from "../../ui/Button.tsx";
import { classes } from "../../ui/classes.ts";
import { Empty } from "../../ui/Empty.tsx";
import { Field } from "../../ui/Field.tsx";
import { More } from "../../ui/More.tsx";
import { useChosenRow } from "../../ui/useChosenRow.ts";
import { useInSight } from "../../ui/useInSight.ts";
import { useKeys } from "../../ui/useKeys.ts";
import { useFormat, useWords } from "../../words/WordsContext.tsx";
import styles from "./Goods.module.css";
import { Stock } from "./Stock.tsx";

type ProductListProps = {
  readonly searchRef: Ref<HTMLInputElement>;
  readonly mayChange: boolean;
};

/** Type-ahead over the shelf; arrow keys choose, Enter opens. */
export function ProductList({ searchRef, mayChange }: ProductListProps) {
  const { goods: words } = useWords();
  const { text, products, hasAnswered, search, more, openFound, openNew } = useProducts();
  const { active, setActive, find, press } = useChosenRow({
    count: products.length,
    open: (at) => void openFound(at),
    find: (typed) => void search(typed),
    more,
  });
  useKeys({ "Ctrl+M": mayChange ? openNew : undefined });
  return (
    <section className={styles.list} aria-label={words.title}>
      <Field
        ref={searchRef}
        label={words.search}
        isLabelHidden
        placeholder={words.searchHint}
        value={text}
        maxLength={200}
        onType={find}
        onKeyDown={press}
        testId="goods-search"
      />
      {mayChange && (
        <Button keyName="Ctrl M" keyShortcut="Control+M" onPress={openNew} testId="new-product">
          {words.add}
        </Button>
      )}
      <Products active={active} onActive={setActive} />
      {hasAnswered && products.length === 0 && (
        <Empty title={text === "" ? words.none : words.notFound}>
          {text === "" ? words.noneHint : words.notFoundHint}
        </Empty>
      )}
    </section>
  );
}

type ProductsProps = {
  readonly active: number;
  readonly onActive: (at: number) => void;
};

function Products({ active, onActive }: ProductsProps) {
  const { shell } = useWords();
  const { products, next, open, more } = useProducts();
  return (
    <ul className={styles.products}>
      {products.map((product, at) => (
        <li key={product.sku}>
          <ProductKey
            product={product}
            isActive={at === active}
            onOpen={() => {
              onActive(at);
              open(product);
            }}
          />
        </li>
      ))}
      {next !== undefined && (
        <li>
          <More label={shell.showMore} onPress={() => void more()} testId="more-products" />
        </li>
      )}
    </ul>
  );
}

type ProductKeyProps = {
  readonly product: Product;
  readonly isActive: boolean;
  readonly onOpen: () => void;
};

function ProductKey({ product, isActive, onOpen }: ProductKeyProps) {
  const { goods: words } = useWords();
  const format = useFormat();
  const isOpen = useProducts(({ openSku }) => openSku !== newSku && openSku === product.sku);
  const isUnsaved = useProducts(({ typedBySku }) => typedBySku[product.sku] !== undefined);
  const key = useInSight(isActive);
  const { sku, name, barcode, category, priceMinor, sensitive } = product;
  return (
    <button
      ref={key}
      type="button"
      className={classes(styles.productKey, isActive && styles.active, isOpen && styles.open)}
      aria-current={isOpen}
      data-testid={`product-${sku}`}
      onClick={onOpen}
    >
      <span className={styles.name}>{name}</span>
      <span className={styles.price}>{format.money(priceMinor)}</span>
      <small>
        {[isUnsaved && words.unsaved, sensitive && words.sensitiveMark, category, barcode ?? sku]
          .filter(Boolean)
          .join(" · ")}
      </small>
      <small>
        <Stock product={product} />
      </small>
    </button>
  );
}
