import { test } from "@playwright/test";
import { expectTotal, lineOf, payCash, scan, signIn, take } from "./app/atTheTill.ts";
import { expect } from "./app/expect.ts";
import { asked, enginePid } from "./app/openQuen.ts";
import { goods, hang, openSmallShop, owner, type SmallShop } from "./app/smallShop.ts";

test.describe.configure({ mode: "serial" });

let quen: SmallShop;

test.beforeAll(async () => {
  quen = await openSmallShop();
  await signIn(quen.page, owner.pin);
});
test.afterAll(() => quen.close());

const restarted = () => quen.page.getByTestId("restarted");

const sales = async (): Promise<readonly { readonly receiptNumber: string }[]> => {
  const { sales: listed } = await asked(quen, "sale.list", { limit: 50 });
  return Array.isArray(listed) ? listed : [];
};

test("an engine that dies while goods are scanned takes nothing along", async () => {
  const { page } = quen;
  await scan(page, goods.coffee.barcode);
  await expectTotal(page, /86\.000/);
  process.kill(enginePid(quen.app), "SIGKILL");
  await expect(restarted()).toHaveText(/Phần dữ liệu vừa khởi động lại\. Giỏ hàng còn nguyên/);
  await expect(lineOf(page, goods.coffee.sku)).toBeVisible();
  await take(page, "4573", hang.name);
  await expect(page.getByTestId("customer-name")).toHaveText(hang.name);
});

test("a sale that was sent to an engine that dies is written exactly once", async () => {
  const { page } = quen;
  const before = await sales();
  const pid = enginePid(quen.app);
  await page.keyboard.press("F9");
  await expect(page.getByTestId("amount")).toBeFocused();
  process.kill(pid, "SIGSTOP");
  await page.keyboard.type("100000");
  await page.keyboard.press("Enter");
  await expect(page.getByText("Đang ghi lại, chờ một chút")).toBeVisible();
  process.kill(pid, "SIGKILL");
  await expect(page.getByTestId("done")).toBeVisible();
  await expect(page.getByTestId("change-due")).toHaveText(/14\.000/);
  expect(await sales()).toHaveLength(before.length + 1);
});

test("a kill in the very moment of paying loses and doubles nothing", async () => {
  const { page } = quen;
  const before = await sales();
  await page.keyboard.press("Enter");
  await scan(page, goods.milk.barcode);
  await expectTotal(page, /27\.500/);
  await page.keyboard.press("F9");
  await expect(page.getByTestId("amount")).toBeFocused();
  const pid = enginePid(quen.app);
  const pressed = page.keyboard.press("Enter");
  process.kill(pid, "SIGKILL");
  await pressed;
  await expect(page.getByTestId("done")).toBeVisible();
  const after = await sales();
  expect(after).toHaveLength(before.length + 1);
  await expect(page.getByTestId("receipt-number")).toContainText(after[0]?.receiptNumber ?? "?");
});

test("the next sale follows without a gap in the receipt numbers", async () => {
  const { page } = quen;
  await page.keyboard.press("Enter");
  await scan(page, goods.oil.barcode);
  await expectTotal(page, /52\.000/);
  await payCash(page, {});
  const numbers = (await sales()).map(({ receiptNumber }) => Number(/\d+$/.exec(receiptNumber)));
  expect(numbers).toEqual(numbers.map((_, at) => numbers.length - at));
});
