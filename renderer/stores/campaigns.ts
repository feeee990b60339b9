import { create } from "zustand";
import type { AnyRefusal, Output } from "../rpc/answer.ts";
import { ask, askShell, tell } from "../rpc/client.ts";
import {
  type CampaignDraft,
  campaignParams,
  newDraft,
  type ReadMoney,
  segmentOf,
} from "./campaignDraft.ts";
import { type Paper, showPaper } from "./receipts.ts";
import { useSettings } from "./settings.ts";
import { dayAfter, today } from "./today.ts";

export type Campaign = Output<"campaign.overview">["campaigns"][number];
export type Preview = Output<"segment.preview">;
export type Issued = Output<"campaign.issue">;
export type Layout = "slips-3x8" | "slips-2x5" | "letter";
type Coupons = Output<"campaign.list">;

type CampaignsStore = {
  readonly view: "overview" | "builder" | "list";
  readonly campaigns: readonly Campaign[];
  readonly categories: readonly string[];
  readonly draft: CampaignDraft;
  readonly preview: Preview | undefined;
  readonly refusal: AnyRefusal | undefined;
  readonly warnings: readonly { readonly kind: string }[];
  readonly isBusy: boolean;
  /** The campaign whose coupons are shown, and what issuing them came to. */
  readonly shown: { readonly campaignId: string; readonly name: string } | undefined;
  readonly issued: Issued | undefined;
  readonly layout: Layout;
  readonly list: Coupons | undefined;
  readonly paper: Paper | undefined;
  readonly outcome: PaperOutcome | undefined;
  readonly load: () => Promise<void>;
  readonly startDraft: () => void;
  readonly fill: (part: Partial<CampaignDraft>, readMoney: ReadMoney) => void;
  readonly count: (readMoney: ReadMoney) => Promise<void>;
  readonly create: (readMoney: ReadMoney) => Promise<void>;
  readonly issue: (campaign: Pick<Campaign, "campaignId" | "name">) => Promise<void>;
  readonly openList: (campaign: Pick<Campaign, "campaignId" | "name">) => Promise<void>;
  readonly setLayout: (layout: Layout) => Promise<void>;
  readonly print: () => Promise<void>;
  readonly savePdf: (fileName: string) => Promise<void>;
  readonly readCsv: () => Promise<string | undefined>;
  readonly noteOutcome: (outcome: PaperOutcome) => void;
  readonly leave: () => void;
};

export type PaperOutcome =
  | { readonly kind: "saved"; readonly path: string }
  | { readonly kind: "copied" | "printed" | "not-printed" };

const CAMPAIGN_DAYS = 14;

let newestCount = 0;

/** Who gets what, for how long: from three questions to a stack of paper. */
export const useCampaigns = create<CampaignsStore>()((set, get) => ({
  view: "overview",
  campaigns: [],
  categories: [],
  draft: newDraft("", ""),
  preview: undefined,
  refusal: undefined,
  warnings: [],
  isBusy: false,
  shown: undefined,
  issued: undefined,
  layout: "slips-3x8",
  list: undefined,
  paper: undefined,
  outcome: undefined,

  load: async () => {
    const [overview, shelves] = await Promise.all([
      ask("campaign.overview", { limit: 100 }),
      ask("catalog.categories", {}),
    ]);
    if (overview.ok) set({ campaigns: overview.value.campaigns });
    else set({ refusal: overview.refusal });
    if (shelves.ok) set({ categories: shelves.value.categories.map(({ category }) => category) });
  },

  startDraft: () => {
    const fromDay = today();
    const draft = newDraft(fromDay, dayAfter(fromDay, CAMPAIGN_DAYS));
    set({ view: "builder", draft, preview: undefined, refusal: undefined, warnings: [] });
  },

  fill: (part, readMoney) => {
    set(({ draft }) => ({ draft: { ...draft, ...part }, refusal: undefined }));
    void get().count(readMoney);
  },

  count: async (readMoney) => {
    newestCount += 1;
    const mine = newestCount;
    const segment = segmentOf(get().draft, readMoney);
    const answer = await ask("segment.preview", { segment, limit: 5 });
    if (mine !== newestCount) return;
    if (answer.ok) set({ preview: answer.value });
    else set({ preview: undefined, refusal: answer.refusal });
  },

  create: async (readMoney) => {
    const params = campaignParams(get().draft, readMoney);
    if (!params || get().isBusy) return;
    set({ isBusy: true, refusal: undefined });
    const made = await tell("campaign.create", params);
    set({ isBusy: false });
    if (!made.ok) {
      set({ refusal: made.refusal });
      return;
    }
    const { campaignId, warnings = [] } = made.value;
    set({ warnings });
    await get().issue({ campaignId, name: params.name });
  },

  issue: async ({ campaignId, name }) => {
    set({ isBusy: true, refusal: undefined });
    const answer = await tell("campaign.issue", { campaignId });
    set({ isBusy: false });
    await get().load();
    if (answer.ok) {
      set({ issued: answer.value });
      await get().openList({ campaignId, name });
    } else set({ view: "overview", refusal: answer.refusal });
  },

  openList: async ({ campaignId, name }) => {
    set({
      view: "list",
      shown: { campaignId, name },
      list: undefined,
      paper: undefined,
      outcome: undefined,
    });
    await get().setLayout(get().layout);
  },

  setLayout: async (layout) => {
    const { shown } = get();
    if (!shown) return;
    set({ layout, paper: undefined });
    const { locale } = useSettings.getState();
    const { campaignId } = shown;
    const answer = await ask("campaign.list", { campaignId, format: "html", layout, locale });
    if (get().layout !== layout) return;
    if (!answer.ok) {
      set({ refusal: answer.refusal });
      return;
    }
    const { document } = answer.value;
    set({ list: answer.value, paper: document ? await showPaper(document) : undefined });
  },

  print: async () => {
    const { paper } = get();
    if (!paper) return;
    const printed = await askShell("shell.printDocument", { html: paper.html });
    set({ outcome: { kind: printed?.printed ? "printed" : "not-printed" } });
  },

  savePdf: async (suggestedName) => {
    const { paper } = get();
    if (!paper) return;
    const saved = await askShell("shell.savePdf", { html: paper.html, suggestedName });
    if (saved?.path !== undefined) set({ outcome: { kind: "saved", path: saved.path } });
  },

  readCsv: async () => {
    const { shown } = get();
    if (!shown) return undefined;
    const { campaignId } = shown;
    const answer = await ask("campaign.list", { campaignId, format: "csv" });
    if (answer.ok) return answer.value.document;
    set({ refusal: answer.refusal });
    return undefined;
  },

  noteOutcome: (outcome) => set({ outcome }),
  leave: () => set({ view: "overview", shown: undefined, issued: undefined, warnings: [] }),
}));
