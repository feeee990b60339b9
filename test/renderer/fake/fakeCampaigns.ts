import type { Output } from "../../../shared/contract/index.ts";
import type { Handlers } from "./fakeBridge.ts";
import { people } from "./fakePeople.ts";
import { rehearsalHandlers } from "./fakeRehearsal.ts";
import { resultHandlers } from "./fakeResults.ts";
import { segmentHandlers } from "./fakeSegments.ts";

const campaignId = "0190b6a0-0000-7000-8000-0000000000c1";

export const campaigns: Output<"campaign.overview">["campaigns"] = [
  {
    campaignId,
    name: "Nhớ bạn tháng mười một",
    offerText: "Giảm 10% cho Cà phê, tối đa 50.000 đ",
    segmentText: "Lâu không ghé: gấp 2 lần nhịp quen của mình, và mua từ 3 lần",
    fromDay: "2026-11-16",
    toDay: "2026-11-30",
    holdoutBps: 1_000,
    state: "issued",
    issued: 214,
    coupons: 214,
    heldOut: 24,
    redeemed: 37,
    trigger: "list",
    channel: "zalo",
    targeting: "everyone",
    hasOtherOffer: true,
    otherOfferText: "Nhân 2 lần điểm thưởng",
    doubleUses: 0,
  },
  {
    campaignId: campaignId.replace(/1$/u, "2"),
    name: "Sinh nhật",
    offerText: "Nhân 2 lần điểm thưởng",
    segmentText: "Sinh nhật trong 30 ngày tới",
    fromDay: "2026-12-01",
    toDay: "2026-12-31",
    holdoutBps: 1_000,
    state: "draft",
    issued: 0,
    coupons: 0,
    heldOut: 0,
    redeemed: 0,
    trigger: "list",
    channel: "print",
    targeting: "everyone",
    hasOtherOffer: false,
    doubleUses: 0,
  },
  {
    campaignId: campaignId.replace(/1$/u, "3"),
    name: "Trung thu",
    offerText: "Giảm 30.000 đ, đơn từ 400.000 đ",
    segmentText: "Mua nhóm Bánh trong 180 ngày",
    fromDay: "2026-09-10",
    toDay: "2026-09-25",
    holdoutBps: 1_000,
    state: "over",
    issued: 180,
    coupons: 360,
    heldOut: 20,
    redeemed: 61,
    trigger: "list",
    channel: "print",
    targeting: "best-gain",
    hasOtherOffer: false,
    doubleUses: 1,
  },
];

const slips = Array.from(
  { length: 24 },
  (_, at) => `<div><b>Giảm 10%</b><br>Chị ${at % 2 === 0 ? "Hà" : "Hân"}<br>K7QF-2M9P</div>`,
);

const sheet = `<!doctype html><meta charset="utf-8"><style>
body{margin:0;font:12px sans-serif}main{display:grid;grid-template-columns:repeat(3,1fr);gap:6px;padding:14px}
div{border:1px dashed #c99;border-radius:8px;padding:14px;background:#fdf3ec}</style><main>${slips.join("")}</main>`;

const templates: Output<"campaign.templates">["templates"] = [
  {
    template: "birthday",
    name: "Sinh nhật",
    why: "12 khách có sinh nhật trong hai tuần tới",
    segment: { all: [{ kind: "birthdayWithinDays", days: 14 }] },
    offer: { kind: "points", multiplierBps: 20_000 },
    fromDay: "2026-11-22",
    toDay: "2026-12-06",
    channel: "zalo",
  },
  {
    template: "lapsed",
    name: "Lâu không ghé",
    why: "48 khách quen vắng lâu hơn nhịp của họ",
    segment: { all: [{ kind: "lapsedAgainstOwnRhythm", times: 2 }] },
    offer: { kind: "amount", amountMinor: 20_000, minimumSpendMinor: 100_000 },
    fromDay: "2026-11-22",
    toDay: "2026-12-06",
    channel: "print",
  },
  {
    template: "tet",
    name: "Tết",
    why: "Còn 11 tuần nữa đến Tết",
    segment: { all: [{ kind: "spentMinor", min: 2_000_000, withinDays: 365 }] },
    offer: { kind: "percent", rateBps: 1_000, maxDiscountMinor: 50_000 },
    fromDay: "2027-01-20",
    toDay: "2027-02-05",
    channel: "print",
  },
];

export const campaignHandlers: Handlers = {
  ...segmentHandlers,
  ...rehearsalHandlers,
  ...resultHandlers,
  "campaign.overview": () => ({ campaigns }),
  "campaign.templates": () => ({ templates }),
  "campaign.create": () => ({ campaignId }),
  "campaign.issue": () => ({
    issued: 214,
    heldOut: 24,
    skipped: [{ why: "NoMarketingConsent", count: 61 }],
  }),
  "campaign.list": ({ format }) => ({
    ...(format === "html" && { document: sheet, pages: 9 }),
    ...(format === "xlsx" && { base64: "UEsDBA==" }),
    ...(format === "csv" && { document: "code,name\nK7QF2M9P,Hà\n" }),
    coupons: people.map(({ customerId, name }, at) => ({
      code: `K7QF2M9${at}`,
      customerId,
      customerName: name,
      fromDay: "2026-11-16",
      untilDay: "2026-11-30",
      discountText: "Giảm 10%",
      state: "issued",
    })),
  }),
  "coupon.doubleUses": () => ({
    codes: [
      {
        code: "K7QF2M9P3D",
        campaignId: campaignId.replace(/1$/u, "3"),
        campaignName: "Trung thu",
        customerId: people[0]?.customerId ?? "",
        customerName: people[0]?.name ?? "",
        costMinor: 30_000,
        uses: ["Q1-000118", "Q2-000044"].map((receiptNumber, at) => ({
          atMs: Date.UTC(2026, 8, 20 + at, 3),
          isAgain: at > 0,
          sale: {
            saleId: campaignId.replace(/c1$/u, `e${at}`),
            receiptNumber,
            register: receiptNumber.slice(0, 2),
            staffName: "Mi",
            discountMinor: 30_000,
          },
        })),
      },
    ],
  }),
  "shell.savePdf": () => ({ path: "coupons.pdf" }),
};
