import { create } from "zustand";
import type { AnyRefusal, Progress } from "../rpc/answer.ts";
import { ask, askShell, keepSession, newId, tell } from "../rpc/client.ts";
import { usePlace } from "./place.ts";
import { useSession } from "./session.ts";
import { type Locale, useSettings } from "./settings.ts";

export type WizardStep =
  | "language"
  | "backup"
  | "shop"
  | "money"
  | "owner"
  | "recovery"
  | "start"
  | "products";

/** The steps that lead to a shop; what follows cannot be gone back over. */
export const setUpSteps = ["language", "shop", "money", "owner"] as const;

export type ShopDraft = {
  readonly name: string;
  readonly phone: string;
  readonly address: string;
  readonly currency: string;
  readonly timezone: string;
  readonly taxMode: "inclusive" | "exclusive";
  readonly cashRoundingMinor: number;
  readonly ownerName: string;
};

type WizardStore = {
  readonly step: WizardStep;
  readonly draft: ShopDraft;
  readonly refusal: AnyRefusal | undefined;
  readonly isBusy: boolean;
  readonly recoveryKey: string | undefined;
  readonly hasBasicKeychain: boolean;
  readonly printed: "yes" | "no" | undefined;
  readonly demo: Progress | undefined;
  readonly go: (step: WizardStep) => void;
  readonly fill: (draft: Partial<ShopDraft>) => void;
  readonly setUp: (pin: string) => Promise<void>;
  readonly printKey: (html: string) => Promise<void>;
  readonly fillDemo: () => Promise<void>;
  readonly finish: (place: "till" | "orders") => Promise<void>;
};

let staffId = "";
let setUpId = "";

/** From an empty computer to a first sale. */
export const useWizard = create<WizardStore>()((set, get) => ({
  step: "language",
  draft: {
    name: "",
    phone: "",
    address: "",
    currency: "VND",
    timezone: "Asia/Ho_Chi_Minh",
    taxMode: "inclusive",
    cashRoundingMinor: 500,
    ownerName: "",
  },
  refusal: undefined,
  isBusy: false,
  recoveryKey: undefined,
  hasBasicKeychain: false,
  printed: undefined,
  demo: undefined,

  go: (step) => set({ step, refusal: undefined }),
  fill: (part) => set(({ draft }) => ({ draft: { ...draft, ...part }, refusal: undefined })),

  setUp: async (ownerPin) => {
    if (get().isBusy) return;
    set({ isBusy: true, refusal: undefined });
    const { locale } = useSettings.getState();
    setUpId = setUpId === "" ? newId() : setUpId;
    const made = await tell(
      "shop.setup",
      { ...shopParams(get().draft, locale), ownerPin },
      { requestId: setUpId },
    );
    if (!made.ok) {
      setUpId = "";
      set({ isBusy: false, refusal: made.refusal });
      return;
    }
    staffId = made.value.staffId;
    keepSession(made.value.sessionToken);
    await useSession.getState().refreshShop();
    set({ isBusy: false, step: "recovery", ...(await keyFacts()) });
  },

  printKey: async (html) => {
    const outcome = await askShell("shell.printDocument", { html });
    set({ printed: outcome?.printed ? "yes" : "no" });
  },

  fillDemo: async () => {
    set({ demo: { done: 0, total: 0, phase: "" }, refusal: undefined });
    const onProgress = (demo: Progress) => set({ demo });
    const answer = await tell("shop.fillDemo", {}, { onProgress });
    if (answer.ok) await get().finish("till");
    else set({ demo: undefined, refusal: answer.refusal });
  },

  finish: async (place) => {
    await useSession.getState().refreshShop();
    usePlace.getState().go(place);
    const name = get().draft.ownerName;
    useSession.setState({ phase: "open", staff: { staffId, name, role: "owner" } });
  },
}));

const shopParams = (draft: ShopDraft, locale: Locale) => ({
  name: draft.name,
  currency: draft.currency,
  timezone: draft.timezone,
  taxMode: draft.taxMode,
  cashRoundingMinor: draft.cashRoundingMinor,
  ownerName: draft.ownerName,
  locale,
  ...(draft.phone.trim() !== "" && { phone: draft.phone }),
  ...(draft.address.trim() !== "" && { address: draft.address }),
});

const keyFacts = async () => {
  const [key, about] = await Promise.all([
    ask("shop.recoveryKey", {}),
    askShell("shell.about", {}),
  ]);
  return {
    recoveryKey: key.ok ? key.value.recoveryKey : undefined,
    refusal: key.ok ? undefined : key.refusal,
    hasBasicKeychain: about?.keychain === "basic",
  };
};
