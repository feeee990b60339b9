import type { Page } from "@playwright/test";

/** Holds `paths` over the middle of the window, as a person drags them there from a folder. */
export const holdFiles = async (page: Page, paths: readonly string[]): Promise<Held> => {
  const browser = await page.context().newCDPSession(page);
  const data = { items: [], files: [...paths], dragOperationsMask: 1 };
  const { width, height } = await page.evaluate(() => ({ width: innerWidth, height: innerHeight }));
  const send = (type: "dragEnter" | "dragOver" | "drop") =>
    browser.send("Input.dispatchDragEvent", { type, x: width / 2, y: height / 2, data });
  await send("dragEnter");
  await send("dragOver");
  return {
    letGo: async () => {
      await send("drop");
      await browser.detach();
    },
  };
};

export type Held = { readonly letGo: () => Promise<void> };

export const dropFiles = async (page: Page, paths: readonly string[]): Promise<void> => {
  const held = await holdFiles(page, paths);
  await held.letGo();
};
