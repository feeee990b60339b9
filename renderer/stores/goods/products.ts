import { create } from "zustand";
import type { AnyRefusal } from "../../rpc/answer.ts";
import { ask, tell } from "../../rpc/client.ts";
import { useGoods } from "../campaigns/goods.ts";
import { lengthAgain, readOn } from "../pages.ts";
import { skuForNew } from "../till/newSku.ts";
import { looksScanned } from "../till/typed.ts";
import { onOtherLanguage } from "../turnedFigures.ts";
import {
  blankDraft,
  type DraftProblems,
  type Figures,
  type Product,
  type ProductDraft,
  readDraft,
  type Typed,
  turnedProduct,
  typedInto,
} from "./productDraft.ts";

/** Stands for the product that is not in the catalogue yet. */
export const newSku = "";

type ProductsStore = {
  readonly text: string;
  readonly products: readonly Product[];
  /** Where the list goes on; undefined where all of it is shown. */
  readonly next: string | undefined;
  readonly hasAnswered: boolean;
  readonly categories: readonly string[];
  /** The product in the form: its SKU, or `newSku`. */
  readonly openSku: string | undefined;
  readonly product: Product | undefined;
  /** How often a form was opened: each time its first field takes the focus. */
  readonly openings: number;
  readonly typedBySku: Readonly<Record<string, Typed>>;
  readonly problems: DraftProblems;
  readonly refusal: AnyRefusal | undefined;
  readonly isSaving: boolean;
  readonly hasSaved: boolean;
  readonly load: () => Promise<void>;
  readonly search: (text: string) => Promise<void>;
  readonly more: () => Promise<void>;
  readonly open: (product: Product) => void;
  readonly openFound: (at: number) => Promise<void>;
  readonly openNew: () => void;
  readonly type: (draft: ProductDraft) => void;
  readonly drop: () => void;
  readonly save: (figures: Figures) => Promise<void>;
};

const PAGE = 50;

let newestSearch = 0;
let searching: Promise<void> = Promise.resolve();

/** What the shop sells, and one of it to be changed. */
export const useProducts = create<ProductsStore>()((set, get) => ({
  text: "",
  products: [],
  next: undefined,
  hasAnswered: false,
  categories: [],
  openSku: undefined,
  product: undefined,
  openings: 0,
  typedBySku: {},
  problems: {},
  refusal: undefined,
  isSaving: false,
  hasSaved: false,

  load: async () => {
    const { search, text, openSku } = get();
    const [categories, opened] = await Promise.all([
      ask("catalog.categories", {}),
      openSku ? ask("catalog.byCode", { code: openSku }) : undefined,
      search(text),
    ]);
    if (categories.ok) {
      set({ categories: categories.value.categories.map(({ category }) => category) });
    }
    // A code finds a barcode first, which may be another product's.
    const product = opened?.ok ? opened.value.product : undefined;
    if (product && product.sku === get().openSku) set({ product });
  },

  search: (text) => {
    newestSearch += 1;
    const mine = newestSearch;
    const limit = lengthAgain(PAGE, text === get().text ? get().products : []);
    set({ text });
    searching = ask("catalog.search", { text, limit, withSensitive: true }).then((answer) => {
      if (mine !== newestSearch) return;
      if (answer.ok) set({ ...answer.value, next: answer.value.next, hasAnswered: true });
      else set({ refusal: answer.refusal });
    });
    return searching;
  },

  more: () => {
    const { text } = get();
    return readOn({
      shown: () => ({ rows: get().products, next: get().next }),
      read: (next) => ask("catalog.search", { text, limit: PAGE, withSensitive: true, next }),
      rowsOf: (page) => page.products,
      keyOf: ({ sku }) => sku,
      show: (products, next) => set({ products, next }),
      refuse: (refusal) => set({ refusal }),
    });
  },

  open: (product) =>
    set(({ openings }) => ({
      ...untouched,
      openSku: product.sku,
      product,
      openings: openings + 1,
    })),

  openFound: async (at) => {
    await searching;
    const product = get().products[at];
    if (product) get().open(product);
  },

  openNew: () =>
    set(({ openings, typedBySku, text, products }) => ({
      ...untouched,
      typedBySku:
        products.length === 0 && text.trim() !== ""
          ? { [newSku]: { draft: draftFrom(text.trim()), over: undefined }, ...typedBySku }
          : typedBySku,
      openSku: newSku,
      product: undefined,
      openings: openings + 1,
    })),

  type: (draft) => {
    const { openSku, product, typedBySku } = get();
    if (openSku === undefined) return;
    set({ ...untouched, typedBySku: { ...typedBySku, [openSku]: { draft, over: product } } });
  },

  drop: () => {
    const { openSku = newSku, typedBySku } = get();
    set({ ...untouched, typedBySku: without(typedBySku, openSku) });
  },

  save: async (figures) => {
    const { openSku, product, typedBySku, isSaving } = get();
    const typed = openSku === undefined ? undefined : typedBySku[openSku];
    if (openSku === undefined || typed === undefined || isSaving) return;
    const read = readDraft(typedInto(product, typed, figures), product, figures);
    if (read.problems) {
      set({ ...untouched, problems: read.problems });
      return;
    }
    set({ ...untouched, isSaving: true });
    const saved = await saveProduct(product, read.product);
    set({ isSaving: false });
    if (saved.refusal) {
      if (get().openSku === openSku) set({ refusal: saved.refusal });
      return;
    }
    useGoods.getState().rename(saved.product);
    const later = get().typedBySku[openSku];
    const isAllSaved = later === typed || later === undefined;
    const rest = without(get().typedBySku, openSku);
    set({
      typedBySku: isAllSaved
        ? rest
        : { ...rest, [openSku]: { draft: later.draft, over: saved.product } },
    });
    if (get().openSku === openSku && later === typed) {
      set({ openSku: saved.product.sku, product: saved.product, hasSaved: true });
    }
    await get().load();
  },
}));

onOtherLanguage(() =>
  useProducts.setState(({ typedBySku }) => ({
    typedBySku: Object.fromEntries(
      Object.entries(typedBySku).map(([sku, typed]) => [
        sku,
        { ...typed, draft: turnedProduct(typed.draft) },
      ]),
    ),
  })),
);

const untouched = { problems: {}, refusal: undefined, hasSaved: false };

/** What was looked for and not found is the first that is known of new goods. */
const draftFrom = (text: string): ProductDraft =>
  looksScanned(text) ? { ...blankDraft, barcode: text } : { ...blankDraft, name: text };

type Change = Extract<ReturnType<typeof readDraft>, { problems?: undefined }>["product"];
type Saved =
  | { readonly product: Product; readonly refusal?: undefined }
  | { readonly refusal: AnyRefusal };

const saveProduct = async (product: Product | undefined, change: Change): Promise<Saved> => {
  const found = product ?? (await skuForNew(change.barcode ?? null));
  if ("refusal" in found && found.refusal) return { refusal: found.refusal };
  const { sku } = found;
  const answer = await tell("catalog.import", { products: [{ sku, ...change }] });
  return answer.ok ? { product: productOf(sku, change, product) } : { refusal: answer.refusal };
};

/** The product as it was just saved, until the list is read again. */
const productOf = (sku: string, change: Change, before: Product | undefined): Product => {
  const stockQuantity = change.stockQuantity ?? before?.stockQuantity;
  const costMinor = change.costMinor === undefined ? before?.costMinor : change.costMinor;
  return {
    sku,
    name: change.name,
    priceMinor: change.priceMinor,
    soldBy: change.soldBy ?? "unit",
    sensitive: change.sensitive ?? false,
    ...(typeof costMinor === "number" && { costMinor }),
    ...(typeof change.barcode === "string" && { barcode: change.barcode }),
    ...(typeof change.category === "string" && { category: change.category }),
    ...(stockQuantity !== undefined && { stockQuantity }),
  };
};

const without = (
  typedBySku: Readonly<Record<string, Typed>>,
  sku: string,
): Readonly<Record<string, Typed>> =>
  Object.fromEntries(Object.entries(typedBySku).filter(([key]) => key !== sku));
