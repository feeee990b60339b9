import { test } from "@playwright/test";
import { lineOf, payCash, scan, signIn } from "./app/atTheTill.ts";
import { expect } from "./app/expect.ts";
import { type Ask, asked, asking } from "./app/openQuen.ts";
import { goods, openSmallShop, owner, type SmallShop } from "./app/smallShop.ts";

test.describe.configure({ mode: "serial" });

let quen: SmallShop;
let ask: Ask;

/** Coffee goes with condensed milk, and oil with noodles. */
const sellHabits = async () => {
  for (let sale = 0; sale < 24; sale += 1) {
    const pair = sale % 3 === 0 ? [goods.oil, goods.noodles] : [goods.coffee, goods.milk];
    await ask("sale.commit", {
      lines: pair.map(({ sku }) => ({ sku, quantity: 1 })),
      payments: [{ method: "cash", amountMinor: 200_000 }],
    });
  }
};

/** The shop learns when its till has rested for a while. */
const untilLearned = () =>
  expect
    .poll(
      async () => {
        const { suggestions } = await asked(quen, "sale.quote", {
          lines: [{ sku: goods.coffee.sku, quantity: 1 }],
        });
        return Array.isArray(suggestions) ? suggestions.length : 0;
      },
      { timeout: 90_000, intervals: [1_000] },
    )
    .toBeGreaterThan(0);

test.beforeAll(async () => {
  test.setTimeout(180_000);
  quen = await openSmallShop();
  ask = asking(quen);
  await signIn(quen.page, owner.pin);
  await ask("shop.setSettings", { suggestionControlBps: 0 });
  await sellHabits();
  await untilLearned();
});
test.afterAll(() => quen.close());

const quality = async () => {
  const today = new Date();
  const day = (daysOff: number) =>
    new Date(today.getTime() + daysOff * 86_400_000).toISOString().slice(0, 10);
  return asked(quen, "suggestion.quality", { fromDay: day(-1), toDay: day(1) });
};

test("a suggestion that is taken is written down with its sale", async () => {
  const { page } = quen;
  await scan(page, goods.coffee.barcode);
  await expect(page.getByTestId(`suggestion-${goods.milk.sku}`)).toBeVisible();
  await page.keyboard.press("F6");
  await expect(lineOf(page, goods.milk.sku)).toBeVisible();
  await payCash(page, {});
  await page.keyboard.press("Enter");
  const { lookups, taken, topProducts } = await quality();
  expect({ lookups, taken }).toEqual({ lookups: 1, taken: 1 });
  expect(topProducts).toContainEqual(
    expect.objectContaining({ sku: goods.milk.sku, shown: 1, taken: 1, dismissed: 0 }),
  );
});

test("one that is waved away is written down too, and gone from the screen", async () => {
  const { page } = quen;
  await scan(page, goods.coffee.barcode);
  const card = page.getByTestId(`suggestion-${goods.milk.sku}`);
  await expect(card).toBeVisible();
  await page.keyboard.press("Shift+F6");
  await expect(card).toBeHidden();
  await payCash(page, {});
  await page.keyboard.press("Enter");
  expect(await quality()).toMatchObject({ lookups: 2, taken: 1, dismissed: 1 });
});

test("the owner sees on one page what was shown, taken and waved away", async () => {
  const { page } = quen;
  await page.keyboard.press("Alt+4");
  await page.keyboard.press("Control+J");
  await expect(page.getByTestId("figure-lookups")).toHaveText("2");
  await expect(page.getByTestId("figure-taken")).toHaveText("1");
  await expect(page.getByTestId("figure-dismissed")).toHaveText("1");
  const { shown } = await quality();
  expect(shown).toBeGreaterThanOrEqual(2);
  await expect(page.getByTestId("figure-shown")).toHaveText(String(shown));
  const milk = page.getByRole("row").filter({ hasText: goods.milk.name });
  await expect(milk.getByRole("cell")).toHaveText([goods.milk.name, "2", "1", "1"]);
  await page.keyboard.press("Escape");
  await page.keyboard.press("Alt+1");
  await expect(page.getByTestId("omnibox")).toBeFocused();
});

test("where the shop's lot says so, nothing is suggested, and the sale says that too", async () => {
  const { page } = quen;
  await ask("shop.setSettings", { suggestionControlBps: 5_000 });
  await expect
    .poll(
      async () => {
        await scan(page, goods.coffee.barcode);
        await expect(lineOf(page, goods.coffee.sku)).toBeVisible();
        await payCash(page, {});
        await page.keyboard.press("Enter");
        return (await quality()).controlLookups;
      },
      { timeout: 60_000 },
    )
    .toBeGreaterThan(0);
});
