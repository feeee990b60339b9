import { create } from "zustand";
import { createJSONStorage, persist } from "zustand/middleware";
import { roundCash } from "../../../shared/money/cashRounding.ts";
import { subtractMinor, sumMinor } from "../../../shared/money/money.ts";
import type { AnyRefusal, Output, Params } from "../../rpc/answer.ts";
import { newId, tell } from "../../rpc/client.ts";
import { useReceipts } from "../receipts.ts";
import { useSession } from "../session.ts";
import { type BasketContent, basketParams, contentOf, useBasket } from "./basket.ts";
import { useCustomerPanel } from "./customerPanel.ts";
import { leftAfter } from "./leftAfter.ts";
import { offeredNow, useLookup } from "./lookup.ts";
import { whenTaken } from "./omnibox.ts";
import { type Quote, useQuote, whenPriced } from "./quote.ts";
import { takeTyped } from "./typedFigures.ts";
import { askForWeight, weighedOf } from "./weighing.ts";

export type Method = "cash" | "transfer" | "card";
export type Payment = { readonly method: Method; readonly amountMinor: number };
export type Done = Output<"sale.commit"> & { readonly payments: readonly Payment[] };

/** A sale that was sent; kept until it is answered, so that it is asked again under its own id. */
type Attempt = {
  readonly requestId: string;
  readonly params: Omit<Params<"sale.commit">, "requestId">;
  readonly payments: readonly Payment[];
  /** What was in the basket; absent of one that an older Quen has kept. */
  readonly sold?: BasketContent;
};

type PaymentStore = {
  readonly phase: "selling" | "paying" | "sending" | "done";
  readonly method: Method;
  readonly payments: readonly Payment[];
  /** What was taken for a basket that was let go: the customer's, until somebody says it was given back. */
  readonly toGiveBack: readonly Payment[];
  readonly refusal: AnyRefusal | undefined;
  readonly attempt: Attempt | undefined;
  readonly done: Done | undefined;
  readonly pay: (method: Method) => void;
  readonly leave: () => void;
  readonly dropPayment: (index: number) => void;
  readonly noteGivenBack: () => void;
  /** Takes `amountMinor` by the chosen method: the sale is done, or the rest is still to pay. */
  readonly receive: (amountMinor: number) => Promise<void>;
  /** Asks again for the sale of which no answer came. */
  readonly askAgain: () => Promise<void>;
  readonly startNext: () => void;
};

const selling = { phase: "selling", payments: [], refusal: undefined } as const;

export const usePayment = create<PaymentStore>()(
  persist(
    (set, get) => ({
      ...selling,
      method: "cash",
      toGiveBack: [],
      attempt: undefined,
      done: undefined,

      pay: (method) => {
        const open = () => {
          const { phase, attempt } = get();
          if (phase === "sending" || phase === "done" || attempt) return;
          if (!takeTyped() || askForWeight()) get().leave();
          else whenPriced(() => canPay() && set({ phase: "paying", method, refusal: undefined }));
        };
        whenTaken(() => whenPriced(open));
      },
      leave: () => {
        // What was taken was taken: goods that come late are paid beside it.
        if (get().phase === "paying" && !get().attempt) {
          set({ phase: "selling", refusal: undefined });
        }
      },
      dropPayment: (index) =>
        set(({ payments, attempt }) =>
          attempt ? {} : { payments: payments.filter((_, at) => at !== index) },
        ),
      noteGivenBack: () => {
        letGo = undefined;
        set({ toGiveBack: [] });
      },

      receive: async (amountMinor) => {
        const { method, payments, phase } = get();
        const { quote } = useQuote.getState();
        if (phase !== "paying" || !quote || get().attempt || hasRefusedCoupon(quote)) return;
        // It came in while money was being counted: sold, it would cost nothing.
        if (askForWeight()) {
          get().leave();
          return;
        }
        const all = amountMinor === 0 ? payments : [...payments, { method, amountMinor }];
        if (amountMinor < dueNow(quote, payments, method)) {
          set({ payments: all, refusal: undefined });
          return;
        }
        const sold = contentOf(useBasket.getState());
        const paid = isForNoCoin(quote, all, method) ? [...all, { method, amountMinor }] : [...all];
        const params = { ...basketParams(sold), payments: paid, offered: offeredNow() };
        set({ attempt: { requestId: newId(), params, payments: all, sold } });
        await get().askAgain();
      },

      askAgain: async () => {
        const { attempt, phase } = get();
        if (!attempt || phase === "sending") return;
        set({ phase: "sending", refusal: undefined });
        const { requestId, params, payments, sold } = attempt;
        const answer = await tell("sale.commit", params, { requestId });
        if (answer.ok) finish({ ...answer.value, payments }, sold);
        else if (isUndecided(answer.refusal)) set({ phase: "paying", refusal: answer.refusal });
        // The parts that were taken before the last one are still in the shop's hands.
        else set({ phase: "paying", refusal: answer.refusal, attempt: undefined });
      },

      startNext: () => set({ ...selling, method: "cash", done: undefined }),
    }),
    {
      name: "quen.attempt",
      version: 1,
      storage: createJSONStorage(() => localStorage),
      partialize: ({ attempt, payments, toGiveBack }) => ({ attempt, payments, toGiveBack }),
    },
  ),
);

type LetGo = Pick<BasketContent, "lines"> & Pick<PaymentStore, "payments" | "toGiveBack">;
let letGo: LetGo | undefined;

// What was taken goes back with the whole basket, and comes again where that is undone.
useBasket.subscribe(({ lines, undo }, before) => {
  const { attempt, payments, toGiveBack } = usePayment.getState();
  if (undo?.what === "basket" && undo !== before.undo && !attempt) {
    letGo = { lines: undo.content.lines, payments, toGiveBack };
    usePayment.setState({ payments: [], toGiveBack: [...toGiveBack, ...payments] });
  } else if (letGo && letGo.lines === lines) {
    usePayment.setState({ payments: letGo.payments, toGiveBack: letGo.toGiveBack });
    letGo = undefined;
  }
});

// Goods begin the next sale wherever they were scanned: under a receipt they would lie unseen.
useBasket.subscribe(({ lines }) => {
  const { phase, startNext } = usePayment.getState();
  if (phase === "done" && lines.length > 0) startNext();
});

// With nothing left to pay for, the foot is back, which says what was taken.
useBasket.subscribe((now, before) => {
  if (now.lines === before.lines || weighedOf(now).lines.length > 0) return;
  usePayment.getState().leave();
});

/** Nothing is sold with it: said before money is taken, not after. */
export const hasRefusedCoupon = ({ coupons }: Quote): boolean =>
  coupons.some(({ accepted }) => !accepted);

/** What is still to be paid by `method`. What the others leave to cash is rounded to coins. */
export const dueNow = (quote: Quote, payments: readonly Payment[], method: Method): number => {
  if (payments.length === 0) return method === "cash" ? quote.cashTotalMinor : quote.totalMinor;
  const step = useSession.getState().shop?.cashRoundingMinor ?? 0;
  const rest = subtractMinor(quote.totalMinor, paidBy(payments, false));
  const cash = paidBy(payments, true);
  const rounded = method === "cash" || cash > 0 ? roundCash(rest, step) : rest;
  return Math.max(0, subtractMinor(rounded, cash));
};

/** No coin pays what is left: in cash it is rounded away, by any other method it would be owed. */
const isForNoCoin = (quote: Quote, payments: readonly Payment[], method: Method): boolean =>
  method === "cash" && paidBy(payments, true) === 0 && paidBy(payments, false) < quote.totalMinor;

const paidBy = (payments: readonly Payment[], isCash: boolean): number =>
  sumMinor(
    payments
      .filter(({ method }) => (method === "cash") === isCash)
      .map(({ amountMinor }) => amountMinor),
  );

/** Change for what is handed over now; below zero it is what is still missing. */
export const changeFor = (dueMinor: number, handedMinor: number): number =>
  subtractMinor(handedMinor, dueMinor);

const canPay = (): boolean => {
  const { quote, refusal } = useQuote.getState();
  return quote !== undefined && refusal === undefined;
};

/** The engine may have sold it all the same: the attempt is kept and asked again as it was. */
const isUndecided = ({ kind }: AnyRefusal): boolean =>
  kind === "EngineUnavailable" || kind === "NotSignedIn";

const finish = (done: Done, sold: BasketContent | undefined): void => {
  const basket = contentOf(useBasket.getState());
  const { customerId } = basket;
  // The basket first: what is added to one after the sale is done begins the next, and hides the change.
  useBasket.getState().startAfresh(sold && leftAfter(basket, sold));
  usePayment.setState({ phase: "done", done, attempt: undefined, payments: [] });
  useLookup.getState().startAfresh();
  void useReceipts.getState().show(done.saleId);
  if (customerId === undefined) useCustomerPanel.getState().stopAdding();
};
