import { copyFileSync } from "node:fs";
import { join } from "node:path";
import type { Page } from "@playwright/test";
import { showCouponCode } from "../../../shared/domain/coupon/couponCode.ts";
import { choose, tabTo, typeOver } from "../../e2e/app/byKeyboard.ts";
import { expect } from "../../e2e/app/expect.ts";
import { isRecord } from "../../e2e/app/isRecord.ts";
import type { Ask } from "../../e2e/app/openQuen.ts";
import { pageCount, textOf } from "../../e2e/app/paper.ts";
import { type Pictures, takePictures } from "./pictures.ts";
import { check, step } from "./telling.ts";

export type Coupon = {
  readonly code: string;
  readonly customerId: string;
  readonly customerName: string;
};
export type Printed = {
  readonly coupons: readonly Coupon[];
  readonly couponListPages: number;
  readonly couponsPrinted: number;
};

const name = "Cảm ơn khách quen";
const offMinor = 20_000;
export const leastMinor = 100_000;

/** Thanks the best regulars with a slip of paper each, and saves the sheets as `coupons.pdf`. */
export const issueCampaign = async (pictures: Pictures, ask: Ask): Promise<Printed> => {
  const { page, folder } = pictures;
  await step("a campaign for the best regulars is described and rehearsed", async () => {
    await page.keyboard.press("Alt+4");
    await page.keyboard.press("Control+M");
    await fillIn(page);
    await page.keyboard.press("Control+4");
    await expect(page.getByTestId("rehearsal-headline")).toHaveText(
      /^Khoảng [\d.]+ khách sẽ nhận phiếu/,
    );
  });
  await step("its coupons are issued", async () => {
    await page.keyboard.press("Control+Enter");
    await expect(page.getByTestId("coupon-list")).toBeVisible();
  });
  return step("its list is previewed, and saved as a PDF", async () => {
    await expect(page.frameLocator("iframe").getByText("Tạp hoá Mi").first()).toBeVisible();
    await takePictures(pictures, ["campaign"], async () => {
      await page.keyboard.press("Alt+4");
      await expect(page.frameLocator("iframe").getByText("Tạp hoá Mi").first()).toBeVisible();
    });
    await page.keyboard.press("Alt+4");
    await page.keyboard.press("Control+S");
    const saved = page.getByText(/^Đã lưu ở .+\.pdf$/);
    await expect(saved).toBeVisible();
    const path = (await saved.innerText()).replace("Đã lưu ở ", "");
    const pdf = join(folder, "coupons.pdf");
    copyFileSync(path, pdf);
    const coupons = await listCoupons(ask);
    return { coupons, ...checkPaper(pdf, coupons) };
  });
};

const fillIn = async (page: Page): Promise<void> => {
  const builder = page.getByTestId("campaign-builder");
  const radio = (value: string) => builder.locator(`input[type=radio][value=${value}]`);
  await expect(builder).toBeVisible();
  const count = page.getByTestId("audience-count");
  await choose(page, radio("best"));
  await expect(count).toHaveText(/^[\d.]+$/);
  const everyone = await count.innerText();
  const spent = page.getByTestId("row-spentMinor");
  await tabTo(page, spent.getByRole("button").first());
  await page.keyboard.press("Enter");
  await tabTo(page, spent.getByLabel("Từ", { exact: true }));
  await typeOver(page, "2000000");
  await expect(count).not.toHaveText(everyone);
  await page.keyboard.press("Control+2");
  await choose(page, radio("amount"));
  await tabTo(page, builder.getByLabel("Giảm", { exact: true }));
  await typeOver(page, String(offMinor));
  await tabTo(page, builder.getByLabel("Đơn từ"));
  await typeOver(page, String(leastMinor));
  await expect(page.getByTestId("audience")).toContainText("20.000");
  await page.keyboard.press("Control+3");
  await tabTo(page, page.getByTestId("campaign-name"));
  await typeOver(page, name);
};

const listCoupons = async (ask: Ask): Promise<readonly Coupon[]> => {
  const { campaigns } = await ask("campaign.overview", { limit: 1 });
  const [newest] = Array.isArray(campaigns) ? campaigns : [];
  const campaignId = isRecord(newest) ? newest.campaignId : undefined;
  const { coupons } = await ask("campaign.list", { campaignId, format: "json" });
  if (!Array.isArray(coupons)) throw new Error("the campaign lists no coupons");
  return coupons.map(({ code, customerId, customerName }) => ({
    code: String(code),
    customerId: String(customerId),
    customerName: String(customerName),
  }));
};

/** Every code stands on the paper once. */
const checkPaper = (pdf: string, coupons: readonly Coupon[]) => {
  // The codes are set wide, so their letters come out of a PDF with spaces between some of them.
  const text = textOf(pdf).replace(/\s/g, "");
  const missing = coupons.filter(({ code }) => !text.includes(showCouponCode(code)));
  check(missing.length === 0, `${missing.length} coupons are not on the paper`);
  const couponListPages = pageCount(pdf);
  check(couponListPages === Math.ceil(coupons.length / 24), "the sheets are not full");
  return { couponListPages, couponsPrinted: coupons.length - missing.length };
};
