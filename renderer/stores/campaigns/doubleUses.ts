import { create } from "zustand";
import type { AnyRefusal, Output } from "../../rpc/answer.ts";
import { ask } from "../../rpc/client.ts";
import { type Place, usePlace } from "../place.ts";
import { useReceipts } from "../receipts.ts";
import { type Named, useOffers } from "./offers.ts";

export type DoubleUsed = Output<"coupon.doubleUses">["codes"][number];
export type CouponUse = DoubleUsed["uses"][number];

type DoubleUsesStore = {
  /** The campaign whose codes are shown; absent: those of all. */
  readonly campaign: Named | undefined;
  readonly codes: readonly DoubleUsed[] | undefined;
  readonly refusal: AnyRefusal | undefined;
  /** Where it was asked for, and where closing leads back to. */
  readonly from: Place;
  readonly open: (campaign?: Named) => Promise<void>;
  readonly openReceipt: (saleId: string) => void;
  readonly close: () => void;
};

/** Codes that were used more than once, to be looked into. */
export const useDoubleUses = create<DoubleUsesStore>()((set, get) => ({
  campaign: undefined,
  codes: undefined,
  refusal: undefined,
  from: "campaigns",

  open: async (campaign) => {
    const { place, go } = usePlace.getState();
    set({ campaign, codes: undefined, refusal: undefined, from: place });
    go("campaigns");
    useOffers.getState().go("doubles");
    const { campaignId } = campaign ?? {};
    const answer = await ask("coupon.doubleUses", { campaignId, limit: 500 });
    if (get().campaign !== campaign) return;
    set(answer.ok ? { codes: answer.value.codes } : { refusal: answer.refusal });
  },

  openReceipt: (saleId) => {
    usePlace.getState().go("till");
    void useReceipts.getState().open(saleId);
  },

  close: () => {
    useOffers.getState().go("overview");
    usePlace.getState().go(get().from);
  },
}));
