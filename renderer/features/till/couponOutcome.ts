import { useBasket } from "../../stores/till/basket.ts";
import type { CouponOutcome } from "../../stores/till/couponsAlone.ts";
import { useQuote } from "../../stores/till/quote.ts";
import { couponText } from "../../words/refusalWords.ts";
import { useFormat, useWords } from "../../words/WordsContext.tsx";

/**
 * That the coupon is in use or could be, or what it still asks for; nothing while nobody has asked for
 * it and no basket was priced with it.
 */
export const useOutcome = (code: string): string | undefined => {
  const { panel } = useWords().till;
  const why = useWhy();
  const isOn = useBasket((basket) => basket.couponCodes.includes(code));
  const outcome = useQuote(({ quote, couponsAlone }) =>
    (isOn ? (quote?.coupons ?? couponsAlone) : quote?.couponsOpen)?.find(
      (each) => each.code === code,
    ),
  );
  if (!outcome) return undefined;
  if (!outcome.accepted) return why(outcome);
  return isOn ? panel.inUse : panel.eligible;
};

/** Says why a coupon of the quote does nothing for this basket. */
export const useWhy = (): ((outcome: CouponOutcome) => string) => {
  const { refusals } = useWords();
  const format = useFormat();
  return ({ why }) => (why && couponText(why, refusals.coupon, format)) ?? refusals.couponOther;
};
