import type { Output, Told } from "../../rpc/answer.ts";
import { turned } from "../turnedFigures.ts";
import { readStock, type SoldBy, twoReadings, writeStock } from "./typedStock.ts";

export type Product = Omit<Output<"catalog.search">["products"][number], "taxRateBps">;
export type ProductSaved = Told<"catalog.import">["products"][number];

/** A product as it stands in the form: all of it as typed. */
export type ProductDraft = {
  readonly name: string;
  readonly price: string;
  readonly cost: string;
  readonly barcode: string;
  readonly category: string;
  readonly soldBy: SoldBy;
  /** What was counted; undefined while nobody has: the till may sell some meanwhile. */
  readonly stock: string | undefined;
  readonly isSensitive: boolean;
};

export type DraftProblem = "missing" | "unreadable" | "countedBefore" | "twoReadings";
export type DraftProblems = Partial<Record<keyof ProductDraft, DraftProblem>>;

/** How the shop writes and reads figures. */
export type Figures = {
  readonly locale: "vi" | "en";
  readonly amount: (minor: number) => string;
  readonly readMoney: (typed: string) => number | undefined;
};

export const blankDraft: ProductDraft = {
  name: "",
  price: "",
  cost: "",
  barcode: "",
  category: "",
  soldBy: "unit",
  stock: undefined,
  isSensitive: false,
};

export const draftOf = (product: Product, figures: Figures): ProductDraft => ({
  name: product.name,
  price: figures.amount(product.priceMinor),
  cost: product.costMinor === undefined ? "" : figures.amount(product.costMinor),
  barcode: product.barcode ?? "",
  category: product.category ?? "",
  soldBy: product.soldBy,
  stock: undefined,
  isSensitive: product.sensitive,
});

/** What was typed and is not saved yet, over the product as it was shown then. */
export type Typed = { readonly draft: ProductDraft; readonly over: Product | undefined };

/** The form's fields: what was typed, and of the others what the product is now. */
export const typedInto = (
  product: Product | undefined,
  { draft, over }: Typed,
  figures: Figures,
): ProductDraft => {
  if (!product || !over) return draft;
  const [shown, now] = [draftOf(over, figures), draftOf(product, figures)];
  const either = <K extends keyof ProductDraft>(field: K): ProductDraft[K] =>
    draft[field] === shown[field] ? now[field] : draft[field];
  return {
    name: either("name"),
    price: either("price"),
    cost: either("cost"),
    barcode: either("barcode"),
    category: either("category"),
    soldBy: either("soldBy"),
    stock: either("stock"),
    isSensitive: either("isSensitive"),
  };
};

/** The same form, its figures as the other language of the window types them. */
export const turnedProduct = (draft: ProductDraft): ProductDraft => ({
  ...draft,
  price: turned(draft.price),
  cost: turned(draft.cost),
  stock: draft.stock === undefined ? undefined : turned(draft.stock),
});

type DraftRead =
  | { readonly product: Omit<ProductSaved, "sku">; readonly problems?: undefined }
  | { readonly problems: DraftProblems };

/** The stock as it stands in the field: as typed, or as the shop knows it. */
export const stockShown = (
  { stock }: ProductDraft,
  product: Product | undefined,
  { locale }: Figures,
): string => stock ?? writeStock(product?.stockQuantity, locale);

/**
 * What the shop is told of `draft`, as a change of `product`. An emptied barcode, category or cost is
 * cleared. The stock is told only where it was counted, by who typed another number; the cost only where
 * it was typed anew, since who reads the goods may not have been shown it.
 */
export const readDraft = (
  draft: ProductDraft,
  product: Product | undefined,
  figures: Figures,
): DraftRead => {
  const known = product ? draftOf(product, figures) : blankDraft;
  const priceMinor = figures.readMoney(draft.price);
  const costMinor = isBlank(draft.cost) ? null : figures.readMoney(draft.cost);
  const { stockQuantity, problem: stock } = readCounted(draft, product, figures);
  if (isBlank(draft.name) || priceMinor === undefined || costMinor === undefined || stock) {
    return {
      problems: {
        ...(isBlank(draft.name) && { name: "missing" }),
        ...(priceMinor === undefined && { price: isBlank(draft.price) ? "missing" : "unreadable" }),
        ...(costMinor === undefined && { cost: "unreadable" }),
        ...(stock && { stock }),
      },
    };
  }
  return {
    product: {
      name: draft.name.trim(),
      priceMinor,
      ...(draft.cost !== known.cost && { costMinor }),
      barcode: textOrNull(draft.barcode),
      category: textOrNull(draft.category),
      soldBy: draft.soldBy,
      sensitive: draft.isSensitive,
      ...(stockQuantity !== undefined && { stockQuantity }),
    },
  };
};

type Counted = { readonly stockQuantity?: number; readonly problem?: DraftProblem };

const readCounted = (
  draft: ProductDraft,
  product: Product | undefined,
  { locale }: Figures,
): Counted => {
  const typed = draft.stock?.trim();
  if (typed === undefined || typed === writeStock(product?.stockQuantity, locale)) return {};
  if (typed === "") return { problem: "countedBefore" };
  const { soldBy } = draft;
  if (soldBy === "weight" && twoReadings(typed, locale)) return { problem: "twoReadings" };
  const stockQuantity = readStock(typed, { soldBy, locale });
  return stockQuantity === undefined ? { problem: "unreadable" } : { stockQuantity };
};

const isBlank = (typed: string): boolean => typed.trim() === "";
const textOrNull = (typed: string): string | null => (isBlank(typed) ? null : typed.trim());
