import { create } from "zustand";
import type { AnyRefusal, Output, Told } from "../rpc/answer.ts";
import { ask, tell } from "../rpc/client.ts";
import { lengthAgain, readOn } from "./pages.ts";
import { usePlace } from "./place.ts";
import type { CustomerMatch } from "./till/findings.ts";

export type Profile = Output<"customer.profile">;
export type LedgerEntry = Output<"loyalty.ledger">["entries"][number];
export type Identity = Profile["customer"]["identities"][number];
export type Consent = Profile["consents"][number];
export type CustomerChange = Omit<Told<"customer.update">, "customerId">;
/** What stands in the fields about a person, as it was typed. */
export type TypedAbout = {
  readonly name: string;
  readonly birthday: string;
  readonly tags: string;
  readonly note: string;
};
/** What stands in the fields of somebody new, as it was typed. */
export type TypedNewcomer = { readonly name: string; readonly phone: string };
export type ConsentGiven = Pick<
  Told<"consent.record">,
  "purpose" | "channel" | "state" | "wording"
>;

type CustomersStore = {
  readonly text: string;
  readonly matches: readonly CustomerMatch[];
  /** Where the list goes on; undefined where all of it is shown. */
  readonly next: string | undefined;
  readonly hasAnswered: boolean;
  readonly profile: Profile | undefined;
  readonly ledger: readonly LedgerEntry[];
  readonly ledgerNext: string | undefined;
  readonly isRevealed: boolean;
  readonly refusal: AnyRefusal | undefined;
  readonly hasSaved: boolean;
  /** Somebody new is on the way: a second press makes no second one. */
  readonly isAdding: boolean;
  /** Who is being written; in memory only, like all that is typed of people. */
  readonly newcomer: TypedNewcomer | undefined;
  /** Of whom something was typed and not saved yet; in memory only, since it is of people. */
  readonly typedById: Readonly<Record<string, Partial<TypedAbout>>>;
  readonly search: (text: string) => Promise<void>;
  /** The one who stands there, once what is looked for is answered. */
  readonly openFound: (at: number) => Promise<void>;
  readonly more: () => Promise<void>;
  readonly open: (customerId: string | undefined) => Promise<void>;
  readonly moreLedger: () => Promise<void>;
  readonly reveal: () => void;
  /** `undefined`: what is saved counts again. */
  readonly type: (customerId: string, typed: Partial<TypedAbout> | undefined) => void;
  readonly change: (change: CustomerChange) => Promise<void>;
  readonly addIdentity: (kind: Identity["kind"], value: string) => Promise<boolean>;
  readonly record: (consent: ConsentGiven) => Promise<boolean>;
  /** `undefined`: nobody is written any more. */
  readonly typeNewcomer: (newcomer: TypedNewcomer | undefined) => void;
  readonly addNewcomer: () => Promise<void>;
};

const PAGE = 50;
/** So many are told at most of those that fit. */
export const MOST_FOUND = 500;

let newestSearch = 0;
let searching: Promise<void> = Promise.resolve();

/** Everybody the shop knows, and one of them in full. */
export const useCustomers = create<CustomersStore>()((set, get) => ({
  text: "",
  matches: [],
  next: undefined,
  hasAnswered: false,
  profile: undefined,
  ledger: [],
  ledgerNext: undefined,
  isRevealed: false,
  refusal: undefined,
  hasSaved: false,
  isAdding: false,
  newcomer: undefined,
  typedById: {},

  search: (text) => {
    newestSearch += 1;
    const mine = newestSearch;
    const limit = lengthAgain(PAGE, text === get().text ? get().matches : []);
    set({ text });
    searching = ask("customer.search", { text, limit }).then((answer) => {
      if (mine !== newestSearch) return;
      if (!answer.ok) {
        set({ refusal: answer.refusal });
        return;
      }
      const { matches, next } = answer.value;
      set({ matches, next, hasAnswered: true, refusal: undefined });
    });
    return searching;
  },

  openFound: async (at) => {
    await searching;
    // Whoever has gone elsewhere meanwhile is not called back.
    if (usePlace.getState().place !== "customers") return;
    usePlace.getState().openCustomer(get().matches[at]?.customerId);
  },

  more: () => {
    const { text } = get();
    return readOn({
      shown: () => ({ rows: get().matches, next: get().next }),
      read: (next) => ask("customer.search", { text, limit: PAGE, next }),
      rowsOf: (page) => page.matches,
      keyOf: ({ customerId }) => customerId,
      show: (matches, next) => set({ matches, next }),
      refuse: (refusal) => set({ refusal }),
    });
  },

  open: async (customerId) => {
    // Whoever was changed may have been left before the answer.
    if (isLeft(customerId)) return;
    const isOther = get().profile?.customer.customerId !== customerId;
    if (isOther) set({ ...closed });
    if (customerId === undefined) return;
    const [profile, ledger] = await Promise.all([
      ask("customer.profile", { customerId }),
      ask("loyalty.ledger", { customerId, limit: 20 }),
    ]);
    if (isLeft(customerId)) return;
    if (!profile.ok) {
      set({ profile: undefined, refusal: profile.refusal });
      return;
    }
    set({ profile: profile.value });
    if (ledger.ok) set({ ledger: ledger.value.entries, ledgerNext: ledger.value.next });
  },

  moreLedger: async () => {
    const customerId = get().profile?.customer.customerId;
    if (customerId === undefined) return;
    await readOn({
      shown: () => ({ rows: get().ledger, next: get().ledgerNext }),
      read: (next) => ask("loyalty.ledger", { customerId, limit: PAGE, next }),
      rowsOf: (page) => page.entries,
      keyOf: ({ entryId }) => entryId,
      show: (ledger, ledgerNext) => set({ ledger, ledgerNext }),
      refuse: (refusal) => set({ refusal }),
    });
  },

  reveal: () => set(({ isRevealed }) => ({ isRevealed: !isRevealed })),

  type: (customerId, typed) =>
    set(({ typedById: { [customerId]: _, ...others } }) => ({
      typedById: typed ? { ...others, [customerId]: typed } : others,
    })),

  change: async (change) => {
    const customerId = get().profile?.customer.customerId;
    if (customerId === undefined) return;
    const typed = get().typedById[customerId];
    const answer = await tell("customer.update", { customerId, ...change });
    const hasSaved = answer.ok && !isLeft(customerId);
    set({ refusal: answer.ok ? undefined : answer.refusal, hasSaved });
    if (!answer.ok) return;
    await get().open(customerId);
    // Another change of the same person leaves what is being typed, and so does typing on meanwhile.
    const isSaved = change.name !== undefined && get().typedById[customerId] === typed;
    if (isSaved) get().type(customerId, undefined);
    void get().search(get().text);
  },

  addIdentity: async (kind, value) => {
    const customerId = get().profile?.customer.customerId;
    if (customerId === undefined) return false;
    const answer = await tell("customer.addIdentity", { customerId, kind, value });
    set({ refusal: answer.ok ? undefined : answer.refusal });
    if (answer.ok) await get().open(customerId);
    return answer.ok;
  },

  record: async (consent) => {
    const customerId = get().profile?.customer.customerId;
    if (customerId === undefined) return false;
    const answer = await tell("consent.record", { customerId, ...consent, source: "profile" });
    set({ refusal: answer.ok ? undefined : answer.refusal });
    if (answer.ok) await get().open(customerId);
    return answer.ok;
  },

  typeNewcomer: (newcomer) => set({ newcomer }),

  addNewcomer: async () => {
    const { newcomer, isAdding } = get();
    if (!newcomer || isAdding) return;
    const { name, phone } = newcomer;
    set({ isAdding: true });
    const phones = phone.trim() === "" ? {} : { phones: [phone] };
    const made = await tell("customer.create", { name, ...phones });
    set({ isAdding: false, refusal: made.ok ? undefined : made.refusal });
    if (!made.ok) return;
    if (get().newcomer === newcomer) set({ newcomer: undefined });
    usePlace.getState().openCustomer(made.value.customerId);
    void get().search(get().text);
  },
}));

const isLeft = (customerId: string | undefined): boolean =>
  usePlace.getState().customerId !== customerId;

const closed = {
  profile: undefined,
  ledger: [],
  ledgerNext: undefined,
  isRevealed: false,
  refusal: undefined,
  hasSaved: false,
};
