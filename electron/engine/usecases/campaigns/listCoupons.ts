import type { Output } from "../../../../shared/contract/index.ts";
import { couponRefusal, couponStateOn } from "../../../../shared/domain/coupon/coupon.ts";
import { readCouponCode } from "../../../../shared/domain/coupon/couponCode.ts";
import { byGivenName } from "../../../../shared/domain/customer/customerName.ts";
import { err, ok } from "../../../../shared/kernel/result.ts";
import { sortInSteps } from "../../../../shared/kernel/sortInSteps.ts";
import type { Steps } from "../../../../shared/kernel/steps.ts";
import { findCampaign } from "../../repositories/campaigns.ts";
import { type CouponRow, findCoupon, listCampaignCoupons } from "../../repositories/coupons.ts";
import { type Context, localeOf, today, type UseCase } from "../context.ts";
import { openName } from "../customers/people.ts";
import { couponOfferText } from "../customers/showProfile.ts";
import { inTurns, pause } from "../pause.ts";
import { printCoupons } from "./printCoupons.ts";

type Listed = Output<"campaign.list">["coupons"][number];

const NAMES_A_STEP = 200;

/** The list for handing out, by given name unless it is asked for otherwise. */
export const listCoupons: UseCase<"campaign.list"> = async (context, input) => {
  const campaign = findCampaign(context.db, input.campaignId);
  if (!campaign) return err({ kind: "CampaignUnknown" });
  if (campaign.issuedAtMs === null) return err({ kind: "CampaignNotIssued" });
  const locale = input.locale ?? localeOf(context);
  const rows = listCampaignCoupons(context.db, campaign.campaignId);
  const listed: Listed[] = [];
  for (const row of rows) {
    listed.push(listedCoupon(context, row, locale));
    if (listed.length % NAMES_A_STEP === 0) await pause();
  }
  const coupons = await inTurns(sorted(listed, rows, input.sort));
  const printed = await printCoupons(context, { campaign, coupons, input });
  return ok({ ...printed, coupons });
};

const listedCoupon = (context: Context, row: CouponRow, locale: "vi" | "en"): Listed => {
  const state = couponStateOn(couponOf(row), today(context));
  return {
    code: row.code,
    customerId: row.customerId,
    customerName: openName(context, row.customerId),
    fromDay: row.fromDay,
    untilDay: row.toDay,
    discountText: couponOfferText(context, row, locale),
    state,
    ...(row.offerArm === null ? {} : { arm: row.offerArm }),
    ...(state === "issued" && row.isUnsure === 1 ? { maybeUsed: true } : {}),
  };
};

/** The codes come sorted from the file; the coupons of one person stay together. */
function* sorted(
  coupons: readonly Listed[],
  rows: readonly { readonly customerId: string; readonly lastAtMs: number | null }[],
  by: "name" | "code" | "last-visit",
): Steps<Listed[]> {
  switch (by) {
    case "code":
      return [...coupons];
    case "name": {
      const together = yield* sortInSteps(coupons, (left, right) =>
        left.customerId < right.customerId ? -1 : Number(left.customerId > right.customerId),
      );
      return [...(yield* byGivenName(together, ({ customerName }) => customerName))];
    }
    case "last-visit": {
      const lastByCustomer = new Map(rows.map((row) => [row.customerId, row.lastAtMs ?? 0]));
      const last = ({ customerId }: Listed) => lastByCustomer.get(customerId) ?? 0;
      return [...(yield* sortInSteps(coupons, (left, right) => last(right) - last(left)))];
    }
  }
}

export const findCouponByCode: UseCase<"coupon.find"> = (context, { code: text }) => {
  const code = readCouponCode(text);
  if (!code.ok) return err({ kind: "CodeMistyped" });
  const row = findCoupon(context.db, code.value);
  if (!row) return err({ kind: "CouponUnknown" });
  const businessDay = today(context);
  const coupon = couponOf(row);
  const state = couponStateOn(coupon, businessDay);
  const why = couponRefusal(coupon, { customerId: row.customerId, businessDay });
  return ok({
    code: row.code,
    campaignId: row.campaignId,
    customerId: row.customerId,
    customerName: openName(context, row.customerId),
    title: row.name,
    discountText: couponOfferText(context, row),
    untilDay: row.toDay,
    state: why?.kind === "CouponNotYet" ? "not-yet" : state,
    ...(why && { why }),
    ...(state === "issued" && row.isUnsure === 1 ? { maybeUsed: true } : {}),
  });
};

/** The stored coupon as the rules know it: each code is good for one use. */
export const couponOf = (row: CouponRow) => ({
  code: row.code,
  state: stateOf(row),
  fromDay: row.fromDay,
  toDay: row.toDay,
  customerId: row.customerId,
  usesLeft: row.usedAtMs === null ? 1 : 0,
  ...(row.usedAtMs === null ? {} : { usedAtMs: row.usedAtMs }),
});

const stateOf = ({ usedAtMs, stoppedAtMs }: CouponRow) => {
  if (usedAtMs !== null) return "redeemed" as const;
  return stoppedAtMs === null ? ("issued" as const) : ("void" as const);
};
