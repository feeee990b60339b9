import type { Output, Told } from "../../rpc/answer.ts";
import { readCount } from "../campaigns/typedFigures.ts";
import { readQuantity } from "../till/typed.ts";

export type Product = Omit<Output<"catalog.search">["products"][number], "taxRateBps">;
export type ProductSaved = Told<"catalog.import">["products"][number];

/** A product as it stands in the form: all of it as typed. */
export type ProductDraft = {
  readonly name: string;
  readonly price: string;
  readonly cost: string;
  readonly barcode: string;
  readonly category: string;
  readonly soldBy: "unit" | "weight";
  readonly stock: string;
  readonly isSensitive: boolean;
};

export type DraftProblem = "missing" | "unreadable" | "countedBefore";
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
  stock: "",
  isSensitive: false,
};

export const draftOf = (product: Product, figures: Figures): ProductDraft => ({
  name: product.name,
  price: figures.amount(product.priceMinor),
  cost: product.costMinor === undefined ? "" : figures.amount(product.costMinor),
  barcode: product.barcode ?? "",
  category: product.category ?? "",
  soldBy: product.soldBy,
  stock: writeStock(product.stockQuantity, figures.locale),
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

type DraftRead =
  | { readonly product: Omit<ProductSaved, "sku">; readonly problems?: undefined }
  | { readonly problems: DraftProblems };

/**
 * What the shop is told of `draft`, as a change of `before`. An emptied barcode, category or cost is
 * cleared. The stock is told only where it was typed anew, since the till may have sold some meanwhile;
 * so is the cost, since who reads the goods may not have been shown it.
 */
export const readDraft = (
  draft: ProductDraft,
  before: ProductDraft,
  readMoney: Figures["readMoney"],
): DraftRead => {
  const priceMinor = readMoney(draft.price);
  const costMinor = isBlank(draft.cost) ? null : readMoney(draft.cost);
  const isCounted = draft.stock.trim() !== before.stock.trim();
  const stockQuantity = isCounted ? readStock(draft.stock, draft.soldBy) : undefined;
  if (
    isBlank(draft.name) ||
    priceMinor === undefined ||
    costMinor === undefined ||
    (isCounted && stockQuantity === undefined)
  ) {
    return {
      problems: {
        ...(isBlank(draft.name) && { name: "missing" }),
        ...(priceMinor === undefined && { price: isBlank(draft.price) ? "missing" : "unreadable" }),
        ...(costMinor === undefined && { cost: "unreadable" }),
        ...(isCounted &&
          stockQuantity === undefined && {
            stock: isBlank(draft.stock) ? "countedBefore" : "unreadable",
          }),
      },
    };
  }
  return {
    product: {
      name: draft.name.trim(),
      priceMinor,
      ...(draft.cost !== before.cost && { costMinor }),
      barcode: textOrNull(draft.barcode),
      category: textOrNull(draft.category),
      soldBy: draft.soldBy,
      sensitive: draft.isSensitive,
      ...(stockQuantity !== undefined && { stockQuantity }),
    },
  };
};

const isBlank = (typed: string): boolean => typed.trim() === "";
const textOrNull = (typed: string): string | null => (isBlank(typed) ? null : typed.trim());

/** Pieces, or kilograms to the gram; nothing left is a count as well. */
const readStock = (typed: string, soldBy: ProductDraft["soldBy"]): number | undefined => {
  if (soldBy === "unit") return readCount(typed);
  if (/^\s*0+(?:[.,]0{1,3})?\s*$/u.test(typed)) return 0;
  const isRead = readQuantity(typed) !== undefined;
  return isRead ? Number(typed.trim().replace(",", ".")) : undefined;
};

const writeStock = (quantity: number | undefined, locale: Figures["locale"]): string => {
  if (quantity === undefined) return "";
  return locale === "vi" ? String(quantity).replace(".", ",") : String(quantity);
};
