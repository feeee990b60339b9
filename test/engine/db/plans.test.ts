import { join } from "node:path";
import { beforeAll, describe, expect, test } from "vitest";
import type { ReadDb } from "../../../electron/engine/db/connection.ts";
import { openFigures } from "../../../electron/engine/db/figuresFile.ts";
import { findAnswer } from "../../../electron/engine/repositories/answers.ts";
import * as campaigns from "../../../electron/engine/repositories/campaigns.ts";
import { findCommitment } from "../../../electron/engine/repositories/commitments.ts";
import * as coupons from "../../../electron/engine/repositories/coupons.ts";
import { searchCustomers } from "../../../electron/engine/repositories/customerSearch.ts";
import * as customers from "../../../electron/engine/repositories/customers.ts";
import { customerYear } from "../../../electron/engine/repositories/customerYears.ts";
import { listMemberVisits } from "../../../electron/engine/repositories/figures/memberDeeds.ts";
import { listMemberMargins } from "../../../electron/engine/repositories/figures/memberMargins.ts";
import {
  countedWhenEarned,
  sumExtraPoints,
} from "../../../electron/engine/repositories/figures/memberPoints.ts";
import { hasBought } from "../../../electron/engine/repositories/newestProducts.ts";
import * as orders from "../../../electron/engine/repositories/orders.ts";
import * as points from "../../../electron/engine/repositories/points.ts";
import * as products from "../../../electron/engine/repositories/products.ts";
import * as sales from "../../../electron/engine/repositories/sales.ts";
import * as staff from "../../../electron/engine/repositories/staff.ts";
import { purchasesSince } from "../../../electron/engine/suggest/purchases.ts";
import { soldOfLate } from "../../../electron/engine/suggest/serving/soldOfLate.ts";
import { loadModel } from "../../../electron/engine/suggest/tables/loadModel.ts";
import { finish } from "../../../shared/kernel/steps.ts";
import { openShop, type TestShop } from "../setUp.ts";
import { planOf } from "./planOf.ts";

let shop: TestShop;
beforeAll(async () => {
  shop = await openShop();
}, 60_000);

/** The plans of all statements that `work` prepares, and which of their steps read a whole table. */
const scansOf = (db: ReadDb, work: (spied: ReadDb) => unknown): readonly string[] => {
  const texts: string[] = [];
  work({
    prepare: (sql) => {
      texts.push(sql);
      return db.prepare(sql);
    },
  });
  expect(texts).not.toEqual([]);
  return texts.flatMap((sql) => planOf(db, sql)).filter(readsAll);
};

/** One row of constants, a list of values and an FTS5 match (which has an index) are no tables. */
const readsAll = (step: string): boolean =>
  /\bSCAN\b/.test(step) &&
  !/CONSTANT ROW|json_each|VIRTUAL TABLE INDEX \d+:.*M|SCAN \(?subquery/i.test(step);

const page = { limit: 20 };

describe("what is asked at the till reads no whole table", () => {
  const ofShop: readonly (readonly [string, (db: ReadDb) => unknown])[] = [
    ["a customer by id", (db) => customers.findCustomer(db, "x")],
    ["their fields", (db) => customers.listSealedFields(db, "x")],
    ["their name", (db) => customers.findSealedField(db, "x", "name")],
    ["their identities", (db) => customers.listIdentities(db, "x")],
    ["their consents", (db) => customers.listConsents(db, "x")],
    ["their totals", (db) => customers.customerTotals(db, "x")],
    ["their year", (db) => customerYear(db, "x", 0)],
    ["their last sales", (db) => customers.listLastSales(db, "x", 10)],
    [
      "their visits",
      (db) => customers.listRecentVisits(db, { customerId: "x", fromMs: 0, ...page }),
    ],
    [
      "their orders",
      (db) =>
        orders.listOrders(db, {
          customerId: "x",
          source: undefined,
          state: undefined,
          after: undefined,
          ...page,
        }),
    ],
    ["their online totals", (db) => orders.onlineTotals(db, "x")],
    ["their coupons", (db) => coupons.listOpenCoupons(db, "x", "2026-11-22")],
    [
      "coupons that a purchase earned",
      (db) => coupons.listEarnedCoupons(db, { customerId: "x", saleId: "x" }),
    ],
    ["a coupon by its code", (db) => coupons.findCoupon(db, "x")],
    [
      "campaigns that a sale earns of",
      (db) => campaigns.listNextPurchaseCampaigns(db, { businessDay: "x", soldAtMs: 1 }),
    ],
    ["what a campaign is committed to", (db) => findCommitment(db, { campaignId: "x", day: "x" })],
    ["a campaign's member", (db) => campaigns.findMember(db, "x", "x")],
    ["whether a code is taken", (db) => coupons.isCodeTaken(db, "x")],
    ["a campaign's coupons", (db) => coupons.listCampaignCoupons(db, "x")],
    ["their points lots", (db) => points.openLots(db, "x")],
    ["their balance", (db) => points.pointsBalance(db, "x")],
    ["their ledger", (db) => points.listLedger(db, { customerId: "x", below: 9, ...page })],
    [
      "the points of a sale",
      (db) => points.pointsOfSource(db, { customerId: "x", sourceKind: "sale", sourceId: "x" }),
    ],
    ["a product by its sku", (db) => products.findProduct(db, "x")],
    ["a product by its barcode", (db) => products.findProductByBarcode(db, "x")],
    ["a step of the shelf", (db) => products.listProductsAfter(db, { after: 0, ...page })],
    ["what was learned", (db) => finish(loadModel(db))],
    ["what sells of late", (db) => soldOfLate(db, 0, undefined)],
    ["a sale by its id", (db) => sales.findSale(db, "x")],
    ["a sale by its receipt", (db) => sales.findSaleByReceipt(db, "x")],
    ["a sale's lines", (db) => sales.listSaleLines(db, "x")],
    ["a sale's payments", (db) => sales.listPayments(db, "x")],
    ["a sale's coupons", (db) => sales.listCouponsOfSale(db, "x")],
    ["the last sales", (db) => sales.listSales(db, { registerId: "x", below: 9, ...page })],
    ["a sale's summary", (db) => customers.listLastSaleLines(db, "x", 10)],
    ["whether they bought it", (db) => hasBought(db, "x", "x")],
    ["an order", (db) => orders.findOrder(db, { source: "x", externalId: "x" })],
    ["an order's lines", (db) => orders.listOrderLines(db, { source: "x", externalId: "x" })],
    ["an answer", (db) => findAnswer(db, "x")],
    ["a session", (db) => staff.findSessionStaff(db, new Uint8Array(32))],
    ["somebody of the staff", (db) => staff.findStaffByName(db, "x")],
  ];

  test.each(ofShop)("%s", (_, ask) => {
    expect(scansOf(shop.engine().stores.shop, ask)).toEqual([]);
  });

  test.each([
    "7",
    "5678",
    "0912",
    "0912345678",
    "an",
    "hà",
    "tran ha",
    "an@example.com",
    "hà 5678",
  ])("customers by what is typed: %s", (text) => {
    const { db } = shop.engine().stores.search;
    const ask = (spied: ReadDb) => searchCustomers(spied, { text, limit: 20, country: "VN" });
    expect(scansOf(db, ask)).toEqual([]);
  });
});

test("what came in since the last learning is found by its import, not among all ever imported", () => {
  const { shop: db } = shop.engine().stores;
  expect(scansOf(db, (spied) => purchasesSince(spied, 0))).toEqual(["SCAN imports"]);
});

test("what a campaign's members did is read by member, not among all that was ever sold", () => {
  const { dataDir, keyHex } = shop.engine().stores;
  const paths = { figures: join(dataDir, "figures.db"), shop: join(dataDir, "shop.db") };
  const db = openFigures(paths, keyHex);
  const span = { fromMs: 0, countedFromMs: 0, untilMs: 1 };
  const paid = [{ customerId: "x", saleId: "x", pointsRedeemed: 1, netMinor: 1 }];
  expect(scansOf(db, (spied) => listMemberVisits(spied, "x", span))).toEqual([]);
  expect(scansOf(db, (spied) => listMemberMargins(spied, "x", span))).toEqual([]);
  expect(scansOf(db, (spied) => sumExtraPoints(spied, "x"))).toEqual([]);
  expect(scansOf(db, (spied) => countedWhenEarned(spied, paid))).toEqual([]);
  db.close();
});

test("a statement without an index is seen as what it is", () => {
  const { shop: db } = shop.engine().stores;
  expect(
    scansOf(db, (spied) => spied.prepare("SELECT 1 FROM customer_fields WHERE sealed = ?")),
  ).toEqual(["SCAN customer_fields"]);
});
