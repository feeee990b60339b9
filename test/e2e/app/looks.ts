import type { Page } from "@playwright/test";
import { choose } from "./byKeyboard.ts";
import { expect } from "./expect.ts";

export type Look = { readonly theme: "light" | "dark"; readonly locale: "vi" | "en" };

/** Every look of the window, the first one first. */
export const looks: readonly Look[] = [
  { theme: "light", locale: "vi" },
  { theme: "dark", locale: "vi" },
  { theme: "dark", locale: "en" },
  { theme: "light", locale: "en" },
];

/** Changes theme and language where a person does: in the settings, by keyboard. */
export const changeLook = async (page: Page, { theme, locale }: Look): Promise<void> => {
  await page.keyboard.press("Alt+6");
  const settings = page.getByTestId("settings");
  await expect(settings).toBeVisible();
  for (const value of [locale, theme]) {
    await choose(page, settings.locator(`input[type=radio][value=${value}]`));
  }
  await expect(page.locator("html")).toHaveAttribute("data-theme", theme);
  await expect(page.locator("html")).toHaveAttribute("lang", locale);
};
