import type { Output } from "../../../../shared/contract/index.ts";
import type { Estimate } from "../../../../shared/domain/lift/estimate.ts";
import { kindGainText, suggestionGainText } from "../../../../shared/domain/lift/liftText.ts";
import {
  type SuggestionGain,
  suggestionGain,
} from "../../../../shared/domain/lift/suggestionGain.ts";
import { weekGain } from "../../../../shared/domain/lift/weekGain.ts";
import type { LookupTally } from "../../../../shared/domain/suggestion/lookupTally.ts";
import { err, ok } from "../../../../shared/kernel/result.ts";
import type { Locale } from "../../../../shared/money/formatMoney.ts";
import { proportionTowardZero, sumMinor } from "../../../../shared/money/money.ts";
import { findProduct } from "../../repositories/products.ts";
import { type Context, localeOf, shopOf, today, type UseCase } from "../context.ts";

type Quality = Output<"suggestion.quality">;

const TOP_PRODUCTS = 20;

/** What suggesting brought over these days, counted by the worker: the till sells on. */
export const suggestionQuality: UseCase<"suggestion.quality"> = async (context, input) => {
  const { fromDay, toDay } = input;
  if (toDay < fromDay) return err({ kind: "PeriodInvalid" });
  const tally = await context.worker.tallyLookups({ fromDay, toDay });
  const days = { fromDay, toDay, horizonDays: 0, today: today(context) };
  const gain = suggestionGain(tally, days);
  const reasons = [...tally.byReason.values()];
  return ok({
    lookups: tally.lookups.shown,
    controlLookups: tally.lookups.control,
    shown: sumMinor(reasons.map(({ shown }) => shown)),
    taken: sumMinor(reasons.map(({ taken }) => taken)),
    dismissed: sumMinor(reasons.map(({ dismissed }) => dismissed)),
    byReason: byReason(tally, gain, localeOf(context)),
    byWeek: byWeek(tally, days),
    gain: gainOf(context, gain),
    topProducts: topProducts(context, tally),
  });
};

const byReason = (tally: LookupTally, gain: SuggestionGain, locale: Locale): Quality["byReason"] =>
  [...tally.byReason]
    .sort(([, left], [, right]) => right.shown - left.shown)
    .map(([kind, counts]) => {
      const gainBps = gain.kinds.find((one) => one.kind === kind)?.gainBps;
      return {
        kind,
        ...counts,
        takenBps: proportionTowardZero(10_000, { part: counts.taken, of: counts.shown }),
        ...(gainBps ? { gainBps: spanOf(gainBps) } : {}),
        gainText: kindGainText({ gainBps }, locale),
      };
    });

const spanOf = ({ value, low, high }: Estimate) => ({ value, low, high });

const byWeek = (
  tally: LookupTally,
  days: { readonly fromDay: string; readonly toDay: string; readonly today: string },
): Quality["byWeek"] =>
  [...tally.byWeek]
    .sort(([left], [right]) => (left < right ? -1 : 1))
    .map(([weekDay, week]) => {
      const gain = weekGain(weekDay, week, { ...days, weekCount: tally.byWeek.size });
      return {
        weekDay,
        shown: week.counts.shown,
        taken: week.counts.taken,
        ...(gain && { gainMinor: gain.value, low: gain.low, high: gain.high }),
      };
    });

const gainOf = (context: Context, gain: SuggestionGain): Quality["gain"] => {
  const { currency } = shopOf(context);
  const tongue = { locale: localeOf(context), currency };
  const { headline, detail } = suggestionGainText(gain, tongue);
  const { basketMinor } = gain.perLookup;
  return {
    ...(basketMinor && {
      valueMinor: basketMinor.value,
      low: basketMinor.low,
      high: basketMinor.high,
    }),
    verdict: gain.verdict.kind,
    headline,
    text: detail,
  };
};

const topProducts = (context: Context, { byProduct }: LookupTally): Quality["topProducts"] =>
  [...byProduct]
    .sort(([, left], [, right]) => right.taken - left.taken || right.shown - left.shown)
    .slice(0, TOP_PRODUCTS)
    .map(([sku, counts]) => ({ sku, name: findProduct(context.db, sku)?.name ?? sku, ...counts }));
