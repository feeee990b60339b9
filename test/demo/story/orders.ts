import type { Page } from "@playwright/test";
import { expect } from "../../e2e/app/expect.ts";
import type { OrderFile } from "../orderFiles.ts";
import { type Pictures, takePictures } from "./pictures.ts";
import { check, step } from "./telling.ts";

export type Imported = { readonly ordersImported: number; readonly customersMatched: number };

/** Brings in the files of four online shops: each is rehearsed, then taken. */
export const importOrders = async (
  pictures: Pictures,
  files: readonly OrderFile[],
): Promise<Imported> => {
  const { page } = pictures;
  await step("the place for online orders is opened by its key", async () => {
    await page.keyboard.press("Alt+3");
    await expect(page.getByTestId("orders")).toBeVisible();
  });
  const all: Imported[] = [];
  for (const [at, file] of files.entries()) {
    const { shop, orderCount, flawedCount } = file;
    const sentence = `${orderCount} orders of ${shop} are rehearsed and taken, ${flawedCount} come back`;
    all.push(
      await step(sentence, async () => {
        await rehearse(page, file);
        if (at === 0) await photograph(pictures);
        return take(page, file);
      }),
    );
  }
  return {
    ordersImported: sum(all.map(({ ordersImported }) => ordersImported)),
    customersMatched: sum(all.map(({ customersMatched }) => customersMatched)),
  };
};

const rehearse = async (page: Page, { orderCount, flawedCount }: OrderFile): Promise<void> => {
  await page.keyboard.press("Control+O");
  await expect(page.getByTestId("rehearsal")).toBeVisible();
  await expect(figure(page, "created")).toHaveText(String(orderCount - flawedCount));
  await expect(figure(page, "rejected")).toHaveText(String(flawedCount));
  await expect(page.getByTestId("rejects").getByRole("row")).toHaveCount(flawedCount + 1);
};

const photograph = (pictures: Pictures): Promise<void> =>
  takePictures(pictures, ["import"], async () => {
    await pictures.page.keyboard.press("Alt+3");
    await expect(pictures.page.getByTestId("rehearsal")).toBeVisible();
  });

const take = async (page: Page, file: OrderFile): Promise<Imported> => {
  const { orderCount, flawedCount, knownCustomerCount } = file;
  await page.keyboard.press("Alt+3");
  await page.keyboard.press("Enter");
  await expect(page.getByTestId("import-result")).toBeVisible();
  await expect(figure(page, "rejected")).toHaveText(String(flawedCount));
  const ordersImported = await shownNumber(page, "created");
  const customersMatched = await shownNumber(page, "matched");
  check(ordersImported === orderCount - flawedCount, "not every readable order was taken");
  check(customersMatched >= knownCustomerCount, "buyers whom the shop knows were not recognised");
  return { ordersImported, customersMatched };
};

const figure = (page: Page, name: string) => page.getByTestId(`figure-${name}`);

/** "1.284" as 1284. */
const shownNumber = async (page: Page, name: string): Promise<number> =>
  Number((await figure(page, name).innerText()).replace(/\D/g, ""));

const sum = (numbers: readonly number[]): number => numbers.reduce((all, one) => all + one, 0);
