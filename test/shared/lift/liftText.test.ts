import { expect, test } from "vitest";
import type { ArmLift } from "../../../shared/domain/lift/armLift.ts";
import type { Estimate } from "../../../shared/domain/lift/estimate.ts";
import {
  kindGainText,
  liftText,
  powerText,
  suggestionGainText,
} from "../../../shared/domain/lift/liftText.ts";
import type { Verdict } from "../../../shared/domain/lift/verdict.ts";

const vi = { locale: "vi", currency: "VND" } as const;
const en = { locale: "en", currency: "VND" } as const;

const estimate = (value: number, low: number, high: number): Estimate => ({
  ...{ value, low, high, confidenceBps: 9_500, rule: "final" },
});

const lift = (verdict: Verdict, found: Estimate, basis: ArmLift["basis"] = "margin"): ArmLift => {
  const money = { spendMinor: found, marginMinor: basis === "margin" ? found : undefined };
  return {
    perCustomer: { ...money, visitsMilli: undefined, buyRateBps: undefined },
    total: { ...money, visits: undefined, buyers: undefined },
    basis,
    verdict,
  };
};

const up = estimate(1_250_000, 300_000, 2_200_000);
const down = estimate(-600_000, -900_000, -100_000);
const open = estimate(200_000, -400_000, 800_000);

test.each<[lift: ArmLift, vi: string, en: string]>([
  [
    lift({ kind: "helped" }, up),
    "Đợt này có ích. Lời thêm khoảng 1.250.000 đ, trong khoảng từ 300.000 đ đến 2.200.000 đ.",
    "It helped. About 1,250,000 đ more in profit, somewhere from 300,000 đ to 2,200,000 đ.",
  ],
  [
    lift({ kind: "helped" }, up, "spend"),
    "Đợt này có ích. Bán thêm khoảng 1.250.000 đ, trong khoảng từ 300.000 đ đến 2.200.000 đ.",
    "It helped. About 1,250,000 đ more in sales, somewhere from 300,000 đ to 2,200,000 đ.",
  ],
  [
    lift({ kind: "cost" }, down),
    "Đợt này tốn hơn được. Lời ít đi khoảng 600.000 đ, trong khoảng từ 100.000 đ đến 900.000 đ.",
    "It cost more than it brought. About 600,000 đ less in profit, somewhere from 100,000 đ to 900,000 đ.",
  ],
  [
    lift({ kind: "no-difference", withinMinor: 50_000 }, open),
    "Không khác đáng kể. Thêm hay bớt thì tất cả cũng không quá 50.000 đ.",
    "No difference worth money. Up or down, it is no more than 50,000 đ in all.",
  ],
  [
    lift({ kind: "too-early", reason: "chance", daysToTell: 12, customersToTell: 4_200 }, open),
    "Chưa đủ để nói. Khác biệt đang thấy có thể chỉ là tình cờ: trong khoảng từ −400.000 đ đến 800.000 đ. Khoảng 12 ngày nữa có thể biết.",
    "Too early to tell. Chance alone could have made the difference that shows: somewhere from −400,000 đ to 800,000 đ. About 12 more days may tell.",
  ],
  [
    lift({ kind: "too-early", reason: "too-few-held-out" }, open),
    "Chưa đủ để nói. Nhóm không nhận phiếu quá ít người để so.",
    "Too early to tell. Too few people were held out to compare with.",
  ],
  [
    lift({ kind: "too-early", reason: "too-few-buyers", daysToTell: 1 }, open),
    "Chưa đủ để nói. Còn quá ít người mua. Khoảng 1 ngày nữa có thể biết.",
    "Too early to tell. Too few of them have bought. About 1 more day may tell.",
  ],
  [
    lift({ kind: "untold", reason: "chance", customersToTell: 4_200 }, open),
    "Hết đợt vẫn chưa đủ để nói. Khác biệt đang thấy có thể chỉ là tình cờ: trong khoảng từ −400.000 đ đến 800.000 đ. Cần chừng 4.200 khách mới biết được.",
    "It is over, and still cannot be told. Chance alone could have made the difference that shows: somewhere from −400,000 đ to 800,000 đ. It would take about 4,200 customers to tell.",
  ],
  [
    lift({ kind: "untold", reason: "chance", isTooSmall: true }, open),
    "Hết đợt vẫn chưa đủ để nói. Khác biệt đang thấy có thể chỉ là tình cờ: trong khoảng từ −400.000 đ đến 800.000 đ. Đợt này quá nhỏ để biết được. Đợt sau cần ưu đãi có tác dụng rõ hơn, nhiều khách hơn, hoặc để lại nhiều khách hơn để so.",
    "It is over, and still cannot be told. Chance alone could have made the difference that shows: somewhere from −400,000 đ to 800,000 đ. This campaign is too small to tell. The next one needs an offer that does more, more people, or more of them held out.",
  ],
  [
    lift({ kind: "too-early", reason: "nothing-given" }, open),
    "Chưa đủ để nói. Chưa phát phiếu nào.",
    "Too early to tell. Nothing has been given out yet.",
  ],
])("what a campaign brought is said in both tongues: $vi", (found, inVietnamese, inEnglish) => {
  const said = (tongue: typeof vi | typeof en) => {
    const { headline, detail } = liftText(found, tongue);
    return `${headline}. ${detail}`;
  };
  expect(said(vi)).toBe(inVietnamese);
  expect(said(en)).toBe(inEnglish);
});

test("what suggestions bring is said for one sale", () => {
  const gain = {
    perLookup: { basketMinor: estimate(4_000, 1_000, 7_000), linesMilli: undefined },
    total: { basketMinor: undefined, lines: undefined },
    verdict: { kind: "helped" },
    kinds: [],
  } as const;
  expect(suggestionGainText(gain, vi)).toEqual({
    headline: "Gợi ý có ích",
    detail: "Mỗi lượt tính tiền bán thêm khoảng 4.000 đ, trong khoảng từ 1.000 đ đến 7.000 đ.",
  });
  expect(suggestionGainText(gain, en).detail).toBe(
    "About 4,000 đ more sold in each sale, somewhere from 1,000 đ to 7,000 đ.",
  );
});

test("what suggestions bring too little to tell is said of sales and what was shown, not of coupons", () => {
  const gain = (verdict: Verdict) => ({
    perLookup: { basketMinor: open, linesMilli: undefined },
    total: { basketMinor: undefined, lines: undefined },
    kinds: [],
    verdict,
  });
  const untold = { kind: "untold", reason: "chance", customersToTell: 4_200 } as const;
  expect(suggestionGainText(gain(untold), vi)).toEqual({
    headline: "Chưa đủ để nói",
    detail:
      "Khác biệt đang thấy có thể chỉ là tình cờ: trong khoảng từ −400.000 đ đến 800.000 đ. Cần chừng 4.200 lượt tính tiền mới biết được.",
  });
  expect(suggestionGainText(gain(untold), en).detail).toMatch(
    /It would take about 4,200 sales to tell\.$/u,
  );
  const few = { kind: "too-early", reason: "too-few-held-out", daysToTell: 1 } as const;
  expect(suggestionGainText(gain(few), vi).detail).toBe(
    "Còn quá ít lượt tính tiền không gợi ý để so.",
  );
  expect(suggestionGainText(gain(few), en).detail).toBe(
    "Too few sales were shown nothing to compare with.",
  );
});

test("what a kind gains over the sales that were shown nothing is said with its range", () => {
  expect(kindGainText({ gainBps: estimate(1_560, 900, 2_000) }, "en")).toBe(
    "Bought 15.6 percentage points more often than where it was not shown, somewhere from 9 to 20",
  );
  expect(kindGainText({ gainBps: estimate(-310, -500, -120) }, "vi")).toBe(
    "Được mua ít hơn 3,1 điểm phần trăm so với khi không gợi ý, trong khoảng từ 1,2 đến 5",
  );
  expect(kindGainText({ gainBps: estimate(200, -500, 900) }, "vi")).toBe(
    "Chưa đủ để nói: từ −5 đến 9 điểm phần trăm so với khi không gợi ý",
  );
  expect(kindGainText({ gainBps: undefined }, "en")).toBe("Too early to tell");
});

test("before a campaign is issued it is said what it can tell", () => {
  const plan = (customers: number) => ({ customers, holdoutBps: 1_000 });
  const power = { perCustomerMinor: 20_000, totalMinor: 16_000_000, shareBps: 2_940 };
  expect(powerText(power, plan(1_000), vi)).toBe(
    "Với 1.000 khách, chỉ biết được nếu bán thêm từ 29% trở lên, tức khoảng 16.000.000 đ.",
  );
  expect(powerText(power, plan(1_000), en)).toBe(
    "With 1,000 people this can only tell a lift of 29% or more, about 16,000,000 đ.",
  );
  expect(powerText(undefined, plan(40), en)).toBe(
    "With 40 people this cannot tell whether it helps.",
  );
});

test("what can be told is said roughly, since it is reckoned roughly", () => {
  const power = { perCustomerMinor: 71_000, totalMinor: 65_380_576, shareBps: 11_763 };
  expect(powerText(power, { customers: 920, holdoutBps: 1_000 }, vi)).toMatch(
    /khoảng 66\.000\.000 đ\.$/u,
  );
});

test("where nobody is to be held out that is why nothing can be told, however many people there are", () => {
  const plan = { customers: 920, holdoutBps: 0 };
  expect(powerText(undefined, plan, en)).toBe(
    "With nobody held out to compare with, this cannot tell whether it helps.",
  );
  expect(powerText(undefined, plan, vi)).toMatch(/^Không để lại ai để so sánh/u);
});
