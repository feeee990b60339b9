import type { CurrencyCode } from "../../money/currency.ts";
import { formatMoney, formatNumber, formatRate, type Locale } from "../../money/formatMoney.ts";
import type { ArmLift } from "./armLift.ts";
import type { CampaignPower } from "./campaignPower.ts";
import type { Estimate } from "./estimate.ts";
import { type LiftWords, liftWords } from "./liftWords.ts";
import type { OffersLift } from "./offersLift.ts";
import type { KindGain, SuggestionGain } from "./suggestionGain.ts";
import type { Untold, Verdict } from "./verdict.ts";

export type Tongue = { readonly locale: Locale; readonly currency: CurrencyCode };

/** A line to see from afar, and a sentence or two that say how much and how sure. */
export type LiftText = { readonly headline: string; readonly detail: string };

/** What a campaign brought, in the shopkeeper's words: "It helped", "Chưa đủ để nói". */
export const liftText = ({ verdict, total, basis }: ArmLift, tongue: Tongue): LiftText => {
  const estimate = basis === "margin" ? total.marginMinor : total.spendMinor;
  const words = liftWords[tongue.locale];
  return {
    headline: words.headline[verdict.kind],
    detail: detail({ verdict, estimate, say: sayTotal(words, basis) }, tongue),
  };
};

/** Which of two offers does better for each customer who gets it. */
export const offersText = (
  { between, better }: OffersLift,
  names: Readonly<Record<"first" | "second", string>>,
  tongue: Tongue,
): LiftText => {
  const words = liftWords[tongue.locale];
  const { perCustomer, basis, verdict } = between;
  const estimate = basis === "margin" ? perCustomer.marginMinor : perCustomer.spendMinor;
  if (better === undefined || estimate === undefined) {
    const { headline, detail } = liftText({ ...between, verdict: amongOffers(verdict) }, tongue);
    return { headline: verdict.kind === "no-difference" ? words.alike : headline, detail };
  }
  const [ahead, behind] =
    better === "first" ? (["first", "second"] as const) : (["second", "first"] as const);
  const gain = better === "first" ? estimate : reversed(estimate);
  const about = words.more(money(gain.value, tongue), basis);
  return {
    headline: words.better(names[ahead], names[behind]),
    detail: `${words.perCustomer(about)}, ${span(gain, tongue)}.`,
  };
};

/** Of two offers none is held out: too few got the second one. */
const amongOffers = (verdict: Verdict): Verdict =>
  "reason" in verdict && verdict.reason === "too-few-held-out"
    ? { ...verdict, reason: "too-few-issued" }
    : verdict;

/** What the suggestions bring at each lookup. */
export const suggestionGainText = (
  { perLookup, verdict }: SuggestionGain,
  tongue: Tongue,
): LiftText => {
  const words = liftWords[tongue.locale];
  const say = (about: string, isMore: boolean) => words.perLookup(about, isMore);
  const headline =
    verdict.kind === "helped" || verdict.kind === "cost"
      ? words.suggestions[verdict.kind]
      : words.headline[verdict.kind];
  return { headline, detail: detail({ verdict, estimate: perLookup.basketMinor, say }, tongue) };
};

/** How often a kind of suggestion is taken, beyond what is bought anyway where that is known. */
export const kindGainText = ({ acceptanceBps, gainBps }: KindGain, locale: Locale): string => {
  const words = liftWords[locale];
  if (!acceptanceBps) return words.headline["too-early"];
  const accepted = words.accepted(percent(acceptanceBps.value, locale));
  if (!gainBps || (gainBps.low <= 0 && gainBps.high >= 0)) return accepted;
  return `${accepted}, ${words.anyway(percent(Math.abs(gainBps.value), locale), gainBps.low > 0)}`;
};

/** Before a campaign is issued: what it will be able to tell when it is over. */
export const powerText = (
  power: CampaignPower | undefined,
  customers: number,
  { locale, currency }: Tongue,
): string => {
  const words = liftWords[locale];
  const people = formatNumber(customers, locale);
  if (!power) return words.powerless(people);
  return words.power({
    people,
    share: percent(power.shareBps, locale),
    total: formatMoney(power.totalMinor, currency, locale),
  });
};

type Told = {
  readonly verdict: Verdict;
  readonly estimate: Estimate | undefined;
  readonly say: (about: string, isMore: boolean) => string;
};

const detail = ({ verdict, estimate, say }: Told, tongue: Tongue): string => {
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
      return [reason(verdict, estimate, tongue), ...outlook(verdict, tongue)].join(" ");
  }
};

const sayTotal =
  (words: LiftWords, basis: ArmLift["basis"]): Told["say"] =>
  (about, isMore) =>
    isMore ? words.more(about, basis) : words.less(about, basis);

const reason = (untold: Untold, estimate: Estimate | undefined, tongue: Tongue): string => {
  const said = liftWords[tongue.locale].reason[untold.reason];
  return untold.reason === "chance" && estimate ? `${said}: ${span(estimate, tongue)}.` : said;
};

/** Days where days are left, else people: one hope is enough. */
const outlook = (
  { daysToTell, customersToTell }: Untold,
  { locale }: Tongue,
): readonly string[] => {
  const words = liftWords[locale];
  if (daysToTell !== undefined) return [words.days(formatNumber(daysToTell, locale))];
  return customersToTell === undefined
    ? []
    : [words.customers(formatNumber(customersToTell, locale))];
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
