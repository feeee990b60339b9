import { screen, waitFor } from "@testing-library/react";
import { expect, test } from "vitest";
import { defined } from "../../../shared/kernel/assert.ts";
import { type Handlers, refuse } from "../fake/fakeBridge.ts";
import { goods } from "../fake/fakeGoods.ts";
import { openProduct, typeOver } from "../openGoods.tsx";

test("a number is a count, and nothing left is a count as well", async () => {
  const opened = await openProduct("phin buon ma");
  await typeOver(opened, "product-stock", "0");
  await opened.user.click(screen.getByTestId("product-sensitive"));
  await opened.user.click(screen.getByTestId("save-product"));
  await screen.findByText("Đã lưu");
  expect(opened.bridge.callsOf("catalog.import")).toMatchObject([
    { products: [{ sku: "CF-BMT-500", stockQuantity: 0, sensitive: true }] },
  ]);
});

test("weighed goods are counted in kilograms", async () => {
  const opened = await openProduct("hat dieu");
  expect(screen.getByTestId("product-stock")).toHaveValue("18,5");
  await typeOver(opened, "product-stock", "12,25{Enter}");
  await screen.findByText("Đã lưu");
  expect(opened.bridge.callsOf("catalog.import")).toMatchObject([
    { products: [{ sku: "HD-RM", stockQuantity: 12.25 }] },
  ]);
});

test("what nobody counted stays the till's, though it sold some before the change was saved", async () => {
  const opened = await openProduct("phin buon ma");
  const { user, bridge } = opened;
  await typeOver(opened, "product-price", "135000");
  await user.keyboard("{Alt>}1{/Alt}");
  const product = { ...defined(goods[0], "the coffee"), stockQuantity: 21 };
  bridge.answer({
    "catalog.byCode": () => ({ product }),
    "catalog.search": () => ({ products: [product] }),
  });
  await user.keyboard("{Alt>}5{/Alt}");
  await screen.findByTestId("product-form");
  await waitFor(() => expect(screen.getByTestId("product-stock")).toHaveValue("21"));
  expect(screen.getByTestId("product-price")).toHaveValue("135.000");
  await user.click(screen.getByTestId("save-product"));
  await screen.findByText("Đã lưu");
  const [call] = bridge.callsOf("catalog.import");
  expect(call).toMatchObject({ products: [{ sku: "CF-BMT-500", priceMinor: 135_000 }] });
  expect(call).not.toHaveProperty("products.0.stockQuantity");
});

test("a weight whose dot may mean thousands is asked about, and kept as it is then typed", async () => {
  const opened = await openProduct("hat dieu");
  await typeOver(opened, "product-stock", "1.200{Enter}");
  expect(screen.getByText("1200 kg hay 1,2 kg? Gõ 1200 hoặc 1,2.")).toBeInTheDocument();
  expect(screen.getByTestId("product-stock")).toHaveFocus();
  expect(opened.bridge.callsOf("catalog.import")).toHaveLength(0);
  await typeOver(opened, "product-stock", "1,2{Enter}");
  await screen.findByText("Đã lưu");
  expect(opened.bridge.callsOf("catalog.import")).toMatchObject([
    { products: [{ sku: "HD-RM", stockQuantity: 1.2 }] },
  ]);
});

test("a count cannot be taken back to not counted: it says so and sends nothing", async () => {
  const opened = await openProduct("phin buon ma");
  await typeOver(opened, "product-stock", "");
  await opened.user.keyboard("{Enter}");
  expect(screen.getByText(/^Món này đã đếm rồi/u)).toBeInTheDocument();
  expect(opened.bridge.callsOf("catalog.import")).toHaveLength(0);
});

test("what sold while a form stood half typed is not counted back by its save, and is shown in it", async () => {
  let stockQuantity = 24;
  const selling: Handlers = {
    "catalog.byCode": ({ code }) => {
      const product = goods.find(({ sku }) => sku === code);
      return product ? { product: { ...product, stockQuantity } } : refuse({ kind: "CodeUnknown" });
    },
  };
  const opened = await openProduct("phin buon ma", selling);
  await typeOver(opened, "product-price", "135000");
  await opened.user.keyboard("{Alt>}1{/Alt}");
  stockQuantity = 20;
  await opened.user.keyboard("{Alt>}5{/Alt}");
  await waitFor(() => expect(screen.getByTestId("product-stock")).toHaveValue("20"));
  stockQuantity = 17;
  await typeOver(opened, "product-name", "Cà phê phin");
  await opened.user.keyboard("{Enter}");
  await screen.findByText("Đã lưu");
  const [call] = opened.bridge.callsOf("catalog.import");
  expect(call).toMatchObject({ products: [{ name: "Cà phê phin", priceMinor: 135_000 }] });
  expect(call).not.toHaveProperty("products.0.stockQuantity");
});
