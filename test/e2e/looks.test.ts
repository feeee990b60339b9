import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type Page, test } from "@playwright/test";
import { accessibilityFaults } from "./app/accessibility.ts";
import { atRest } from "./app/atRest.ts";
import { signIn } from "./app/atTheTill.ts";
import { expect } from "./app/expect.ts";
import { firstRunScenes } from "./app/firstRunScenes.ts";
import { layoutFaults } from "./app/layoutFaults.ts";
import { changeLook, type Look } from "./app/looks.ts";
import { asking, openQuen, resize } from "./app/openQuen.ts";
import { writeOrderPapers } from "./app/orderPapers.ts";
import { type Scene, scenes } from "./app/scenes.ts";
import { issueCoupons, openSmallShop, owner, type SmallShop } from "./app/smallShop.ts";

// Each of the three opens a window of its own; one after the other they were the suite's longest wait.
test.describe.configure({ mode: "parallel" });

/** The smallest window there is. */
const small = { width: 1024, height: 768 };

const opened = async (look: Look, folder: string): Promise<SmallShop> => {
  const { shopify, ownList } = writeOrderPapers(folder);
  const quen = await openSmallShop({ pickFiles: [shopify.path, ownList] });
  await resize(quen, small);
  await signIn(quen.page, owner.pin);
  await issueCoupons(asking(quen), {});
  await changeLook(quen.page, look);
  await quen.page.keyboard.press("Alt+1");
  return quen;
};

/** Goes through `scenes`, and keeps a picture of each. */
const expectAllWell = async (page: Page, through: readonly Scene[]): Promise<void> => {
  for (const { name, open, hasPanelAbove = false } of through) {
    await test.step(name, async () => {
      await open(page);
      await atRest(page);
      await page.screenshot({ path: test.info().outputPath(`${name}.png`) });
      const faults = [
        ...(await layoutFaults(page, { hasPanelAbove })),
        ...(await accessibilityFaults(page)),
      ];
      expect.soft(faults, name).toEqual([]);
    });
  }
};

for (const look of [
  { theme: "light", locale: "vi" },
  { theme: "dark", locale: "en" },
] as const) {
  const { theme, locale } = look;
  test(`in the small window, ${theme} and in ${locale}, every screen is whole and for everybody`, async () => {
    // Twenty screens, each looked at by axe: no machine is too slow for that.
    test.slow();
    const folder = mkdtempSync(join(tmpdir(), "quen-looks-"));
    const quen = await opened(look, folder);
    await expectAllWell(quen.page, scenes);
    await quen.close();
    rmSync(folder, { recursive: true, force: true });
  });
}

test("so is the first run, in the dark theme of a system and in the small window", async () => {
  const quen = await openQuen();
  await resize(quen, small);
  await quen.page.emulateMedia({ colorScheme: "dark" });
  await expect(quen.page.locator("html")).toHaveAttribute("data-theme", "dark");
  await expectAllWell(quen.page, firstRunScenes);
  await quen.close();
});
