import { create } from "zustand";
import { persist } from "zustand/middleware";
import type { Output } from "../../rpc/answer.ts";
import { newId } from "../../rpc/client.ts";

export type Product = Output<"catalog.byCode">["product"];

/** What the cashier put in. Its price is the catalogue's until the engine has answered. */
export type BasketLine = {
  readonly lineId: string;
  readonly sku: string;
  readonly name: string;
  readonly soldBy: "unit" | "weight";
  readonly shelfPriceMinor: number;
  readonly quantity: number;
  /** Thousandths, of what is sold by weight. */
  readonly quantityMilli: number;
  /** Nobody has said what it weighs: it costs nothing yet, and nothing is paid before it does. */
  readonly isUnweighed?: boolean;
  readonly change: LineChange | undefined;
  readonly isSuggested: boolean;
};

/** One of: another price, an amount off, a share off. */
export type LineChange =
  | { readonly kind: "price"; readonly priceMinor: number }
  | { readonly kind: "off"; readonly discountMinor: number }
  | { readonly kind: "share"; readonly discountBps: number };

export type BasketContent = {
  readonly lines: readonly BasketLine[];
  readonly customerId: string | undefined;
  readonly couponCodes: readonly string[];
  readonly pointsToRedeem: number;
};

export type Undo = {
  readonly what: "line" | "basket" | "customer";
  readonly name: string;
  readonly content: BasketContent;
};

type BasketStore = BasketContent & {
  readonly selectedId: string | undefined;
  /** The line whose price, discount or weight is being changed in its place. */
  readonly editingId: string | undefined;
  /** Something was typed there that is not in the line yet. */
  readonly isEditTyped: boolean;
  /** What was just taken away; gone with the next change, which undoing it would take back too. */
  readonly undo: Undo | undefined;
  /** The line that was just asked to take more than a line can. */
  readonly overfullId: string | undefined;
  readonly add: (product: Product, how?: AddHow) => void;
  readonly select: (lineId: string | undefined) => void;
  readonly selectNext: (step: 1 | -1) => void;
  readonly edit: (lineId: string | undefined) => void;
  readonly noteEditTyped: (isEditTyped: boolean) => void;
  readonly setQuantity: (lineId: string, typed: Quantity) => void;
  readonly stepQuantity: (lineId: string, step: 1 | -1) => void;
  readonly changeLine: (lineId: string, change: LineChange | undefined) => void;
  readonly remove: (lineId: string) => void;
  readonly undoLast: () => void;
  readonly attach: (customerId: string) => void;
  readonly detach: (name: string) => void;
  /** Whom the shop does not know is at no till. */
  readonly forgetCustomer: () => void;
  readonly addCoupon: (code: string) => void;
  readonly removeCoupon: (code: string) => void;
  readonly redeem: (points: number) => void;
  readonly clear: () => void;
  /** Empties everything but `left` for the next customer; nothing to undo, the sale is done. */
  readonly startAfresh: (left?: BasketContent) => void;
};

export type AddHow = { readonly quantity?: Quantity | undefined; readonly isSuggested?: boolean };
export type Quantity = { readonly quantity?: number; readonly quantityMilli?: number };

export const emptyBasket: BasketContent = {
  lines: [],
  customerId: undefined,
  couponCodes: [],
  pointsToRedeem: 0,
};

/** As many pieces, or kilograms, as one line takes. */
export const MOST_OF_A_LINE = 99_999;

/** Whether so much of it can be taken at all: pieces are whole. */
export const takesQuantity = (
  { soldBy }: Pick<Product, "soldBy">,
  typed: Quantity | undefined,
): boolean => soldBy === "weight" || typed === undefined || typed.quantity !== undefined;

export const useBasket = create<BasketStore>()(
  persist(
    (set, get) => ({
      ...emptyBasket,
      selectedId: undefined,
      editingId: undefined,
      isEditTyped: false,
      undo: undefined,
      overfullId: undefined,

      add: (product, how = {}) => set((basket) => withProduct(basket, product, how)),
      select: (lineId) => set({ selectedId: lineId }),
      selectNext: (step) => set((basket) => ({ selectedId: neighbour(basket, step) })),
      edit: (lineId) => set({ editingId: lineId, ...(lineId && { selectedId: lineId }) }),
      noteEditTyped: (isEditTyped) => set({ isEditTyped }),
      setQuantity: (lineId, typed) =>
        set((basket) => ({ ...withQuantity(basket, lineId, typed), undo: undefined })),
      stepQuantity: (lineId, step) => {
        const line = get().lines.find((each) => each.lineId === lineId);
        if (!line) return;
        if (line.soldBy === "weight") get().edit(lineId);
        else if (line.quantity + step < 1) get().remove(lineId);
        else get().setQuantity(lineId, { quantity: line.quantity + step });
      },
      changeLine: (lineId, change) =>
        set((basket) => ({
          ...withLine(basket, lineId, (line) => ({ ...line, change })),
          undo: undefined,
        })),
      remove: (lineId) => set((basket) => withoutLine(basket, lineId)),
      undoLast: () => {
        const { undo } = get();
        if (undo) set({ ...undo.content, undo: undefined });
      },
      attach: (customerId) =>
        set((basket) => ({
          customerId,
          // The next one's points are their own. A slip may have been held out before its owner was found: it stays.
          pointsToRedeem: basket.customerId === customerId ? basket.pointsToRedeem : 0,
          undo: undefined,
        })),
      detach: (name) =>
        set((basket) => ({
          customerId: undefined,
          couponCodes: [],
          pointsToRedeem: 0,
          undo: { what: "customer", name, content: contentOf(basket) },
        })),
      forgetCustomer: () => set({ customerId: undefined, couponCodes: [], pointsToRedeem: 0 }),
      addCoupon: (code) =>
        set(({ couponCodes }) =>
          couponCodes.includes(code)
            ? {}
            : { couponCodes: [...couponCodes, code], undo: undefined },
        ),
      removeCoupon: (code) =>
        set(({ couponCodes }) => ({
          couponCodes: couponCodes.filter((each) => each !== code),
          undo: undefined,
        })),
      redeem: (points) => set({ pointsToRedeem: points, undo: undefined }),
      clear: () =>
        set((basket) => ({
          ...emptyBasket,
          selectedId: undefined,
          editingId: undefined,
          undo: { what: "basket", name: "", content: contentOf(basket) },
        })),
      startAfresh: (left = emptyBasket) =>
        set({ ...left, selectedId: undefined, editingId: undefined, undo: undefined }),
    }),
    // Kept through a reload, a lock and a power cut. Of the customer it knows an id and no more.
    { name: "quen.basket", version: 1, partialize: (basket) => contentOf(basket) },
  ),
);

export const contentOf = (basket: BasketContent): BasketContent => ({
  lines: basket.lines,
  customerId: basket.customerId,
  couponCodes: basket.couponCodes,
  pointsToRedeem: basket.pointsToRedeem,
});

/** What the engine is asked to price and to sell: `sale.quote` and `sale.commit` take the same. */
export const basketParams = ({
  lines,
  customerId,
  couponCodes,
  pointsToRedeem,
}: BasketContent) => ({
  lines: lines.map(lineParams),
  ...(customerId !== undefined && { customerId }),
  ...(couponCodes.length > 0 && { couponCodes: [...couponCodes] }),
  ...(pointsToRedeem > 0 && { pointsToRedeem }),
});

const lineParams = ({ sku, soldBy, quantity, quantityMilli, change, isSuggested }: BasketLine) => ({
  sku,
  ...(soldBy === "weight" ? { quantityMilli } : { quantity }),
  ...(change?.kind === "price" && { priceMinor: change.priceMinor }),
  ...(change?.kind === "off" && { discountMinor: change.discountMinor }),
  ...(change?.kind === "share" && { discountBps: change.discountBps }),
  ...(isSuggested && { suggested: true }),
});

const withProduct = (
  basket: BasketStore,
  product: Product,
  { quantity, isSuggested = false }: AddHow,
): Partial<BasketStore> => {
  const same = basket.lines.find(
    ({ sku, soldBy, change }) => sku === product.sku && soldBy === "unit" && change === undefined,
  );
  if (same) {
    const sum = same.quantity + (quantity?.quantity ?? 1);
    return {
      ...withQuantity(basket, same.lineId, { quantity: sum }),
      selectedId: same.lineId,
      undo: undefined,
    };
  }
  const line = newLine(product, isSuggested);
  const filled = quantity ? { ...line, ...fitting(line, quantity) } : line;
  // What is being typed into another line goes on: this one stands there as not weighed meanwhile.
  const asksWeight = filled.isUnweighed === true && !basket.isEditTyped;
  return {
    lines: [...basket.lines, filled],
    selectedId: line.lineId,
    editingId: asksWeight ? line.lineId : basket.editingId,
    undo: undefined,
    overfullId: undefined,
  };
};

const newLine = (product: Product, isSuggested: boolean): BasketLine => ({
  lineId: newId(),
  sku: product.sku,
  name: product.name,
  soldBy: product.soldBy,
  shelfPriceMinor: product.priceMinor,
  quantity: 1,
  quantityMilli: 1_000,
  ...(product.soldBy === "weight" && { isUnweighed: true }),
  change: undefined,
  isSuggested,
});

/** Pieces for what is counted, thousandths for what is weighed; nothing else is taken over. */
const fitting = (line: BasketLine, typed: Quantity): Partial<BasketLine> => {
  const value = line.soldBy === "weight" ? typed.quantityMilli : typed.quantity;
  const most = line.soldBy === "weight" ? MOST_OF_A_LINE * 1_000 : MOST_OF_A_LINE;
  if (value === undefined || !Number.isInteger(value) || value < 1 || value > most) return {};
  return line.soldBy === "weight"
    ? { quantityMilli: value, isUnweighed: false }
    : { quantity: value };
};

const withQuantity = (
  basket: BasketStore,
  lineId: string,
  typed: Quantity,
): Partial<BasketStore> => ({
  ...withLine(basket, lineId, (line) => ({ ...line, ...fitting(line, typed) })),
  overfullId: isTooMuch(typed) ? lineId : undefined,
});

const isTooMuch = ({ quantity = 0, quantityMilli = 0 }: Quantity): boolean =>
  quantity > MOST_OF_A_LINE || quantityMilli > MOST_OF_A_LINE * 1_000;

const withLine = (
  { lines }: BasketStore,
  lineId: string,
  change: (line: BasketLine) => BasketLine,
): Partial<BasketStore> => ({
  lines: lines.map((line) => (line.lineId === lineId ? change(line) : line)),
});

const withoutLine = (basket: BasketStore, lineId: string): Partial<BasketStore> => {
  const at = basket.lines.findIndex((line) => line.lineId === lineId);
  const gone = basket.lines[at];
  if (!gone) return {};
  const lines = basket.lines.filter((line) => line !== gone);
  return {
    lines,
    selectedId: (lines[at] ?? lines.at(-1))?.lineId,
    editingId: undefined,
    undo: { what: "line", name: gone.name, content: contentOf(basket) },
  };
};

const neighbour = ({ lines, selectedId }: BasketStore, step: 1 | -1): string | undefined => {
  const at = lines.findIndex(({ lineId }) => lineId === selectedId);
  if (at === -1) return lines.at(-1)?.lineId;
  return lines[Math.min(lines.length - 1, Math.max(0, at + step))]?.lineId;
};
