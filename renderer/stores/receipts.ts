import { create } from "zustand";
import type { AnyRefusal, Output, PaperOutcome } from "../rpc/answer.ts";
import { ask } from "../rpc/client.ts";

export { type Paper, showPaper } from "./paper.ts";

import { readOn } from "./pages.ts";
import { isUnderWay, type Paper, printPaper, savePaper, showPaper } from "./paper.ts";
import { useBasket } from "./till/basket.ts";

export type ListedSale = Output<"sale.list">["sales"][number];

type ReceiptsStore = {
  readonly isOpen: boolean;
  readonly sales: readonly ListedSale[];
  /** Where the list goes on; undefined where all of it is shown. */
  readonly next: string | undefined;
  readonly saleId: string | undefined;
  readonly paper: Paper | undefined;
  readonly refusal: AnyRefusal | undefined;
  readonly outcome: PaperOutcome | undefined;
  readonly open: (saleId?: string) => Promise<void>;
  readonly more: () => Promise<void>;
  readonly show: (saleId: string) => Promise<void>;
  readonly print: () => Promise<void>;
  /** In place of paper: as a file, which any other computer can print. */
  readonly savePdf: (suggestedName: string) => Promise<void>;
  readonly close: () => void;
};

const PAGE = 50;

/** Receipts: the one just made, and those of before, to be shown and printed again. */
export const useReceipts = create<ReceiptsStore>()((set, get) => ({
  isOpen: false,
  sales: [],
  next: undefined,
  saleId: undefined,
  paper: undefined,
  refusal: undefined,
  outcome: undefined,

  open: async (saleId) => {
    set({ isOpen: true, paper: undefined, saleId, outcome: undefined, refusal: undefined });
    const answer = await ask("sale.list", { limit: PAGE });
    if (!answer.ok) {
      set({ refusal: answer.refusal });
      return;
    }
    const { sales, next } = answer.value;
    set({ sales, next });
    const first = saleId ?? sales[0]?.saleId;
    if (first !== undefined) await get().show(first);
  },

  more: () =>
    readOn({
      shown: () => ({ rows: get().sales, next: get().next }),
      read: (next) => ask("sale.list", { limit: PAGE, next }),
      rowsOf: (page) => page.sales,
      keyOf: ({ saleId }) => saleId,
      show: (sales, next) => set({ sales, next }),
      refuse: (refusal) => set({ refusal }),
    }),

  show: async (saleId) => {
    set({ saleId, paper: undefined, outcome: undefined, refusal: undefined });
    const answer = await ask("sale.receipt", { saleId });
    if (get().saleId !== saleId) return;
    if (!answer.ok) {
      set({ refusal: answer.refusal });
      return;
    }
    set({ paper: await showPaper(answer.value.document) });
  },

  print: async () => {
    const { paper, outcome } = get();
    if (!paper || isUnderWay(outcome)) return;
    set({ outcome: { kind: "printing" } });
    set({ outcome: await printPaper(paper.html) });
  },

  savePdf: async (suggestedName) => {
    const { paper, outcome } = get();
    if (!paper || isUnderWay(outcome)) return;
    set({ outcome: { kind: "saving" } });
    set({ outcome: (await savePaper(paper.html, suggestedName)) ?? outcome });
  },

  close: () => set({ isOpen: false }),
}));

// What comes into the basket while old receipts are looked at is seen: it would be sold unseen.
useBasket.subscribe((now, before) => {
  const isSame =
    now.lines === before.lines &&
    now.customerId === before.customerId &&
    now.couponCodes === before.couponCodes;
  if (!isSame) useReceipts.getState().close();
});
