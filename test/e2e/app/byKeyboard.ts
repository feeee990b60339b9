import type { Locator, Page } from "@playwright/test";

const MOST_TABS = 120;
const MOST_ARROWS = 12;

/** Presses Tab until `target` has the focus. */
export const tabTo = (page: Page, target: Locator): Promise<void> =>
  tabUntil(page, target, (element) => element === document.activeElement);

/** Goes to the group of `radio` by Tab, and to `radio` itself by the arrow keys. */
export const choose = async (page: Page, radio: Locator): Promise<void> => {
  await tabUntil(page, radio, (element) => {
    const focused = document.activeElement;
    return focused?.getAttribute("name") === element.getAttribute("name");
  });
  for (let pressed = 0; pressed <= MOST_ARROWS; pressed += 1) {
    if (await radio.isChecked()) return;
    await page.keyboard.press("ArrowRight");
  }
  throw new Error(`no arrow key leads to ${radio}`);
};

/** Empties the field that has the focus and types `text` into it. */
export const typeOver = async (page: Page, text: string): Promise<void> => {
  await page.keyboard.press("Control+A");
  await page.keyboard.type(text);
};

const tabUntil = async (
  page: Page,
  target: Locator,
  isThere: (element: Element) => boolean,
): Promise<void> => {
  for (let pressed = 0; pressed <= MOST_TABS; pressed += 1) {
    if (await target.evaluate(isThere)) return;
    await page.keyboard.press("Tab");
  }
  throw new Error(`no Tab leads to ${target}`);
};
