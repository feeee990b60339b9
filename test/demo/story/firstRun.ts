import type { Page } from "@playwright/test";
import { signIn, typeByHand } from "../../e2e/app/atTheTill.ts";
import { choose, tabTo, typeOver } from "../../e2e/app/byKeyboard.ts";
import { expect } from "../../e2e/app/expect.ts";
import { check, say, step } from "./telling.ts";

const pin = "2468";
const FILL_TIMEOUT_MS = 300_000;

/** From an empty machine to a shop with a year and a half of trade. */
export const firstRun = async (page: Page): Promise<void> => {
  const part = (name: string) => page.getByTestId(`wizard-${name}`);
  await step("the wizard greets in Vietnamese and takes the shop's name", async () => {
    await expect(part("language")).toContainText("Chào bạn, mình là Quen");
    await page.keyboard.press("Enter");
    await expect(page.getByTestId("shop-name")).toBeFocused();
    await typeByHand(page, "Tạp hoá Mi");
    await tabTo(page, page.getByLabel("Điện thoại"));
    await typeOver(page, "028 3812 4573");
    await tabTo(page, page.getByLabel("Địa chỉ"));
    await typeOver(page, "12 Nguyễn Trãi, Quận 5, TP. Hồ Chí Minh");
    await page.keyboard.press("Enter");
    await expect(part("money")).toContainText("Việt Nam");
    await page.keyboard.press("Enter");
  });
  await step("the owner chooses a PIN and is given the recovery key", async () => {
    await expect(page.getByTestId("owner-name")).toBeFocused();
    await typeByHand(page, "Mi");
    await page.keyboard.press("Tab");
    await typeByHand(page, pin);
    await page.keyboard.press("Tab");
    await typeByHand(page, pin);
    await page.keyboard.press("Enter");
    await expect(page.getByTestId("key-group").first()).toBeVisible();
    await page.keyboard.press("Enter");
  });
  await step("the demo shop is filled, and the progress is seen", () => fillDemo(page));
  await step("the till is locked and opened again by PIN", async () => {
    await page.keyboard.press("Control+L");
    await signIn(page, pin);
  });
};

const fillDemo = async (page: Page): Promise<void> => {
  const start = page.getByTestId("wizard-start");
  await expect(start).toBeVisible();
  await choose(page, start.locator("input[type=radio][value=demo]"));
  await page.keyboard.press("Enter");
  const bar = start.getByRole("progressbar");
  await expect(bar).toBeVisible();
  const seen = await watch(bar, page);
  say(`  progress was shown at ${seen.length} different figures`);
  check(seen.length > 3, "the progress of filling the shop did not move");
};

/** The figures that the progress bar shows until the till is there. */
const watch = async (bar: ReturnType<Page["getByRole"]>, page: Page): Promise<string[]> => {
  const seen = new Set<string>();
  const omnibox = page.getByTestId("omnibox");
  await expect
    .poll(
      async () => {
        if (await omnibox.isVisible()) return true;
        seen.add(
          (await bar.getAttribute("aria-valuenow", { timeout: 500 }).catch(() => null)) ?? "",
        );
        return false;
      },
      { timeout: FILL_TIMEOUT_MS, intervals: [250] },
    )
    .toBe(true);
  return [...seen].filter((figure) => figure !== "" && figure !== "0");
};
