import type { Output } from "../../../shared/contract/index.ts";
import { type Handlers, refuse } from "./fakeBridge.ts";
import { campaignHandlers } from "./fakeCampaigns.ts";
import { goods } from "./fakeGoods.ts";
import { orderHandlers } from "./fakeOrders.ts";
import { haId, haProfile, people } from "./fakePeople.ts";
import { fakeQuote } from "./fakeSales.ts";

export const saleId = "0190b6a0-0000-7000-8000-0000000000a1";
const staffId = "0190b6a0-0000-7000-8000-0000000000b1";

export const shopStatus: Output<"shop.status"> = {
  configured: true,
  shopId: "0190b6a0-0000-7000-8000-0000000000c1",
  name: "Tạp hoá Cô Mi",
  currency: "VND",
  timezone: "Asia/Ho_Chi_Minh",
  schemaVersion: 1,
  locale: "vi",
  taxMode: "inclusive",
  cashRoundingMinor: 500,
  staffNames: ["Mi", "Tuấn", "Chị Bảy"],
  isDemo: true,
};

export const restored: Output<"backup.restore"> = {
  restoredAtMs: 0,
  saleCount: 12_480,
  usedSince: 2,
  isReplacedRead: true,
  nextReceiptNumber: "Q1-012600",
};

export const health: Output<"engine.health"> = {
  ok: true,
  integrity: "ok",
  synchronous: "FULL",
  journalMode: "wal",
  counts: { customers: 1_204, sales: 12_480 },
  sizeBytes: 48_000_000,
  encrypted: true,
  disagreements: [],
  doubleUses: 0,
};

/** A shop that is open, with some goods and one regular. */
export const openShop = (nowMs: number): Handlers => ({
  ...campaignHandlers,
  ...orderHandlers(nowMs),
  "shop.status": () => shopStatus,
  "session.login": ({ name, pin }) =>
    pin === "2580"
      ? { staffId, name, role: "owner", sessionToken: "token" }
      : refuse({ kind: "WrongPin" }),
  "session.resume": () => ({ staffId, name: "Mi", role: "owner" }),
  "session.logout": () => ({}),
  "catalog.search": ({ text }) => ({
    products: goods.filter(({ name, sku }) => isLike(`${name} ${sku}`, text)),
  }),
  "catalog.byCode": ({ code }) => {
    const product = goods.find(({ sku, barcode }) => sku === code || barcode === code);
    return product ? { product } : refuse({ kind: "CodeUnknown" });
  },
  "catalog.categories": () => ({
    categories: [...new Set(goods.flatMap(({ category }) => category ?? []))].map((category) => ({
      category,
      productCount: goods.filter((product) => product.category === category).length,
    })),
  }),
  "catalog.import": () => ({ created: 1, updated: 0, unchanged: 0 }),
  "customer.search": ({ text }) => ({
    matches: people.filter(({ name, phone }) => isLike(`${name} ${phone ?? ""}`, text)),
  }),
  "customer.profile": ({ customerId }) =>
    customerId === haId ? haProfile(nowMs) : refuse({ kind: "CustomerUnknown" }),
  "customer.update": () => ({}),
  "suggestion.dismiss": () => ({}),
  "customer.addIdentity": () => ({ added: true }),
  "loyalty.ledger": () => ({
    entries: [
      {
        entryId: "2",
        atMs: nowMs - 12 * 86_400_000,
        kind: "earn",
        points: 36,
        sourceKind: "sale",
        sourceId: saleId,
        balanceAfter: 1_284,
      },
      {
        entryId: "1",
        atMs: nowMs - 40 * 86_400_000,
        kind: "redeem",
        points: -200,
        sourceKind: "sale",
        sourceId: saleId,
        balanceAfter: 1_248,
      },
    ],
    balance: 1_284,
  }),
  "shop.settings": () => ({
    suggestionControlBps: 500,
    contactCapPerMonth: 4,
    assumedMarginBps: 2_500,
  }),
  "shop.setSettings": () => ({}),
  "shop.recoveryKey": () => ({ recoveryKey: "K7QF-2M9P-XH8T-VD3N-ZB5W-4CRE-9GJA-M6YS" }),
  "staff.create": () => ({ staffId }),
  "engine.health": () => health,
  "audit.verify": () => ({ ok: true, entries: 18_204 }),
  "backup.create": ({ path }) => ({ path, sizeBytes: 48_000_000, saleCount: 12_480, atMs: nowMs }),
  "backup.verify": () => ({
    ok: true,
    saleCount: 12_480,
    customerCount: 1_204,
    lastSoldAtMs: nowMs - 86_400_000,
  }),
  "backup.restore": () => restored,
  "shell.pickFile": () => ({ path: "/usb/Quen 2026-11-09.quenbackup" }),
  "shell.openWithKey": () => ({ isKey: true }),
  "shell.startWithoutShop": () => ({}),
  "shell.pickSavePath": ({ suggestedName }) => ({ path: suggestedName }),
  "customer.create": () => ({ customerId: haId, matched: false }),
  "consent.record": () => ({}),
  "coupon.find": () => refuse({ kind: "CouponUnknown" }),
  "sale.quote": fakeQuote,
  "sale.commit": ({ payments, customerId }) => ({
    saleId,
    receiptNumber: "Q1-000123",
    totalMinor: 479_900,
    roundingMinor: 100,
    changeMinor: Math.max(
      0,
      payments.reduce((sum, { amountMinor }) => sum + amountMinor, 0) - 480_000,
    ),
    pointsEarned: 47,
    ...(customerId !== undefined && { pointsBalance: 1_281 }),
  }),
  "sale.get": () => refuse({ kind: "SaleUnknown" }),
  "sale.list": () => ({
    sales: ["Q1-000123", "Q1-000122", "Q1-000121"].map((receiptNumber, at) => ({
      saleId: saleId.replace(/.$/u, String(at + 1)),
      receiptNumber,
      soldAtMs: nowMs - at * 1_400_000,
      totalMinor: 480_000 - at * 61_500,
      lineCount: 4 - at,
    })),
  }),
  "sale.receipt": () => ({ document: receiptHtml }),
  "shell.showDocument": ({ html }) => ({
    url: `data:text/html;charset=utf-8,${encodeURIComponent(html)}`,
  }),
  "shell.printDocument": () => ({ printed: true }),
  "shell.about": () => ({
    version: "0.1.0",
    electron: "45.4.1",
    engineHost: "utility-process",
    keychain: "system",
    locale: "vi",
    platform: "linux",
  }),
});

/** A computer on which no shop was made yet. */
export const noShop = (nowMs: number): Handlers => {
  let isConfigured = false;
  return {
    ...openShop(nowMs),
    "shop.status": () =>
      isConfigured ? { ...shopStatus, isDemo: false } : { configured: false, schemaVersion: 1 },
    "shop.setup": () => {
      isConfigured = true;
      return { shopId: saleId, registerId: saleId, staffId, sessionToken: "token" };
    },
    "shop.fillDemo": () => ({ customers: 2_000, products: 400, sales: 61_000 }),
  };
};

const fold = (text: string): string =>
  text.normalize("NFD").replace(/\p{M}/gu, "").replace(/đ/giu, "d").toLowerCase();

const isLike = (name: string, text: string): boolean =>
  fold(text)
    .split(/\s+/u)
    .every((word) => fold(name).includes(word));

const receiptHtml = `<!doctype html><meta charset="utf-8"><style>
body{font:13px/1.5 "Be Vietnam Pro",sans-serif;margin:22px;color:#222}h1{font-size:16px;text-align:center}
td:last-child{text-align:right}table{width:100%}.t{font-size:20px;font-weight:600}</style>
<h1>Tạp hoá Cô Mi</h1><p style="text-align:center">Hoá đơn Q1-000123</p>
<table><tr><td>Cà phê phin × 2<td>256.000<tr><td>Phin nhôm số 8<td>65.000<tr><td>Sữa đặc × 3<td>72.900
<tr><td>Hạt điều 0,425 kg<td>136.000<tr class="t"><td>Tổng<td>480.000</table>`;
