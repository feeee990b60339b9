import { expect, test } from "vitest";
import { draftOfPlan } from "../../../renderer/stores/campaigns/campaignDraft.ts";
import { offerOf } from "../../../renderer/stores/campaigns/offerDraft.ts";
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
