import { create } from "zustand";
import { persist } from "zustand/middleware";
import type { Params } from "../../rpc/answer.ts";
import { newId } from "../../rpc/client.ts";
import type { Suggestion } from "./customerPanel.ts";

type Offered = NonNullable<Params<"sale.commit">["offered"]>;
type Shown = Offered["shown"][number];

type LookupStore = {
  /** One for each basket, from the first look to the payment. */
  readonly lookupId: string;
  /** What was on the screen meanwhile, each once. */
  readonly shown: readonly Shown[];
  readonly dismissedSkus: readonly string[];
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
      dismissedSkus: [],
      noteShown: ({ sku, reason }) => {
        const { shown } = get();
        if (shown.length === MOST_NOTED || shown.some((one) => one.sku === sku)) return;
        // The engine made the reason: every kind that it answers it takes back.
        const reasonKind = reason.kind as Shown["reasonKind"];
        set({ shown: [...shown, { sku, reasonKind }] });
      },
      noteDismissed: (sku) =>
        set(({ dismissedSkus }) =>
          dismissedSkus.includes(sku) ? {} : { dismissedSkus: [...dismissedSkus, sku] },
        ),
      startAfresh: () => set({ lookupId: newId(), shown: [], dismissedSkus: [] }),
    }),
    // It goes with the basket through a reload and a power cut: goods and reasons, and no person.
    {
      name: "quen.lookup",
      version: 1,
      partialize: ({ lookupId, shown, dismissedSkus }) => ({ lookupId, shown, dismissedSkus }),
    },
  ),
);

/** What the sale is told of it. */
export const offeredNow = (): Offered => {
  const { lookupId, shown, dismissedSkus } = useLookup.getState();
  return { lookupId, shown: [...shown], dismissedSkus: [...dismissedSkus].slice(0, MOST_NOTED) };
};
