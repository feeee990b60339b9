import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type Page, test } from "@playwright/test";
import { expectTotal, payCash, scan, signIn, take, typeByHand } from "./app/atTheTill.ts";
import { expect } from "./app/expect.ts";
import { asked, openQuen, type Quen } from "./app/openQuen.ts";
import { printedText } from "./app/paper.ts";

test.describe.configure({ mode: "serial" });

const pin = "2468";
let folder: string;
let quen: Quen;
let page: Page;

test.beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "quen-first-run-"));
  quen = await openQuen({ folder });
  page = quen.page;
});
test.afterAll(async () => {
  await quen.close();
  rmSync(folder, { recursive: true, force: true });
});

const step = (name: string) => page.getByTestId(`wizard-${name}`);
const press = (...keys: readonly string[]) =>
  keys.reduce((before, key) => before.then(() => page.keyboard.press(key)), Promise.resolve());

test("the first window asks for the language, and the arrow keys change it at once", async () => {
  await expect(step("language")).toContainText("Chào bạn, mình là Quen");
  await press("Tab", "ArrowDown");
  await expect(step("language")).not.toContainText("Chào bạn");
  await press("ArrowUp", "Enter");
  await expect(step("shop")).toContainText("Cửa hàng của bạn");
});

test("a shop without a name is asked for one; what was typed stays on the way back", async () => {
  await press("Enter");
  await expect(page.getByRole("alert")).toHaveText("Cửa hàng cần một cái tên");
  await typeByHand(page, "Tạp hoá Mi");
  await press("Enter");
  await expect(step("money")).toContainText("Đồng, giá đã gồm VAT");
  await press("Alt+ArrowLeft");
  await expect(page.getByTestId("shop-name")).toHaveValue("Tạp hoá Mi");
  await press("Enter");
  await expect(step("money")).toBeVisible();
  await press("Enter");
});

test("two PINs that differ are not taken", async () => {
  await expect(page.getByTestId("owner-name")).toBeFocused();
  await typeByHand(page, "Mi");
  await press("Tab");
  await page.keyboard.type(pin);
  await press("Tab");
  await page.keyboard.type("2469");
  await press("Enter");
  await expect(page.getByRole("alert")).toHaveText("Hai lần gõ chưa giống nhau");
  await press("Control+A");
  await page.keyboard.type(pin);
  await press("Enter");
});

test("the recovery key is shown, and printed on paper that says whose it is", async () => {
  await expect(step("recovery")).toBeVisible();
  const groups = await page.getByTestId("key-group").allTextContents();
  const { recoveryKey } = await asked(quen, "shop.recoveryKey");
  expect(groups.join("").replace(/\W/g, "")).toBe(String(recoveryKey).replace(/\W/g, ""));
  await page.getByRole("button", { name: "In ra giấy" }).focus();
  await press("Enter");
  await expect(page.getByText("Đã in. Cất nơi chỉ bạn biết.")).toBeVisible();
  const paper = printedText(quen, 1);
  expect(paper).toContain("Tạp hoá Mi");
  for (const group of groups) expect(paper).toContain(group.trim());
  await press("Shift+Tab", "Enter");
});

test("two goods are put on the shelf, and F9 goes to the till", async () => {
  await expect(step("start")).toBeVisible();
  await press("Enter");
  for (const [name, price, barcode] of [
    ["Bánh mì", "20000", ""],
    ["Sữa đậu nành", "12500", "8934567000017"],
  ] as const) {
    await expect(page.getByTestId("product-name")).toBeFocused();
    await typeByHand(page, name);
    await press("Tab");
    await page.keyboard.type(price);
    await press("Tab");
    await page.keyboard.type(barcode);
    await press("Enter");
    await expect(page.getByRole("list", { name: "Đã thêm" })).toContainText(name);
  }
  await press("F9");
  await expect(page.getByTestId("omnibox")).toBeFocused();
});

test("the first sale is made", async () => {
  await take(page, "2*banh mi", "Bánh mì");
  await scan(page, "8934567000017");
  await expectTotal(page, /52\.500/);
  await payCash(page, { handed: "100000", change: /47\.500/ });
  await expect(page.getByTestId("change-due")).toHaveText(/47\.500/);
});

test("opened again, the shop knows who it belongs to and asks for the PIN", async () => {
  await quen.close();
  quen = await openQuen({ folder });
  page = quen.page;
  await expect(page.getByText("Mã PIN của Mi")).toBeVisible();
  await signIn(page, pin);
  await press("F12");
  await expect(page.getByText("52.500").first()).toBeVisible();
});
