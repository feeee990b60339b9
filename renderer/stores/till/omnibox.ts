import { create } from "zustand";
import type { AnyRefusal } from "../../rpc/answer.ts";
import { usePlace } from "../place.ts";
import { useReceipts } from "../receipts.ts";
import { type Product, type Quantity, takesQuantity, useBasket } from "./basket.ts";
import { type Finding, type Findings, findAll } from "./findings.ts";
import { usePayment } from "./payment.ts";
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
  /** How much of that was asked for. */
  readonly unknownQuantity: Quantity | undefined;
  /** Goods sold by the piece of which a part of one was asked for. */
  readonly brokenPiece: BrokenPiece | undefined;
  readonly type: (typed: string) => void;
  readonly move: (step: 1 | -1) => void;
  readonly point: (index: number) => void;
  /** Enter: the first or chosen finding. What ends in the code `scanned` takes only what bears a code. */
  readonly enter: (scanned?: string) => Promise<void>;
  readonly take: (finding: Finding) => void;
  readonly clear: () => void;
};

export type BrokenPiece = { readonly name: string; readonly quantityMilli: number };

/** The one line that takes anything. What an older text found is never shown for a newer one. */
export const useOmnibox = create<OmniboxStore>()((set, get) => ({
  ...cleared(),

  type: (typed) => {
    const { text } = readTyped(typed);
    const isSame = text === readTyped(get().typed).text;
    set({ typed, unknownCode: undefined, brokenPiece: undefined });
    if (isSame) return;
    if (text === "") set({ findings: [], answered: "", active: 0, refusal: undefined });
    else latest = look(text);
  },

  move: (step) =>
    set(({ active, findings }) => ({
      active: Math.min(findings.length - 1, Math.max(0, active + step)),
    })),

  point: (index) => set({ active: index }),

  enter: async (scanned) => {
    if (typesTooMany(get().typed)) return;
    const { text, quantity } = readTyped(get().typed);
    if (text === "") {
      set(applyQuantity(quantity) ?? cleared());
      return;
    }
    const { findings, active, answered, refusal } = get();
    if (scanned !== undefined || answered !== text) {
      // What comes next may come before this is answered: its letters must find an empty line.
      set(cleared());
      const { found } = latest;
      waiting += 1;
      entered = entered.then(async () => {
        await takeEntered({ text, quantity, scanned }, await found);
        waiting -= 1;
      });
      return entered;
    }
    const chosen = findings[active];
    if (chosen) get().take(chosen);
    else set({ ...cleared(), unknownCode: text, unknownQuantity: quantity, refusal });
  },

  take: (finding) => {
    const { quantity } = readTyped(get().typed);
    const broken = brokenOf(finding, quantity);
    // What was typed stays, to be put right.
    set(broken ?? cleared());
    if (!broken) takeFinding(finding, quantity);
  },

  clear: () => set(cleared()),
}));

/** Takes a code that was scanned where something else was looked at. */
export const takeScan = (code: string): void => {
  const { type, enter } = useOmnibox.getState();
  type(code);
  void enter(code);
};

function cleared() {
  return {
    typed: "",
    findings: [],
    answered: "",
    active: 0,
    refusal: undefined,
    unknownCode: undefined,
    unknownQuantity: undefined,
    brokenPiece: undefined,
  };
}

type Look = { readonly found: Promise<Findings> };

let latest: Look = { found: Promise.resolve({ list: [], refusal: undefined }) };
/** What was entered before its answer came is taken in the order in which it was entered. */
let entered: Promise<void> = Promise.resolve();
let waiting = 0;

/**
 * Does `act` now, or as soon as all that was entered so far is taken; not where some of it could not
 * be, which is what is to be seen then.
 */
export const whenTaken = (act: () => void): void => {
  if (waiting === 0) {
    act();
    return;
  }
  void entered.then(() => {
    const { unknownCode, brokenPiece } = useOmnibox.getState();
    if (unknownCode === undefined && brokenPiece === undefined) act();
  });
};

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

type Entered = Typed & { readonly scanned: string | undefined };

/** What is typed meanwhile stays. */
const takeEntered = async (
  { text, quantity, scanned }: Entered,
  whole: Findings,
): Promise<void> => {
  const { list, refusal } = await ofCode({ text, scanned }, whole);
  const [first] = list;
  const isScan = scanned !== undefined;
  if (!first || (isScan && !first.isExact)) {
    const why = isScan ? ofScan(refusal) : refusal;
    const unknownCode = isScan && !isOneCode(text) ? scanned : text;
    useOmnibox.setState({ unknownCode, unknownQuantity: quantity, refusal: why });
    return;
  }
  const broken = brokenOf(first, quantity);
  if (broken) useOmnibox.setState(broken);
  else takeFinding(first, quantity);
};

/**
 * A code may stand behind what was typed and left in the line, which is no part of it; a scanner may
 * also falter, and then only the end of the code was heard as a scan.
 */
const ofCode = async (
  { text, scanned = text }: { readonly text: string; readonly scanned: string | undefined },
  whole: Findings,
): Promise<Findings> => (scanned === text || whole.list[0]?.isExact ? whole : findAll(scanned));

const isOneCode = (text: string): boolean => /^\d+$/u.test(text);

/** A scanner makes no slip of the finger: ten letters and figures are the code of goods not known yet. */
const ofScan = (refusal: AnyRefusal | undefined): AnyRefusal | undefined =>
  refusal?.kind === "CodeMistyped" ? undefined : refusal;

/** "3*" and Enter, with nothing behind it, is for the line that is lifted. */
const applyQuantity = (quantity: Quantity | undefined): Broken | undefined => {
  const { lines, selectedId, setQuantity } = useBasket.getState();
  const line = lines.find(({ lineId }) => lineId === selectedId);
  if (!quantity || !line) return undefined;
  const broken = brokenPiece(line, quantity);
  if (!broken) setQuantity(line.lineId, quantity);
  return broken;
};

type Broken = Pick<OmniboxStore, "brokenPiece">;

const brokenOf = (finding: Finding, quantity: Quantity | undefined): Broken | undefined =>
  finding.kind === "product" ? brokenPiece(finding.product, quantity) : undefined;

const brokenPiece = (
  goods: Pick<Product, "name" | "soldBy">,
  quantity: Quantity | undefined,
): Broken | undefined =>
  takesQuantity(goods, quantity)
    ? undefined
    : { brokenPiece: { name: goods.name, quantityMilli: quantity?.quantityMilli ?? 0 } };

const takeFinding = (finding: Finding, quantity: Quantity | undefined): void => {
  const { place, go, openCustomer } = usePlace.getState();
  const basket = useBasket.getState();
  switch (finding.kind) {
    case "product":
      go("till");
      // What came late is looked at in the basket before money is taken again.
      usePayment.getState().leave();
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
