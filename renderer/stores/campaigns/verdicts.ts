import { create } from "zustand";
import { ask } from "../../rpc/client.ts";
import { isOfCashier, useSession } from "../session.ts";
import type { Campaign } from "./offers.ts";
import type { Lift } from "./results.ts";

/** "untold": it is over, and chance could have done it as well. */
export type CampaignVerdict = Lift["verdict"] | "untold";

type VerdictsStore = {
  readonly verdictByCampaign: Readonly<Record<string, CampaignVerdict>>;
  /** Settled as soon as nothing is being measured. */
  readonly measuring: Promise<unknown>;
  readonly measure: (campaigns: readonly Campaign[]) => Promise<void>;
  readonly stop: () => void;
};

let newestQueue = 0;
/** Those that were measured since somebody looks. */
const measured = new Set<string>();

/**
 * What each campaign did so far. Measuring counts every purchase of everybody drawn, so it is asked
 * for behind the overview, one campaign at a time, and no further once nobody looks.
 */
export const useVerdicts = create<VerdictsStore>()((set, get) => ({
  verdictByCampaign: {},
  measuring: Promise.resolve(),

  measure: async (campaigns) => {
    newestQueue += 1;
    const mine = newestQueue;
    // A cashier may not ask what a campaign brought, nor see what a manager asked before.
    const isCashier = isOfCashier(useSession.getState());
    if (isCashier) set({ verdictByCampaign: {} });
    for (const campaignId of isCashier ? [] : inTurn(campaigns)) {
      await get().measuring;
      if (mine !== newestQueue) return;
      const measuring = ask("campaign.lift", { campaignId });
      set({ measuring });
      const answer = await measuring;
      if (mine === newestQueue) measured.add(campaignId);
      set(({ verdictByCampaign: { [campaignId]: _, ...others } }) => ({
        verdictByCampaign: answer.ok ? { ...others, [campaignId]: told(answer.value) } : others,
      }));
    }
  },

  stop: () => {
    newestQueue += 1;
    measured.clear();
  },
}));

/** Campaigns of a page that was just shown do not wait for all that were there before. */
const inTurn = (campaigns: readonly Campaign[]): readonly string[] => {
  const ids = campaigns.filter(isMeasured).map(({ campaignId }) => campaignId);
  return [...ids.filter((id) => !measured.has(id)), ...ids.filter((id) => measured.has(id))];
};

/** Whether there is, or comes, a verdict on it: the others have given nothing out. */
export const isMeasured = ({ state, neverIssued }: Campaign): boolean =>
  !neverIssued && (state === "issued" || state === "over" || state === "stopped");

const told = ({ verdict, isOver }: Lift): CampaignVerdict =>
  verdict === "too-early" && isOver ? "untold" : verdict;
