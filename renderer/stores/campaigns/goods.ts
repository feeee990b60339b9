import { create } from "zustand";
import type { Output } from "../../rpc/answer.ts";
import { ask } from "../../rpc/client.ts";

type Product = Output<"catalog.search">["products"][number];

type GoodsStore = {
  readonly categories: readonly string[];
  /** What to call a product whose SKU stands in a segment or an offer. */
  readonly nameBySku: Readonly<Record<string, string>>;
  readonly found: readonly Product[];
  readonly load: () => Promise<void>;
  readonly find: (text: string) => Promise<void>;
  readonly learnNames: (skus: readonly string[]) => Promise<void>;
};

let newestSearch = 0;

/** The shelf, as far as segments and offers speak of it: never of what is sensitive. */
export const useGoods = create<GoodsStore>()((set, get) => ({
  categories: [],
  nameBySku: {},
  found: [],

  load: async () => {
    const answer = await ask("catalog.categories", {});
    if (!answer.ok) return;
    const open = answer.value.categories.filter(({ isSensitive }) => !isSensitive);
    set({ categories: open.map(({ category }) => category) });
  },

  find: async (text) => {
    newestSearch += 1;
    const mine = newestSearch;
    if (text.trim() === "") {
      set({ found: [] });
      return;
    }
    const answer = await ask("catalog.search", { text, limit: 6 });
    if (mine !== newestSearch || !answer.ok) return;
    const products = answer.value.products.filter(({ sensitive }) => !sensitive);
    set({ found: products, nameBySku: namesOf(products, get().nameBySku) });
  },

  learnNames: async (skus) => {
    const unknown = skus.filter((sku) => get().nameBySku[sku] === undefined);
    const answers = await Promise.all(unknown.map((sku) => ask("catalog.byCode", { code: sku })));
    const products = answers.flatMap((answer) => (answer.ok ? [answer.value.product] : []));
    set({ nameBySku: namesOf(products, get().nameBySku) });
  },
}));

const namesOf = (
  products: readonly Product[],
  known: Readonly<Record<string, string>>,
): Readonly<Record<string, string>> => ({
  ...known,
  ...Object.fromEntries(products.map(({ sku, name }) => [sku, name])),
});
