import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "@playwright/test";
import { expectTotal, payCash, scan, signIn, take } from "./app/atTheTill.ts";
import { expect } from "./app/expect.ts";
import { isRecord } from "./app/isRecord.ts";
import { openQuen, type Quen } from "./app/openQuen.ts";
import { inThePast } from "./app/pastShop.ts";
import { goods, hang, makePastShop, owner } from "./app/smallShop.ts";

test.describe.configure({ mode: "serial" });

const DAY_MS = 86_400_000;
let folder: string;
let quen: Quen;
let code: string;

/** Two days ago Hằng bought enough for a coupon on her next purchase. */
const earnCoupon = (dataDir: string, customerId: string): Promise<string> =>
  inThePast({ dataDir, atMs: Date.now() - 2 * DAY_MS }, async (ask) => {
    await ask("session.login", owner);
    const { campaignId } = await ask("campaign.create", {
      name: "Hẹn gặp lại",
      segment: {},
      offer: { kind: "amount", amountMinor: 6_000 },
      fromDay: "2020-01-01",
      toDay: "2099-12-31",
      holdoutBps: 0,
      trigger: "next-purchase",
      minimumSaleMinor: 80_000,
      validDays: 30,
    });
    await ask("campaign.issue", { campaignId });
    const { couponsIssued } = await ask("sale.commit", {
      customerId,
      lines: [{ sku: goods.coffee.sku, quantity: 1 }],
      payments: [{ method: "cash", amountMinor: 86_000 }],
    });
    const [coupon] = Array.isArray(couponsIssued) ? couponsIssued : [];
    return isRecord(coupon) ? String(coupon.code) : "";
  });

test.beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "quen-next-purchase-"));
  const shop = join(folder, "shop");
  const { hangId } = await makePastShop(shop, Date.now() - 40 * DAY_MS);
  code = await earnCoupon(shop, hangId);
  quen = await openQuen({ folder });
  await signIn(quen.page, owner.pin);
});
test.afterAll(async () => {
  await quen.close();
  rmSync(folder, { recursive: true, force: true });
});

test("a coupon that a purchase earned is there when its owner comes next, and pays then", async () => {
  const { page } = quen;
  await scan(page, goods.milk.barcode);
  await take(page, "4573", hang.name);
  await expectTotal(page, /27\.500/);
  await expect(page.getByTestId(`coupon-${code}`)).toContainText("6.000");
  await page.keyboard.press("Control+1");
  await expectTotal(page, /21\.500/);
  await payCash(page);
  await page.keyboard.press("Enter");
});

test("it works once, and a purchase too small for one earns no other", async () => {
  const { page } = quen;
  await scan(page, goods.milk.barcode);
  await take(page, "4573", hang.name);
  await expectTotal(page, /27\.500/);
  await expect(page.getByTestId("customer-name")).toHaveText(hang.name);
  await expect(page.getByTestId("coupons")).toHaveCount(0);
  await page.keyboard.press("Alt+4");
  const campaign = page.getByTestId("campaign").filter({ hasText: "Hẹn gặp lại" });
  await campaign.getByTestId("open-results").press("Enter");
  await expect(page.getByTestId("figure-redeemed")).toHaveText("1");
});
