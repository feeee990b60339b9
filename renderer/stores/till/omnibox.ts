import { create } from "zustand";
import type { AnyRefusal } from "../../rpc/answer.ts";
import { usePlace } from "../place.ts";
import { useReceipts } from "../receipts.ts";
import { type Quantity, useBasket } from "./basket.ts";
import { type Finding, type Findings, findAll } from "./findings.ts";
import { readTyped, type Typed, typesTooMany } from "./typed.ts";

type OmniboxStore = {
  readonly typed: string;
  readonly findings: readonly Finding[];
  /** Whose answer `findings` are; while it differs from what is typed they only wait. */
  readonly answered: string;
  readonly active: number;
  /** Why nothing was found, where more is known than that. */
  readonly refusal: AnyRefusal | undefined;
  /** An entered code that nothing in the shop bears. */
  readonly unknownCode: string | undefined;
  readonly type: (typed: string) => void;
  readonly move: (step: 1 | -1) => void;
  readonly point: (index: number) => void;
  /** Enter: the first or chosen finding. A scan takes only what bears exactly that code. */
  readonly enter: (isScan: boolean) => Promise<void>;
  readonly take: (finding: Finding) => void;
  readonly clear: () => void;
};

/** The one line that takes anything. What an older text found is never shown for a newer one. */
export const useOmnibox = create<OmniboxStore>()((set, get) => ({
  ...cleared(),

  type: (typed) => {
    const { text } = readTyped(typed);
    const isSame = text === readTyped(get().typed).text;
    set({ typed, unknownCode: undefined });
    if (isSame) return;
    if (text === "") set({ findings: [], answered: "", active: 0, refusal: undefined });
    else latest = look(text);
  },

  move: (step) =>
    set(({ active, findings }) => ({
      active: Math.min(findings.length - 1, Math.max(0, active + step)),
    })),

  point: (index) => set({ active: index }),

  enter: async (isScan) => {
    if (typesTooMany(get().typed)) return;
    const { text, quantity } = readTyped(get().typed);
    if (text === "") {
      applyQuantity(quantity);
      set(cleared());
      return;
    }
    const { findings, active, answered, refusal } = get();
    if (isScan || answered !== text) {
      // What comes next may come before this is answered: its letters must find an empty line.
      set(cleared());
      const { found } = latest;
      entered = entered.then(async () => {
        takeEntered({ text, quantity, isScan }, await found);
      });
      return entered;
    }
    const chosen = findings[active];
    if (chosen) get().take(chosen);
    else set({ ...cleared(), unknownCode: text, refusal });
  },

  take: (finding) => {
    const { quantity } = readTyped(get().typed);
    set(cleared());
    takeFinding(finding, quantity);
  },

  clear: () => set(cleared()),
}));

function cleared() {
  return {
    typed: "",
    findings: [],
    answered: "",
    active: 0,
    refusal: undefined,
    unknownCode: undefined,
  };
}

type Look = { readonly found: Promise<Findings> };

let latest: Look = { found: Promise.resolve({ list: [], refusal: undefined }) };
/** What was entered before its answer came is taken in the order in which it was entered. */
let entered: Promise<void> = Promise.resolve();

const look = (text: string): Look => {
  const show = async (): Promise<Findings> => {
    const found = await findAll(text);
    if (readTyped(useOmnibox.getState().typed).text === text) {
      const { list, refusal } = found;
      useOmnibox.setState({ findings: list, answered: text, active: 0, refusal });
    }
    return found;
  };
  return { found: show() };
};

type Entered = Typed & { readonly isScan: boolean };

/** What is typed meanwhile stays. */
const takeEntered = ({ text, quantity, isScan }: Entered, { list, refusal }: Findings): void => {
  const [first] = list;
  if (first && (first.isExact || !isScan)) takeFinding(first, quantity);
  else useOmnibox.setState({ unknownCode: text, refusal: isScan ? ofScan(refusal) : refusal });
};

/** A scanner makes no slip of the finger: ten letters and figures are the code of goods not known yet. */
const ofScan = (refusal: AnyRefusal | undefined): AnyRefusal | undefined =>
  refusal?.kind === "CodeMistyped" ? undefined : refusal;

/** "3*" and Enter, with nothing behind it, is for the line that is lifted. */
const applyQuantity = (quantity: Quantity | undefined): void => {
  const { selectedId, setQuantity } = useBasket.getState();
  if (quantity && selectedId !== undefined) setQuantity(selectedId, quantity);
};

const takeFinding = (finding: Finding, quantity: Quantity | undefined): void => {
  const { place, go, openCustomer } = usePlace.getState();
  const basket = useBasket.getState();
  switch (finding.kind) {
    case "product":
      go("till");
      basket.add(finding.product, { quantity });
      return;
    case "customer":
      if (place === "customers") openCustomer(finding.customer.customerId);
      else {
        go("till");
        basket.attach(finding.customer.customerId);
      }
      return;
    case "coupon":
      go("till");
      if (basket.customerId === undefined) basket.attach(finding.coupon.customerId);
      basket.addCoupon(finding.coupon.code);
      return;
    case "sale":
      go("till");
      void useReceipts.getState().open(finding.sale.saleId);
      return;
  }
};
