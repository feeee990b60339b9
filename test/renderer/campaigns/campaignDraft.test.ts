import { expect, test } from "vitest";
import {
  budgetHold,
  type CampaignDraft,
  draftOfPlan,
  draftProblems,
  newDraft,
} from "../../../renderer/stores/campaigns/campaignDraft.ts";
import { newOffer, offerOf } from "../../../renderer/stores/campaigns/offerDraft.ts";
import {
  type ConditionKind,
  type ConditionRow,
  conditionOf,
  newRow,
} from "../../../renderer/stores/campaigns/segmentRows.ts";
import { formatsOf } from "../../../renderer/words/format.ts";
import { nowMs } from "../fake/now.ts";

const days = { fromDay: "2026-11-22", toDay: "2026-12-06" };
const plan = {
  ...{ name: "Nhớ bạn", segment: {}, holdoutBps: 1_000, maxUsesPerCustomer: 1, ...days },
  ...({ channel: "print", targeting: "everyone", trigger: "list" } as const),
  offer: { kind: "percent", rateBps: 1_250, maxDiscountMinor: 50_000 },
  otherOffer: { kind: "points", multiplierBps: 15_000 },
} as const;

test.each([
  ["vi", "12,5", "50.000", "1,5"],
  ["en", "12.5", "50,000", "1.5"],
] as const)("a campaign used again has its figures as they are typed in %s", (locale, ...typed) => {
  const format = formatsOf({
    ...{ locale, currency: "VND", timezone: "Asia/Ho_Chi_Minh" },
    nowMs: () => nowMs,
  });
  const { offer, otherOffer } = draftOfPlan(plan, days, format);
  expect([offer.rate, offer.cap, otherOffer?.multiplier]).toEqual(typed);
  expect(offerOf(offer, format.readMoney)).toEqual(plan.offer);
});

const vi = formatsOf({
  ...{ locale: "vi", currency: "VND", timezone: "Asia/Ho_Chi_Minh" },
  nowMs: () => nowMs,
});
const draft: CampaignDraft = { ...newDraft(days), rows: [], name: "Nhớ bạn" };
const problems = (part: Partial<CampaignDraft>) =>
  draftProblems({ ...draft, ...part }, vi.readMoney);

test.each<[string, Partial<CampaignDraft>]>([
  ["a ceiling, of a sum off", { offer: { ...newOffer, kind: "amount", amount: "5000", cap: "?" } }],
  ["how many uses, at the till", { trigger: "next-purchase", uses: "vài" }],
  ["how many people, at the till", { trigger: "next-purchase", most: "ít thôi" }],
])("what was typed where nobody is asked for it holds nothing back: %s", (_, part) => {
  expect(problems(part)).toEqual([]);
});

test.each<[string, Partial<CampaignDraft>, string]>([
  ["a ceiling of nothing", { offer: { ...newOffer, cap: "0" } }, "offer"],
  ["a budget of nothing", { budget: "0" }, "budget"],
  [
    "coupons good for longer than a year",
    { trigger: "next-purchase", validDays: "367" },
    "validDays",
  ],
  ["coupons good for no day", { trigger: "next-purchase", validDays: "0" }, "validDays"],
])("no campaign is made that no coupon could come of: %s", (_, part, wrong) => {
  expect(problems(part)).toEqual([wrong]);
});

test("a minimum of nothing is none", () => {
  expect(problems({ offer: { ...newOffer, minimum: "0" } })).toEqual([]);
});

test.each<[string, ConditionKind, Partial<ConditionRow>]>([
  ["days that are no figure", "boughtCategory", { chosen: ["Sữa"], days: "90 ngày" }],
  ["no days at all, of a purchase count", "purchaseCount", { min: "3", days: "0" }],
  ["more days than are kept", "purchaseCount", { min: "3", days: "20000" }],
  ["a birthday in more than a year", "birthdayWithinDays", { days: "400" }],
  ["points in more than a year", "pointsExpiring", { days: "400" }],
  ["points that are no figure", "pointsExpiring", { min: "nhiều" }],
  ["no points", "pointsExpiring", { min: "0" }],
  ["a cart of more than a year ago", "cartLeftOnline", { days: "367" }],
  ["more purchases than can be told", "purchaseCount", { min: "2000000" }],
])("a condition is not complete while it says what cannot be asked: %s", (_, kind, part) => {
  expect(conditionOf({ ...newRow(kind), ...part }, vi.readMoney)).toBeUndefined();
  expect(problems({ rows: [{ ...newRow(kind), ...part }] })).toEqual(["rows"]);
});

test("a condition without days is about all the time that is kept", () => {
  const row = { ...newRow("purchaseCount"), days: "" };
  expect(conditionOf(row, vi.readMoney)).toEqual({ kind: "purchaseCount", min: 3 });
});

test.each([
  ["list", { kind: "gift", giftSku: "MUG" }, "gifts"],
  ["next-purchase", { kind: "gift", giftSku: "MUG" }, "gifts"],
  ["list", { kind: "amount", amount: "20.000" }, "worst"],
  ["list", { kind: "percent", rate: "10" }, "expected"],
  ["next-purchase", { kind: "percent", rate: "10" }, "ceilings"],
  ["next-purchase", { kind: "points", multiplier: "2" }, "points"],
  ["list", { kind: "points", multiplier: "2" }, "expected"],
] as const)("a %s campaign of %j says how it keeps to its budget: %s", (trigger, offer, hold) => {
  const draft = {
    ...newDraft(days),
    trigger,
    offer: { ...newOffer, ...offer },
    budget: "1.000.000",
  };
  expect(budgetHold(draft, vi.readMoney)).toBe(hold);
  expect(budgetHold({ ...draft, budget: "" }, vi.readMoney)).toBeUndefined();
});
