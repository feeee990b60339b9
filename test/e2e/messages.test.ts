import { readFileSync } from "node:fs";
import { read, utils } from "@e965/xlsx";
import { test } from "@playwright/test";
import Papa from "papaparse";
import { showCouponCode } from "../../shared/domain/coupon/couponCode.ts";
import { signIn } from "./app/atTheTill.ts";
import { tabTo, typeOver } from "./app/byKeyboard.ts";
import { expect } from "./app/expect.ts";
import { type Ask, asking } from "./app/openQuen.ts";
import { an, codeOf, hang, openSmallShop, owner, type SmallShop } from "./app/smallShop.ts";

test.describe.configure({ mode: "serial" });

let quen: SmallShop;
let text: string;
let code: string;

const agree = (ask: Ask, customerId: string, channel: string) =>
  ask("consent.record", {
    ...{ customerId, channel, purpose: "marketing", state: "granted" },
    ...{ wording: "Đồng ý", source: "test" },
  });

/** A campaign by SMS for both regulars, of whom only Hằng agreed to be written to. */
test.beforeAll(async () => {
  quen = await openSmallShop();
  const { page, hangId } = quen;
  const ask = asking(quen);
  await signIn(page, owner.pin);
  await agree(ask, hangId, "sms");
  await agree(ask, hangId, "zalo");
  const { campaignId } = await ask("campaign.create", {
    ...{ name: "Nhắn khách quen", segment: {}, channel: "sms", holdoutBps: 0 },
    ...{ fromDay: "2020-01-01", toDay: "2099-12-31" },
    offer: { kind: "amount", amountMinor: 20_000 },
  });
  await ask("campaign.issue", { campaignId });
  const { coupons } = await ask("campaign.list", { campaignId, format: "json" });
  const codes = new Map(
    (coupons as { customerId: string; code: string }[]).map((one) => [one.customerId, one.code]),
  );
  code = codeOf(codes, hangId);
  text = `Hằng ơi, Tạp hoá Mi tặng mã ${showCouponCode(code)}`;
  await page.keyboard.press("Alt+4");
  await page.getByTestId("open-messages").press("Enter");
  await expect(page.getByTestId("messages")).toBeVisible();
});
test.afterAll(() => quen.close());

/** The place that the window says it has saved to. */
const savedTo = async (ending: string): Promise<string> => {
  const line = quen.page.getByText(new RegExp(`^Đã lưu ở .+\\.${ending}\\.`));
  await expect(line).toBeVisible();
  return (await line.innerText()).replace(/^Đã lưu ở (.+)\. Tải lên.*$/s, "$1");
};

test("an SMS is read as its receiver will, with its length, by who agreed to get one", async () => {
  const { page } = quen;
  await tabTo(page, page.getByTestId("template"));
  await typeOver(page, "{givenName} ơi, {shop} tặng mã {code}");
  const example = page.getByTestId("example");
  await expect(example).toContainText(text);
  await expect(example).toContainText(`${text.length} ký tự, 1 tin`);
  await expect(page.getByTestId("figure-count")).toHaveText("1");
  await expect(page.getByTestId("figure-longest")).toHaveText(String(text.length));
  await expect(example).not.toContainText(an.name);
});

test("it is saved as CSV for the sender of SMS, and as Excel for Zalo", async () => {
  const { page } = quen;
  const until = "2099-12-31";
  await page.keyboard.press("Control+B");
  const csv = readFileSync(await savedTo("csv"), "utf8").replace(/^\ufeff/, "");
  expect(Papa.parse<string[]>(csv.trimEnd()).data).toEqual([
    ["Điện thoại", "Khách hàng", "Tin nhắn", "Mã phiếu", "Dùng đến hết"],
    ["84903124573", hang.name, text, showCouponCode(code), until],
  ]);
  await page.getByRole("radio", { name: "Zalo" }).check({ force: true });
  await expect(page.getByTestId("example")).toContainText(text);
  await page.keyboard.press("Control+S");
  const { Sheets } = read(readFileSync(await savedTo("xlsx")));
  const [head, ...rows] = utils.sheet_to_json<string[]>(Sheets.Quen ?? {}, { header: 1 });
  expect(head).toContain("Tin nhắn");
  expect(rows).toEqual([["+84903124573", hang.name, text, showCouponCode(code), until]]);
});
