import { create } from "zustand";
import type { AnyRefusal, Output } from "../../rpc/answer.ts";
import { ask, tell } from "../../rpc/client.ts";
import { useBasket } from "./basket.ts";
import { useLookup } from "./lookup.ts";
import { refreshQuote, useQuote } from "./quote.ts";

export type Profile = Output<"customer.profile">;
export type Suggestion = Profile["suggestions"][number];
export type CustomerCoupon = Profile["coupons"][number];
/** What stands in the fields of a new customer, as it was typed. */
export type Newcomer = {
  readonly name: string;
  readonly phone: string;
  readonly agrees: boolean;
};

type PanelStore = {
  readonly profile: Profile | undefined;
  readonly refusal: AnyRefusal | undefined;
  /** Why what a new customer agreed to was not written down: they are there, and are asked again. */
  readonly unkeptConsent: AnyRefusal | undefined;
  readonly isAdding: boolean;
  readonly newcomer: Newcomer;
  /** A new customer is on the way: a second press makes no second one. */
  readonly isSaving: boolean;
  readonly isRevealed: boolean;
  /** The evidence behind the suggestions is unfolded. */
  readonly isWhyOpen: boolean;
  readonly isConsentOpen: boolean;
  /** In a small window: all of it lies over the basket, not just the card. */
  readonly isUnfolded: boolean;
  /** A coupon's own key unfolded it: what it shows first are they. */
  readonly isAtCoupons: boolean;
  /** Suggestions set aside for this basket only. */
  readonly dismissedSkus: readonly string[];
  readonly load: (customerId: string | undefined) => Promise<void>;
  readonly startAdding: () => void;
  readonly stopAdding: () => void;
  readonly typeNewcomer: (part: Partial<Newcomer>) => void;
  /** `wording`: what was read out, where they agreed to it. */
  readonly addCustomer: (wording: string) => Promise<AnyRefusal | undefined>;
  readonly reveal: () => void;
  readonly toggleWhy: () => void;
  /** Not now: gone from the screen at once, and not offered to this customer for a while. */
  readonly dismiss: (sku: string) => Promise<void>;
  /** Never again, says the customer. */
  readonly refuse: (sku: string) => Promise<void>;
  readonly openConsent: (isOpen: boolean) => void;
  readonly unfold: () => void;
  readonly unfoldAtCoupons: () => void;
  /** Back to the card, with whatever was open in it. */
  readonly fold: () => void;
  readonly recordConsent: (consent: ConsentGiven) => Promise<void>;
};

const isOfNobody = (refusal: AnyRefusal | undefined): boolean =>
  refusal?.kind === "CustomerUnknown";

export type ConsentGiven = {
  readonly purpose: Profile["consents"][number]["purpose"];
  readonly channel: Profile["consents"][number]["channel"];
  readonly state: Profile["consents"][number]["state"];
  readonly wording: string;
};

const notAdding = { isAdding: false, newcomer: { name: "", phone: "", agrees: false } };
const folded = { isWhyOpen: false, isConsentOpen: false, isUnfolded: false, isAtCoupons: false };
const masked = { ...folded, isRevealed: false, unkeptConsent: undefined };

/** Who stands at the till, and what to offer. */
export const useCustomerPanel = create<PanelStore>()((set, get) => ({
  profile: undefined,
  refusal: undefined,
  ...notAdding,
  isSaving: false,
  ...masked,
  dismissedSkus: [],

  load: async (customerId) => {
    if (customerId === undefined) {
      // Why somebody was forgotten stays in sight until the next one comes.
      const refusal = isOfNobody(get().refusal) ? get().refusal : undefined;
      set({ profile: undefined, refusal, ...masked, dismissedSkus: [] });
      return;
    }
    const isOther = get().profile?.customer.customerId !== customerId;
    if (isOther) set({ profile: undefined, ...notAdding, ...masked, dismissedSkus: [] });
    const { lookupId } = useLookup.getState();
    // Beside a basket what is offered is for the basket: nothing else is to be measured as shown, or held back.
    const basket = useBasket.getState().lines.map(({ sku }) => ({ sku }));
    const answer = await ask("customer.profile", {
      ...{ customerId, lookupId },
      ...(basket.length > 0 && { basket }),
    });
    if (useBasket.getState().customerId !== customerId) return;
    if (answer.ok) set({ profile: answer.value, refusal: undefined });
    else set({ profile: undefined, refusal: answer.refusal });
    // A kept basket may be older than a shop that was put back: nobody could sell it, nor let go of them.
    if (!answer.ok && isOfNobody(answer.refusal)) useBasket.getState().forgetCustomer();
  },

  startAdding: () => set({ isAdding: true }),
  stopAdding: () => set(notAdding),
  typeNewcomer: (part) => set(({ newcomer }) => ({ newcomer: { ...newcomer, ...part } })),

  addCustomer: async (wording) => {
    const { name, phone, agrees } = get().newcomer;
    if (get().isSaving) return undefined;
    set({ isSaving: true });
    const phones = phone.trim() === "" ? {} : { phones: [phone] };
    const made = await tell("customer.create", { name, ...phones });
    const consent = { ...counterConsent, wording };
    const unkeptConsent =
      made.ok && agrees ? await tellConsent(made.value.customerId, consent) : undefined;
    set({ isSaving: false });
    if (!made.ok) return made.refusal;
    useBasket.getState().attach(made.value.customerId);
    set({ ...notAdding, unkeptConsent });
    return undefined;
  },

  reveal: () => set(({ isRevealed }) => ({ isRevealed: !isRevealed })),
  toggleWhy: () => set(({ isWhyOpen }) => ({ isWhyOpen: !isWhyOpen, isUnfolded: true })),
  dismiss: async (sku) => {
    setAside(sku);
    const customerId = get().profile?.customer.customerId;
    if (customerId === undefined) return;
    const answer = await tell("suggestion.dismiss", { customerId, sku });
    if (!answer.ok) set({ refusal: answer.refusal });
  },
  refuse: async (sku) => {
    const { profile } = get();
    setAside(sku);
    if (!profile) return;
    const { customerId } = profile.customer;
    const refusedSkus = [...new Set([...refusedSkusOf(profile), sku])];
    // Before it is written: the next one that is refused is written with it.
    set({ profile: { ...profile, preferences: { ...profile.preferences, refusedSkus } } });
    const answer = await tell("customer.update", { customerId, refusedSkus });
    if (answer.ok) await loadAgain(customerId);
    else set({ refusal: answer.refusal });
  },
  openConsent: (isConsentOpen) => set({ isConsentOpen }),
  unfold: () => set({ isUnfolded: true }),
  unfoldAtCoupons: () => set({ isUnfolded: true, isAtCoupons: true }),
  fold: () => set(folded),

  recordConsent: async (consent) => {
    const customerId = get().profile?.customer.customerId;
    if (customerId === undefined) return;
    const refusal = await tellConsent(customerId, consent);
    if (refusal) {
      set({ refusal });
      return;
    }
    set({ isConsentOpen: false, unkeptConsent: undefined });
    // What lies in the basket is offered for by what may be remembered from now on.
    await Promise.all([loadAgain(customerId), refreshQuote()]);
  },
}));

/** Not where somebody else stands at the till by now: theirs is shown, or on its way. */
const loadAgain = async (customerId: string): Promise<void> => {
  if (useBasket.getState().customerId !== customerId) return;
  await useCustomerPanel.getState().load(customerId);
};

const setAside = (sku: string): void => {
  useCustomerPanel.setState(({ dismissedSkus }) => ({ dismissedSkus: [...dismissedSkus, sku] }));
  useLookup.getState().noteDismissed(sku);
};

/** What to offer now: for the basket in hand once there is one, else from the person's history. */
export const suggestionsNow = (
  profile: Profile | undefined,
  basketSuggestions: readonly Suggestion[] | undefined,
  dismissedSkus: readonly string[],
): readonly Suggestion[] =>
  (basketSuggestions ?? profile?.suggestions ?? []).filter(
    ({ sku }) => !dismissedSkus.includes(sku),
  );

/** Adds the product of a suggestion, once however often it is pressed; the sale remembers that it was taken. */
export const takeSuggestion = async ({ sku }: Suggestion): Promise<void> => {
  const { lookupId } = useLookup.getState();
  const found = await ask("catalog.byCode", { code: sku });
  // It was offered beside another basket, or another finger put it in meanwhile.
  if (useLookup.getState().lookupId !== lookupId || isInBasket(sku)) return;
  if (found.ok) useBasket.getState().add(found.value.product, { isSuggested: true });
  else useQuote.setState({ refusal: found.refusal });
};

const isInBasket = (sku: string): boolean =>
  useBasket.getState().lines.some((line) => line.sku === sku);

/** Follows the basket and its customer, from now on. Returns what ends it. */
export const keepPanel = (): (() => void) => {
  // Somebody else may have unlocked the till.
  useCustomerPanel.setState({ isRevealed: false });
  void useCustomerPanel.getState().load(useBasket.getState().customerId);
  return useBasket.subscribe((now, before) => {
    const isAnother = now.customerId !== before.customerId;
    const left = isAnother ? useCustomerPanel.getState().profile : undefined;
    const isOver = now.lines.length === 0 && before.lines.length > 0;
    // What was offered to go with the goods goes with nothing any more.
    if (isAnother || (isOver && now.customerId !== undefined)) {
      void useCustomerPanel.getState().load(now.customerId);
    }
    // Nobody else can use them, and nothing is sold while they stand there.
    for (const { code } of left?.coupons ?? []) {
      if (now.couponCodes.includes(code)) now.removeCoupon(code);
    }
    // What nobody by name waved away was waved away beside that basket.
    if (isOver && now.customerId === undefined) useCustomerPanel.setState({ dismissedSkus: [] });
  });
};

/** The products that this person does not want to be offered. */
export const refusedSkusOf = (profile: Profile | undefined): readonly string[] => {
  const refused = profile?.preferences.refusedSkus;
  return Array.isArray(refused) ? refused.filter((sku) => typeof sku === "string") : [];
};

const counterConsent = {
  purpose: "personalization",
  channel: "counter",
  state: "granted",
} as const;

const tellConsent = async (
  customerId: string,
  consent: ConsentGiven,
): Promise<AnyRefusal | undefined> => {
  const answer = await tell("consent.record", { customerId, ...consent, source: "till" });
  return answer.ok ? undefined : answer.refusal;
};
