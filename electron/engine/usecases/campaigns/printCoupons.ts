import type { Input, Output } from "../../../../shared/contract/index.ts";
import { showPhone } from "../../../../shared/domain/identity/phone.ts";
import { type CouponSheet, couponPageCount, couponSheetParts } from "../../print/couponSheet.ts";
import { mailingCsv } from "../../print/mailingCsv.ts";
import { type PrintedCoupon, slipOffer } from "../../print/printedCoupon.ts";
import type { CampaignRow } from "../../repositories/campaigns.ts";
import { type Context, shopOf } from "../context.ts";
import { phoneCountry } from "../customers/people.ts";
import { goodsNames } from "../customers/showProfile.ts";
import { pause } from "../pause.ts";

type Listed = Output<"campaign.list">["coupons"][number];

export type CouponPrint = {
  readonly campaign: CampaignRow;
  readonly coupons: readonly Listed[];
  readonly locale: "vi" | "en";
  readonly input: Pick<Input<"campaign.list">, "format" | "layout">;
};

/** The list in its order as it goes to paper, or as a table for letters; only what can still be used. */
export const printCoupons = async (
  context: Context,
  { campaign, coupons, locale, input }: CouponPrint,
): Promise<{ readonly document?: string; readonly pages?: number }> => {
  if (input.format === "json") return {};
  const open = coupons.filter(({ state }) => state === "issued");
  const printed = open.map((coupon) => printedCoupon(context, campaign, coupon, locale));
  if (input.format === "csv") return { document: mailingCsv(printed, locale) };
  const layout = input.layout ?? "slips-3x8";
  const shop = printedShop(context);
  const sheet = { shop, locale, layout, campaignName: campaign.name, coupons: printed };
  return { document: await drawn(sheet), pages: couponPageCount(printed.length, layout) };
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

const printedCoupon = (
  context: Context,
  campaign: CampaignRow,
  coupon: Listed,
  locale: "vi" | "en",
): PrintedCoupon => {
  const offer = JSON.parse((coupon.arm === "b" && campaign.otherOffer) || campaign.offer);
  const { currency } = shopOf(context);
  return {
    code: coupon.code,
    customerName: coupon.customerName,
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
