import { expect, test } from "vitest";
import {
  type CampaignDraft,
  draftOfPlan,
  draftProblems,
  newDraft,
} from "../../../renderer/stores/campaigns/campaignDraft.ts";
import { newOffer, offerOf } from "../../../renderer/stores/campaigns/offerDraft.ts";
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
