import type { Output } from "../../../shared/contract/index.ts";
import type { Handlers } from "./fakeBridge.ts";

export type Lift = Output<"campaign.lift">;
export type Quality = Output<"suggestion.quality">;

const FIRST_DAY = Date.UTC(2026, 10, 16);
const DAY_MS = 86_400_000;

const dayOf = (at: number): string => new Date(FIRST_DAY + at * DAY_MS).toISOString().slice(0, 10);

/** A difference that grows, in a band that narrows around it. */
const days: Lift["days"] = Array.from({ length: 14 }, (_, at) => {
  const liftMinor = 410_000 * at + (at % 3) * 90_000;
  const halfMinor = 2_600_000 + 240_000 * at;
  return {
    day: dayOf(at),
    issuedSpentMinor: 3_100_000 * (at + 1),
    heldOutSpentMinor: 290_000 * (at + 1),
    liftMinor,
    low: liftMinor - halfMinor,
    high: liftMinor + halfMinor,
    redeemed: Math.min(31, 3 * at) + Math.min(6, at),
    redeemedByArm: { a: Math.min(31, 3 * at), b: Math.min(6, at) },
  };
});

export const lift: Lift = {
  issued: { customers: 214, buyers: 96, spentMinor: 43_400_000 },
  heldOut: { customers: 24, buyers: 7, spentMinor: 3_610_000 },
  liftMinor: 5_420_000,
  low: 810_000,
  high: 10_030_000,
  basis: "spend",
  confidence: 0.95,
  verdict: "helped",
  text: "Khách nhận phiếu chi thêm 25.300 đ mỗi người so với nhóm không nhận.",
  rule: "anytime",
  isOver: false,
  areCouponsOver: false,
  countedToDay: "2026-12-07",
  measures: [
    {
      kind: "spend",
      issuedMean: 202_800,
      heldOutMean: 177_500,
      value: 25_300,
      low: 3_800,
      high: 46_900,
    },
    {
      kind: "margin",
      issuedMean: 44_100,
      heldOutMean: 41_300,
      value: 2_800,
      low: -4_100,
      high: 9_700,
    },
    {
      kind: "visits",
      issuedMean: 1.42,
      heldOutMean: 1.08,
      value: 0.34,
      low: 0.05,
      high: 0.63,
    },
    {
      kind: "buyers",
      issuedMean: 0.449,
      heldOutMean: 0.292,
      value: 0.157,
      low: -0.02,
      high: 0.334,
    },
  ],
  arms: [
    {
      arm: "a",
      offerText: "Giảm 10% cho Cà phê",
      customers: 107,
      buyers: 52,
      spentMinor: 22_900_000,
      redeemed: 31,
    },
    {
      arm: "b",
      offerText: "Nhân 2 lần điểm thưởng",
      customers: 107,
      buyers: 44,
      spentMinor: 20_500_000,
      redeemed: 6,
    },
  ],
  between: { value: 22_400, low: -9_000, high: 53_800, verdict: "too-early" },
  redeemed: 37,
  discountMinor: 1_284_000,
  days,
};

const reason = (
  kind: Quality["byReason"][number]["kind"],
  [shown, taken, dismissed]: readonly [number, number, number],
  gainText = "Chưa đủ để nói",
) => ({
  ...{ kind, shown, taken, dismissed, gainText },
  takenBps: Math.round((taken * 10_000) / shown),
});

export const quality: Quality = {
  lookups: 1_482,
  controlLookups: 74,
  shown: 3_904,
  taken: 412,
  dismissed: 57,
  byReason: [
    reason(
      "due",
      [1_220, 214, 9],
      "Được mua nhiều hơn 6,2 điểm phần trăm so với khi không gợi ý, trong khoảng từ 1,1 đến 11,3",
    ),
    reason("goes-with", [1_604, 131, 22]),
    reason("popular-now", [1_080, 67, 26]),
  ],
  byWeek: Array.from({ length: 12 }, (_, at) => ({
    weekDay: dayOf(7 * at - 77),
    shown: 260 + 11 * at,
    taken: 21 + 2 * at,
    ...(at % 3 === 0
      ? {}
      : { gainMinor: 900 * at - 2_000, low: 900 * at - 9_000, high: 900 * at + 5_000 }),
  })),
  gain: {
    valueMinor: 3_200,
    low: 400,
    high: 6_100,
    verdict: "helped",
    ...{ fromDay: "2026-01-01", toDay: "2026-12-31", controlLookups: 74 },
    headline: "Có ích",
    text: "Gợi ý làm mỗi giỏ hàng thêm 3.200 đ.",
  },
  topProducts: [
    { sku: "DP-1K", name: "Đường phèn Quảng Ngãi 1 kg", shown: 312, taken: 61, dismissed: 3 },
    { sku: "SD-380", name: "Sữa đặc Ông Thọ 380 g", shown: 288, taken: 48, dismissed: 5 },
  ],
};

export const resultHandlers: Handlers = {
  "campaign.lift": () => lift,
  "campaign.stop": () => ({}),
  "suggestion.quality": () => quality,
};
