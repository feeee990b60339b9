import { create } from "zustand";
import type { AnyRefusal, Output } from "../../rpc/answer.ts";
import { ask } from "../../rpc/client.ts";
import { lengthAgain, readOn } from "../pages.ts";
import { isOfCashier, useSession } from "../session.ts";
import type { Template } from "./campaignDraft.ts";

export type Campaign = Output<"campaign.overview">["campaigns"][number];
export type Named = Pick<Campaign, "campaignId" | "name">;
/** A campaign with what it goes out by. */
export type Delivered = Pick<Campaign, "campaignId" | "name" | "channel">;

export type OffersView =
  | "overview"
  | "segments"
  | "builder"
  | "coupons"
  | "messages"
  | "doubles"
  | "results"
  | "quality";

type OffersStore = {
  readonly view: OffersView;
  readonly campaigns: readonly Campaign[];
  /** Where the list goes on; undefined where all of it is shown. */
  readonly next: string | undefined;
  readonly templates: readonly Template[];
  readonly hasLoaded: boolean;
  readonly refusal: AnyRefusal | undefined;
  readonly load: () => Promise<void>;
  readonly more: () => Promise<void>;
  readonly go: (view: OffersView) => void;
};

const PAGE = 100;

/** Offers as a place: which of its pages is open, what runs, and what could be started now. */
export const useOffers = create<OffersStore>()((set, get) => ({
  view: "overview",
  campaigns: [],
  next: undefined,
  templates: [],
  hasLoaded: false,
  refusal: undefined,

  load: async () => {
    const [overview, templates] = await Promise.all([
      ask("campaign.overview", { limit: lengthAgain(PAGE, get().campaigns) }),
      isOfCashier(useSession.getState()) ? undefined : ask("campaign.templates", {}),
    ]);
    // Templates are a courtesy: without them everything can still be made by hand.
    set({ hasLoaded: true, templates: templates?.ok ? templates.value.templates : [] });
    if (!overview.ok) {
      set({ refusal: overview.refusal });
      return;
    }
    const { campaigns, next } = overview.value;
    set({ campaigns, next, refusal: undefined });
  },

  more: () =>
    readOn({
      shown: () => ({ rows: get().campaigns, next: get().next }),
      read: (next) => ask("campaign.overview", { limit: PAGE, next }),
      rowsOf: (page) => page.campaigns,
      keyOf: ({ campaignId }) => campaignId,
      show: (campaigns, next) => set({ campaigns, next, refusal: undefined }),
      refuse: (refusal) => set({ refusal }),
    }),

  go: (view) => set({ view }),
}));
