import { create } from "zustand";
import type { AnyRefusal, Output, Told } from "../rpc/answer.ts";
import { ask, tell } from "../rpc/client.ts";

export type ShopSettings = Output<"shop.settings">;

type ShopSettingsStore = {
  readonly settings: ShopSettings | undefined;
  readonly refusal: AnyRefusal | undefined;
  readonly load: () => Promise<void>;
  readonly change: (settings: Told<"shop.setSettings">) => Promise<void>;
};

/** What the owner has decided for the whole shop, as the engine keeps it. */
export const useShopSettings = create<ShopSettingsStore>()((set, get) => ({
  settings: undefined,
  refusal: undefined,
  load: async () => {
    const answer = await ask("shop.settings", {});
    if (answer.ok) set({ settings: answer.value, refusal: undefined });
    else set({ refusal: answer.refusal });
  },
  change: async (settings) => {
    const answer = await tell("shop.setSettings", settings);
    if (answer.ok) await get().load();
    else set({ refusal: answer.refusal });
  },
}));
