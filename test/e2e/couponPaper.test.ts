import { rmSync } from "node:fs";
import { join } from "node:path";
import { test } from "@playwright/test";
import { lineOf, payCash, scan, signIn } from "./app/atTheTill.ts";
import { expect } from "./app/expect.ts";
import { type Ask, asked, asking } from "./app/openQuen.ts";
import { pageCount, type Slips, scannedFrom, textOf } from "./app/paper.ts";
import { goods, hang, openSmallShop, owner, type SmallShop } from "./app/smallShop.ts";

let quen: SmallShop;
let campaignId: string;

const names = [
  "Nguyễn Thị Thu Hà",
  "Đỗ Ễnh Ương",
  "Trần Thị Ngọc Ánh",
  "Lê Thị Ỷ Lan",
  "Phạm Nguyễn Hoàng Khánh Thuỵ Phương Uyên",
  "Vũ Đức Ẩn",
  "Hoàng Thị Diễm My",
  "Lý",
  "Bùi Nguyễn Quỳnh Như",
  "Đặng Hữu Nghĩa",
  "Ngô Xuân Trường",
  "Dương Thị Bưởi",
] as const;

const makeCustomers = async (ask: Ask) => {
  const consent = { purpose: "marketing", channel: "print", state: "granted" };
  for (let at = 0; at < 26; at += 1) {
    const name = names[at % names.length];
    const { customerId } = await ask("customer.create", {
      name: at < names.length ? name : `${name} ${String.fromCharCode(65 + at)}`,
    });
    await ask("consent.record", { customerId, ...consent, wording: "Đồng ý", source: "test" });
  }
};

/** An offer that is long where offers are long: with a minimum, a ceiling and a shelf. */
const offer = {
  kind: "percent",
  rateBps: 1_500,
  maxDiscountMinor: 50_000,
  minimumSpendMinor: 200_000,
  scope: { categories: ["Cà phê & trà"] },
};

test.beforeAll(async () => {
  quen = await openSmallShop();
  await signIn(quen.page, owner.pin);
  const ask = asking(quen);
  await makeCustomers(ask);
  const made = await ask("campaign.create", {
    name: "Quà tháng mười hai cho khách quen",
    segment: {},
    offer,
    fromDay: "2020-01-01",
    toDay: "2099-12-31",
    holdoutBps: 0,
  });
  campaignId = String(made.campaignId);
  await ask("campaign.issue", { campaignId });
});
test.afterAll(() => quen.close());

/** The list as a PDF, as the window saves it. */
const printed = async (layout: string) => {
  const { document, coupons } = await asked(quen, "campaign.list", {
    campaignId,
    format: "html",
    layout,
  });
  const path = join(quen.printed, `${layout}.pdf`);
  await asked(quen, "shell.savePdf", { html: document, suggestedName: `${layout}.pdf`, path });
  return { path, codes: (coupons as { code: string }[]).map(({ code }) => code).sort() };
};

const sheetOf = (columns: number, rows: number): Slips => ({
  columns,
  rows,
  widthMm: 198 / columns,
  heightMm: 283 / rows,
  leftMm: 6,
  topMm: 5,
});

const oneOf = (place: Pick<Slips, "widthMm" | "heightMm" | "topMm">): Slips => ({
  columns: 1,
  rows: 1,
  leftMm: 0,
  ...place,
});

for (const [layout, dotsPerInch, pages, slips] of [
  ["slips-3x8", 300, 2, sheetOf(3, 8)],
  ["slips-2x5", 300, 3, sheetOf(2, 5)],
  ["letter", 150, 28, oneOf({ widthMm: 210, heightMm: 105, topMm: 191.8 })],
  ["receipt", 203, 28, oneOf({ widthMm: 80, heightMm: 98, topMm: 0 })],
  ["receipt-58", 203, 28, oneOf({ widthMm: 58, heightMm: 65, topMm: 0 })],
] as const) {
  test(`every slip of ${layout} is read by a scanner, its bars and its squares`, async () => {
    test.setTimeout(180_000);
    const { path, codes } = await printed(layout);
    expect(codes).toHaveLength(28);
    expect(pageCount(path)).toBe(pages);
    expect(scannedFrom(path, dotsPerInch, slips)).toEqual({ bars: codes, squares: codes });
  });

  test(`on ${layout} names and offers are text with all their marks`, async () => {
    const { path } = await printed(layout);
    const text = textOf(path).replace(/\s+/g, " ");
    for (const name of names.filter((one) => one.length < 30)) expect(text).toContain(name);
    for (const word of ["Giảm 15%", "Dùng đến hết", "31/12/2099", "Tạp hoá Mi"]) {
      expect(text).toContain(word);
    }
    expect(text).not.toMatch(/[\ufffd\u25a1]/);
  });
}

test("what the window shows is the very document that is printed", async () => {
  const asking = { campaignId, format: "html", layout: "slips-3x8" };
  const { document } = await asked(quen, "campaign.list", asking);
  const { url } = await asked(quen, "shell.showDocument", { html: document });
  const shown = await quen.app.evaluate(
    async ({ net }, address) => (await net.fetch(address)).text(),
    String(url),
  );
  expect(shown).toBe(document);
});

/** As who means to read further down does, before the keys of the window are wanted again. */
const clickPaper = async () => {
  const paper = quen.page.frameLocator("iframe").locator("body");
  await paper.click({ position: { x: 30, y: 30 } });
  await expect(quen.page.locator("iframe")).toBeFocused();
};

test("sheets that were clicked keep no key from the window", async () => {
  const { page } = quen;
  await page.keyboard.press("Alt+4");
  await page.getByTestId("open-coupons").press("Enter");
  await clickPaper();
  await page.keyboard.press("Control+S");
  await expect(page.getByTestId("outcome")).toBeVisible();
  await clickPaper();
  await page.keyboard.press("Escape");
  await expect(page.getByTestId("campaigns")).toBeVisible();
});

test("a receipt that was clicked keeps no part of the next scan", async () => {
  const { page } = quen;
  await page.keyboard.press("Alt+1");
  await scan(page, goods.coffee.barcode);
  await payCash(page);
  await clickPaper();
  await scan(page, goods.milk.barcode);
  await expect(lineOf(page, goods.milk.sku)).toBeVisible();
});

test("a scan over a receipt that was clicked is no typing: it takes only what bears exactly that code", async () => {
  const { page } = quen;
  await payCash(page);
  // A scanner sends its letters together; a machine that has other work sends them one by one.
  await page.evaluate(() => Object.defineProperty(Event.prototype, "timeStamp", { value: 1 }));
  await clickPaper();
  await scan(page, hang.phone.replaceAll(" ", "").slice(3));
  await expect(page.getByTestId("unknown-code")).toBeVisible();
  await page.keyboard.press("Escape");
});

test("what cannot be saved says why", async () => {
  const { page } = quen;
  await page.keyboard.press("Alt+4");
  await page.getByTestId("open-coupons").press("Enter");
  await expect(page.getByTestId("save-csv")).toBeEnabled();
  rmSync(quen.printed, { recursive: true });
  for (const key of ["Control+B", "Control+S"]) {
    await page.keyboard.press(key);
    await expect(page.getByText(/^Chưa lưu được vì thư mục đó không còn/)).toBeVisible();
  }
});
