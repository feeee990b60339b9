import { create } from "zustand";
import type { AnyRefusal, Output, Params } from "../../rpc/answer.ts";
import { ask, askShell, tell } from "../../rpc/client.ts";
import { type Paper, saveTable, showPaper } from "../paper.ts";
import { type Named, useOffers } from "./offers.ts";

export type Layout = NonNullable<Params<"campaign.list">["layout"]>;
export type Sort = NonNullable<Params<"campaign.list">["sort"]>;
type Coupons = Output<"campaign.list">;
type Issued = Output<"campaign.issue">;

export type PaperOutcome =
  | { readonly kind: "saved"; readonly path: string }
  | { readonly kind: "printed" | "not-printed" };

type CouponsStore = {
  /** The campaign whose coupons are shown, and what issuing them came to just now. */
  readonly shown: Named | undefined;
  readonly issued: Issued | undefined;
  readonly layout: Layout;
  readonly sort: Sort;
  /** The only ones on the pages and in the tables; absent: the whole campaign's. */
  readonly codes: readonly string[] | undefined;
  readonly list: Coupons | undefined;
  /** What the letters say, while it is being written; absent: as the engine has it. */
  readonly letter: string | undefined;
  readonly paper: Paper | undefined;
  readonly outcome: PaperOutcome | undefined;
  readonly refusal: AnyRefusal | undefined;
  readonly open: (campaign: Named, issued?: Issued) => Promise<void>;
  readonly arrange: (part: Arrangement) => Promise<void>;
  readonly typeLetter: (letter: string) => void;
  /** Keeps the letter as it was written, and draws its pages again; false where it was not kept. */
  readonly keepLetter: () => Promise<boolean>;
  readonly print: () => Promise<void>;
  readonly savePdf: (fileName: string) => Promise<void>;
  readonly saveTable: (format: "csv" | "xlsx", fileName: string) => Promise<void>;
  readonly close: () => void;
};

type Arrangement = {
  readonly layout?: Layout;
  readonly sort?: Sort;
  readonly codes?: readonly string[] | undefined;
};

let newestList = 0;

/** The coupons of one campaign, as they will leave the printer. */
export const useCoupons = create<CouponsStore>()((set, get) => ({
  shown: undefined,
  issued: undefined,
  layout: "slips-3x8",
  sort: "name",
  codes: undefined,
  list: undefined,
  letter: undefined,
  paper: undefined,
  outcome: undefined,
  refusal: undefined,

  open: async (shown, issued) => {
    set({ shown, issued, list: undefined, letter: undefined });
    set({ codes: undefined, paper: undefined, outcome: undefined });
    useOffers.getState().go("coupons");
    await get().arrange({});
  },

  arrange: async (part) => {
    const { shown } = get();
    if (!shown) return;
    set({ ...part, paper: undefined, refusal: undefined });
    newestList += 1;
    const mine = newestList;
    const { layout } = get();
    const asked = { campaignId: shown.campaignId, format: "html", layout } as const;
    const answer = await ask("campaign.list", { ...asked, ...orderOf(get()) });
    if (mine !== newestList) return;
    if (!answer.ok) {
      set({ refusal: answer.refusal });
      return;
    }
    const { document } = answer.value;
    const paper = document === undefined ? undefined : await showPaper(document);
    if (mine === newestList) set({ list: answer.value, paper });
  },

  typeLetter: (letter) => set({ letter }),

  keepLetter: async () => {
    const { shown, letter: typed, list } = get();
    const letter = typed?.trim();
    // An emptied letter is none: the pages say what they said, and so does the field again.
    if (letter === "") set({ letter: undefined });
    if (!shown || !letter || letter === list?.letter) return true;
    const answer = await tell("campaign.keepWords", { campaignId: shown.campaignId, letter });
    if (answer.ok) await get().arrange({});
    else set({ refusal: answer.refusal });
    return answer.ok;
  },

  print: async () => {
    const isKept = await get().keepLetter();
    const { paper, list } = get();
    if (!isKept || !paper || list?.pages === 0) return;
    const printed = await askShell("shell.printDocument", { html: paper.html });
    set({ outcome: { kind: printed?.printed ? "printed" : "not-printed" } });
  },

  savePdf: async (suggestedName) => {
    const isKept = await get().keepLetter();
    const { paper, list } = get();
    if (!isKept || !paper || list?.pages === 0) return;
    const saved = await askShell("shell.savePdf", { html: paper.html, suggestedName });
    if (saved?.path !== undefined) set({ outcome: { kind: "saved", path: saved.path } });
  },

  saveTable: async (format, suggestedName) => {
    const { shown } = get();
    if (!shown) return;
    const { campaignId } = shown;
    const answer = await ask("campaign.list", { campaignId, format, ...orderOf(get()) });
    if (!answer.ok) {
      set({ refusal: answer.refusal });
      return;
    }
    const saved = await saveTable(answer.value, suggestedName);
    if (saved?.path !== undefined) set({ outcome: { kind: "saved", path: saved.path } });
  },

  close: () => {
    void get().keepLetter();
    set({ shown: undefined, issued: undefined });
    useOffers.getState().go("overview");
  },
}));

const orderOf = ({ sort, codes }: Pick<CouponsStore, "sort" | "codes">) => ({
  sort,
  ...(codes && { codes: [...codes] }),
});
