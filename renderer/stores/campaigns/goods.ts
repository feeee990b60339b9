import { create } from "zustand";
import { giftName } from "../../../shared/domain/coupon/offerText.ts";
import type { Output } from "../../rpc/answer.ts";
import { ask } from "../../rpc/client.ts";

type Product = Output<"catalog.search">["products"][number];
type NamedProduct = Pick<Product, "sku" | "name" | "soldBy">;

type GoodsStore = {
  readonly categories: readonly string[];
  /** What to call a product whose SKU stands in a segment or an offer. */
  readonly nameBySku: Readonly<Record<string, string>>;
  /** What to call it behind the "1" of a gift. */
  readonly giftNameBySku: Readonly<Record<string, string>>;
  readonly found: readonly Product[];
  /** Whose answer `found` is: of several places that ask, the others wait. */
  readonly foundFor: string;
  readonly load: () => Promise<void>;
  readonly find: (text: string) => Promise<void>;
  readonly learnNames: (skus: readonly string[]) => Promise<void>;
  /** What is known here by name has got another one. */
  readonly rename: (product: NamedProduct) => void;
};

let newestSearch = 0;

/** The shelf, as far as segments and offers speak of it: never of what is sensitive. */
export const useGoods = create<GoodsStore>()((set, get) => ({
  categories: [],
  nameBySku: {},
  giftNameBySku: {},
  found: [],
  foundFor: "",

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
      set({ found: [], foundFor: text });
      return;
    }
    const answer = await ask("catalog.search", { text, limit: 6 });
    if (mine !== newestSearch || !answer.ok) return;
    const products = answer.value.products.filter(({ sensitive }) => !sensitive);
    set({ found: products, foundFor: text, ...namesOf(products, get()) });
  },

  learnNames: async (skus) => {
    const unknown = skus.filter((sku) => get().nameBySku[sku] === undefined);
    const answers = await Promise.all(unknown.map((sku) => ask("catalog.byCode", { code: sku })));
    const products = answers.flatMap((answer) => (answer.ok ? [answer.value.product] : []));
    set(namesOf(products, get()));
  },

  rename: (product) => {
    if (get().nameBySku[product.sku] !== undefined) set(namesOf([product], get()));
  },
}));

type Names = Pick<GoodsStore, "nameBySku" | "giftNameBySku">;

const namesOf = (products: readonly NamedProduct[], known: Names): Names => ({
  nameBySku: {
    ...known.nameBySku,
    ...Object.fromEntries(products.map(({ sku, name }) => [sku, name])),
  },
  giftNameBySku: {
    ...known.giftNameBySku,
    ...Object.fromEntries(products.map((product) => [product.sku, giftName(product)])),
  },
});
