import type { CurrencyCode } from "../../money/currency.ts";
import { formatMoney, formatNumber, type Locale } from "../../money/formatMoney.ts";
import type { Tier } from "../loyalty/loyaltyRules.ts";
import { noTier } from "../loyalty/tier.ts";
import type { Condition, CountRange, Segment, Within } from "./segment.ts";
import { type RangeText, type SegmentWords, segmentWords } from "./segmentWords.ts";

/**
 * A segment as one sentence for its owner: "Last purchase 30 to 90 days ago, and at least 3
 * purchases in the last 365 days". Amounts are in `currency`.
 */
export const segmentText = (
  segment: Segment,
  { locale, currency, tiers, productName = () => undefined }: SegmentTextOptions,
): string => {
  const writer = {
    words: segmentWords[locale],
    ...{ locale, currency, productName },
    tiers: tiers ?? [],
  };
  const all = (segment.all ?? []).map((condition) => conditionText(condition, writer));
  const any = (segment.any ?? []).map((condition) => conditionText(condition, writer));
  const either = any.length > 1 ? [writer.words.oneOf(any)] : any;
  const sentence = writer.words.allOf([...all, ...either]);
  return capitalised(sentence === "" ? writer.words.everyone : sentence);
};

export type SegmentTextOptions = {
  readonly locale: Locale;
  readonly currency: CurrencyCode;
  /** The shop's tiers, whose names are said. */
  readonly tiers?: readonly Tier[];
  /** What a product is called; its SKU is said where this knows no name. */
  readonly productName?: (sku: string) => string | undefined;
};

type Writer = Required<SegmentTextOptions> & { readonly words: SegmentWords };

const conditionText = (condition: Condition, writer: Writer): string => {
  const { words, locale } = writer;
  switch (condition.kind) {
    case "recencyDays":
      return words.lastPurchase(rangeText(condition, String));
    case "purchaseCount":
      return words.purchases(countText(condition, writer), condition) + within(condition, words);
    case "spentMinor":
      return words.spent(moneyText(condition, writer)) + within(condition, words);
    case "boughtSku":
    case "notBoughtSku": {
      const names = condition.any.map((sku) => writer.productName(sku) ?? sku);
      return words[condition.kind](either(names, locale)) + within(condition, words);
    }
    case "boughtCategory":
    case "notBoughtCategory":
      return words[condition.kind](either(condition.any, locale)) + within(condition, words);
    case "channel":
      return words.buysAt[condition.channel];
    case "pointsBalance":
      return words.points(countText(condition, writer), condition);
    case "pointsExpiring":
      return words.pointsExpiring(formatNumber(condition.min ?? 1, locale), condition.withinDays);
    case "tier":
      if (condition.any.every(isNoTier)) return words.noTier;
      return words.tier(
        either(
          condition.any.map((id) => tierName(id, writer)),
          locale,
        ),
      );
    case "birthdayWithinDays":
      return words.birthday(condition.days, condition.calendar ?? "solar");
    case "lapsedAgainstOwnRhythm":
      return words.lapsed(formatNumber(condition.times, locale));
    case "consent":
      return words.consent[condition.purpose](words.channel[condition.channel]);
    case "cartLeftOnline":
      return words.cartLeft(condition.withinDays);
  }
};

const isNoTier = (tierId: string): boolean => tierId === "" || tierId === noTier;

const tierName = (tierId: string, { words, tiers, locale }: Writer): string =>
  isNoTier(tierId)
    ? words.noTier
    : (tiers.find((tier) => tier.tierId === tierId)?.name[locale] ?? tierId);

const rangeText = ({ min, max }: CountRange, write: (end: number) => string): RangeText => ({
  min: min === undefined ? undefined : write(min),
  max: max === undefined ? undefined : write(max),
});

const countText = (range: CountRange, { words, locale }: Writer): string =>
  words.range(rangeText(range, (count) => formatNumber(count, locale)));

const moneyText = (range: CountRange, { words, locale, currency }: Writer): string =>
  words.range(rangeText(range, (minor) => formatMoney(minor, currency, locale)));

const within = ({ withinDays }: Within, words: SegmentWords): string =>
  withinDays === undefined ? "" : ` ${words.withinDays(withinDays)}`;

const either = (names: readonly string[], locale: Locale): string =>
  new Intl.ListFormat(locale, { type: "disjunction" }).format(names);

const capitalised = (sentence: string): string =>
  sentence.slice(0, 1).toUpperCase() + sentence.slice(1);
