import type { Input, Output, Refusal } from "../../../../shared/contract/index.ts";
import { currentConsents } from "../../../../shared/domain/consent/consent.ts";
import { endsInDays } from "../../../../shared/domain/coupon/coupon.ts";
import { giftName, offerText } from "../../../../shared/domain/coupon/offerText.ts";
import { nextTierOf, tierOf } from "../../../../shared/domain/loyalty/tier.ts";
import { addDays, startOfDayMs } from "../../../../shared/kernel/day.ts";
import { err, ok, type Result } from "../../../../shared/kernel/result.ts";
import { proportionTowardZero, subtractMinor, sumMinor } from "../../../../shared/money/money.ts";
import { inSnapshot } from "../../db/stores.ts";
import { type CouponRow, listOpenCoupons } from "../../repositories/coupons.ts";
import {
  type ConsentRow,
  customerTotals,
  findCustomer,
  listConsents,
} from "../../repositories/customers.ts";
import { type CustomerYear, customerYear } from "../../repositories/customerYears.ts";
import { listOrdersOf } from "../../repositories/orders.ts";
import { openLots, spendablePoints } from "../../repositories/points.ts";
import { findProduct } from "../../repositories/products.ts";
import { type Context, localeOf, shopOf, today, type UseCase } from "../context.ts";
import { suggestForBasket } from "../sales/suggestFor.ts";
import { couponReason } from "./couponReason.ts";
import { customerAlerts } from "./customerAlerts.ts";
import { customerTimeline, VISITS_SHOWN } from "./customerTimeline.ts";
import { openIdentities, openPerson } from "./people.ts";
import { rhythmDays } from "./rhythm.ts";
import { yearFromMs } from "./yearSpent.ts";

type Profile = Output<"customer.profile">;

/** Who this is, at one glance: what they are worth, what to offer, which coupons are theirs. */
export const showProfile: UseCase<"customer.profile"> = (context, input) =>
  inSnapshot(context.stores, () => profileOf(context, input));

const profileOf = (
  context: Context,
  input: Input<"customer.profile">,
): Result<Profile, Refusal<"customer.profile">> => {
  const { customerId, basket, lookupId } = input;
  const row = findCustomer(context.db, customerId);
  if (!row) return err({ kind: "CustomerUnknown" });
  const { name, birthday, note, tags, preferences, refusedSkus } = openPerson(context, customerId);
  const skus = (basket ?? []).map(({ sku }) => sku);
  const consents = listConsents(context.db, customerId);
  const year = customerYear(context.db, customerId, yearFromMs(context));
  const orders = listOrdersOf(context.db, customerId, VISITS_SHOWN);
  return ok({
    customer: {
      customerId,
      name,
      identities: openIdentities(context, customerId).map((identity) => ({ ...identity })),
      tags: [...tags],
      createdAtMs: row.createdAtMs,
      ...(birthday === undefined ? {} : { birthday }),
      ...(note === undefined ? {} : { note }),
    },
    consents: consentsNow(consents),
    preferences: { ...preferences, refusedSkus },
    refusedGoods: refusedSkus.map((sku) => ({
      sku,
      name: findProduct(context.db, sku)?.name ?? sku,
    })),
    totals: totals(context, customerId, year),
    loyalty: loyalty(context, customerId, year),
    timeline: [...customerTimeline(context, customerId, orders)],
    ...suggestForBasket(context, { person: { customerId, consents, refusedSkus }, skus, lookupId }),
    coupons: coupons(context, customerId, consents),
    alerts: [...customerAlerts(context, { customerId, birthday, orders })],
  });
};

const consentsNow = (ledger: readonly ConsentRow[]): Profile["consents"] =>
  currentConsents(ledger).map(({ purpose, channel, state, atMs, source }) => ({
    purpose,
    channel,
    state,
    atMs,
    source: source ?? "",
  }));

const totals = (context: Context, customerId: string, year: CustomerYear): Profile["totals"] => {
  const row = customerTotals(context.db, customerId);
  const storeCount = row?.storeCount ?? 0;
  const onlineCount = row?.onlineCount ?? 0;
  const purchaseCount = sumMinor([storeCount, onlineCount]);
  const spentMinor = sumMinor([row?.storeSpentMinor ?? 0, row?.onlineSpentMinor ?? 0]);
  const firsts = [row?.firstStoreAtMs, row?.firstOnlineAtMs].filter((at) => at != null);
  const lasts = [row?.lastStoreAtMs, row?.lastOnlineAtMs].filter((at) => at != null);
  const rhythm = rhythmDays(context, customerId);
  return {
    spentMinor,
    purchaseCount,
    storeCount,
    onlineCount,
    averageMinor:
      purchaseCount === 0 ? 0 : proportionTowardZero(spentMinor, { part: 1, of: purchaseCount }),
    ...(firsts.length > 0 ? { firstAtMs: Math.min(...firsts) } : {}),
    ...(lasts.length > 0 ? { lastAtMs: Math.max(...lasts) } : {}),
    yearSpentMinor: sumMinor([year.storeMinor, year.onlineMinor]),
    yearCount: sumMinor([year.storeCount, year.onlineCount]),
    ...(rhythm === undefined ? {} : { rhythmDays: rhythm }),
  };
};

/** How soon points are named as ending. */
const EXPIRING_DAYS = 60;

const loyalty = (context: Context, customerId: string, year: CustomerYear): Profile["loyalty"] => {
  const { loyalty: rules } = shopOf(context);
  const locale = localeOf(context);
  const day = today(context);
  const spentMinor = sumMinor([year.storeMinor, year.onlineMinor]);
  const tier = tierOf(spentMinor, rules)?.name[locale];
  const next = nextTierOf(spentMinor, rules);
  return {
    balance: spendablePoints(context.db, customerId, day),
    ...(tier === undefined ? {} : { tier }),
    ...(next
      ? { nextTier: { name: next.tier.name[locale], missingMinor: next.missingMinor } }
      : {}),
    expiring: expiring(context, customerId, day),
    pointValueMinor: rules.pointValueMinor,
  };
};

const expiring = (context: Context, customerId: string, day: string) => {
  const until = addDays(day, EXPIRING_DAYS);
  const pointsByDay = new Map<string, number>();
  for (const { remaining, expiresDay } of openLots(context.db, customerId)) {
    if (expiresDay === null || expiresDay < day || expiresDay > until) continue;
    pointsByDay.set(expiresDay, sumMinor([pointsByDay.get(expiresDay) ?? 0, remaining]));
  }
  return [...pointsByDay].sort().map(([atDay, points]) => ({ points, atDay }));
};

const coupons = (
  context: Context,
  customerId: string,
  consents: readonly ConsentRow[],
): Profile["coupons"] => {
  const day = today(context);
  return listOpenCoupons(context.db, customerId, day).map((coupon) => ({
    ...couponOutput(context, coupon),
    reason: couponReason(context, coupon, consents),
  }));
};

const couponOutput = (
  context: Context,
  coupon: CouponRow,
): Omit<Profile["coupons"][number], "reason"> => {
  const { timezone } = shopOf(context);
  const offer = JSON.parse(coupon.offer);
  const text = couponOfferText(context, coupon);
  const daysLeft = endsInDays(coupon.toDay, today(context));
  return {
    code: coupon.code,
    campaignId: coupon.campaignId,
    title: coupon.name,
    discountText: text,
    expiresAtMs: subtractMinor(startOfDayMs(addDays(coupon.toDay, 1), timezone), 1),
    untilDay: coupon.toDay,
    ...(daysLeft === undefined ? {} : { endsInDays: daysLeft }),
    ...(coupon.isUnsure === 1 ? { maybeUsed: true } : {}),
    ...(offer.minimumSpendMinor === undefined
      ? {}
      : { minimumSpendMinor: offer.minimumSpendMinor }),
    offer,
  };
};

/** The coupon's promise in words, with the name of the product it is about. */
export const couponOfferText = (
  context: Context,
  coupon: { readonly offer: string },
  locale = localeOf(context),
): string => {
  const offer = JSON.parse(coupon.offer);
  const { currency } = shopOf(context);
  return offerText(offer, { currency, locale, ...goodsNames(context, offer) });
};

/** What the goods that an offer speaks of are called. */
export const goodsNames = (
  context: Context,
  offer: { readonly sku?: string; readonly scope?: { readonly skus?: readonly string[] } },
): { readonly productName?: string; readonly scopeName?: string } => {
  const productOf = (sku: string | undefined) =>
    sku === undefined ? undefined : findProduct(context.db, sku);
  const scopeName = productOf(offer.scope?.skus?.[0])?.name;
  const gift = productOf(offer.sku);
  const productName = offer.sku === undefined ? scopeName : gift && giftName(gift);
  return {
    ...(productName === undefined ? {} : { productName }),
    ...(scopeName === undefined ? {} : { scopeName }),
  };
};
