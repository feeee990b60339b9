import { expect, test } from "vitest";
import {
  campaignWarnings,
  isPeriodValid,
  lastCouponDay,
} from "../../../shared/domain/campaign/campaign.ts";
import type { Offer } from "../../../shared/domain/coupon/offer.ts";

const kinds = (offer: Offer, { holdoutBps = 1_000, country = "VN" } = {}) =>
  campaignWarnings({ offer, holdoutBps }, country).map(({ kind }) => kind);

const capped = "PromotionAboveLegalCap";

test.each<[string, Offer, readonly string[]]>([
  ["half off", { kind: "percent", rateBps: 5_000 }, []],
  ["more than half off", { kind: "percent", rateBps: 5_001 }, [capped]],
  [
    "an amount from twice its worth",
    { kind: "amount", amountMinor: 30_000, minimumSpendMinor: 60_000 },
    [],
  ],
  [
    "an amount from less than twice its worth",
    { kind: "amount", amountMinor: 30_001, minimumSpendMinor: 60_000 },
    [capped],
  ],
  ["an amount off anything", { kind: "amount", amountMinor: 1_000 }, [capped]],
  ["double points", { kind: "points", multiplierBps: 20_000 }, []],
  ["a gift", { kind: "gift", sku: "PH-08" }, []],
])("in Vietnam %s is warned about: %j %j", (_case, offer, expected) => {
  expect(kinds(offer)).toEqual(expected);
  expect(kinds(offer, { country: "US" })).toEqual([]);
});

test("less than a tenth held out is warned about, and not forbidden", () => {
  const offer: Offer = { kind: "percent", rateBps: 1_000 };
  expect(campaignWarnings({ offer, holdoutBps: 999 }, "VN")).toEqual([
    { kind: "HoldoutBelowAdvised", advisedBps: 1_000 },
  ]);
});

test("two offers of a trial that say the same are warned about, in whatever order their terms were set", () => {
  const offer: Offer = { kind: "amount", amountMinor: 10_000, minimumSpendMinor: 50_000 };
  const same: Offer = { minimumSpendMinor: 50_000, kind: "amount", amountMinor: 10_000 };
  const other: Offer = { ...offer, amountMinor: 11_000 };
  const warned = (otherOffer: Offer) =>
    campaignWarnings({ offer, otherOffer, holdoutBps: 1_000 }, "VN").map(({ kind }) => kind);
  expect(warned(same)).toEqual(["OffersAlike"]);
  expect(warned(other)).toEqual([]);
});

test.each([
  { trigger: "list", validDays: null, last: "2026-11-30" },
  { trigger: "next-purchase", validDays: 3, last: "2026-12-03" },
  { trigger: "next-purchase", validDays: null, last: "2026-12-14" },
] as const)("coupons of a $trigger with $validDays days are good until $last", (campaign) => {
  expect(lastCouponDay({ ...campaign, toDay: "2026-11-30" })).toBe(campaign.last);
});

test("a campaign may last one day, and not less", () => {
  expect(isPeriodValid({ fromDay: "2026-11-01", toDay: "2026-11-01" })).toBe(true);
  expect(isPeriodValid({ fromDay: "2026-11-02", toDay: "2026-11-01" })).toBe(false);
});
