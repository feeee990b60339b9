import { create } from "zustand";
import { subtractMinor, sumMinor } from "../../../shared/money/money.ts";
import type { AnyRefusal, Output } from "../../rpc/answer.ts";
import { ask } from "../../rpc/client.ts";
import {
  type BasketContent,
  type BasketLine,
  basketParams,
  contentOf,
  useBasket,
} from "./basket.ts";
import { type CouponOutcome, findCouponsAlone } from "./couponsAlone.ts";
import { useLookup } from "./lookup.ts";
import { weighedOf } from "./weighing.ts";

export type Quote = Output<"sale.quote">;
export type PricedLine = Quote["lines"][number];

type QuoteStore = {
  readonly quote: Quote | undefined;
  /** The basket's lines in the order in which the quote answers them; none that is not weighed. */
  readonly lineIds: readonly string[];
  readonly refusal: AnyRefusal | undefined;
  /** What is known of the basket's coupons while there is no line to price them with. */
  readonly couponsAlone: readonly CouponOutcome[];
  /** The basket has changed since; the figures are those of a moment ago. */
  readonly isStale: boolean;
};

const noQuote: QuoteStore = {
  quote: undefined,
  lineIds: [],
  refusal: undefined,
  couponsAlone: [],
  isStale: false,
};

/** What the basket comes to. Every figure is the engine's; an answer to an older basket is dropped. */
export const useQuote = create<QuoteStore>()(() => noQuote);

export const pricedLine = (
  { quote, lineIds }: Pick<QuoteStore, "quote" | "lineIds">,
  lineId: string,
): PricedLine | undefined => {
  const at = lineIds.indexOf(lineId);
  return at === -1 ? undefined : quote?.lines[at];
};

/** What a piece or a kilogram is charged at; the price of the shelf until the engine has answered. */
export const chargedMinor = (line: BasketLine, priced: PricedLine | undefined): number =>
  priced?.unitPriceMinor ?? line.shelfPriceMinor;

/** What the line costs before points: those come off the whole sale and stand there. */
export const lineSumMinor = ({ grossMinor, discounts }: PricedLine): number =>
  subtractMinor(
    grossMinor,
    sumMinor(discounts.filter(({ kind }) => kind !== "points").map(({ minor }) => minor)),
  );

/** All that was taken off by hand, over all lines. */
export const takenOffByHand = ({ lines }: Quote): number =>
  sumMinor(
    lines.flatMap(({ discounts }) =>
      discounts.filter(({ kind }) => kind === "line").map(({ minor }) => minor),
    ),
  );

/** Asks again at each change of the basket, from now on. Returns what ends it. */
export const keepQuoting = (): (() => void) => {
  void refreshQuote();
  return useBasket.subscribe((now, before) => {
    if (isPricedAlike(now, before)) return;
    void refreshQuote();
  });
};

export const refreshQuote = async (): Promise<void> => {
  newest += 1;
  const mine = newest;
  const content = weighedOf(contentOf(useBasket.getState()));
  if (content.lines.length === 0) {
    useQuote.setState(noQuote);
    const couponsAlone = await findCouponsAlone(content);
    if (mine === newest) useQuote.setState({ couponsAlone });
    return;
  }
  useQuote.setState({ isStale: true });
  const { lookupId } = useLookup.getState();
  const answer = await ask("sale.quote", { ...basketParams(content), lookupId });
  if (mine !== newest) return;
  const lineIds = content.lines.map(({ lineId }) => lineId);
  if (answer.ok) {
    useQuote.setState({ quote: answer.value, lineIds, refusal: undefined, isStale: false });
  } else useQuote.setState({ refusal: answer.refusal, isStale: false });
};

/** Does `act` now, or as soon as the figures are those of the basket as it is now. */
export const whenPriced = (act: () => void): void => {
  if (!useQuote.getState().isStale) {
    act();
    return;
  }
  const stop = useQuote.subscribe(({ isStale }) => {
    if (isStale) return;
    stop();
    act();
  });
};

let newest = 0;

const isPricedAlike = (now: BasketContent, before: BasketContent): boolean =>
  now.lines === before.lines &&
  now.customerId === before.customerId &&
  now.couponCodes === before.couponCodes &&
  now.pointsToRedeem === before.pointsToRedeem;
