import { create } from "zustand";
import { persist } from "zustand/middleware";
import type { Params } from "../../rpc/answer.ts";
import { newId } from "../../rpc/client.ts";
import { type BasketContent, useBasket } from "./basket.ts";
import type { Suggestion } from "./customerPanel.ts";

type Offered = NonNullable<Params<"sale.commit">["offered"]>;
type Shown = Offered["shown"][number];

/** Beside whose basket; undefined while nobody by name stood at the till. */
type Beside = { readonly customerId: string | undefined };

type LookupStore = {
  /** One for each basket, from the first look to the payment. */
  readonly lookupId: string;
  /** What was on the screen meanwhile, each once for each person. */
  readonly shown: readonly (Shown & Beside)[];
  readonly dismissed: readonly ({ readonly sku: string } & Beside)[];
  readonly noteShown: (suggestion: Suggestion) => void;
  readonly noteDismissed: (sku: string) => void;
  readonly startAfresh: () => void;
};

/** More than anybody looks at beside one basket; the engine takes a hundred. */
const MOST_NOTED = 60;

/** What was offered beside the basket: the sale takes it along, so that it can be measured. */
export const useLookup = create<LookupStore>()(
  persist(
    (set, get) => ({
      lookupId: newId(),
      shown: [],
      dismissed: [],
      noteShown: ({ sku, reason }) => {
        const { customerId } = useBasket.getState();
        const { shown } = get();
        if (isNoted(shown, { sku, customerId })) return;
        // The engine made the reason: every kind that it answers it takes back.
        const reasonKind = reason.kind as Shown["reasonKind"];
        set({ shown: [...shown, { sku, reasonKind, customerId }] });
      },
      noteDismissed: (sku) => {
        const { customerId } = useBasket.getState();
        const { dismissed } = get();
        if (!isNoted(dismissed, { sku, customerId })) {
          set({ dismissed: [...dismissed, { sku, customerId }] });
        }
      },
      startAfresh: () => set({ lookupId: newId(), shown: [], dismissed: [] }),
    }),
    // It goes with the basket through a reload and a power cut, and like it knows an id of the person and no more.
    {
      name: "quen.lookup",
      version: 1,
      partialize: ({ lookupId, shown, dismissed }) => ({ lookupId, shown, dismissed }),
    },
  ),
);

type Note = { readonly sku: string } & Beside;

const isNoted = (notes: readonly Note[], { sku, customerId }: Note): boolean =>
  notes.some((one) => one.sku === sku && one.customerId === customerId);

/** What the sale is told of it: nothing that was offered to somebody else, looked up by mistake. */
export const offeredNow = (): Offered => {
  const { customerId } = useBasket.getState();
  const { lookupId, shown, dismissed } = useLookup.getState();
  const isTheirs = (one: Beside) => one.customerId === undefined || one.customerId === customerId;
  const shownBySku = new Map<string, Shown>();
  for (const { sku, reasonKind } of shown.filter(isTheirs)) {
    if (!shownBySku.has(sku)) shownBySku.set(sku, { sku, reasonKind });
  }
  const dismissedSkus = new Set(dismissed.filter(isTheirs).map(({ sku }) => sku));
  return {
    lookupId,
    shown: [...shownBySku.values()].slice(0, MOST_NOTED),
    dismissedSkus: [...dismissedSkus].slice(0, MOST_NOTED),
  };
};

const isEmpty = ({ lines, customerId }: BasketContent): boolean =>
  lines.length === 0 && customerId === undefined;

let givenUp: BasketContent["lines"] | undefined;

// What was offered beside a basket that was given up goes into no other, wherever the next one is begun.
useBasket.subscribe((now, before) => {
  if (isEmpty(now) && !isEmpty(before)) givenUp = before.lines;
  // The very same lines are back where giving up was undone.
  const isBegun = isEmpty(before) && !isEmpty(now) && now.lines !== givenUp;
  if (isBegun) useLookup.getState().startAfresh();
});
