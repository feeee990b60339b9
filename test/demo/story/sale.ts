import type { Page } from "@playwright/test";
import { wellKnownDigits } from "../../../electron/engine/demo/people/wellKnownPerson.ts";
import type { DemoShop } from "../../../electron/engine/demo/plan.ts";
import { find, lineOf, payCash, scan, take } from "../../e2e/app/atTheTill.ts";
import { expect } from "../../e2e/app/expect.ts";
import { isRecord } from "../../e2e/app/isRecord.ts";
import type { Ask } from "../../e2e/app/openQuen.ts";
import type { Coupon } from "./campaign.ts";
import { type Pictures, takePictures } from "./pictures.ts";
import { check, step } from "./telling.ts";

export type Sold = {
  readonly suggestionsShown: number;
  readonly suggestionTaken: boolean;
  readonly couponRedeemed: boolean;
  readonly pointsRedeemed: number;
};

type Stage = Pictures & {
  readonly ask: Ask;
  readonly demo: DemoShop;
  readonly coupons: readonly Coupon[];
};

const points = 100;

/** Serves a regular: known by four digits, offered what fits, given her coupon and her points. */
export const sell = async (stage: Stage): Promise<Sold> => {
  const { page, ask } = stage;
  // No lot decides in a story whether it goes on.
  await ask("shop.setSettings", { suggestionControlBps: 0 });
  const guest = await lookUp(stage);
  const suggestionsShown = await fillBasket(stage);
  await step("a suggestion is taken by its key", () => takeSuggestion(page));
  await step("the coupon is scanned off its slip", async () => {
    await scan(page, guest.code);
    await expect(page.getByTestId(`coupon-${guest.code}`)).toContainText("đang dùng");
  });
  await step(`${points} points pay a part`, () => redeemPoints(page));
  await step("till and profile are seen in both themes and languages", () => photograph(stage));
  await step("the sale is paid in cash, and the change is as large as the total", () => pay(page));
  return { suggestionsShown, ...(await soldFacts(ask, guest)) };
};

/** The well-known regular; or, were she held out of the campaign, the first who got a coupon. */
const lookUp = async ({ page, ask, demo, coupons }: Stage): Promise<Coupon> => {
  const [regular] = demo.customers;
  const own = coupons.find(({ customerName }) => customerName === regular?.name);
  const guest = own ?? (await anotherGuest(ask, coupons));
  if (!regular || !guest) throw new Error("nobody got a coupon");
  await step(`${regular.name} is found by the last four digits`, async () => {
    await find(page, wellKnownDigits, regular.name);
    await page.keyboard.press("Enter");
    await expect(page.getByTestId("customer-name")).toHaveText(regular.name);
  });
  await step("and by a name without its marks; her profile says who she is", async () => {
    await take(page, unmarked(guest.customerName), guest.customerName);
    const panel = page.getByTestId("customer-panel");
    await expect(page.getByTestId("customer-name")).toHaveText(guest.customerName);
    await expect(page.getByTestId("customer-points")).toHaveText(/^[\d.]+ điểm$/);
    await expect(panel.getByTestId(`coupon-${guest.code}`)).toBeVisible();
    await expect(panel).toContainText("12 tháng");
  });
  return guest;
};

/** Somebody with a coupon and enough points whom their name alone finds: others may be called so too. */
const anotherGuest = async (ask: Ask, coupons: readonly Coupon[]): Promise<Coupon | undefined> => {
  for (const coupon of coupons) {
    const { customerId, customerName } = coupon;
    const { matches } = await ask("customer.search", { text: unmarked(customerName), limit: 2 });
    const [found, other] = Array.isArray(matches) ? matches : [];
    if (!isRecord(found) || found.customerId !== customerId || other !== undefined) continue;
    const { loyalty } = await ask("customer.profile", { customerId });
    if (isRecord(loyalty) && Number(loyalty.balance) >= points) return coupon;
  }
  return undefined;
};

/** Typed as on any keyboard: "tran thi bich hang". */
const unmarked = (name: string): string =>
  name.normalize("NFD").replace(/\p{M}/gu, "").replace(/đ/g, "d").replace(/Đ/g, "D").toLowerCase();

const fillBasket = async ({ page, demo }: Stage): Promise<number> => {
  const coffee = demo.products.find(({ name }) => name.startsWith("Cà phê bột Moka"));
  const milk = demo.products.find(({ name }) => name.startsWith("Sữa đặc có đường"));
  if (!coffee?.barcode || !milk) throw new Error("the demo shop sells no coffee");
  const { barcode } = coffee;
  await step(`${coffee.name} is scanned, and found by its name`, async () => {
    await scan(page, barcode);
    await expect(lineOf(page, coffee.sku)).toBeVisible();
    await take(page, `2*${unmarked(milk.name)}`, milk.name);
    await expect(lineOf(page, milk.sku)).toBeVisible();
  });
  return step("suggestions for this basket are shown with their reasons", async () => {
    const cards = page.locator("[data-testid^=suggestion-]");
    await expect(cards.first()).toBeVisible();
    return cards.count();
  });
};

const takeSuggestion = async (page: Page): Promise<void> => {
  const [card] = await page.locator("[data-testid^=suggestion-]").all();
  const sku = (await card?.getAttribute("data-testid"))?.replace("suggestion-", "") ?? "";
  await page.keyboard.press("F6");
  await expect(lineOf(page, sku)).toContainText("gợi ý đã nhận");
};

const redeemPoints = async (page: Page): Promise<void> => {
  await page.keyboard.press("F5");
  await expect(page.getByTestId("points")).toBeFocused();
  await page.keyboard.type(String(points));
  await page.keyboard.press("Enter");
  await expect(page.getByText(`Dùng ${points} điểm`)).toBeVisible();
};

const photograph = (stage: Stage): Promise<void> => {
  const { page } = stage;
  return takePictures(stage, ["till", "profile"], async (name) => {
    await page.keyboard.press("Alt+1");
    await expect(page.getByTestId("customer-name")).toBeVisible();
    await expect(page.locator("[data-testid^=suggestion-]").first()).toBeVisible();
    if (name === "till") return;
    await page.keyboard.press("F2");
    await expect(page.getByTestId("profile")).toBeVisible();
  });
};

/** Hands over the next whole 100,000 đồng, and sees what comes back. */
const pay = async (page: Page): Promise<void> => {
  await page.keyboard.press("Alt+1");
  const totalMinor = readShown(await page.getByTestId("total").innerText());
  const handedMinor = (Math.floor(totalMinor / 100_000) + 1) * 100_000;
  await payCash(page, { handed: String(handedMinor) });
  const change = readShown(await page.getByTestId("change-due").innerText());
  check(
    change === handedMinor - totalMinor,
    "the change is not what was handed over less the total",
  );
};

/** "132.000 đ" as 132000. */
const readShown = (text: string): number => Number(text.replace(/\D/g, ""));

/** What the shop has written down about the newest sale. */
const soldFacts = async (ask: Ask, { code }: Coupon) => {
  const { sales } = await ask("sale.list", { limit: 1 });
  const [newest] = Array.isArray(sales) ? sales : [];
  const sale = await ask("sale.get", { saleId: isRecord(newest) ? newest.saleId : "" });
  const lines = Array.isArray(sale.lines) ? sale.lines : [];
  const { state } = await ask("coupon.find", { code });
  const facts = {
    suggestionTaken: lines.some((line) => isRecord(line) && line.suggested === true),
    couponRedeemed: state === "redeemed",
    pointsRedeemed: Number(sale.pointsRedeemed),
  };
  check(facts.suggestionTaken, "the sale does not know that a suggestion was taken");
  check(facts.couponRedeemed, "the coupon was not used up");
  check(facts.pointsRedeemed === points, "the points were not redeemed");
  return facts;
};
