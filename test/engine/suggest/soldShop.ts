import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { onTestFinished } from "vitest";
import { insertRow } from "../../../electron/engine/db/rows.ts";
import { openStores, type Stores } from "../../../electron/engine/db/stores.ts";
import { learn } from "../../../electron/engine/suggest/learn.ts";
import { answerSuggestions } from "../../../electron/engine/suggest/serving/answerSuggestions.ts";
import { learnedModel } from "../../../electron/engine/suggest/serving/learnedModel.ts";
import type { SuggestModel } from "../../../electron/engine/suggest/serving/model.ts";
import type { SuggestAnswer, SuggestQuestion } from "../../../electron/engine/suggest/suggester.ts";
import { defined } from "../../../shared/kernel/assert.ts";
import { finish } from "../../../shared/kernel/steps.ts";

export const DAY_MS = 86_400_000;
export const NOW_MS = Date.UTC(2026, 10, 22, 3);

export type ShelfProduct = {
  readonly sku: string;
  readonly name?: string;
  readonly category?: string;
  readonly sensitive?: boolean;
  readonly stockQuantityMilli?: number;
  readonly priceMinor?: number;
  readonly costMinor?: number;
  readonly createdAtMs?: number;
};

export type PastSale = {
  readonly customerId?: string;
  readonly daysAgo: number;
  readonly skus: readonly string[];
  /** What was paid for some of them; nothing for the others. */
  readonly paidMinor?: Readonly<Record<string, number>>;
};

export type SoldShop = {
  readonly stores: Stores;
  readonly sell: (sale: PastSale) => void;
  /** Learns, by the real tables, and answers with what was learned. */
  readonly learned: () => SuggestModel;
  readonly suggest: (question?: Partial<SuggestQuestion>) => readonly SuggestAnswer[];
};

/** A shop in real files with these products on the shelf and these sales behind it. */
export const soldShop = (
  products: readonly ShelfProduct[],
  sales: readonly PastSale[] = [],
): SoldShop => {
  const dataDir = mkdtempSync(join(tmpdir(), "quen-suggest-"));
  const stores = openStores({ dataDir, keyHex: "5e".repeat(32), unsafeFast: true });
  onTestFinished(() => {
    stores.close();
    rmSync(dataDir, { recursive: true, force: true });
  });
  const { shop } = stores;
  insertRow(shop, "registers", { registerId: "register", letter: "A", isOwn: true });
  for (const { sku, name = sku, ...product } of products) {
    const row = { soldBy: "unit", sensitive: false, priceMinor: 20_000, createdAtMs: 0 };
    insertRow(shop, "products", { ...row, sku, name, ...product });
  }
  const sell = seller(stores);
  shop.exec("BEGIN");
  for (const sale of sales) sell(sale);
  shop.exec("COMMIT");

  let model: SuggestModel | undefined;
  const learned = (): SuggestModel => {
    learn(shop, { nowMs: NOW_MS });
    model = defined(finish(learnedModel(shop)), "what was learned");
    return model;
  };
  const suggest = (question: Partial<SuggestQuestion> = {}) =>
    answerSuggestions(shop, model ?? learned(), {
      customerId: undefined,
      basketSkus: [],
      refusedSkus: [],
      nowMs: NOW_MS,
      timezone: "Asia/Ho_Chi_Minh",
      ...question,
    });
  return { stores, sell, learned, suggest };
};

const seller = ({ shop }: Stores) => {
  let sequence = 0;
  const customers = new Set<string>();
  return ({ customerId, daysAgo, skus, paidMinor = {} }: PastSale): void => {
    if (customerId !== undefined && !customers.has(customerId)) {
      customers.add(customerId);
      insertRow(shop, "customers", { customerId, createdAtMs: 0 });
    }
    sequence += 1;
    const saleId = `sale-${sequence}`;
    const soldAtMs = Math.round(NOW_MS - daysAgo * DAY_MS);
    insertRow(shop, "sales", {
      saleId,
      registerId: "register",
      receiptSequence: sequence,
      receiptNumber: `A-${sequence}`,
      businessDay: new Date(soldAtMs).toISOString().slice(0, 10),
      soldAtMs,
      staffId: "staff",
      customerId,
      taxMode: "inclusive",
      ...nothingPaid,
    });
    skus.forEach((sku, at) => {
      const paid = paidMinor[sku] ?? 0;
      const figures = { ...noFigures, grossMinor: paid, netMinor: paid };
      insertRow(shop, "sale_lines", { saleId, line: at + 1, sku, name: sku, ...figures });
    });
  };
};

const nothingPaid = {
  grossMinor: 0,
  discountMinor: 0,
  netMinor: 0,
  taxMinor: 0,
  totalMinor: 0,
  roundingMinor: 0,
  changeMinor: 0,
  pointsEarned: 0,
  pointsRedeemed: 0,
  pointsValueMinor: 0,
};

const noFigures = {
  soldBy: "unit",
  quantityMilli: 1_000,
  unitPriceMinor: 0,
  listPriceMinor: 0,
  grossMinor: 0,
  discountMinor: 0,
  netMinor: 0,
  taxRateBps: 0,
  taxMinor: 0,
  pointsEarned: 0,
  pointsSpent: 0,
  suggested: false,
};
