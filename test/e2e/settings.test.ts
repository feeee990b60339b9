import { test } from "@playwright/test";
import { expectTotal, lineOf, scan, signIn, take } from "./app/atTheTill.ts";
import { expect } from "./app/expect.ts";
import { changeLook } from "./app/looks.ts";
import { goods, hang, openSmallShop, owner, type SmallShop } from "./app/smallShop.ts";

test.describe.configure({ mode: "serial" });

let quen: SmallShop;

test.beforeAll(async () => {
  quen = await openSmallShop();
  await signIn(quen.page, owner.pin);
  await scan(quen.page, goods.coffee.barcode);
  await take(quen.page, "3*sua dac", goods.milk.name);
  await take(quen.page, "4573", hang.name);
  await expectTotal(quen.page, "168.500 đ");
});
test.afterAll(() => quen.close());

const expectBasketKept = async () => {
  await expect(lineOf(quen.page, goods.coffee.sku)).toBeVisible();
  await expect(lineOf(quen.page, goods.milk.sku)).toBeVisible();
  await expect(quen.page.getByTestId("customer-name")).toHaveText(hang.name);
};

test("another language is there at once, with its own figures, and the basket stays", async () => {
  const { page } = quen;
  await changeLook(page, { theme: "light", locale: "en" });
  await page.keyboard.press("Alt+1");
  await expectBasketKept();
  await expect(page.getByTestId("pay-cash")).toContainText("Cash");
  await expectTotal(page, "168,500 đ");
});

test("the dark theme is there at once, and the basket stays", async () => {
  const { page } = quen;
  const ground = () => page.evaluate(() => getComputedStyle(document.body).backgroundColor);
  const light = await ground();
  await changeLook(page, { theme: "dark", locale: "en" });
  await page.keyboard.press("Alt+1");
  await expectBasketKept();
  expect(await ground()).not.toBe(light);
});

test("a window that is drawn anew keeps its look and the basket", async () => {
  const { page } = quen;
  await page.reload();
  await signIn(page, owner.pin);
  await expectBasketKept();
  await expect(page.locator("html")).toHaveAttribute("data-theme", "dark");
  await expectTotal(page, "168,500 đ");
});

test("the pay key is not lost while the basket is being priced anew", async () => {
  const { page } = quen;
  for (const key of ["Alt+6", "Alt+1", "F9"]) await page.keyboard.press(key);
  await expect(page.getByTestId("amount")).toBeFocused();
});
