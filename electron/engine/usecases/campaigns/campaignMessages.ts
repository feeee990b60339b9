import type { Input, Output } from "../../../../shared/contract/index.ts";
import { addressNeeded } from "../../../../shared/domain/consent/address.ts";
import { mayMarket } from "../../../../shared/domain/consent/consent.ts";
import { showCouponCode } from "../../../../shared/domain/coupon/couponCode.ts";
import { givenName } from "../../../../shared/domain/customer/customerName.ts";
import { messageLength } from "../../../../shared/domain/message/messageLength.ts";
import { messageText, unknownPlaceholders } from "../../../../shared/domain/message/messageText.ts";
import { withoutMarks } from "../../../../shared/domain/message/withoutMarks.ts";
import { err, ok } from "../../../../shared/kernel/result.ts";
import type { Locale } from "../../../../shared/money/formatMoney.ts";
import { sumMinor } from "../../../../shared/money/money.ts";
import { printedDay } from "../../print/printedDay.ts";
import { printWords } from "../../print/words.ts";
import { findCampaign } from "../../repositories/campaigns.ts";
import { listConsents } from "../../repositories/customers.ts";
import { type Context, record, shopOf, today, type UseCase } from "../context.ts";
import { openIdentities } from "../customers/people.ts";
import { pause } from "../pause.ts";
import { listCoupons } from "./listCoupons.ts";
import { messageTable } from "./messageTable.ts";
import { printedShop } from "./printCoupons.ts";

type MessagesInput = Input<"campaign.messages">;
type Coupon = Output<"campaign.list">["coupons"][number];

/** One person's message, ready to go out. */
export type Message = {
  readonly coupon: Coupon;
  readonly to: string;
  readonly text: string;
};

const PEOPLE_A_STEP = 100;
const MOST_ANSWERED = 500;

/**
 * A campaign's open coupons as messages: one a person, in the order of the list. Only who agreed to
 * marketing by this channel gets one; nothing is sent from here.
 */
export const campaignMessages: UseCase<"campaign.messages"> = async (context, input) => {
  const { campaignId, channel, format } = input;
  const locale = input.locale ?? shopOf(context).locale;
  const listed = await listCoupons(context, { campaignId, format: "json", sort: "name", locale });
  if (!listed.ok) return listed;
  const template = input.template ?? keptTemplate(context, campaignId, locale);
  const ask = { ...input, template, locale };
  const { messages, skipped } = await written(context, ask, listed.value.coupons);
  const lengths = messages.map(({ text }) => messageLength(text, channel));
  return ok({
    template,
    messages: messages.slice(0, MOST_ANSWERED).map(({ coupon, to, text }) => ({
      customerId: coupon.customerId,
      customerName: coupon.customerName,
      to,
      text,
      ...messageLength(text, channel),
    })),
    count: messages.length,
    ...summary(lengths),
    ...(channel === "sms" && lengths.some(({ encoding }) => encoding === "ucs2")
      ? { unmarked: summary(messages.map(({ text }) => messageLength(withoutMarks(text), "sms"))) }
      : {}),
    skipped: [...skipped].map(([why, count]) => ({ why, count })),
    unknownPlaceholders: [...unknownPlaceholders(template)],
    ...(format === "json"
      ? {}
      : await messageTable(context, { messages, locale, channel, format })),
  });
};

/** As it was last kept, or the first words of a shop that speaks `locale`. */
const keptTemplate = (context: Context, campaignId: string, locale: Locale): string => {
  const { first, firstLater } = printWords[locale].messages;
  const { messageTemplate, fromDay = "" } = findCampaign(context.db, campaignId) ?? {};
  return messageTemplate ?? (fromDay > today(context) ? firstLater : first);
};

export const keepWords: UseCase<"campaign.keepWords"> = (context, input) => {
  const { campaignId, message, letter } = input;
  if (!findCampaign(context.db, campaignId)) return err({ kind: "CampaignUnknown" });
  record(context, { kind: "campaign.words-kept", campaignId, message, letter });
  return ok({});
};

type Length = { readonly characters: number; readonly parts: number };

const summary = (lengths: readonly Length[]) => ({
  partsInAll: sumMinor(lengths.map(({ parts }) => parts)),
  longest: {
    characters: lengths.reduce((most, { characters }) => Math.max(most, characters), 0),
    parts: lengths.reduce((most, { parts }) => Math.max(most, parts), 0),
  },
});

/** What was asked for, with the words and the language it comes to. */
type Written = MessagesInput & { readonly template: string; readonly locale: Locale };

type Told = {
  readonly messages: readonly Message[];
  readonly skipped: ReadonlyMap<string, number>;
};

/** Opening a person's fields takes a tenth of a millisecond: the till has its turn in between. */
const written = async (
  context: Context,
  input: Written,
  coupons: readonly Coupon[],
): Promise<Told> => {
  const messages: Message[] = [];
  const whyById = new Map<string, string>();
  const told = new Set<string>();
  let seen = 0;
  for (const coupon of coupons) {
    seen += 1;
    if (seen % PEOPLE_A_STEP === 0) await pause();
    const { customerId } = coupon;
    if (told.has(customerId)) continue;
    const address = addressOf(context, coupon, input.channel);
    if ("why" in address) {
      // Of several coupons some may be used: that is why only where all are.
      if (address.why !== "CouponNotOpen" || !whyById.has(customerId)) {
        whyById.set(customerId, address.why);
      }
      continue;
    }
    whyById.delete(customerId);
    told.add(customerId);
    messages.push({ coupon, to: address.to, text: textFor(context, coupon, input) });
  }
  return { messages, skipped: countEach(whyById.values()) };
};

const countEach = (reasons: Iterable<string>): ReadonlyMap<string, number> => {
  const counts = new Map<string, number>();
  for (const why of reasons) counts.set(why, (counts.get(why) ?? 0) + 1);
  return counts;
};

const addressOf = (
  context: Context,
  { customerId, state }: Coupon,
  channel: MessagesInput["channel"],
): { readonly to: string } | { readonly why: string } => {
  if (state !== "issued") return { why: "CouponNotOpen" };
  if (!mayMarket(listConsents(context.db, customerId), channel)) {
    return { why: "NoMarketingConsent" };
  }
  const wanted = addressNeeded(channel);
  const found = openIdentities(context, customerId).find(({ kind }) => kind === wanted);
  return found ? { to: found.value } : { why: wanted === "email" ? "NoEmail" : "NoPhone" };
};

const textFor = (context: Context, coupon: Coupon, input: Written): string => {
  const shop = printedShop(context);
  const text = messageText(input.template, {
    name: coupon.customerName,
    givenName: givenName(coupon.customerName),
    offer: coupon.discountText,
    code: showCouponCode(coupon.code),
    from: printedDay(coupon.fromDay, input.locale),
    until: printedDay(coupon.untilDay, input.locale),
    shop: shop.name,
    phone: shop.phone ?? "",
  });
  return input.withoutMarks ? withoutMarks(text) : text;
};
