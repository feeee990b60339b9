import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "@playwright/test";
import { couponCodeFrom, showCouponCode } from "../../shared/domain/coupon/couponCode.ts";
import { expectTotal, payCash, scan, signIn, take, typeByHand } from "./app/atTheTill.ts";
import { expect } from "./app/expect.ts";
import { layoutFaults } from "./app/layoutFaults.ts";
import { type Ask, asking, openQuen, type Quen, resize } from "./app/openQuen.ts";
import { codeOf, goods, hang, issueCoupons, makePastShop, owner } from "./app/smallShop.ts";

test.describe.configure({ mode: "serial" });

const DAY_MS = 86_400_000;
let folder: string;
let quen: Quen;
let ask: Ask;
let ids: { readonly hangId: string; readonly anId: string; readonly expired: string };

test.beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "quen-coupons-"));
  ids = await makePastShop(join(folder, "shop"), Date.now() - 40 * DAY_MS);
  quen = await openQuen({ folder });
  ask = asking(quen);
  await signIn(quen.page, owner.pin);
  await scan(quen.page, goods.coffee.barcode);
  await take(quen.page, "4573", hang.name);
  await expectTotal(quen.page, /86\.000/);
});
test.afterAll(async () => {
  await quen.close();
  rmSync(folder, { recursive: true, force: true });
});

const sum = () => quen.page.getByLabel("Cách tính tổng");

/** Scans `code`, sees why it does nothing, and takes it out again by the key on its card. */
const expectRefused = async (code: string, why: RegExp) => {
  const { page } = quen;
  const card = page.getByTestId(`coupon-${code}`);
  await scan(page, code);
  await expect(sum()).toContainText(`Phiếu ${showCouponCode(code)}: `);
  await expect(sum()).toContainText(why);
  await expect(card).toHaveText(why);
  await expectTotal(page, /86\.000/);
  await page.keyboard.press("Control+0");
  await expect(sum()).not.toContainText(showCouponCode(code));
  await expectTotal(page, /86\.000/);
};

test("a code that no slip bears adds nothing to the basket", async () => {
  const { page } = quen;
  const code = couponCodeFrom(new Uint8Array(6).fill(0xff));
  await scan(page, code);
  await expect(page.getByTestId("unknown-code")).toContainText(code);
  await page.keyboard.press("Escape");
  await expectTotal(page, /86\.000/);
});

test("a slip of the finger in a code is told from an unknown one", async () => {
  const { page } = quen;
  const code = ids.expired;
  const other = code.endsWith("7") ? "8" : "7";
  await typeByHand(page, showCouponCode(code.slice(0, -1) + other));
  await expect(page.getByText("Mã phiếu gõ nhầm một chữ. Xem lại trên phiếu.")).toBeVisible();
  await page.keyboard.press("Escape");
});

test("a coupon that has run out says when it did", () => expectRefused(ids.expired, /hết hạn/));

test("a coupon of next year says from when it works", async () => {
  const terms = { name: "Năm sau", fromDay: "2090-01-01", toDay: "2090-12-31" };
  const codes = await issueCoupons(ask, terms);
  await expectRefused(codeOf(codes, ids.hangId), /dùng từ/);
});

test("somebody else's coupon says so", async () => {
  const codes = await issueCoupons(ask, {});
  await expectRefused(codeOf(codes, ids.anId), /phiếu của khách khác/);
});

test("a basket too small for the coupon says what is missing", async () => {
  const codes = await issueCoupons(ask, {});
  await expectRefused(codeOf(codes, ids.hangId), /mua thêm 14\.000/);
});

test("a coupon works once: the second time it says when it was used", async () => {
  const { page } = quen;
  const offer = { kind: "amount", amountMinor: 6_000 };
  const codes = await issueCoupons(ask, { offer });
  const code = codeOf(codes, ids.hangId);
  await scan(page, code);
  await expectTotal(page, /80\.000/);
  await payCash(page, {});
  await page.keyboard.press("Enter");
  await scan(page, goods.coffee.barcode);
  await take(page, "4573", hang.name);
  await expectTotal(page, /86\.000/);
  await expectRefused(code, /đã dùng ngày/);
});

test("what each of four refused coupons asks for is read to its end in the small window", async () => {
  const { page } = quen;
  await resize(quen, { width: 1024, height: 768 });
  await ask("shop.setSettings", { contactCapPerMonth: 60 });
  const large = await issueCoupons(ask, {});
  const gift = await issueCoupons(ask, { offer: { kind: "gift", sku: goods.oil.sku } });
  for (const codes of [large, gift]) {
    await scan(page, codeOf(codes, ids.hangId));
    await scan(page, codeOf(codes, ids.anId));
  }
  const said = sum()
    .locator("dt")
    .filter({ hasText: /^Phiếu .+: / });
  await expect(said).toHaveCount(4);
  const cut = await said.evaluateAll((all) =>
    all.filter(({ scrollWidth, clientWidth }) => scrollWidth > clientWidth).map(String),
  );
  expect(cut).toEqual([]);
});

test("a coupon that is taken beside three that are not is read whole, and so is a long gift, in every window", async () => {
  const { page } = quen;
  const name = "Hộp quà Tết bánh mứt hạt sen, trà ướp hoa nhài và hạt điều 1,2 kg";
  await ask("catalog.import", { products: [{ sku: "QUA", name, priceMinor: 260_000 }] });
  const gift = await issueCoupons(ask, { offer: { kind: "gift", sku: "QUA" } });
  const taken = await issueCoupons(ask, { offer: { kind: "percent", rateBps: 1_000 } });
  for (const codes of [taken, gift]) await scan(page, codeOf(codes, ids.hangId));
  await expect(sum()).toContainText(`thêm món tặng ${name} vào giỏ`);
  for (const size of [
    { width: 1024, height: 768 },
    { width: 1280, height: 800 },
  ]) {
    await resize(quen, size);
    const cut = await sum()
      .locator("dt:not(.visually-hidden)")
      .evaluateAll((all) =>
        all.flatMap(({ scrollWidth, clientWidth, textContent }) =>
          scrollWidth > clientWidth ? textContent : [],
        ),
      );
    expect(cut).toEqual([]);
    expect(await layoutFaults(page)).toEqual([]);
  }
});

test("the codes of a person's coupons stand on one line each where the person is shown", async () => {
  const { page } = quen;
  await resize(quen, { width: 1024, height: 768 });
  await page.keyboard.press("F2");
  await expect(page.getByTestId("person-coupons")).toContainText(
    /[\dA-Z]{4}-[\dA-Z]{4}-[\dA-Z]{2}/u,
  );
  expect(await layoutFaults(page)).toEqual([]);
});
