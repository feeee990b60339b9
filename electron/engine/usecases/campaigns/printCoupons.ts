import type { Input, Output } from "../../../../shared/contract/index.ts";
import { addressNeeded } from "../../../../shared/domain/consent/address.ts";
import { type ConsentChannel, mayMarket } from "../../../../shared/domain/consent/consent.ts";
import { readCouponCode } from "../../../../shared/domain/coupon/couponCode.ts";
import { showPhone } from "../../../../shared/domain/identity/phone.ts";
import { defined } from "../../../../shared/kernel/assert.ts";
import { isLetterCut } from "../../print/couponLetter.ts";
import { type CouponSheet, couponPageCount, couponSheetParts } from "../../print/couponSheet.ts";
import { csvTable, plainDigits } from "../../print/csvTable.ts";
import { type MailedCoupon, mailedBy, mailingTable } from "../../print/mailingTable.ts";
import { type PrintedCoupon, slipOffer } from "../../print/printedCoupon.ts";
import { printWords } from "../../print/words.ts";
import type { CampaignRow } from "../../repositories/campaigns.ts";
import { findCoupon } from "../../repositories/coupons.ts";
import { listConsents } from "../../repositories/customers.ts";
import { type Context, shopDay, shopOf } from "../context.ts";
import { openIdentities, phoneCountry } from "../customers/people.ts";
import { goodsNames } from "../customers/showProfile.ts";
import { pause } from "../pause.ts";

type Listed = Output<"campaign.list">["coupons"][number];

export type CouponPrint = {
  readonly campaign: CampaignRow;
  readonly coupons: readonly Listed[];
  readonly input: Pick<Input<"campaign.list">, "format" | "layout" | "codes" | "part">;
};

/**
 * The list in its order as it goes to paper, or as a table for letters; only what can still be used, by
 * people who agree to it now: who has withdrawn since it was issued is on no paper.
 * What customers read is in the shop's language, whatever the one on the screen is.
 */
export const printCoupons = async (
  context: Context,
  { campaign, coupons, input }: CouponPrint,
): Promise<Printed> => {
  const { locale } = shopOf(context);
  const channels = input.format === "html" ? handedBy : [...handedBy, ...mailedBy];
  const open = await agreeing(context, chosen(coupons, input.codes), channels);
  if (input.format === "json") return { document: JSON.stringify(open) };
  if (input.format !== "html") return mailed(context, { campaign, coupons: open, input });
  const { taken, ...parts } = partOf(open, input.part);
  const printed = await printedCoupons(context, campaign, taken);
  const layout = input.layout ?? "slips-3x8";
  const shop = printedShop(context);
  const letter = campaign.letterTemplate ?? printWords[locale].letter.text;
  const sheet = { shop, locale, layout, letter, campaignName: campaign.name, coupons: printed };
  return {
    document: await drawn(sheet),
    pages: couponPageCount(printed.length, layout),
    ...parts,
    ...(layout === "letter" ? letterOf(sheet) : {}),
  };
};

/** A hundred sheets of the smallest slips: of four hundred no PDF is made any more. */
const COUPONS_A_PART = 2_400;

const partOf = (
  open: readonly Listed[],
  part: number | undefined,
): { readonly taken: readonly Listed[]; readonly parts?: number } => {
  if (part === undefined) return { taken: open };
  const parts = Math.max(1, Math.ceil(open.length / COUPONS_A_PART));
  const from = (Math.min(part, parts) - 1) * COUPONS_A_PART;
  return { taken: open.slice(from, from + COUPONS_A_PART), parts };
};

const letterOf = (sheet: CouponSheet): Pick<Printed, "letter" | "isLetterCut"> => ({
  letter: sheet.letter,
  ...(sheet.coupons.some((coupon) => isLetterCut(coupon, sheet)) && { isLetterCut: true }),
});

const chosen = (
  coupons: readonly Listed[],
  codes: readonly string[] | undefined,
): readonly Listed[] => {
  if (!codes) return coupons;
  const wanted = new Set(codes.map(codeOf));
  return coupons.filter(({ code }) => wanted.has(code));
};

/** As it is stored, however it is typed from a slip; what is no code is nobody's. */
const codeOf = (text: string): string => {
  const code = readCouponCode(text);
  return code.ok ? code.value : text;
};

const handedBy = ["print", "counter"] as const;

/** Those that are open, of people who agree to any of `channels`; the till has its turn in between. */
const agreeing = async (
  context: Context,
  coupons: readonly Listed[],
  channels: readonly ConsentChannel[],
): Promise<readonly Listed[]> => {
  const kept: Listed[] = [];
  for (const [at, coupon] of coupons.entries()) {
    if (at % PEOPLE_A_STEP === PEOPLE_A_STEP - 1) await pause();
    if (coupon.state !== "issued") continue;
    const consents = listConsents(context.db, coupon.customerId);
    if (channels.some((channel) => mayMarket(consents, channel))) kept.push(coupon);
  }
  return kept;
};

type Printed = {
  readonly document?: string;
  readonly base64?: string;
  readonly pages?: number;
  readonly parts?: number;
  readonly letter?: string;
  readonly isLetterCut?: boolean;
};

const PEOPLE_A_STEP = 100;

/** Opening a person's numbers takes a tenth of a millisecond: the till has its turn in between. */
const mailed = async (
  context: Context,
  { campaign, coupons, input }: CouponPrint,
): Promise<Printed> => {
  const { locale } = shopOf(context);
  const list: MailedCoupon[] = [];
  for (const coupon of coupons) {
    list.push({
      ...printedCoupon(context, campaign, coupon),
      contacts: agreedContacts(context, coupon.customerId, input.format),
    });
    if (list.length % PEOPLE_A_STEP === 0) await pause();
  }
  const table = mailingTable(list, locale);
  return input.format === "xlsx"
    ? { base64: await context.worker.writeXlsx(table) }
    : { document: csvTable(table) };
};

const agreedContacts = (
  context: Context,
  customerId: string,
  format: CouponPrint["input"]["format"],
): MailedCoupon["contacts"] => {
  const consents = listConsents(context.db, customerId);
  const identities = openIdentities(context, customerId);
  return Object.fromEntries(
    mailedBy
      .filter((channel) => mayMarket(consents, channel))
      .map((channel) => {
        const wanted = addressNeeded(channel);
        const value = identities.find(({ kind }) => kind === wanted)?.value ?? "";
        return [channel, format === "csv" ? plainDigits(value) : value];
      }),
  );
};

const PARTS_A_STEP = 8;

/** Each coupon's symbols take a millisecond: the till has its turn in between. */
const drawn = async (sheet: CouponSheet): Promise<string> => {
  const parts: string[] = [];
  for (const part of couponSheetParts(sheet)) {
    parts.push(part);
    if (parts.length % PARTS_A_STEP === 0) await pause();
  }
  return parts.join("");
};

/** Each coupon's own offer is read and put into words: the till has its turn in between. */
const printedCoupons = async (
  context: Context,
  campaign: CampaignRow,
  coupons: readonly Listed[],
): Promise<readonly PrintedCoupon[]> => {
  const printed: PrintedCoupon[] = [];
  for (const coupon of coupons) {
    printed.push(printedCoupon(context, campaign, coupon));
    if (printed.length % PEOPLE_A_STEP === 0) await pause();
  }
  return printed;
};

const printedCoupon = (context: Context, campaign: CampaignRow, coupon: Listed): PrintedCoupon => {
  const { offer: text } = defined(findCoupon(context.db, coupon.code), "the listed coupon");
  const offer = JSON.parse(text);
  const { currency, locale } = shopOf(context);
  const givenDay = shopDay(context, campaign.issuedAtMs ?? context.clock.nowMs());
  return {
    code: coupon.code,
    customerName: coupon.customerName,
    firstDay: coupon.fromDay,
    ...(coupon.fromDay > givenDay ? { fromDay: coupon.fromDay } : {}),
    untilDay: coupon.untilDay,
    ...slipOffer(offer, { currency, locale, ...goodsNames(context, offer) }),
  };
};

/** The shop as it signs what it prints. */
export const printedShop = (context: Context) => {
  const { name, phone, address } = shopOf(context);
  const shown = phone?.startsWith("+") ? showPhone(phone, phoneCountry(context)) : phone;
  return {
    name,
    ...(shown ? { phone: shown } : {}),
    ...(address ? { address } : {}),
  };
};
