import { type Quote, useQuote } from "../../stores/till/quote.ts";
import { couponText } from "../../words/refusalWords.ts";
import { useFormat, useWords } from "../../words/WordsContext.tsx";

type Outcome = Quote["coupons"][number];

/** That the coupon is in use, or why it does nothing; nothing while no basket was priced with it. */
export const useOutcome = (code: string): string | undefined => {
  const { panel } = useWords().till;
  const why = useWhy();
  const outcome = useQuote((state) => state.quote?.coupons.find((each) => each.code === code));
  if (!outcome) return undefined;
  return outcome.accepted ? panel.inUse : why(outcome);
};

/** Says why a coupon of the quote does nothing for this basket. */
export const useWhy = (): ((outcome: Outcome) => string) => {
  const { refusals } = useWords();
  const format = useFormat();
  return ({ why }) => (why && couponText(why, refusals.coupon, format)) ?? refusals.couponOther;
};
