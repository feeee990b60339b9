import { type Locator, test } from "@playwright/test";
import { showCouponCode } from "../../shared/domain/coupon/couponCode.ts";
import { expectTotal, payCash, scan, signIn, take } from "./app/atTheTill.ts";
import { choose, tabTo, typeOver } from "./app/byKeyboard.ts";
import { expect } from "./app/expect.ts";
import { isRecord } from "./app/isRecord.ts";
import { type Ask, asking } from "./app/openQuen.ts";
import { printedText } from "./app/paper.ts";
import { addRegular, goods, openSmallShop, owner, type SmallShop } from "./app/smallShop.ts";

test.describe.configure({ mode: "serial" });

type Coupon = { readonly code: string; readonly customerId: string; readonly customerName: string };

const families = ["Lê Thị", "Phạm Thị", "Đỗ Thị", "Vũ Thị"];
const givenNames = ["Mai", "Bình", "Cúc", "Dung", "Nhài"];
const buyers = families.flatMap((family) => givenNames.map((given) => `${family} ${given}`));
const campaign = "Cảm ơn cà phê";
let quen: SmallShop;
let ask: Ask;
let coupons: readonly Coupon[];

test.beforeAll(async () => {
  quen = await openSmallShop();
  ask = asking(quen);
  await signIn(quen.page, owner.pin);
  for (const [at, name] of buyers.entries()) await addBuyer(name, `09087${10_000 + at}`);
});
test.afterAll(() => quen.close());

/** Somebody who bought a coffee just now. */
const addBuyer = async (name: string, phone: string): Promise<void> => {
  const customerId = await addRegular(ask, { name, phone });
  const lines = [{ sku: goods.coffee.sku, quantity: 1 }];
  await ask("sale.commit", {
    customerId,
    lines,
    payments: [{ method: "cash", amountMinor: 86_000 }],
  });
};

const builder = () => quen.page.getByTestId("campaign-builder");
const press = (...keys: readonly string[]) =>
  keys.reduce((before, key) => before.then(() => quen.page.keyboard.press(key)), Promise.resolve());

test("a group is built of sentences, counted all the while, and kept under a name", async () => {
  const { page } = quen;
  await press("Alt+4", "Control+G", "Control+M");
  await tabTo(page, page.getByTestId("segment-name"));
  await page.keyboard.type("Mua cà phê");
  await press("Control+K", "ArrowDown", "Enter");
  const row = page.getByTestId("row-purchaseCount");
  await tabTo(page, row.getByLabel("Từ (lần)"));
  await typeOver(page, "1");
  await expect(row).toContainText("Mua ít nhất 1 lần trong 90 ngày qua");
  await expect(page.getByTestId("audience-count")).toHaveText("21");
  await press("Control+S");
  await expect(page.getByTestId("segments")).toContainText("Mua cà phê");
});

test("a campaign for that group is rehearsed before anybody gets anything", async () => {
  const { page } = quen;
  await press("Escape", "Control+M");
  await tabTo(page, builder().getByRole("radio", { name: "Mua cà phê" }));
  await press("Space");
  await expect(page.getByTestId("audience-count")).toHaveText("21");
  await press("Control+Enter");
  await choose(page, builder().locator("input[type=radio][value=amount]"));
  await tabTo(page, builder().getByLabel("Giảm", { exact: true }));
  await typeOver(page, "6000");
  await press("Control+Enter");
  await tabTo(page, page.getByTestId("campaign-name"));
  await page.keyboard.type(campaign);
  await choose(page, builder().locator('input[type=radio][value="3000"]'));
  await press("Control+Enter");
  await expect(page.getByTestId("rehearsal-headline")).toHaveText(
    /^Khoảng \d+ khách sẽ nhận phiếu, \d+ khách để so sánh\.$/,
  );
  await expect(page.getByTestId("power")).not.toBeEmpty();
  const { campaigns } = await ask("campaign.overview");
  expect(campaigns).toEqual([]);
});

test("it is issued, and its slips are printed with every code on them", async () => {
  const { page } = quen;
  await press("Control+Enter");
  await expect(page.getByTestId("coupon-list")).toBeVisible();
  const issued = await page.getByTestId("figure-issued").innerText();
  const heldOut = await page.getByTestId("figure-heldOut").innerText();
  expect(Number(issued) + Number(heldOut)).toBe(21);
  coupons = await listCoupons();
  expect(coupons).toHaveLength(Number(issued));
  await expect(page.frameLocator("iframe").getByText("Tạp hoá Mi").first()).toBeVisible();
  await press("Control+P");
  await expect(page.getByText("Đã gửi tới máy in.")).toBeVisible();
  const paper = printedText(quen, 1).replace(/\s/g, "");
  expect(coupons.filter(({ code }) => !paper.includes(showCouponCode(code)))).toEqual([]);
});

const listCoupons = async (): Promise<readonly Coupon[]> => {
  const { campaigns } = await ask("campaign.overview");
  const [newest] = Array.isArray(campaigns) ? campaigns : [];
  const campaignId = isRecord(newest) ? newest.campaignId : undefined;
  const list = await ask("campaign.list", { campaignId, format: "json" });
  return Array.isArray(list.coupons) ? list.coupons : [];
};

test("one of them comes with it, and pays less at the till", async () => {
  const { page } = quen;
  const coupon = coupons.find(({ customerName }) => buyers.includes(customerName));
  await press("Alt+1");
  await scan(page, goods.coffee.barcode);
  await take(page, coupon?.customerName ?? "", coupon?.customerName ?? "");
  await expectTotal(page, /86\.000/);
  await scan(page, coupon?.code ?? "");
  await expectTotal(page, /80\.000/);
  await payCash(page);
  await press("Enter");
});

test("the results tell what came of it so far, and do not pretend to know more", async () => {
  const { page } = quen;
  await press("Alt+4", "Escape");
  await expect(page.getByTestId("campaign")).toContainText(
    `1 trên ${coupons.length} phiếu đã dùng`,
  );
  await page.getByTestId("open-results").press("Enter");
  await expect(page.getByTestId("verdict")).toContainText("Chưa đủ để nói");
  await expect(page.getByTestId("figure-redeemed")).toHaveText("1");
  await expect(page.getByTestId("figure-discount")).toHaveText("6.000 đ");
});

test("a stopped campaign's open coupons are good for nothing any more", async () => {
  const { page } = quen;
  await page.getByTestId("stop-campaign").press("Enter");
  await page.getByTestId("stop-campaign").press("Enter");
  await expect(page.getByTestId("stop-campaign")).toHaveCount(0);
  await press("Escape");
  await expect(page.getByTestId("campaign")).toContainText("đã dừng");
  const states = (await listCoupons()).map((coupon) => Reflect.get(coupon, "state"));
  expect(new Set(states)).toEqual(new Set(["redeemed", "void"]));
});

test("a cashier reads of a campaign when it runs, at the edge of all that is said of it", async () => {
  const { page } = quen;
  const lan = { name: "Lan", pin: "7351" };
  await ask("staff.create", { role: "cashier", ...lan });
  await ask("session.logout");
  await page.reload();
  await expect(page.getByTestId("sign-in")).toBeVisible();
  await press("ArrowDown");
  await expect(page.getByRole("button", { name: lan.name, pressed: true })).toBeVisible();
  await signIn(page, lan.pin);
  await press("Alt+4");
  const card = page.getByTestId("campaign");
  const edgeOf = async (place: Locator) => Math.round((await place.boundingBox())?.x ?? 0);
  const days = card.getByText(/^\d{2}\/\d{2}\/\d{4} đến /);
  expect(await edgeOf(days)).toBe(await edgeOf(card.getByRole("heading")));
});
