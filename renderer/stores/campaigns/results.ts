import { create } from "zustand";
import type { AnyRefusal, Output } from "../../rpc/answer.ts";
import { ask, tell } from "../../rpc/client.ts";
import { type Named, useOffers } from "./offers.ts";

export type Lift = Output<"campaign.lift">;

type ResultsStore = {
  readonly shown: Named | undefined;
  readonly lift: Lift | undefined;
  readonly refusal: AnyRefusal | undefined;
  readonly open: (campaign: Named) => void;
  readonly load: () => Promise<void>;
  readonly stop: () => Promise<void>;
  readonly close: () => void;
};

/** What one campaign did, against those who were held out of it. */
export const useResults = create<ResultsStore>()((set, get) => ({
  shown: undefined,
  lift: undefined,
  refusal: undefined,

  open: (shown) => {
    set({ shown, lift: undefined, refusal: undefined });
    useOffers.getState().go("results");
  },

  load: async () => {
    const { shown } = get();
    if (!shown) return;
    const answer = await ask("campaign.lift", { campaignId: shown.campaignId });
    if (get().shown?.campaignId !== shown.campaignId) return;
    if (answer.ok) set({ lift: answer.value, refusal: undefined });
    else set({ refusal: answer.refusal });
  },

  stop: async () => {
    const { shown } = get();
    if (!shown) return;
    const answer = await tell("campaign.stop", { campaignId: shown.campaignId });
    await useOffers.getState().load();
    if (answer.ok) await get().load();
    else set({ refusal: answer.refusal });
  },

  close: () => {
    set({ shown: undefined, lift: undefined });
    useOffers.getState().go("overview");
  },
}));
