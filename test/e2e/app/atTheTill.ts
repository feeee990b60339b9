import type { Page } from "@playwright/test";
import { expect } from "./expect.ts";

/** Slower than any scanner, so that the omnibox takes it for fingers. */
const FINGER_MS = 55;

/** Signs in by the digits of the keyboard. */
export const signIn = async (page: Page, pin: string): Promise<void> => {
  await expect(page.getByTestId("sign-in")).toBeVisible();
  await page.keyboard.type(pin);
  await page.keyboard.press("Enter");
  await expect(page.getByTestId("omnibox")).toBeFocused();
};

export const typeByHand = (page: Page, text: string): Promise<void> =>
  page.keyboard.type(text, { delay: FINGER_MS });

/** Types `text` at the till until the omnibox offers `wanted` first. */
export const find = async (page: Page, text: string, wanted: string | RegExp): Promise<void> => {
  await typeByHand(page, text);
  await expect(page.getByRole("option", { selected: true })).toContainText(wanted);
};

/** Takes with Enter what `text` finds first. */
export const take = async (page: Page, text: string, wanted: string | RegExp): Promise<void> => {
  await find(page, text, wanted);
  await page.keyboard.press("Enter");
  await expect(page.getByTestId("omnibox")).toHaveValue("");
};

/** Sends `code` as a scanner does: at once, with Enter behind it. */
export const scan = async (page: Page, code: string): Promise<void> => {
  await page.keyboard.type(code);
  await page.keyboard.press("Enter");
};

export const lineOf = (page: Page, sku: string) => page.getByTestId(`line-${sku}`);

/** The total as it is written, once the engine has priced what is in the basket. */
export const expectTotal = (page: Page, written: string | RegExp): Promise<void> =>
  expect(page.getByTestId("total")).toHaveText(written);

/** Pays in cash with `handed`, typed or exactly what is due, and sees what goes back. */
export const payCash = async (
  page: Page,
  { handed, change }: { readonly handed?: string; readonly change?: string | RegExp } = {},
): Promise<void> => {
  await page.keyboard.press("F9");
  await expect(page.getByTestId("amount")).toBeFocused();
  if (handed !== undefined) await typeByHand(page, handed);
  if (change !== undefined) await expect(page.getByTestId("change")).toHaveText(change);
  await page.keyboard.press("Enter");
  await expect(page.getByTestId("done")).toBeVisible();
};
