import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "@playwright/test";
import type { OrderFile } from "../demo/orderFiles.ts";
import { signIn } from "./app/atTheTill.ts";
import { expect } from "./app/expect.ts";
import { type Ask, asking } from "./app/openQuen.ts";
import { writeOrderPapers } from "./app/orderPapers.ts";
import { openSmallShop, owner, type SmallShop } from "./app/smallShop.ts";

test.describe.configure({ mode: "serial" });

let folder: string;
let shopify: OrderFile;
let readable: number;
let quen: SmallShop;
let ask: Ask;

test.beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "quen-orders-"));
  const papers = writeOrderPapers(folder);
  shopify = papers.shopify;
  readable = shopify.orderCount - shopify.flawedCount;
  const { path } = shopify;
  const { picture, program, halfWorkbook, notOrders, latin1, utf16, ownList } = papers;
  const pickFiles = [path, path, picture, program, halfWorkbook, notOrders, latin1, utf16, ownList];
  quen = await openSmallShop({ pickFiles });
  ask = asking(quen);
  await signIn(quen.page, owner.pin);
  await quen.page.keyboard.press("Alt+3");
});
test.afterAll(async () => {
  await quen.close();
  rmSync(folder, { recursive: true, force: true });
});

const figure = (name: string) => quen.page.getByTestId(`figure-${name}`);
const shown = (name: string) => quen.page.getByTestId(name);
const orderCount = async (): Promise<number> => {
  const { orders } = await ask("orders.list", { limit: 500 });
  return Array.isArray(orders) ? orders.length : -1;
};

test("a file is rehearsed before it is taken: nothing is written, flaws are named", async () => {
  await quen.page.keyboard.press("Control+O");
  await expect(shown("rehearsal")).toContainText("orders_export_1.csv, nhận ra là Shopify (CSV)");
  await expect(figure("created")).toHaveText(String(readable));
  await expect(figure("rejected")).toHaveText(String(shopify.flawedCount));
  await expect(shown("rejects").getByRole("row")).toHaveCount(shopify.flawedCount + 1);
  expect(await orderCount()).toBe(0);
});

test("taken, its orders are there, and the rejected rows lie in a file with their reasons", async () => {
  await quen.page.keyboard.press("Enter");
  await expect(shown("import-result")).toBeVisible();
  await expect(figure("created")).toHaveText(String(readable));
  expect(await orderCount()).toBe(readable);
  const path = await shown("import-result")
    .getByText(/rejects.*\.csv$|\.csv$/)
    .textContent();
  const rejects = readFileSync(String(path).trim(), "utf8");
  expect(rejects.trim().split("\n").length).toBeGreaterThanOrEqual(shopify.flawedCount + 1);
  expect(rejects).toContain("12,5x0");
});

test("the regular of the till is recognised among the buyers", async () => {
  const profile = await ask("customer.profile", { customerId: quen.hangId });
  expect(Object(profile.totals).onlineCount).toBeGreaterThan(0);
});

test("the same file a second time would change nothing", async () => {
  await quen.page.keyboard.press("Control+O");
  await expect(shown("rehearsal")).toBeVisible();
  await expect(figure("unchanged")).toHaveText(String(readable));
  await expect(shown("import-all")).toBeDisabled();
  await quen.page.keyboard.press("Escape");
});

test("an import is undone as a whole, from the list of imports", async () => {
  await quen.page.getByRole("radio", { name: "Các lần nhập" }).focus();
  await quen.page.keyboard.press("Space");
  const undo = quen.page.getByRole("button", { name: "Hoàn tác" });
  await undo.focus();
  await quen.page.keyboard.press("Enter");
  await expect(quen.page.getByText("đã hoàn tác", { exact: true })).toBeVisible();
  await expect(quen.page.getByTestId("undone")).toContainText("trả lại 0 đơn");
  expect(await orderCount()).toBe(0);
});

for (const [what, why] of [
  ["a picture that is called .csv", "đây là ảnh"],
  ["a program that is called .csv", "không phải tệp bảng"],
  ["a workbook that was only half downloaded", "tệp bị hỏng"],
] as const) {
  test(`${what} is refused with what is wrong`, async () => {
    await quen.page.keyboard.press("Control+O");
    await expect(shown("file-refused")).toHaveText(
      `Chưa đọc được tệp này (${why}). Tệp không bị sửa gì.`,
    );
    expect(await orderCount()).toBe(0);
  });
}

test("a list that is not of orders is refused, and says what to choose instead", async () => {
  await quen.page.keyboard.press("Control+O");
  await expect(shown("file-refused")).toHaveText(
    "Tệp này không giống tệp đơn hàng nào. Hãy chọn tệp xuất ra từ sàn hoặc web bán hàng.",
  );
});

for (const [what, name, count] of [
  ["in the western letters of one byte", "José Núñez", 2],
  ["in the UTF-16 of a spreadsheet", "Lê Thị Mơ", 2],
] as const) {
  test(`a file ${what} keeps its names`, async () => {
    await quen.page.keyboard.press("Control+O");
    await expect(figure("created")).toHaveText(String(count));
    await expect(shown("rehearsal")).toContainText(name);
    await quen.page.keyboard.press("Escape");
  });
}

test("a list of one's own is taken once a person has said which column is what", async () => {
  await quen.page.keyboard.press("Control+O");
  await expect(shown("mapping")).toBeVisible();
  for (const [field, header] of [
    ["externalId", "Số"],
    ["placedAt", "Hôm"],
    ["phone", "Gọi cho"],
    ["product", "Món"],
    ["quantity", "Mấy"],
    ["lineTotal", "Hết"],
  ] as const) {
    await shown(`column-${field}`).selectOption({ label: header });
  }
  await shown("rehearse-mapping").press("Enter");
  await expect(figure("created")).toHaveText("2");
  await expect(figure("matched")).toHaveText("2");
  await quen.page.keyboard.press("Enter");
  await expect(shown("import-result")).toBeVisible();
  const { orders } = await ask("orders.list", { customerId: quen.hangId });
  expect(orders).toMatchObject([{ totalMinor: 172_000 }]);
});
