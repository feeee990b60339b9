import { create } from "zustand";
import type { AnyRefusal, Output, ShellOutput } from "../rpc/answer.ts";
import { ask, askShell } from "../rpc/client.ts";
import { useSettings } from "./settings.ts";

export type ListedSale = Output<"sale.list">["sales"][number];
export type Paper = { readonly html: string; readonly url: string | undefined };
export type PrintOutcome = ShellOutput<"shell.printDocument"> | "printing" | undefined;

type ReceiptsStore = {
  readonly isOpen: boolean;
  readonly sales: readonly ListedSale[];
  readonly saleId: string | undefined;
  readonly paper: Paper | undefined;
  readonly refusal: AnyRefusal | undefined;
  readonly outcome: PrintOutcome;
  readonly open: (saleId?: string) => Promise<void>;
  readonly show: (saleId: string) => Promise<void>;
  readonly print: () => Promise<void>;
  readonly close: () => void;
};

/** Receipts: the one just made, and those of before, to be shown and printed again. */
export const useReceipts = create<ReceiptsStore>()((set, get) => ({
  isOpen: false,
  sales: [],
  saleId: undefined,
  paper: undefined,
  refusal: undefined,
  outcome: undefined,

  open: async (saleId) => {
    set({ isOpen: true, paper: undefined, saleId, outcome: undefined, refusal: undefined });
    const answer = await ask("sale.list", { limit: 50 });
    if (!answer.ok) {
      set({ refusal: answer.refusal });
      return;
    }
    set({ sales: answer.value.sales });
    const first = saleId ?? answer.value.sales[0]?.saleId;
    if (first !== undefined) await get().show(first);
  },

  show: async (saleId) => {
    set({ saleId, paper: undefined, outcome: undefined, refusal: undefined });
    const { locale } = useSettings.getState();
    const answer = await ask("sale.receipt", { saleId, locale });
    if (get().saleId !== saleId) return;
    if (!answer.ok) {
      set({ refusal: answer.refusal });
      return;
    }
    set({ paper: await showPaper(answer.value.document) });
  },

  print: async () => {
    const { paper, outcome } = get();
    if (!paper || outcome === "printing") return;
    set({ outcome: "printing" });
    set({ outcome: (await askShell("shell.printDocument", { html: paper.html })) ?? failed });
  },

  close: () => set({ isOpen: false }),
}));

/** A document with the address at which a frame may show it. */
export const showPaper = async (html: string): Promise<Paper> => ({
  html,
  url: (await askShell("shell.showDocument", { html }))?.url,
});

const failed = { printed: false, why: "failed" } as const;
