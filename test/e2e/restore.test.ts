import { mkdirSync, mkdtempSync, readdirSync, rmSync, truncateSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "@playwright/test";
import { expectTotal, payCash, scan, signIn } from "./app/atTheTill.ts";
import { expect } from "./app/expect.ts";
import { asking, openQuen, type Quen } from "./app/openQuen.ts";
import { codeOf, goods, hang, issueCoupons, openSmallShop, owner } from "./app/smallShop.ts";

test.describe.configure({ mode: "serial" });

const stick = mkdtempSync(join(tmpdir(), "quen-stick-"));
const backup = join(stick, "printed", "monday.quenbackup");
let quen: Quen;
let newComputer: Quen;
let recoveryKey = "";
let usedCode = "";
let hangId = "";

test.beforeAll(async () => {
  mkdirSync(join(stick, "printed"));
  const shop = await openSmallShop({ folder: stick, pickFiles: [backup] });
  quen = shop;
  await signIn(quen.page, owner.pin);
  hangId = shop.hangId;
  usedCode = codeOf(await issueCoupons(asking(quen), {}), hangId);
  await asking(quen)("backup.create", { path: backup });
  ({ recoveryKey } = (await asking(quen)("shop.recoveryKey", {})) as { recoveryKey: string });
});
test.afterAll(async () => {
  await quen.close();
  await newComputer?.close();
  rmSync(stick, { recursive: true, force: true });
});

test("what was sold after a backup is given up by its owner only, and the code used since stays used", async () => {
  const { page } = quen;
  await asking(quen)("sale.commit", {
    lines: [{ sku: goods.coffee.sku, quantity: 2 }],
    ...{ customerId: hangId, couponCodes: [usedCode] },
    payments: [{ method: "cash", amountMinor: 152_000 }],
  });
  await page.keyboard.press("Alt+6");
  await page.getByRole("button", { name: "Chọn bản sao lưu" }).click();
  await expect(page.getByTestId("backup-found")).toContainText("1 lần bán, 2 khách");
  await page.getByRole("button", { name: "Đưa bản sao lưu vào dùng" }).click();
  const done = page.getByTestId("restored-backup");
  await expect(done).toContainText("Có 1 lần bán.");
  await expect(done).toContainText("1 mã phiếu dùng sau lúc sao lưu vẫn tính là đã dùng");
  await expect(done).toContainText("Q1-000003");
});

test("after it one signs in to the shop of then; what was replaced lies beside it", async () => {
  const { page, shop } = quen;
  await page.keyboard.press("Enter");
  await signIn(page, owner.pin);
  await scan(page, goods.coffee.barcode);
  await expectTotal(page, "86.000 đ");
  await payCash(page);
  const { sales } = await asking(quen)("sale.list", {});
  expect(sales).toMatchObject([{ receiptNumber: "Q1-000003" }, { receiptNumber: "Q1-000001" }]);
  const found = await asking(quen)("coupon.find", { code: usedCode });
  expect(found).toMatchObject({ state: "redeemed" });
  expect(readdirSync(shop).some((name) => name.startsWith("shop.db.replaced-"))).toBe(true);
});

test("a new computer opens the shop from the backup and the paper, by keys alone", async () => {
  newComputer = await openQuen({ pickFiles: [backup] });
  const { page } = newComputer;
  await expect(page.getByTestId("wizard-language")).toBeVisible();
  await page.getByRole("button", { name: "Đã có bản sao lưu" }).focus();
  await page.keyboard.press("Enter");
  await expect(page.getByTestId("wizard-backup")).toBeVisible();
  await page.keyboard.press("Enter");
  await expect(page.getByTestId("backup-file")).toHaveText("monday.quenbackup");
  await expect(page.getByTestId("recovery-key")).toBeFocused();
  await page.keyboard.type(recoveryKey.toLowerCase().replaceAll("-", " "));
  await page.keyboard.press("Enter");
  await expect(page.getByTestId("restored-backup")).toContainText("Có 1 lần bán.");
  await page.keyboard.press("Enter");
  await signIn(page, owner.pin);
  const { matches } = await asking(newComputer)("customer.search", { text: hang.phone });
  expect(matches).toMatchObject([{ name: hang.name }]);
  const health = await asking(newComputer)("engine.health", {});
  expect(health).toMatchObject({ ok: true });
});

test("a computer that lost the key of its data opens with the one on paper, and keeps it", async () => {
  const { keychain } = await asking(quen)("shell.about", {});
  await quen.close();
  rmSync(join(stick, "shop", "window", "data.key"), { force: true });
  rmSync(join(stick, "shop", "window", "unprotected.key"), { force: true });
  quen = await openQuen({ folder: stick });
  await expect(quen.page.getByRole("alert")).toContainText("Hãy gõ khoá khôi phục");
  // Whoever has to look for the paper first closes the window, which ends the app.
  await quen.close();
  writeFileSync(join(stick, "shop", "window", "data.key"), "sealed by another keychain");
  quen = await openQuen({ folder: stick });
  await expect(quen.page.getByRole("alert")).toContainText("Hãy gõ khoá khôi phục");
  await quen.page.keyboard.type(recoveryKey);
  await quen.page.keyboard.press("Enter");
  await signIn(quen.page, owner.pin);
  expect(await asking(quen)("shell.about", {})).toMatchObject({ keychain });
  await quen.close();
  quen = await openQuen({ folder: stick });
  await signIn(quen.page, owner.pin);
});

test("where the shop's file is damaged, the backup is opened beside it", async () => {
  await quen.close();
  const file = join(stick, "shop", "shop.db");
  truncateSync(file, 3 * 4_096);
  quen = await openQuen({ folder: stick, pickFiles: [backup] });
  const { page } = quen;
  await page.getByRole("button", { name: "Mở bản sao lưu" }).click();
  await page.getByTestId("start-without-shop").click();
  await expect(page.getByTestId("wizard-backup")).toBeVisible();
  await page.getByRole("button", { name: "Chọn bản sao lưu" }).click();
  await expect(page.getByTestId("recovery-key")).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(page.getByTestId("restored-backup")).toContainText("Có 1 lần bán.");
  await page.keyboard.press("Enter");
  await signIn(page, owner.pin);
  expect(await asking(quen)("engine.health", {})).toMatchObject({ ok: true });
});
