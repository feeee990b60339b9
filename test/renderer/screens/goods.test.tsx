import { cleanup, screen, waitFor } from "@testing-library/react";
import { expect, onTestFinished, test, vi } from "vitest";
import { type Handlers, refuse } from "../fake/fakeBridge.ts";
import { goods } from "../fake/fakeGoods.ts";
import { openGoods, openProduct, typeOver } from "../openGoods.tsx";
import { resetWindow, scan } from "../openWindow.tsx";

const cashier: Handlers = {
  "session.login": ({ name }) => ({
    staffId: "0190b6a0-0000-7000-8000-0000000000b2",
    name,
    role: "cashier",
    sessionToken: "token",
  }),
};

test("the list tells price, stock, category and barcode before anything is typed", async () => {
  await openGoods();
  const coffee = await screen.findByTestId("product-CF-BMT-500");
  expect(coffee).toHaveTextContent("128.000 đ");
  expect(coffee).toHaveTextContent("Cà phê · 8934563138165");
  expect(coffee).toHaveTextContent("còn 24");
  expect(screen.getByTestId("product-HD-RM")).toHaveTextContent("còn 18,5 kg");
});

test("what is out, not counted or sensitive is told in the list", async () => {
  const product = { priceMinor: 1_000, taxRateBps: 800, soldBy: "unit" } as const;
  await openGoods({
    "catalog.search": () => ({
      products: [
        { ...product, sku: "A", name: "Trà", sensitive: false, stockQuantity: 0 },
        { ...product, sku: "B", name: "Que thử", sensitive: true },
      ],
    }),
  });
  expect(await screen.findByTestId("product-A")).toHaveTextContent("hết hàng");
  expect(screen.getByTestId("product-B")).toHaveTextContent("nhạy cảm · B");
  expect(screen.getByTestId("product-B")).toHaveTextContent("chưa đếm");
});

test("a price typed the shop's way is saved, and no stock is counted by it", async () => {
  const opened = await openProduct("phin buon ma");
  await typeOver(opened, "product-price", "135000");
  expect(screen.getByTestId("product-price")).toHaveValue("135.000");
  await opened.user.keyboard("{Enter}");
  expect(await screen.findByText("Đã lưu")).toBeInTheDocument();
  const [call] = opened.bridge.callsOf("catalog.import");
  expect(call).toMatchObject({
    products: [{ sku: "CF-BMT-500", priceMinor: 135_000, barcode: "8934563138165" }],
  });
  expect(call).not.toHaveProperty("products.0.stockQuantity");
});

/** The same drawing, whose cost is known. */
const withCost: Handlers = {
  "catalog.search": ({ text }) => ({
    products: goods
      .filter(({ sku }) => sku === "CF-BMT-500")
      .map((product) => ({ ...product, name: text, costMinor: 90_000 })),
  }),
};

test("an emptied barcode, category and cost are cleared", async () => {
  const opened = await openProduct("phin buon ma", withCost);
  await typeOver(opened, "product-cost", "");
  await typeOver(opened, "product-barcode", "");
  await typeOver(opened, "product-category", "");
  await opened.user.keyboard("{Enter}");
  await screen.findByText("Đã lưu");
  expect(opened.bridge.callsOf("catalog.import")).toMatchObject([
    { products: [{ barcode: null, category: null, costMinor: null }] },
  ]);
});

test("what cannot be read is told at its field and not sent", async () => {
  const opened = await openProduct("phin buon ma");
  await typeOver(opened, "product-name", "");
  await typeOver(opened, "product-price", "mười");
  await typeOver(opened, "product-cost", "x{Enter}");
  expect(screen.getByText("Cần một cái tên")).toBeInTheDocument();
  expect(screen.getByTestId("product-name")).toHaveFocus();
  expect(screen.getAllByText("Chưa phải là số")).toHaveLength(2);
  expect(opened.bridge.callsOf("catalog.import")).toHaveLength(0);
});

test("a new product is written by keyboard alone, with its barcode as its code", async () => {
  const { user, bridge } = await openGoods();
  await user.keyboard("{Control>}m{/Control}");
  expect(await screen.findByTestId("product-name")).toHaveFocus();
  await user.keyboard("Kẹo dừa{Tab}15000{Tab}{Tab}8930000000001{Enter}");
  await screen.findByText("Đã lưu");
  expect(bridge.callsOf("catalog.import")).toMatchObject([
    {
      products: [
        { sku: "8930000000001", name: "Kẹo dừa", priceMinor: 15_000, barcode: "8930000000001" },
      ],
    },
  ]);
});

test.each([
  ["8930000000099", "product-barcode"],
  ["Kẹo dừa", "product-name"],
])("%s, looked for and not found, is not typed again for new goods", async (text, field) => {
  const { user } = await openGoods();
  await user.type(screen.getByTestId("goods-search"), text);
  await screen.findByText("Không thấy món nào như vậy");
  await user.keyboard("{Control>}m{/Control}");
  expect(await screen.findByTestId(field)).toHaveValue(text);
});

test("new goods never write over others that carry their code", async () => {
  const { user, bridge } = await openGoods();
  await user.keyboard("{Control>}m{/Control}");
  await user.type(await screen.findByTestId("product-name"), "Kẹo dừa");
  await user.type(screen.getByTestId("product-price"), "15000");
  await user.type(screen.getByTestId("product-barcode"), "PH-08{Enter}");
  expect(await screen.findByText("Mã vạch PH-08 đang thuộc về hàng PH-08.")).toBeInTheDocument();
  expect(bridge.callsOf("catalog.import")).toHaveLength(0);
});

test("a barcode taken away from goods that keep it as their number is free for others", async () => {
  const { user, bridge } = await openGoods({
    "catalog.byCode": () => ({
      product: {
        ...{ sku: "8930000000001", name: "Kẹo cũ", barcode: "8930000000002" },
        ...{ priceMinor: 1_000, taxRateBps: 800, soldBy: "unit", sensitive: false },
      },
    }),
  });
  await user.keyboard("{Control>}m{/Control}");
  await screen.findByTestId("product-name");
  await user.keyboard("Kẹo dừa{Tab}15000{Tab}{Tab}8930000000001{Enter}");
  await screen.findByText("Đã lưu");
  expect(bridge.callsOf("catalog.import")).toMatchObject([
    { products: [{ sku: expect.stringMatching(/^H-/u), barcode: "8930000000001" }] },
  ]);
});

test("a code scanned into any field is the barcode, and nothing is saved by it", async () => {
  // All at once, as a scanner types, however busy the machine is.
  const stamp = vi.spyOn(Event.prototype, "timeStamp", "get").mockReturnValue(1_000);
  onTestFinished(() => stamp.mockRestore());
  const opened = await openProduct("phin buon ma");
  for (const field of ["product-name", "product-price"]) {
    await scan(opened, "8930000000018", screen.getByTestId(field));
    expect(screen.getByTestId("product-barcode")).toHaveValue("8930000000018");
  }
  expect(screen.getByTestId("product-name")).toHaveValue("Cà phê phin Buôn Ma Thuột 500 g");
  expect(screen.getByTestId("product-price")).toHaveValue("128.000");
  expect(opened.bridge.callsOf("catalog.import")).toHaveLength(0);
});

test("goods that are scanned one after the other are each found, though another was looked for", async () => {
  const opened = await openGoods(cashier);
  const search = screen.getByTestId("goods-search");
  for (const [code, name] of [
    ["CF-BMT-500", /Cà phê phin/u],
    ["SD-380", /Sữa đặc/u],
  ] as const) {
    await scan(opened, code, search);
    expect(await screen.findByRole("heading", { name })).toBeVisible();
    expect(search).toHaveValue(code);
  }
});

test("a taken barcode is told at its field, and nothing typed is lost, even by going away", async () => {
  const opened = await openProduct("phin buon ma", {
    "catalog.import": () =>
      refuse({ kind: "BarcodeTaken", barcode: "111", sku: "PH-08" } as { kind: string }),
  });
  const { user } = opened;
  await typeOver(opened, "product-barcode", "111");
  await typeOver(opened, "product-price", "1{Enter}");
  expect(await screen.findByText("Mã vạch 111 đang thuộc về hàng PH-08.")).toBeInTheDocument();
  expect(screen.getByTestId("product-barcode")).toHaveAttribute("aria-invalid", "true");
  await user.keyboard("{Alt>}1{/Alt}{Alt>}5{/Alt}");
  await screen.findByTestId("goods");
  expect(screen.getByTestId("product-price")).toHaveValue("1");
  expect(screen.getByTestId("product-CF-BMT-500")).toHaveTextContent("chưa lưu");
  await user.click(screen.getByTestId("drop-changes"));
  expect(screen.getByTestId("product-price")).toHaveValue("128.000");
});

test("a cashier reads goods and has no key that would be refused", async () => {
  const opened = await openGoods(cashier);
  await opened.user.keyboard("{Control>}m{/Control}");
  await opened.user.type(screen.getByTestId("goods-search"), "phin buon ma{Enter}");
  expect(await screen.findByTestId("product-facts")).toHaveTextContent("128.000 đ");
  expect(screen.queryByTestId("new-product")).toBeNull();
  expect(screen.queryByTestId("product-form")).toBeNull();
  expect(screen.queryByTestId("save-product")).toBeNull();
});

test("Escape goes from the form to the search, and from there to the till", async () => {
  const { user } = await openProduct("phin buon ma");
  await waitFor(() => expect(screen.getByTestId("product-name")).toHaveFocus());
  await user.keyboard("{Escape}");
  expect(screen.getByTestId("goods-search")).toHaveFocus();
  await user.keyboard("{Escape}");
  expect(screen.queryByTestId("goods")).toBeNull();
});

test("a cost that was not typed is not told: whoever was not shown it does not clear it", async () => {
  for (const handlers of [withCost, {}]) {
    const opened = await openProduct("phin buon ma", handlers);
    await typeOver(opened, "product-price", "135000{Enter}");
    await screen.findByText("Đã lưu");
    const [call] = opened.bridge.callsOf("catalog.import");
    expect(call).toMatchObject({ products: [{ priceMinor: 135_000 }] });
    expect(call).not.toHaveProperty("products.0.costMinor");
    cleanup();
    resetWindow();
  }
});
