import { test } from "@playwright/test";
import { expectTotal, lineOf, scan, signIn } from "./app/atTheTill.ts";
import { tabTo, typeOver } from "./app/byKeyboard.ts";
import { expect } from "./app/expect.ts";
import { asking } from "./app/openQuen.ts";
import { openSmallShop, owner, type SmallShop } from "./app/smallShop.ts";

test.describe.configure({ mode: "serial" });

const barcode = "8936000000017";
let quen: SmallShop;

test.beforeAll(async () => {
  quen = await openSmallShop();
  await signIn(quen.page, owner.pin);
});
test.afterAll(() => quen.close());

const type = async (field: string, text: string) => {
  await tabTo(quen.page, quen.page.getByTestId(field));
  await typeOver(quen.page, text);
};

const save = async () => {
  await quen.page.keyboard.press("Enter");
  await expect(quen.page.getByRole("status").filter({ hasText: "Đã lưu" })).toBeVisible();
};

test("goods are added by keyboard, and scan at the till at once", async () => {
  const { page } = quen;
  await page.keyboard.press("Alt+5");
  await expect(page.getByTestId("goods-search")).toBeFocused();
  await page.keyboard.press("Control+M");
  await expect(page.getByTestId("product-name")).toBeFocused();
  await page.keyboard.type("Que thử đường huyết");
  await type("product-price", "90000");
  await type("product-barcode", barcode);
  await type("product-category", "Sức khoẻ");
  await save();
  await page.keyboard.press("Alt+1");
  await scan(page, barcode);
  await expectTotal(page, "90.000 đ");
  await page.keyboard.press("Delete");
});

test("a changed price, a mark and a count of nothing are what the till goes by", async () => {
  const { page } = quen;
  await page.keyboard.press("Alt+5");
  await expect(page.getByTestId("goods-search")).toBeFocused();
  await page.keyboard.type("que thu");
  await page.keyboard.press("Enter");
  await expect(page.getByTestId("product-name")).toBeFocused();
  await type("product-price", "95000");
  await type("product-stock", "0");
  await tabTo(page, page.getByTestId("product-sensitive"));
  await page.keyboard.press("Space");
  await save();
  const row = page.getByTestId(`product-${barcode}`);
  await expect(row).toContainText("95.000");
  await expect(row).toContainText("nhạy cảm");
  await expect(row).toContainText("hết hàng");
  await page.keyboard.press("Alt+1");
  await scan(page, barcode);
  await expectTotal(page, "95.000 đ");
  await expect(lineOf(page, barcode)).toContainText("thiếu 1");
});

test("a category typed wrongly is taken away again, and the engine knows it no more", async () => {
  const { page } = quen;
  await page.keyboard.press("Alt+5");
  await expect(page.getByTestId("goods-search")).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(page.getByTestId("product-name")).toBeFocused();
  await tabTo(page, page.getByTestId("product-category"));
  await page.keyboard.press("Control+A");
  await page.keyboard.press("Delete");
  await save();
  const answer = await asking(quen)("catalog.byCode", { code: barcode });
  expect(answer).not.toHaveProperty("product.category");
  expect(answer).toMatchObject({ product: { stockQuantity: 0, sensitive: true } });
});
