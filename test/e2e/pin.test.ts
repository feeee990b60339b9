import { test } from "@playwright/test";
import { lineOf, scan, signIn } from "./app/atTheTill.ts";
import { expect } from "./app/expect.ts";
import { asking } from "./app/openQuen.ts";
import { goods, openSmallShop, owner, type SmallShop } from "./app/smallShop.ts";

test.describe.configure({ mode: "serial" });

const lan = { name: "Lan", pin: "7351" } as const;
let quen: SmallShop;

test.beforeAll(async () => {
  quen = await openSmallShop();
  const ask = asking(quen);
  await ask("session.login", owner);
  await ask("staff.create", { role: "cashier", ...lan });
  await ask("session.logout");
  await quen.page.clock.install();
  await quen.page.reload();
  await expect(quen.page.getByTestId("sign-in")).toBeVisible();
});
test.afterAll(() => quen.close());

const alert = () => quen.page.getByRole("alert");

const enter = async (pin: string) => {
  await quen.page.keyboard.type(pin);
  await quen.page.keyboard.press("Enter");
};

test("a wrong PIN opens nothing, and says how many tries are left", async () => {
  for (const left of [4, 3, 2, 1]) {
    await enter("0000");
    await expect(alert()).toHaveText(`Mã PIN chưa đúng. Còn ${left} lần thử.`);
  }
  await expect(quen.page.getByTestId("omnibox")).toBeHidden();
});

test("the fifth wrong PIN says until when it waits, and even the right one waits", async () => {
  const locked = /^Sai nhiều lần nên tạm khoá đến \d{1,2}:\d{2}\. Người khác vẫn vào quầy được\.$/;
  await enter("0000");
  await expect(alert()).toHaveText(locked);
  await enter(owner.pin);
  await expect(alert()).toHaveText(locked);
  expect(await quen.call("sale.list")).toMatchObject({
    ok: false,
    error: { data: { kind: "NotSignedIn" } },
  });
});

test("somebody else still signs in: the arrow keys choose who", async () => {
  await quen.page.keyboard.press("ArrowDown");
  await expect(quen.page.getByRole("button", { name: lan.name, pressed: true })).toBeVisible();
  await signIn(quen.page, lan.pin);
});

test("neither a PIN nor the session's token is kept in the window", async () => {
  const kept = await quen.page.evaluate(() =>
    JSON.stringify([{ ...localStorage }, { ...sessionStorage }, document.cookie]),
  );
  expect(kept).not.toContain(lan.pin);
  expect(kept).not.toContain(owner.pin);
  // A token is 24 bytes in base64; the shop's id is longer, and opens nothing.
  const withoutIds = kept.replace(/"[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}"/gu, "");
  expect(withoutIds).not.toMatch(/[\w-]{32}/);
});

test("a till that nobody touches locks itself, and the basket waits for whoever comes", async () => {
  const { page } = quen;
  await scan(page, goods.coffee.barcode);
  await expect(lineOf(page, goods.coffee.sku)).toBeVisible();
  await page.clock.fastForward("09:59");
  await expect(lineOf(page, goods.coffee.sku)).toBeVisible();
  await page.clock.fastForward("00:02");
  await expect(page.getByTestId("sign-in")).toBeVisible();
  await expect(page.getByText("Giỏ hàng đang dở vẫn còn nguyên.")).toBeVisible();
  await page.getByRole("button", { name: lan.name }).press("Enter");
  await signIn(page, lan.pin);
  await expect(lineOf(page, goods.coffee.sku)).toBeVisible();
});

test("Ctrl L locks at once, and then the engine answers nothing", async () => {
  const { page } = quen;
  await page.keyboard.press("Control+L");
  await expect(page.getByTestId("sign-in")).toBeVisible();
  expect(await quen.call("catalog.search", { text: "ca phe" })).toMatchObject({
    ok: false,
    error: { data: { kind: "NotSignedIn" } },
  });
});

test("the dots of the longest PIN stay within its pad", async () => {
  const { page } = quen;
  await page.keyboard.type("123456789012");
  const [pad, dots] = [page.getByRole("region"), page.locator("i:visible")];
  await expect(dots).toHaveCount(12);
  const inner = await dots.last().boundingBox();
  const outer = await pad.boundingBox();
  expect(right(inner)).toBeLessThan(right(outer));
});

const right = (box: { readonly x: number; readonly width: number } | null): number =>
  box ? box.x + box.width : Number.NaN;
