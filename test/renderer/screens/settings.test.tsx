import { screen, waitFor } from "@testing-library/react";
import { expect, test } from "vitest";
import { refuse } from "../fake/fakeBridge.ts";
import { health } from "../fake/fakeShop.ts";
import { type Opened, openTill, take } from "../openWindow.tsx";

const openSettings = async (handlers: Parameters<typeof openTill>[0] = {}): Promise<Opened> => {
  const opened = await openTill(handlers);
  await opened.user.keyboard("{Alt>}6{/Alt}");
  await screen.findByTestId("settings");
  return opened;
};

test("the language changes everywhere at once, and a basket in hand stays", async () => {
  const opened = await openTill();
  await take(opened, "3*sua dac");
  await opened.user.keyboard("{Alt>}6{/Alt}");
  await opened.user.click(await screen.findByLabelText("English"));
  expect(screen.getByTestId("settings")).toHaveTextContent("Safety of the data");
  await opened.user.keyboard("{Alt>}1{/Alt}");
  await waitFor(() => expect(screen.getByTestId("total")).toHaveTextContent("81,000"));
});

test("what the engine words is asked for in the language on the screen", async () => {
  const opened = await openTill({
    "campaign.overview": ({ locale }) => ({
      campaigns: [
        {
          campaignId: "0190b6a0-0000-7000-8000-0000000000c1",
          name: "Nhớ bạn",
          offerText: locale === "en" ? "10% off" : "Giảm 10%",
          segmentText: locale === "en" ? "Everyone" : "Tất cả khách",
          fromDay: "2026-11-16",
          toDay: "2026-11-30",
          holdoutBps: 1_000,
          state: "draft",
          issued: 0,
          coupons: 0,
          heldOut: 0,
          redeemed: 0,
          trigger: "list",
          channel: "print",
          targeting: "everyone",
          hasOtherOffer: false,
          doubleUses: 0,
        },
      ],
    }),
  });
  await opened.user.keyboard("{Alt>}4{/Alt}");
  expect(await screen.findByText("Giảm 10%")).toBeInTheDocument();
  await opened.user.keyboard("{Alt>}6{/Alt}");
  await opened.user.click(await screen.findByLabelText("English"));
  await opened.user.keyboard("{Alt>}4{/Alt}");
  expect(await screen.findByText("10% off")).toBeInTheDocument();
  await opened.user.keyboard("{Alt>}2{/Alt}");
  await waitFor(() =>
    expect(opened.bridge.callsOf("customer.search").at(-1)).toMatchObject({ locale: "en" }),
  );
});

test("why a row of a file was rejected is told in the language on the screen", async () => {
  const opened = await openSettings({
    "orders.importFile": () => ({
      importId: "0190b6a0-0000-7000-8000-0000000000d1",
      format: "shopee",
      rows: 1,
      orders: 0,
      created: 0,
      updated: 0,
      unchanged: 0,
      rejected: 1,
      customersCreated: 0,
      customersMatched: 0,
      rejects: [
        { row: 7, reason: { kind: "FieldMissing", column: "Total" }, text: "Thiếu “Total”." },
      ],
    }),
  });
  await opened.user.click(screen.getByLabelText("English"));
  await opened.user.keyboard("{Alt>}3{/Alt}");
  await screen.findByTestId("orders");
  await opened.user.keyboard("{Control>}o{/Control}");
  expect(await screen.findByTestId("rejects")).toHaveTextContent("“Total” is missing.");
});

test("the theme changes at once and is kept on this computer", async () => {
  const { user } = await openSettings();
  await user.click(screen.getByLabelText("Tối"));
  expect(document.documentElement).toHaveAttribute("data-theme", "dark");
  expect(localStorage.getItem("quen.settings")).toContain("dark");
});

test("a backup is made where the person says, and told with what it holds", async () => {
  const { user } = await openSettings();
  await user.click(screen.getByText("Sao lưu ngay"));
  expect(await screen.findByText("Đã sao lưu 12.480 lần bán, 45,8 MB.")).toBeInTheDocument();
});

test("a backup beside keys of others says whom they still open", async () => {
  const { user } = await openSettings({
    "backup.create": ({ path }) => ({
      ...{ path, sizeBytes: 48_000_000, saleCount: 12_480, atMs: 0 },
      otherKeys: 1,
    }),
  });
  await user.click(screen.getByText("Sao lưu ngay"));
  expect(await screen.findByText(/khách đã yêu cầu xoá/u)).toBeVisible();
});

test("a broken log is told with the row at which it breaks", async () => {
  const { user } = await openSettings({
    "audit.verify": () => ({ ok: false, entries: 900, brokenAt: 512 }),
  });
  await user.click(screen.getByText("Kiểm tra sổ"));
  expect(await screen.findByText(/Chuỗi đứt ở dòng 512/u)).toBeInTheDocument();
});

test("data that is in order is told so, and codes used twice beside it", async () => {
  const { user, bridge } = await openSettings();
  await user.click(screen.getByText("Kiểm tra dữ liệu"));
  expect(await screen.findByText(/Dữ liệu nguyên vẹn.*12.480 lần bán/u)).toBeInTheDocument();
  expect(screen.queryByText(/mã phiếu đã dùng lại/u)).not.toBeInTheDocument();
  bridge.answer({ "engine.health": () => ({ ...health, doubleUses: 2 }) });
  await user.click(screen.getByText("Kiểm tra dữ liệu"));
  expect(await screen.findByText(/Có 2 lần một mã phiếu đã dùng lại/u)).toBeInTheDocument();
  await user.click(screen.getByLabelText("English"));
  expect(screen.getByText(/^2 times a used code was used again/u)).toBeInTheDocument();
  await user.click(screen.getByRole("button", { name: "See the codes" }));
  expect(await screen.findByTestId("double-use")).toHaveTextContent("K7QF-2M9P-3D");
  await user.keyboard("{Escape}");
  expect(await screen.findByTestId("settings")).toBeInTheDocument();
});

test("data that is not in order is told with what does not agree", async () => {
  const disagreements = ["points balances"];
  const { user } = await openSettings({
    "engine.health": () => ({ ...health, ok: false, disagreements }),
  });
  await user.click(screen.getByText("Kiểm tra dữ liệu"));
  expect(await screen.findByText(/Dữ liệu có chỗ không ổn/u)).toBeInTheDocument();
  expect(screen.getByText("points balances")).toBeInTheDocument();
});

test("the recovery key is shown only when asked for", async () => {
  const { user } = await openSettings();
  expect(screen.queryByText("K7QF")).not.toBeInTheDocument();
  await user.click(screen.getByText("Hiện khoá"));
  expect(await screen.findByText("K7QF")).toBeInTheDocument();
});

test("a cashier sees neither keys nor staff", async () => {
  await openSettings({
    "session.login": ({ name }) => ({
      staffId: "0190b6a0-0000-7000-8000-0000000000b1",
      name,
      role: "cashier",
    }),
  });
  expect(screen.queryByText("An toàn dữ liệu")).not.toBeInTheDocument();
  expect(screen.queryByText("Nhân viên")).not.toBeInTheDocument();
});

test("somebody is added with a role and a PIN, and a taken name is told", async () => {
  const opened = await openSettings();
  const { user, bridge } = opened;
  await user.type(screen.getByLabelText("Tên gọi"), "Lan{Tab}{Tab}4321{Enter}");
  expect(await screen.findByText("Đã thêm Lan")).toBeInTheDocument();
  expect(bridge.callsOf("staff.create")).toMatchObject([
    { name: "Lan", role: "cashier", pin: "4321" },
  ]);
  bridge.answer({ "staff.create": () => refuse({ kind: "StaffNameTaken", ...{ name: "Lan" } }) });
  await user.type(screen.getByLabelText("Tên gọi"), "Lan{Tab}{Tab}4321{Enter}");
  expect(await screen.findByText(/Đã có người tên Lan/u)).toBeInTheDocument();
});

test("the owner decides for the shop, at once; another value than the usual ones is shown too", async () => {
  let contactCapPerMonth = 3;
  const { bridge, user } = await openSettings({
    "shop.settings": () => ({
      suggestionControlBps: 500,
      contactCapPerMonth,
      assumedMarginBps: 2_500,
    }),
    "shop.setSettings": (asked) => {
      contactCapPerMonth = asked.contactCapPerMonth ?? contactCapPerMonth;
      return {};
    },
  });
  expect(await screen.findByLabelText("3 đợt phiếu")).toBeChecked();
  await user.click(screen.getByLabelText("2 đợt phiếu"));
  await waitFor(() => expect(screen.getByLabelText("2 đợt phiếu")).toBeChecked());
  expect(bridge.callsOf("shop.setSettings")).toMatchObject([{ contactCapPerMonth: 2 }]);
  await user.click(screen.getByLabelText("Không để"));
  await waitFor(() =>
    expect(bridge.callsOf("shop.setSettings").at(-1)).toMatchObject({ suggestionControlBps: 0 }),
  );
});

test("what the shop decides is not a cashier's to see", async () => {
  await openSettings({
    "session.login": () => ({
      staffId: "0190b6a0-0000-7000-8000-00000000000a",
      name: "Lan",
      role: "cashier",
    }),
  });
  expect(screen.queryByText("Mời mua và phát phiếu")).toBeNull();
});
