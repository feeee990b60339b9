import { join } from "node:path";
import type { Role } from "../../../shared/contract/call.ts";
import type { Asked } from "../setUp.ts";
import { campaignCases } from "./campaignRefusals.ts";
import { CARD_NUMBER, NOBODY, type RefusalCase, refuses } from "./refusalWorld.ts";
import { GOLD, TEA } from "./world.ts";

const cash = (amountMinor: number) => [{ method: "cash" as const, amountMinor }];
const oneTea = { lines: [{ sku: "TEA" }] };

const customerCases: readonly RefusalCase[] = [
  refuses("customer.create", "PhoneUnreadable", () => ({ name: "An", phones: ["12"] })),
  refuses("customer.create", "EmailUnreadable", () => ({ name: "An", emails: ["an@@shop"] })),
  refuses("customer.create", "BirthdayInvalid", () => ({ name: "An", birthday: "2026-02-31" })),
  refuses("customer.profile", "CustomerUnknown", () => ({ customerId: NOBODY })),
  refuses("customer.update", "CustomerUnknown", () => ({ customerId: NOBODY, note: "x" })),
  refuses("customer.update", "BirthdayInvalid", ({ an }) => ({
    customerId: an,
    note: "not kept either",
    birthday: "2999-01-01",
  })),
  ...(
    [
      ["CustomerUnknown", NOBODY, "phone", "0912345678"],
      ["PhoneUnreadable", "an", "phone", "12"],
      ["EmailUnreadable", "an", "email", "an@"],
      ["CardNumberRefused", "an", "card", CARD_NUMBER],
      ["CardUnreadable", "an", "card", "Q"],
      ["CardUnreadable", "an", "shop", "shopify:***"],
      ["IdentityTaken", "binh", "card", "quen-0001"],
    ] as const
  ).map(([kind, whose, identityKind, value]) =>
    refuses("customer.addIdentity", kind, (world) => ({
      customerId: whose === "an" || whose === "binh" ? world[whose] : whose,
      kind: identityKind,
      value,
    })),
  ),
  refuses("consent.record", "CustomerUnknown", () => ({
    customerId: NOBODY,
    purpose: "marketing",
    channel: "print",
    state: "granted",
    wording: "Yes",
    source: "counter",
  })),
  refuses("loyalty.ledger", "CustomerUnknown", () => ({ customerId: NOBODY })),
];

const baskets = (method: "sale.quote" | "sale.commit"): readonly RefusalCase[] => {
  const paid = method === "sale.commit" ? { payments: cash(45_000) } : {};
  const basket = (kind: string, asked: object, by: Role = "owner") =>
    refuses(method, kind, () => ({ ...oneTea, ...paid, ...asked }) as Asked<typeof method>, by);
  return [
    basket("ProductUnknown", { lines: [{ sku: "TEA" }, { sku: "NONE" }] }),
    basket("QuantityInvalid", { lines: [{ sku: "TEA", quantityMilli: 1_500 }] }),
    basket("CustomerUnknown", { customerId: NOBODY }),
    basket("PointsShort", { pointsToRedeem: 1 }),
    basket("DiscountTooLarge", { lines: [{ sku: "TEA", discountMinor: 45_001 }] }),
    basket("PriceOverrideNotAllowed", { lines: [{ sku: "TEA", priceMinor: 44_999 }] }, "cashier"),
    basket("AmountTooLarge", { lines: [{ sku: "GOLD", quantity: 100_000 }] }),
  ];
};

const saleCases: readonly RefusalCase[] = [
  ...baskets("sale.quote"),
  ...baskets("sale.commit"),
  refuses("sale.commit", "BasketEmpty", () => ({ lines: [], payments: [] })),
  refuses("sale.commit", "Underpaid", () => ({ ...oneTea, payments: cash(44_000) })),
  refuses("sale.commit", "Overpaid", () => ({
    ...oneTea,
    payments: [{ method: "card", amountMinor: TEA.priceMinor + 1 }],
  })),
  refuses("sale.commit", "AmountTooLarge", () => ({
    lines: [{ sku: "GOLD" }],
    payments: cash(GOLD.priceMinor * 10),
  })),
  ...(["usedCode", "expiredCode"] as const).map((code) =>
    refuses("sale.commit", "CouponRefused", (world) => ({
      ...oneTea,
      customerId: world.an,
      couponCodes: [world[code]],
      payments: cash(45_000),
    })),
  ),
  refuses("sale.commit", "TenderUnavailable", () => ({
    ...oneTea,
    payments: [{ method: "gift-card", amountMinor: 45_000 }],
  })),
  refuses("sale.commit", "CardNumberRefused", () => ({
    ...oneTea,
    payments: [{ method: "card", amountMinor: 45_000, reference: CARD_NUMBER }],
  })),
  refuses("sale.commit", "SoldAtInvalid", ({ clock }) => ({
    ...oneTea,
    payments: cash(45_000),
    soldAtMs: clock.nowMs + 3_600_000,
  })),
  refuses(
    "sale.commit",
    "SoldAtInvalid",
    ({ clock }) => ({ ...oneTea, payments: cash(45_000), soldAtMs: clock.nowMs - 90_000_000 }),
    "cashier",
  ),
  refuses("sale.get", "SaleUnknown", () => ({ saleId: NOBODY })),
  refuses("sale.get", "SaleUnknown", () => ({ receiptNumber: "Q1-999999" })),
  refuses("sale.receipt", "SaleUnknown", () => ({ saleId: NOBODY })),
];

const suggestionCases: readonly RefusalCase[] = [
  refuses("suggestion.dismiss", "CustomerUnknown", () => ({ customerId: NOBODY, sku: "TEA" })),
  refuses("suggestion.quality", "PeriodInvalid", () => ({
    fromDay: "2026-11-02",
    toDay: "2026-11-01",
  })),
  refuses("suggestion.dismiss", "ProductUnknown", ({ an }) => ({ customerId: an, sku: "NONE" })),
];

const houseCases: readonly RefusalCase[] = [
  refuses("backup.create", "PathTaken", ({ backupPath }) => ({ path: backupPath })),
  refuses("backup.create", "PathTaken", ({ dataDir }) => ({
    path: join(dataDir, "quen-keys.backup"),
  })),
  refuses("backup.create", "PathUnwritable", ({ dataDir }) => ({
    path: join(dataDir, "no-such-folder", "shop.backup"),
  })),
  refuses("backup.restore", "BackupUnreadable", ({ dataDir }) => ({
    path: join(dataDir, "missing.backup"),
  })),
  refuses("backup.restore", "BackupUnreadable", ({ file }) => ({
    path: file("noise.backup", Buffer.alloc(8_192, 7)),
  })),
  refuses("backup.verify", "BackupUnreadable", ({ dataDir }) => ({
    path: join(dataDir, "missing.backup"),
  })),
  refuses("backup.verify", "RecoveryKeyIncomplete", ({ backupPath }) => ({
    path: backupPath,
    recoveryKey: "12AB",
  })),
  refuses("backup.restore", "RecoveryKeyIncomplete", ({ backupPath }) => ({
    path: backupPath,
    recoveryKey: "12AB",
  })),
  refuses("shop.setUpFromBackup", "AlreadySetUp", ({ backupPath }) => ({
    path: backupPath,
    recoveryKey: "12AB",
  })),
  refuses("shop.setup", "AlreadySetUp", () => ({
    name: "Second",
    currency: "VND",
    timezone: "Asia/Ho_Chi_Minh",
    locale: "vi",
    ownerName: "Thief",
    ownerPin: "1111",
  })),
  refuses("shop.fillDemo", "ShopNotEmpty", () => ({})),
  refuses("session.resume", "SessionEnded", () => ({ sessionToken: "made up" })),
  refuses("session.login", "WrongPin", () => ({ name: "Nobody", pin: "0000" })),
  refuses("staff.create", "StaffNameTaken", () => ({
    name: " chị  HOA ",
    role: "cashier",
    pin: "1111",
  })),
  refuses("catalog.import", "SkuTwice", () => ({
    products: [
      { sku: "NEW", name: "Mới", priceMinor: 1 },
      { sku: "NEW", name: "Mới nữa", priceMinor: 2 },
    ],
  })),
  refuses("catalog.import", "BarcodeTaken", () => ({
    products: [
      { sku: "NEW", name: "Mới", priceMinor: 1 },
      { sku: "MUG", name: "Cốc", priceMinor: 2, barcode: TEA.barcode },
    ],
  })),
  refuses("catalog.byCode", "CodeUnknown", () => ({ code: "0000000" })),
];

const orders = { columns: { externalId: "Số đơn" }, name: "Sổ tay" };

const importCases: readonly RefusalCase[] = [
  refuses("orders.importFile", "FileUnreadable", ({ dataDir }) => ({
    path: join(dataDir, "missing.csv"),
  })),
  refuses("orders.importFile", "FileUnreadable", ({ file }) => ({
    path: file("picture.csv", Buffer.from("89504e470d0a1a0a0000000d49484452", "hex")),
  })),
  refuses("orders.importFile", "FileUnreadable", ({ file }) => ({
    path: file("half.xlsx", Buffer.from("504b0304140000000800", "hex")),
  })),
  refuses("orders.importFile", "FileTooLarge", ({ file }) => ({
    path: file("huge.csv", "Name,Email,Total\n", 2_000_000_000),
  })),
  refuses("orders.importFile", "FormatUnknown", ({ file }) => ({
    path: file("diary.csv", "Ngày,Việc,Ghi chú\n2026-11-22,Mở cửa,\n"),
  })),
  refuses("orders.importFile", "EncodingUnknown", ({ file }) => ({
    path: file("legacy.csv", Buffer.from("4e616d652c546f74616c0a81018d028f03900a", "hex")),
  })),
  refuses("orders.importFile", "MappingInvalid", ({ file }) => ({
    path: file("book.csv", "Số đơn,Ngày,Tổng\n1,2026-11-22,5000\n"),
    mapping: orders,
  })),
  refuses("orders.undoImport", "ImportUnknown", () => ({ importId: NOBODY })),
  refuses("orders.undoImport", "ImportUndone", ({ undoneImportId }) => ({
    importId: undoneImportId,
  })),
];

export const refusalCases: readonly RefusalCase[] = [
  ...customerCases,
  ...saleCases,
  ...suggestionCases,
  ...campaignCases,
  ...houseCases,
  ...importCases,
];

/** Refusals that need a shop of another kind; each has a test of its own in `refusals.test.ts`. */
export const refusedElsewhere: readonly string[] = [
  "shop.setup CurrencyUnknown",
  "shop.setup TimezoneUnknown",
  "session.login ShopNotSetUp",
  "shop.setUpFromBackup BackupUnreadable",
  "shop.setUpFromBackup RecoveryKeyIncomplete",
  "session.login LockedOut",
];

/** Kinds that stand in the contract because it lists them for a whole noun, and never come. */
export const neverGiven: readonly string[] = [
  // A quote of an empty basket is a basket that costs nothing.
  "sale.quote BasketEmpty",
  // Cards are added to a customer by `customer.addIdentity` alone.
  "customer.create CardNumberRefused",
  "customer.create CardUnreadable",
  // Two imports at once take turns step by step, and end at the same orders.
  "orders.importFile ImportRunning",
];
