import { screen, waitFor } from "@testing-library/react";
import { expect, test } from "vitest";
import { useSettings } from "../../../renderer/stores/settings.ts";
import { refuse } from "../fake/fakeBridge.ts";
import { noShop } from "../fake/fakeShop.ts";
import { nowMs, type Opened, openWindow, scan, typeByHand } from "../openWindow.tsx";

const openWizard = async (handlers: Parameters<typeof openWindow>[0] = {}): Promise<Opened> => {
  const opened = await openWindow({ ...noShop(nowMs), ...handlers });
  await screen.findByTestId("wizard-language");
  return opened;
};

const toOwner = async ({ user }: Opened) => {
  await user.keyboard("{Enter}");
  await screen.findByTestId("wizard-shop");
  await user.keyboard("Tạp hoá Cô Mi{Tab}0912 345 678{Enter}");
  await screen.findByTestId("wizard-money");
  await user.keyboard("{Enter}");
  await screen.findByTestId("wizard-owner");
};

const toStart = async (opened: Opened) => {
  await toOwner(opened);
  await opened.user.keyboard("Mi{Tab}2580{Tab}2580{Enter}");
  await screen.findByTestId("wizard-recovery");
  await opened.user.keyboard("{Enter}");
  await screen.findByTestId("wizard-start");
};

test("from an empty computer to the till, by keys alone, with a product to sell", async () => {
  const opened = await openWizard();
  const { user, bridge } = opened;
  await toStart(opened);
  await user.keyboard("{Enter}");
  await screen.findByTestId("wizard-products");
  await user.keyboard("Cà phê sữa{Tab}62000{Enter}");
  expect(await screen.findByText("62.000 đ")).toBeInTheDocument();
  await user.keyboard("{F9}");
  expect(await screen.findByTestId("omnibox")).toBeInTheDocument();
  expect(bridge.callsOf("shop.setup")).toMatchObject([
    {
      name: "Tạp hoá Cô Mi",
      phone: "0912 345 678",
      currency: "VND",
      timezone: "Asia/Ho_Chi_Minh",
      taxMode: "inclusive",
      cashRoundingMinor: 500,
      locale: "vi",
      ownerName: "Mi",
      ownerPin: "2580",
    },
  ]);
  expect(bridge.callsOf("catalog.import")).toMatchObject([
    { products: [{ name: "Cà phê sữa", priceMinor: 62_000 }] },
  ]);
});

test("a code that is scanned over the first goods is their barcode, and no name or price of theirs", async () => {
  const opened = await openWizard();
  await toStart(opened);
  await opened.user.keyboard("{Enter}");
  const name = await screen.findByTestId("product-name");
  const price = screen.getByTestId("product-price");
  await scan(opened, "8930000000018", name);
  await typeByHand(opened, "Cà phê sữa", name);
  await scan(opened, "8930000000025", price);
  expect(opened.bridge.callsOf("catalog.import")).toEqual([]);
  await typeByHand(opened, "62000{Enter}", price);
  await waitFor(() =>
    expect(opened.bridge.callsOf("catalog.import")).toMatchObject([
      { products: [{ name: "Cà phê sữa", barcode: "8930000000025", priceMinor: 62_000 }] },
    ]),
  );
});

test("a barcode that other goods have is refused: the first of two does not become the second", async () => {
  const opened = await openWizard({
    "catalog.byCode": ({ code }) => ({
      product: {
        ...{ sku: code, name: "Trà sen", barcode: code, priceMinor: 45_000 },
        ...{ taxRateBps: 800, soldBy: "unit", sensitive: false },
      },
    }),
  });
  await toStart(opened);
  await opened.user.keyboard("{Enter}");
  await screen.findByTestId("wizard-products");
  await opened.user.keyboard("Cà phê sữa{Tab}62000{Tab}8930001{Enter}");
  expect(
    await screen.findByText("Mã vạch 8930001 đang thuộc về hàng 8930001."),
  ).toBeInTheDocument();
  expect(opened.bridge.callsOf("catalog.import")).toHaveLength(0);
});

test("the language takes effect at once", async () => {
  const { user } = await openWizard();
  await user.click(screen.getByLabelText(/English/u));
  expect(screen.getByRole("heading", { name: "Hello, this is Quen" })).toBeInTheDocument();
  expect(document.documentElement).toHaveAttribute("lang", "en");
  expect(useSettings.getState().locale).toBe("en");
});

test("a shop without a name goes no further, and says why", async () => {
  const { user } = await openWizard();
  await user.keyboard("{Enter}");
  await screen.findByTestId("wizard-shop");
  await user.keyboard("{Enter}");
  expect(screen.getByRole("alert")).toHaveTextContent("Cửa hàng cần một cái tên");
});

test("Alt and left goes back, and what was typed is still there", async () => {
  const opened = await openWizard();
  await toOwner(opened);
  await opened.user.keyboard("{Alt>}{ArrowLeft}{/Alt}{Alt>}{ArrowLeft}{/Alt}");
  expect(screen.getByTestId("shop-name")).toHaveValue("Tạp hoá Cô Mi");
});

test("two PINs that differ make no shop", async () => {
  const opened = await openWizard();
  await toOwner(opened);
  await opened.user.keyboard("Mi{Tab}2580{Tab}2581{Enter}");
  expect(screen.getByText("Hai lần gõ chưa giống nhau")).toBeInTheDocument();
  expect(opened.bridge.callsOf("shop.setup")).toHaveLength(0);
});

test("a dollar shop adds its tax at the till and rounds no cash", async () => {
  const opened = await openWizard();
  const { user, bridge } = opened;
  await user.keyboard("{Enter}");
  await screen.findByTestId("wizard-shop");
  await user.keyboard("Corner{Enter}");
  await screen.findByTestId("wizard-money");
  await user.click(screen.getByLabelText(/Hoa Kỳ/u));
  await user.keyboard("{Enter}");
  await screen.findByTestId("wizard-owner");
  await user.keyboard("Mi{Tab}2580{Tab}2580{Enter}");
  await screen.findByTestId("wizard-recovery");
  expect(bridge.callsOf("shop.setup")).toMatchObject([
    { currency: "USD", taxMode: "exclusive", cashRoundingMinor: 0, timezone: "America/New_York" },
  ]);
});

test("the recovery key is shown in groups and printed", async () => {
  const opened = await openWizard();
  await toOwner(opened);
  await opened.user.keyboard("Mi{Tab}2580{Tab}2580{Enter}");
  expect(await screen.findAllByTestId("key-group")).toHaveLength(8);
  await opened.user.click(screen.getByText("In ra giấy"));
  expect(await screen.findByText("Đã in. Cất nơi chỉ bạn biết.")).toBeInTheDocument();
  const [printed] = opened.bridge.callsOf("shell.printDocument");
  expect(Object(printed).html).toContain("Khoá khôi phục của Tạp hoá Cô Mi");
});

test("a system without a keychain is told honestly", async () => {
  const opened = await openWizard({
    "shell.about": () => ({
      version: "0",
      electron: "0",
      engineHost: "node-child",
      keychain: "basic",
      locale: "vi",
      platform: "linux",
    }),
  });
  await toOwner(opened);
  await opened.user.keyboard("Mi{Tab}2580{Tab}2580{Enter}");
  expect(await screen.findByText(/không có chùm khoá của hệ thống/u)).toBeInTheDocument();
});

test("a demo shop shows how far it has come, and ends in the till", async () => {
  const opened = await openWizard();
  await toStart(opened);
  await opened.user.click(screen.getByLabelText(/Mở cửa hàng dùng thử/u));
  await opened.user.keyboard("{Enter}");
  expect(await screen.findByTestId("omnibox")).toBeInTheDocument();
  expect(opened.bridge.callsOf("shop.fillDemo")).toHaveLength(1);
});

test("a refusal stands where it happened, and the same shop is not made twice", async () => {
  const opened = await openWizard({ "shop.setup": () => refuse({ kind: "AlreadySetUp" }) });
  await toOwner(opened);
  await opened.user.keyboard("Mi{Tab}2580{Tab}2580{Enter}");
  await waitFor(() =>
    expect(screen.getByRole("alert")).toHaveTextContent("Cửa hàng này đã được tạo rồi"),
  );
});
