import type { CurrencyCode } from "../../money/currency.ts";
import { formatMoney, formatNumber, formatRate, type Locale } from "../../money/formatMoney.ts";
import { roughMinor } from "../../money/roughMinor.ts";
import { type ArmLift, ofBasis } from "./armLift.ts";
import type { CampaignPlan, CampaignPower } from "./campaignPower.ts";
import type { Estimate } from "./estimate.ts";
import { liftWords, type UntoldWords } from "./liftWords.ts";
import type { KindGain, SuggestionGain } from "./suggestionGain.ts";
import type { Untold, Verdict } from "./verdict.ts";

export type Tongue = { readonly locale: Locale; readonly currency: CurrencyCode };

/** A line to see from afar, and a sentence or two that say how much and how sure. */
export type LiftText = { readonly headline: string; readonly detail: string };

/** What a campaign brought, in the shopkeeper's words: "It helped", "Chưa đủ để nói". */
export const liftText = ({ verdict, total, basis }: ArmLift, tongue: Tongue): LiftText => {
  const words = liftWords[tongue.locale];
  const told = {
    verdict,
    estimate: ofBasis(basis, total),
    say: (about: string, isMore: boolean) => words[isMore ? "more" : "less"](about, basis),
    untold: words.campaign,
  };
  return { headline: words.headline[verdict.kind], detail: detail(told, tongue) };
};

/** What the suggestions bring in each sale. */
export const suggestionGainText = (
  { perLookup, verdict }: SuggestionGain,
  tongue: Tongue,
): LiftText => {
  const words = liftWords[tongue.locale];
  const told = {
    verdict: withoutDays(verdict),
    estimate: perLookup.basketMinor,
    say: (about: string, isMore: boolean) => words.perLookup(about, isMore),
    untold: words.lookups,
  };
  return { headline: words.suggestions[verdict.kind], detail: detail(told, tongue) };
};

/**
 * Where no number of days is told: of a campaign that was stopped, and of suggestions, whose year ends
 * before most of them.
 */
export const withoutDays = (verdict: Verdict): Verdict => {
  if (!("reason" in verdict)) return verdict;
  const { daysToTell: _, ...untold } = verdict;
  return untold;
};

/**
 * In how many more of a hundred sales something of a kind was bought, where it was shown rather than
 * held back, with the span that this may truly lie in.
 */
export const kindGainText = ({ gainBps }: Pick<KindGain, "gainBps">, locale: Locale): string => {
  const words = liftWords[locale];
  if (!gainBps) return words.headline["too-early"];
  const points = (bps: number) => formatNumber(Math.round(bps / 10) / 10, locale);
  const { low, high } = gainBps;
  if (low <= 0 && high >= 0) return words.kindUnknown({ low: points(low), high: points(high) });
  const isMore = low > 0;
  const size = isMore ? gainBps : reversed(gainBps);
  return words.kindGain(
    { about: points(size.value), low: points(size.low), high: points(size.high) },
    isMore,
  );
};

/** Before a campaign is issued: what it will be able to tell when it is over. */
export const powerText = (
  power: CampaignPower | undefined,
  { customers, holdoutBps }: Pick<CampaignPlan, "customers" | "holdoutBps">,
  { locale, currency }: Tongue,
): string => {
  const words = liftWords[locale];
  const people = formatNumber(customers, locale);
  if (holdoutBps === 0) return words.nobodyHeldOut;
  if (!power) return words.powerless(people);
  return words.power({
    people,
    share: percent(power.shareBps, locale),
    total: formatMoney(roughMinor(power.totalMinor), currency, locale),
  });
};

type Told = {
  readonly verdict: Verdict;
  readonly estimate: Estimate | undefined;
  readonly say: (about: string, isMore: boolean) => string;
  readonly untold: UntoldWords;
};

const detail = ({ verdict, estimate, say, untold }: Told, tongue: Tongue): string => {
  const words = liftWords[tongue.locale];
  switch (verdict.kind) {
    case "helped":
    case "cost": {
      if (!estimate) return "";
      const isMore = verdict.kind === "helped";
      const size = isMore ? estimate : reversed(estimate);
      return `${say(money(size.value, tongue), isMore)}, ${span(size, tongue)}.`;
    }
    case "no-difference":
      return words.within(money(verdict.withinMinor, tongue));
    case "too-early":
    case "untold":
      return [
        reason({ verdict, estimate, untold }, tongue),
        ...outlook({ verdict, untold }, tongue),
      ].join(" ");
  }
};

type Unsaid = Pick<Told, "estimate" | "untold"> & { readonly verdict: Untold };

const reason = ({ verdict, estimate, untold }: Unsaid, tongue: Tongue): string => {
  const said = untold.reason[verdict.reason];
  return verdict.reason === "chance" && estimate ? `${said}: ${span(estimate, tongue)}.` : said;
};

/** Days where days are left, else people: one hope is enough. Where there is none, that is said. */
const outlook = (
  { verdict, untold }: Omit<Unsaid, "estimate">,
  { locale }: Tongue,
): readonly string[] => {
  const { daysToTell, customersToTell, isTooSmall } = verdict;
  if (daysToTell !== undefined) return [liftWords[locale].days(formatNumber(daysToTell, locale))];
  if (customersToTell !== undefined) return [untold.needed(formatNumber(customersToTell, locale))];
  return isTooSmall ? [untold.tooSmall] : [];
};

const span = ({ low, high }: Estimate, tongue: Tongue): string =>
  liftWords[tongue.locale].between(money(low, tongue), money(high, tongue));

const money = (minor: number, { locale, currency }: Tongue): string =>
  formatMoney(minor, currency, locale);

/** Whole percent: nobody believes the rest. */
const percent = (bps: number, locale: Locale): string =>
  formatRate(Math.round(bps / 100) * 100, locale);

const reversed = ({ value, low, high, ...rest }: Estimate): Estimate => ({
  ...rest,
  value: -value,
  low: -high,
  high: -low,
});
