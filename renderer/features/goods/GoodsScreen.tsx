import { PackageSearch } from "lucide-react";
import { useEffect } from "react";
import { newSku, useProducts } from "../../stores/goods/products.ts";
import { usePlace } from "../../stores/place.ts";
import { useSession } from "../../stores/session.ts";
import { Empty } from "../../ui/Empty.tsx";
import { useFocusFirst } from "../../ui/useFocusFirst.ts";
import { useKeys } from "../../ui/useKeys.ts";
import { useWords } from "../../words/WordsContext.tsx";
import styles from "./Goods.module.css";
import { ProductFacts } from "./ProductFacts.tsx";
import { ProductForm } from "./ProductForm.tsx";
import { ProductList } from "./ProductList.tsx";

/** What the shop sells at the left, one of it at the right. */
export function GoodsScreen() {
  const load = useProducts((state) => state.load);
  const go = usePlace((state) => state.go);
  const mayChange = useSession((state) => state.staff?.role !== "cashier");
  const search = useFocusFirst<HTMLInputElement>();
  useEffect(() => void load(), [load]);
  useKeys({
    Escape: () => {
      if (document.activeElement?.closest("form")) search.current?.focus();
      else go("till");
    },
  });
  return (
    <main className={styles.screen} data-testid="goods">
      <ProductList searchRef={search} mayChange={mayChange} />
      <Opened mayChange={mayChange} />
    </main>
  );
}

function Opened({ mayChange }: { readonly mayChange: boolean }) {
  const { goods: words } = useWords();
  const openSku = useProducts((state) => state.openSku);
  const product = useProducts((state) => state.product);
  const isOpen = product !== undefined || (openSku === newSku && mayChange);
  return (
    <section className={styles.product} aria-label={words.form}>
      {isOpen && mayChange && <ProductForm key={openSku} product={product} />}
      {product && !mayChange && <ProductFacts product={product} />}
      {!isOpen && (
        <Empty icon={<PackageSearch strokeWidth={1.75} />} title={words.choose}>
          {words.chooseHint}
        </Empty>
      )}
    </section>
  );
}
