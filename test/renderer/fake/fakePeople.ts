import type { Output } from "../../../shared/contract/index.ts";

export type Profile = Output<"customer.profile">;

export const haId = "0190b6a0-0000-7000-8000-000000000001";
const DAY_MS = 86_400_000;

/** A regular, as the drawing of the till shows her; the days are counted back from `nowMs`. */
export const haProfile = (nowMs: number): Profile => ({
  customer: {
    customerId: haId,
    name: "Nguyễn Thị Thu Hà",
    identities: [
      { kind: "phone", value: "+84912345567", source: "till", sinceMs: nowMs - 900 * DAY_MS },
      {
        kind: "email",
        value: "thuha@example.vn",
        source: "shopify",
        sinceMs: nowMs - 300 * DAY_MS,
      },
    ],
    birthday: "--11-27",
    tags: ["khách quen"],
    note: "Thích cà phê rang đậm.",
    createdAtMs: nowMs - 960 * DAY_MS,
  },
  consents: [
    {
      purpose: "personalization",
      channel: "counter",
      state: "granted",
      atMs: nowMs - 400 * DAY_MS,
      source: "till",
    },
  ],
  preferences: {},
  totals: {
    spentMinor: 21_460_000,
    purchaseCount: 88,
    storeCount: 60,
    onlineCount: 28,
    averageMinor: 243_000,
    firstAtMs: nowMs - 960 * DAY_MS,
    lastAtMs: nowMs - 12 * DAY_MS,
    yearSpentMinor: 8_412_000,
    yearCount: 31,
    rhythmDays: 14,
  },
  loyalty: {
    balance: 1_284,
    tier: "Thân thiết",
    nextTier: { name: "Người nhà", missingMinor: 1_588_000 },
    expiring: [],
    pointValueMinor: 1_000,
  },
  timeline: [
    {
      kind: "sale",
      atMs: nowMs - 12 * DAY_MS,
      source: "till",
      ref: "Q1-000871",
      totalMinor: 364_000,
      summary: "Cà phê 500 g × 2, sữa đặc × 4",
    },
    {
      kind: "online-order",
      atMs: nowMs - 14 * DAY_MS,
      source: "shopee",
      ref: "250611AB",
      totalMinor: 289_000,
      summary: "Shopee: bộ ly sứ 6 món",
      state: "paid",
    },
    {
      kind: "consent",
      atMs: nowMs - 400 * DAY_MS,
      source: "till",
      ref: "c1",
      summary: "Đồng ý để cửa hàng nhớ món hay mua",
    },
  ],
  suggestions: [],
  coupons: [
    {
      code: "K7QF2M9P",
      campaignId: "0190b6a0-0000-7000-8000-0000000000c1",
      title: "Giảm 10% sữa đặc",
      discountText: "Giảm 10% sữa đặc",
      expiresAtMs: nowMs + 7 * DAY_MS,
      reason: "Chọn ngày 16/11/2026: đã đến 9 ngày trong 90 ngày qua",
      untilDay: "2026-11-30",
    },
    {
      code: "P3XH8TVD",
      campaignId: "0190b6a0-0000-7000-8000-0000000000c2",
      title: "30.000 đ cho đơn từ 400.000",
      discountText: "Giảm 30.000 đ, đơn từ 400.000 đ",
      expiresAtMs: nowMs + 12 * DAY_MS,
      reason: "Có từ lần mua ngày 20/11/2026",
      untilDay: "2026-12-05",
    },
  ],
  alerts: [
    {
      kind: "open-order",
      text: "Đơn Shopee 250611 đang giao. Sinh nhật sau 6 ngày: nhân đôi điểm đến 28/11.",
    },
  ],
});

export const people: Output<"customer.search">["matches"] = [
  {
    customerId: haId,
    name: "Nguyễn Thị Thu Hà",
    phone: "+84912345567",
    tier: "Thân thiết",
    lastPurchaseAtMs: 1_762_700_000_000,
  },
  {
    customerId: "0190b6a0-0000-7000-8000-000000000002",
    name: "Trần Văn Hải",
    phone: "+84987654567",
    lastPurchaseAtMs: 1_761_000_000_000,
  },
  {
    customerId: "0190b6a0-0000-7000-8000-000000000003",
    name: "Lê Ngọc Hân",
    email: "han@example.vn",
  },
];
