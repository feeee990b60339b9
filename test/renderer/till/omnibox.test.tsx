import { act, screen, waitFor, within } from "@testing-library/react";
import { expect, test } from "vitest";
import { useBasket } from "../../../renderer/stores/till/basket.ts";
import { goods } from "../fake/fakeGoods.ts";
import { haId, haProfile } from "../fake/fakePeople.ts";
import { nowMs, openTill, scan, take, typeByHand } from "../openWindow.tsx";

test("what is typed is looked for at each key, marks or not", async () => {
  const { user, bridge } = await openTill();
  await user.type(screen.getByTestId("omnibox"), "ca phe");
  const names = await screen.findAllByRole("option");
  expect(names[0]).toHaveTextContent("Cà phê phin Buôn Ma Thuột 500 g");
  expect(bridge.callsOf("catalog.search")).toHaveLength(5);
});

test("Enter takes the first thing found", async () => {
  const opened = await openTill();
  await take(opened, "phin nhom");
  expect(await screen.findByTestId("line-PH-08")).toBeInTheDocument();
  expect(screen.getByTestId("omnibox")).toHaveValue("");
});

test("arrow keys choose another thing, and Enter takes that one", async () => {
  const { user } = await openTill();
  await user.type(screen.getByTestId("omnibox"), "ca phe");
  await screen.findAllByRole("option");
  await user.keyboard("{ArrowDown}{Enter}");
  expect(await screen.findByTestId("line-CF-SAN-250")).toBeInTheDocument();
});

test("digits find people first, and a phone is never shown whole", async () => {
  const opened = await openTill({ "catalog.search": () => ({ products: [...goods] }) });
  await opened.user.type(screen.getByTestId("omnibox"), "567");
  const [first] = await screen.findAllByRole("option");
  expect(first).toHaveTextContent("Nguyễn Thị Thu Hà");
  expect(first).toHaveTextContent("•••• ••• 567");
  await opened.user.keyboard("{Enter}");
  expect(await screen.findByTestId("customer-name")).toHaveTextContent("Nguyễn Thị Thu Hà");
});

test("an answer to an older text is dropped, however late it comes", async () => {
  const waiting: (() => void)[] = [];
  const { user } = await openTill({
    "catalog.search": async ({ text }) => {
      if (text === "ca") await new Promise<void>((resolve) => waiting.push(resolve));
      return { products: goods.filter(({ sku }) => sku === (text === "ca" ? "PH-08" : "DP-1K")) };
    },
  });
  await user.type(screen.getByTestId("omnibox"), "cal");
  expect(await screen.findByRole("option")).toHaveTextContent("Đường phèn");
  for (const answer of waiting) answer();
  await waitFor(() => expect(waiting).toHaveLength(1));
  expect(screen.getByRole("option")).toHaveTextContent("Đường phèn");
  expect(screen.queryByText("Phin nhôm số 8")).not.toBeInTheDocument();
});

test("Enter before the answer takes what belongs to the text when it comes, and what is typed on stays", async () => {
  const { user } = await openTill({
    "catalog.search": async ({ text }) => {
      await new Promise((resolve) => setTimeout(resolve, 20));
      return { products: goods.filter(({ sku }) => text === "duong" && sku === "DP-1K") };
    },
  });
  await user.type(screen.getByTestId("omnibox"), "duong{Enter}45");
  expect(await screen.findByTestId("line-DP-1K")).toBeInTheDocument();
  expect(screen.getByTestId("omnibox")).toHaveValue("45");
});

test("a scanned code goes straight into the basket", async () => {
  const opened = await openTill();
  await scan(opened, "8934563138165");
  expect(await screen.findByTestId("line-CF-BMT-500")).toBeInTheDocument();
});

test("scans that come faster than their answers are all taken, in their order", async () => {
  const opened = await openTill({
    "catalog.search": async () => {
      await new Promise((resolve) => setTimeout(resolve, 30));
      return { products: [] };
    },
  });
  await scan(opened, "8934563138165");
  await scan(opened, goods.find(({ sku }) => sku === "SD-380")?.barcode ?? "");
  await opened.user.type(screen.getByTestId("omnibox"), "45");
  await waitFor(() =>
    expect(useBasket.getState().lines.map(({ sku }) => sku)).toEqual(["CF-BMT-500", "SD-380"]),
  );
  expect(screen.getByTestId("omnibox")).toHaveValue("45");
});

test("a scanned code that nothing bears takes nothing else, and the goods can be added at once", async () => {
  const opened = await openTill({ "catalog.search": () => ({ products: [...goods] }) });
  const { user, bridge } = opened;
  await scan(opened, "8930000000001");
  expect(await screen.findByTestId("unknown-code")).toHaveTextContent("8930000000001");
  expect(useBasket.getState().lines).toHaveLength(0);
  await user.keyboard("{Enter}Kẹo dừa{Tab}15000{Enter}");
  await waitFor(() => expect(bridge.callsOf("catalog.import")).toHaveLength(1));
  expect(bridge.callsOf("catalog.import")[0]).toMatchObject({
    products: [{ name: "Kẹo dừa", priceMinor: 15_000, barcode: "8930000000001" }],
  });
});

const nothing = {
  "catalog.search": () => ({ products: [] }),
  "customer.search": () => ({ matches: [] }),
};

test.each([
  ["0123-4567-8C", "in the slip's groups"],
  ["01234567 8c", "in small letters and other groups"],
  ["o1234567Bc", "in one run, with a lookalike"],
])("a mistyped code of a slip, %s %s, is called so", async (typed) => {
  const opened = await openTill(nothing);
  const { user, bridge } = opened;
  await typeByHand(opened, typed);
  expect(await screen.findByText(/^Mã phiếu gõ nhầm một chữ/u)).toBeVisible();
  expect(bridge.callsOf("coupon.find")).toEqual([]);
  await user.keyboard("{Enter}");
  const panel = await screen.findByTestId("unknown-code");
  expect(panel).toHaveTextContent("Mã phiếu gõ nhầm một chữ");
  expect(within(panel).queryByRole("button")).toBeNull();
});

test("a scanned code of ten letters and figures is no mistyped one: its goods can be added", async () => {
  const opened = await openTill(nothing);
  await scan(opened, "SP00012345");
  const panel = await screen.findByTestId("unknown-code");
  expect(panel).toHaveTextContent("SP00012345");
  expect(panel).not.toHaveTextContent("gõ nhầm");
  expect(within(panel).getByRole("button", { name: /Thêm/u })).toBeInTheDocument();
});

test.each(["0912345678", "nuocmamngo", "minh thao vy"])("%s is no mistyped code", async (typed) => {
  const { user } = await openTill(nothing);
  await user.type(screen.getByTestId("omnibox"), typed);
  expect(await screen.findByText(/^Không thấy gì cho/u)).toBeVisible();
});

test("what was found goes before a mistyped code", async () => {
  const { user } = await openTill({ "catalog.search": () => ({ products: [...goods] }) });
  await user.type(screen.getByTestId("omnibox"), "012345678C");
  expect((await screen.findAllByRole("option")).length).toBeGreaterThan(0);
  expect(screen.queryByText(/gõ nhầm/u)).toBeNull();
});

test("3* before a name takes three", async () => {
  const opened = await openTill();
  await take(opened, "3*sua dac");
  const line = await screen.findByTestId("line-SD-380");
  expect(await within(line).findByText("81.000")).toBeInTheDocument();
});

test("a slash comes back to the omnibox from any place", async () => {
  const { user } = await openTill();
  await user.keyboard("{Alt>}6{/Alt}");
  await screen.findByTestId("settings");
  await user.keyboard("/");
  expect(screen.getByTestId("omnibox")).toHaveFocus();
  expect(screen.getByTestId("omnibox")).toHaveValue("");
});

test("what is typed at the till goes into the omnibox, wherever the focus was", async () => {
  const { user } = await openTill();
  screen.getByTestId("place-till").focus();
  await user.keyboard("h");
  expect(screen.getByTestId("omnibox")).toHaveFocus();
});

test("nothing found says what to try", async () => {
  const { user } = await openTill();
  await user.type(screen.getByTestId("omnibox"), "xyzxyz");
  expect(await screen.findByText("Không thấy gì cho “xyzxyz”")).toBeInTheDocument();
});

test("another place closes what was found, and so does taking money", async () => {
  const opened = await openTill();
  const { user } = opened;
  await user.type(screen.getByTestId("omnibox"), "sua");
  await screen.findAllByRole("option");
  await user.keyboard("{Alt>}6{/Alt}");
  await screen.findByTestId("settings");
  expect(screen.getByTestId("omnibox")).toHaveAttribute("aria-expanded", "false");
  await user.keyboard("{Alt>}1{/Alt}");
  await take(opened, "sua dac");
  await user.type(screen.getByTestId("omnibox"), "sua");
  await screen.findAllByRole("option");
  await user.keyboard("{F9}");
  expect(await screen.findByTestId("amount")).toHaveFocus();
  expect(screen.getByTestId("omnibox")).toHaveAttribute("aria-expanded", "false");
});

test("over the receipts arrow keys go through them, and no key changes the basket behind them", async () => {
  const opened = await openTill();
  await take(opened, "phin nhom");
  await screen.findByTestId("line-PH-08");
  await opened.user.keyboard("{F12}");
  await screen.findByTestId("receipts");
  const shown = () => opened.bridge.callsOf("sale.receipt").length;
  await waitFor(() => expect(shown()).toBe(1));
  await opened.user.keyboard("{ArrowDown}");
  await waitFor(() => expect(shown()).toBe(2));
  await opened.user.keyboard("+{Delete}{Escape}");
  expect(screen.getByTestId("omnibox")).toHaveFocus();
  expect(useBasket.getState().lines).toMatchObject([{ sku: "PH-08", quantity: 1 }]);
});

test("a coupon that is found is written in groups, as on its slip", async () => {
  const { user } = await openTill({
    "coupon.find": () => ({
      code: "Y9HBYJ64SA",
      campaignId: "0190b6a0-0000-7000-8000-0000000000c8",
      customerId: "0190b6a0-0000-7000-8000-0000000000c9",
      customerName: "Lê Thị Mai",
      ...{ title: "Cảm ơn", discountText: "Giảm 10%", untilDay: "2026-12-31" },
      state: "issued",
    }),
  });
  await user.type(screen.getByTestId("omnibox"), "y9hbyj64sa");
  const found = await screen.findByRole("option", { name: /Giảm 10%/u });
  expect(found).toHaveTextContent("Y9HB-YJ64-SA, Lê Thị Mai");
});

const couponOfHa = {
  code: "Y9HBYJ64SA",
  campaignId: "0190b6a0-0000-7000-8000-0000000000c8",
  customerId: haId,
  customerName: "Nguyễn Thị Thu Hà",
  ...{ title: "Cảm ơn", discountText: "Giảm 10%", untilDay: "2026-12-31" },
} as const;

test.each([
  ["void", { kind: "CouponVoid" }, "phiếu đã bị huỷ"],
  ["redeemed", { kind: "CouponUsed" }, "đã dùng rồi"],
  ["expired", { kind: "CouponExpired", expiredDay: "2026-11-01" }, "hết hạn 01/11"],
  ["not-yet", { kind: "CouponNotYet", fromDay: "2026-12-09" }, "dùng từ 09/12"],
] as const)("a coupon that is %s says so before there is a line, and is dropped there", async (state, why, said) => {
  const opened = await openTill({ "coupon.find": () => ({ ...couponOfHa, state, why }) });
  await scan(opened, "Y9HBYJ64SA");
  expect(await screen.findByRole("alert")).toHaveTextContent(`Phiếu Y9HB-YJ64-SA: ${said}`);
  await opened.user.click(screen.getByRole("button", { name: "Bỏ phiếu Y9HB-YJ64-SA" }));
  await waitFor(() => expect(screen.queryByRole("alert")).toBeNull());
});

test("a coupon that can be used says so before there is a line; to another customer it is somebody else's", async () => {
  const { user, bridge, ...rest } = await openTill({
    "coupon.find": () => ({ ...couponOfHa, state: "issued" }),
    "customer.profile": () => haProfile(nowMs),
  });
  await scan({ user, ...rest }, "Y9HBYJ64SA");
  const sum = screen.getByLabelText("Cách tính tổng");
  await waitFor(() => expect(sum).toHaveTextContent("Phiếu Y9HB-YJ64-SAcòn dùng được"));
  act(() => useBasket.getState().attach("0190b6a0-0000-7000-8000-0000000000c9"));
  await waitFor(() => expect(sum).toHaveTextContent("phiếu của khách khác"));
});

test("a coupon that was used already says so where it is found, before Enter", async () => {
  const { user } = await openTill({
    "coupon.find": () => ({ ...couponOfHa, state: "redeemed", why: { kind: "CouponUsed" } }),
  });
  await user.type(screen.getByTestId("omnibox"), "y9hbyj64sa");
  const found = await screen.findByRole("option", { name: /Giảm 10%/u, selected: true });
  expect(found).toHaveTextContent("đã dùng");
  expect(found).toHaveTextContent("xem vì sao");
});

test("a coupon's code that this shop has not issued is called so, and goods can be added for it", async () => {
  const opened = await openTill(nothing);
  await scan(opened, "Y9HBYJ64SA");
  const panel = await screen.findByTestId("unknown-code");
  expect(panel).toHaveTextContent("Cửa hàng không phát phiếu nào mang mã này");
  expect(within(panel).getByRole("button", { name: /Thêm/u })).toBeInTheDocument();
});

test("a telephone number nobody has is not taken for a coupon's code", async () => {
  const opened = await openTill(nothing);
  await typeByHand(opened, "0000000000");
  expect(await screen.findByText(/^Không thấy gì cho/u)).toBeVisible();
});
