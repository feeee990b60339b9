import { create } from "zustand";
import type { AnyRefusal, Output, PaperOutcome, Params } from "../../rpc/answer.ts";
import { ask, tell } from "../../rpc/client.ts";
import { isUnderWay, type Paper, printPaper, savePaper, saveTable, showPaper } from "../paper.ts";
import { type Named, useOffers } from "./offers.ts";

export type Layout = NonNullable<Params<"campaign.list">["layout"]>;
export type Sort = NonNullable<Params<"campaign.list">["sort"]>;
type Coupons = Output<"campaign.list">;
type Issued = Output<"campaign.issue">;

type CouponsStore = {
  /** The campaign whose coupons are shown, and what issuing them came to just now. */
  readonly shown: Named | undefined;
  readonly issued: Issued | undefined;
  readonly layout: Layout;
  readonly sort: Sort;
  /** The only ones on the pages and in the tables; absent: the whole campaign's. */
  readonly codes: readonly string[] | undefined;
  /** Of a long list, which of its parts the pages hold. */
  readonly part: number;
  readonly list: Coupons | undefined;
  /** What the letters say, while it is being written; absent: as the engine has it. */
  readonly letter: string | undefined;
  /** What was not kept when the person wanted to leave, who then knows it: left again, it is given up. */
  readonly unkept: string | undefined;
  readonly paper: Paper | undefined;
  readonly outcome: PaperOutcome | undefined;
  readonly refusal: AnyRefusal | undefined;
  readonly open: (campaign: Named, issued?: Issued) => Promise<void>;
  readonly arrange: (asked: Arrangement) => Promise<void>;
  readonly typeLetter: (letter: string) => void;
  /** Keeps the letter as it was written, and draws its pages again; false where it was not kept. */
  readonly keepLetter: () => Promise<boolean>;
  readonly print: () => Promise<void>;
  readonly savePdf: (fileName: string) => Promise<void>;
  readonly saveTable: (format: "csv" | "xlsx", fileName: string) => Promise<void>;
  /** Stays where the letter could not be kept, and says so, the first time. */
  readonly close: () => Promise<void>;
};

type Arrangement = {
  readonly layout?: Layout;
  readonly sort?: Sort;
  readonly codes?: readonly string[] | undefined;
  readonly part?: number;
};

let newestList = 0;

/** The coupons of one campaign, as they will leave the printer. */
export const useCoupons = create<CouponsStore>()((set, get) => ({
  shown: undefined,
  issued: undefined,
  layout: "slips-3x8",
  sort: "name",
  codes: undefined,
  part: 1,
  list: undefined,
  letter: undefined,
  unkept: undefined,
  paper: undefined,
  outcome: undefined,
  refusal: undefined,

  open: async (shown, issued) => {
    set({ shown, issued, list: undefined, letter: undefined, unkept: undefined });
    set({ codes: undefined, part: 1, paper: undefined, outcome: undefined });
    useOffers.getState().go("coupons");
    await get().arrange({});
  },

  arrange: async (arrangement) => {
    const { shown } = get();
    if (!shown) return;
    // In another order, or of others, the parts are others.
    const isOther = Object.keys(arrangement).length > 0;
    set({ ...(isOther && { part: 1 }), ...arrangement, paper: undefined, refusal: undefined });
    newestList += 1;
    const mine = newestList;
    const { layout, part } = get();
    const asked = { campaignId: shown.campaignId, format: "html", layout, part } as const;
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
    const outcome = await writeLetter();
    if (outcome === "kept") await get().arrange({});
    return outcome !== "refused";
  },

  print: async () => {
    if (await get().keepLetter()) await toPaper("printing", ({ html }) => printPaper(html));
  },

  savePdf: async (suggestedName) => {
    const save = ({ html }: Paper) => savePaper(html, suggestedName);
    if (await get().keepLetter()) await toPaper("saving", save);
  },

  saveTable: async (format, suggestedName) => {
    const { shown, outcome } = get();
    if (!shown || isUnderWay(outcome)) return;
    const { campaignId } = shown;
    set({ outcome: { kind: "saving" }, refusal: undefined });
    const answer = await ask("campaign.list", { campaignId, format, ...orderOf(get()) });
    tellOf(
      shown,
      answer.ok
        ? { outcome: await saveTable(answer.value, suggestedName) }
        : { outcome: undefined, refusal: answer.refusal },
    );
  },

  close: async () => {
    const { shown, letter, unkept } = get();
    const isGivenUp = letter !== undefined && letter === unkept;
    const mayLeave = isGivenUp || (await writeLetter()) !== "refused";
    const { letter: now } = get();
    const isWrittenOn = now !== undefined && now !== letter;
    if (get().shown !== shown || isWrittenOn) return;
    if (!mayLeave) {
      set({ unkept: letter });
      return;
    }
    set({ shown: undefined, issued: undefined });
    useOffers.getState().go("overview");
  },
}));

/** Does `work` with the sheets that are shown, and says how it goes and went. */
const toPaper = async (
  kind: "printing" | "saving",
  work: (paper: Paper) => Promise<PaperOutcome | undefined>,
): Promise<void> => {
  const { shown, paper, list, outcome } = useCoupons.getState();
  if (!paper || list?.pages === 0 || isUnderWay(outcome)) return;
  useCoupons.setState({ outcome: { kind } });
  tellOf(shown, { outcome: await work(paper) });
};

/** Of other coupons, opened meanwhile, nothing is said. */
const tellOf = (
  shown: Named | undefined,
  told: Partial<Pick<CouponsStore, "outcome" | "refusal">>,
): void => {
  if (useCoupons.getState().shown === shown) useCoupons.setState(told);
};

/** Gives the engine the letter as it was written, where it is another one than the engine has. */
const writeLetter = async (): Promise<"same" | "kept" | "refused"> => {
  const { shown, letter: typed, list } = useCoupons.getState();
  const letter = typed?.trim();
  // An emptied letter is none: the pages say what they said, and so does the field again.
  if (letter === "") useCoupons.setState({ letter: undefined });
  if (!shown || !letter || letter === list?.letter) return "same";
  const answer = await tell("campaign.keepWords", { campaignId: shown.campaignId, letter });
  if (answer.ok) return "kept";
  tellOf(shown, { refusal: answer.refusal });
  return "refused";
};

const orderOf = ({ sort, codes }: Pick<CouponsStore, "sort" | "codes">) => ({
  sort,
  ...(codes && { codes: [...codes] }),
});
