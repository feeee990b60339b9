import { expect, test } from "vitest";
import { openShop, type TestShop } from "../setUp.ts";

const tea = { sku: "TEA", name: "Trà sen", priceMinor: 45_000 };
const MINUTE_MS = 60_000;

type Step = number | "sell";

/** The name of what is offered as back in stock, after each count and sale of one, in turn. */
const restockedAfter = async (steps: readonly Step[], over = {}): Promise<string | undefined> => {
  const shop = await openShop();
  await shop.take("catalog.import", { products: [{ ...tea, ...over }] });
  for (const step of steps) {
    shop.clock.nowMs += MINUTE_MS;
    await (step === "sell" ? sellOne(shop) : count(shop, step));
  }
  const { templates } = await shop.take("campaign.templates", {});
  return templates.find(({ template }) => template === "back-in-stock")?.name;
};

const count = (shop: TestShop, stockQuantity: number) =>
  shop.take("catalog.import", { products: [{ ...tea, stockQuantity }] });

const sellOne = (shop: TestShop) =>
  shop.take("sale.commit", {
    lines: [{ sku: tea.sku, quantity: 1 }],
    payments: [{ method: "cash", amountMinor: 50_000 }],
  });

test.each<[string, readonly Step[]]>([
  ["counted to nothing, then to some", [3, 0, 5]],
  ["sold out, then counted", [1, "sell", 5]],
  ["sold below nothing, then counted", [1, "sell", "sell", 5]],
  ["counted back, and some sold since", [3, 0, 5, "sell"]],
  ["counted back, and counted again", [3, 0, 5, 6]],
])("%s is back in stock", async (_, steps) => {
  expect(await restockedAfter(steps)).toContain(tea.name);
});

test.each<[string, readonly Step[]]>([
  ["counted for the first time", [5]],
  ["more than was thought", [5, 8]],
  ["counted back and sold out again", [3, 0, 1, "sell"]],
  ["counted down", [5, 2]],
])("%s is not", async (_, steps) => {
  expect(await restockedAfter(steps)).toBeUndefined();
});

test("nor is what is sensitive", async () => {
  expect(await restockedAfter([3, 0, 5], { sensitive: true })).toBeUndefined();
});
