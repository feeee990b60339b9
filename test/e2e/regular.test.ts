import { test } from "@playwright/test";
import { showCouponCode } from "../../shared/domain/coupon/couponCode.ts";
import { expectTotal, find, lineOf, payCash, scan, signIn, take } from "./app/atTheTill.ts";
import { expect } from "./app/expect.ts";
import { asked, asking } from "./app/openQuen.ts";
import { printedText } from "./app/paper.ts";
import {
  codeOf,
  goods,
  hang,
  issueCoupons,
  openSmallShop,
  owner,
  type SmallShop,
} from "./app/smallShop.ts";

test.describe.configure({ mode: "serial" });

let quen: SmallShop;
let code: string;

test.beforeAll(async () => {
  quen = await openSmallShop();
  await signIn(quen.page, owner.pin);
  code = codeOf(await issueCoupons(asking(quen), {}), quen.hangId);
});
test.afterAll(() => quen.close());

test("a regular is known by the last four digits, and the phone stays masked", async () => {
  const { page } = quen;
  await find(page, "4573", hang.name);
  await page.keyboard.press("Enter");
  await expect(page.getByTestId("customer-name")).toHaveText(hang.name);
  await expect(page.getByTestId("customer-points")).toContainText(String(hang.points));
  await expect(page.getByTestId("customer-panel")).not.toContainText("124 573");
});

test("goods come by scanner, by a name without marks, by three at once and by weight", async () => {
  const { page } = quen;
  await scan(page, goods.coffee.barcode);
  await expect(lineOf(page, goods.coffee.sku)).toBeVisible();
  await take(page, "3*sua dac", goods.milk.name);
  await take(page, "0,25*hat dieu", goods.cashews.name);
  await expect(lineOf(page, goods.milk.sku)).toContainText("82.500");
  await expect(lineOf(page, goods.cashews.sku)).toContainText("80.000");
  await expectTotal(page, /248\.500/);
});

test("her coupon is scanned off the slip, and points pay a part", async () => {
  const { page } = quen;
  await scan(page, code);
  await expect(page.getByTestId(`coupon-${code}`)).toHaveAttribute("aria-pressed", "true");
  await expectTotal(page, /228\.500/);
  await page.keyboard.press("F5");
  await expect(page.getByTestId("points")).toBeFocused();
  await page.keyboard.type("100");
  await page.keyboard.press("Enter");
  await expectTotal(page, /208\.500/);
});

test("she pays in cash, gets her change, and the receipt tells all of it", async () => {
  const { page } = quen;
  await payCash(page, { handed: "500000", change: /291\.500/ });
  await expect(page.getByTestId("change-due")).toHaveText(/291\.500/);
  const paper = page.frameLocator("iframe");
  await expect(paper.getByText("Tạp hoá Mi").first()).toBeVisible();
  await page.keyboard.press("Control+P");
  await expect(page.getByText("Đã in.")).toBeVisible();
  const text = printedText(quen, 1);
  for (const word of ["Tạp hoá Mi", "Cà phê rang xay", "248.500", "208.500", "291.500"]) {
    expect(text).toContain(word);
  }
  expect(text).toContain(showCouponCode(code));
});

test("what the screen said is what the shop has written down", async () => {
  const { sales } = await asked(quen, "sale.list", { limit: 1 });
  const [listed] = Array.isArray(sales) ? sales : [];
  const sale = await asked(quen, "sale.get", { saleId: listed.saleId });
  expect(sale).toMatchObject({
    customerId: quen.hangId,
    totalMinor: 208_500,
    changeMinor: 291_500,
    pointsRedeemed: 100,
    coupons: [{ code, discountMinor: 20_000 }],
  });
  const found = await asked(quen, "coupon.find", { code });
  expect(found.state).toBe("redeemed");
});

test("Enter goes on to the next customer with an empty basket", async () => {
  const { page } = quen;
  await page.keyboard.press("Enter");
  await expect(page.getByTestId("done")).toBeHidden();
  await expect(page.getByTestId("omnibox")).toBeFocused();
  await expect(page.getByTestId("customer-name")).toBeHidden();
});
