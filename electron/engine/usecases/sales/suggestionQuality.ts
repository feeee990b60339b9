import type { Output } from "../../../../shared/contract/index.ts";
import { declaredDays } from "../../../../shared/domain/lift/declaredDays.ts";
import type { Estimate } from "../../../../shared/domain/lift/estimate.ts";
import { kindGainText, suggestionGainText } from "../../../../shared/domain/lift/liftText.ts";
import {
  type SuggestionGain,
  suggestionGain,
} from "../../../../shared/domain/lift/suggestionGain.ts";
import { weekGain } from "../../../../shared/domain/lift/weekGain.ts";
import type { LookupTally } from "../../../../shared/domain/suggestion/lookupTally.ts";
import { addDays } from "../../../../shared/kernel/day.ts";
import { err, ok } from "../../../../shared/kernel/result.ts";
import type { Locale } from "../../../../shared/money/formatMoney.ts";
import { proportionTowardZero, sumMinor } from "../../../../shared/money/money.ts";
import { findProduct } from "../../repositories/products.ts";
import { type Context, localeOf, shopOf, today, type UseCase } from "../context.ts";

type Quality = Output<"suggestion.quality">;

const TOP_PRODUCTS = 20;

/**
 * What became of the suggestions on these days, and what suggesting brings, of the whole year: were each
 * stretch that is looked at judged by itself, chance alone would soon say something of one. Counted by
 * the worker: the till sells on.
 */
export const suggestionQuality: UseCase<"suggestion.quality"> = async (context, input) => {
  const { fromDay, toDay } = input;
  if (toDay < fromDay) return err({ kind: "PeriodInvalid" });
  const tally = await context.worker.tallyLookups({ fromDay, toDay });
  const thisYear = await judged(context, toDay);
  const lastYear = await judged(context, addDays(thisYear.fromDay, -1));
  const reasons = [...tally.byReason.values()];
  return ok({
    lookups: tally.lookups.shown,
    controlLookups: tally.lookups.control,
    shown: sumMinor(reasons.map(({ shown }) => shown)),
    taken: sumMinor(reasons.map(({ taken }) => taken)),
    dismissed: sumMinor(reasons.map(({ dismissed }) => dismissed)),
    byReason: byReason(tally, thisYear.gain, localeOf(context)),
    byWeek: byWeek(tally, { fromDay, toDay, today: today(context) }),
    gain: {
      ...gainOf(context, thisYear),
      ...(lastYear.controlLookups > 0 && { before: textOf(context, lastYear) }),
    },
    topProducts: topProducts(context, tally),
  });
};

type Judged = {
  readonly fromDay: string;
  readonly toDay: string;
  readonly controlLookups: number;
  readonly gain: SuggestionGain;
};

/** The year that `day` lies in, from the first day on which anything was suggested. */
const judged = async (context: Context, day: string): Promise<Judged> => {
  const declared = declaredDays(day);
  const tally = await context.worker.tallyLookups(declared);
  const days = { ...declared, fromDay: tally.firstDay ?? declared.fromDay };
  return {
    ...declared,
    controlLookups: tally.lookups.control,
    gain: suggestionGain(tally, { ...days, horizonDays: 0, today: today(context) }),
  };
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
      const gain = weekGain(weekDay, week, days);
      return {
        weekDay,
        shown: week.counts.shown,
        taken: week.counts.taken,
        ...(gain && { gainMinor: gain.value, low: gain.low, high: gain.high }),
      };
    });

const gainOf = (context: Context, year: Judged): Quality["gain"] => {
  const { basketMinor } = year.gain.perLookup;
  return {
    ...(basketMinor && {
      valueMinor: basketMinor.value,
      low: basketMinor.low,
      high: basketMinor.high,
    }),
    controlLookups: year.controlLookups,
    ...textOf(context, year),
  };
};

const textOf = (context: Context, { fromDay, toDay, gain }: Judged) => {
  const { currency } = shopOf(context);
  const tongue = { locale: localeOf(context), currency };
  const { headline, detail } = suggestionGainText(gain, tongue);
  return { fromDay, toDay, verdict: gain.verdict.kind, headline, text: detail };
};

const topProducts = (context: Context, { byProduct }: LookupTally): Quality["topProducts"] =>
  [...byProduct]
    .sort(([, left], [, right]) => right.taken - left.taken || right.shown - left.shown)
    .slice(0, TOP_PRODUCTS)
    .map(([sku, counts]) => ({ sku, name: findProduct(context.db, sku)?.name ?? sku, ...counts }));
