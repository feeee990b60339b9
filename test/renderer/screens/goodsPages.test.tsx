import { screen } from "@testing-library/react";
import { expect, test } from "vitest";
import { type Opened, openTill } from "../openWindow.tsx";

/** The list of a shelf with so many goods, of which the engine answers a page at a time. */
const openShelf = async (count: number): Promise<Opened> => {
  const shelf = Array.from({ length: count }, (_, at) => ({
    ...{ priceMinor: 1_000, taxRateBps: 800, soldBy: "unit" as const, sensitive: false },
    ...{ sku: `P${at}`, name: `Món ${at}` },
  }));
  const opened = await openTill({
    "catalog.search": ({ limit = 20, next = "0" }) => {
      const to = Number(next) + limit;
      const products = shelf.slice(Number(next), to);
      return { products, ...(to < count && { next: String(to) }) };
    },
  });
  await opened.user.keyboard("{Alt>}5{/Alt}");
  await screen.findByTestId("product-P49");
  return opened;
};

test("the list is of all goods: more come by their key, and by going down behind the last", async () => {
  const { user, bridge } = await openShelf(120);
  expect(screen.queryByTestId("product-P50")).not.toBeInTheDocument();
  expect(bridge.callsOf("catalog.search").at(-1)).toMatchObject({ withSensitive: true });
  await user.click(screen.getByTestId("more-products"));
  await screen.findByTestId("product-P99");
  await user.click(screen.getByTestId("goods-search"));
  await user.keyboard("{ArrowDown>100/}");
  await screen.findByTestId("product-P119");
  expect(screen.queryByTestId("more-products")).not.toBeInTheDocument();
  await user.keyboard("{ArrowDown}{Enter}");
  expect(await screen.findByTestId("product-form")).toHaveTextContent("Món 100");
});

test("what was shown of a long list is shown after a save as well, and another text begins anew", async () => {
  const { user, bridge } = await openShelf(80);
  await user.click(screen.getByTestId("more-products"));
  await user.click(await screen.findByTestId("product-P79"));
  const price = screen.getByTestId("product-price");
  await user.clear(price);
  await user.type(price, "2000{Enter}");
  await screen.findByText("Đã lưu");
  expect(screen.getByTestId("product-P79")).toBeInTheDocument();
  await user.type(screen.getByTestId("goods-search"), "m");
  expect(bridge.callsOf("catalog.search").at(-1)).toMatchObject({ text: "m", limit: 50 });
});
