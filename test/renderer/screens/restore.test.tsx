import { act, screen } from "@testing-library/react";
import { expect, test, vi } from "vitest";
import { useSession } from "../../../renderer/stores/session.ts";
import { type Handlers, refuse } from "../fake/fakeBridge.ts";
import { noShop, restored } from "../fake/fakeShop.ts";
import { nowMs, type Opened, openTill, openWindow } from "../openWindow.tsx";

const path = "/usb/Quen 2026-11-09.quenbackup";
const paperKey = `${"0123ABCD-".repeat(8)}`.slice(0, -1);
const otherKey = { kind: "BackupUnreadable", path, why: "wrong-key" } as const;

const openSettings = async (handlers: Handlers = {}): Promise<Opened> => {
  const opened = await openTill(handlers);
  await opened.user.keyboard("{Alt>}6{/Alt}");
  await screen.findByTestId("settings");
  return opened;
};

test("an owner sees what a backup holds and what is given up, before it takes the shop's place", async () => {
  const { user, bridge } = await openSettings();
  await user.click(screen.getByText("Chọn bản sao lưu"));
  const found = await screen.findByTestId("backup-found");
  expect(found).toHaveTextContent("12.480 lần bán, 1.204 khách");
  expect(found).toHaveTextContent("21/11/2026 15:00");
  expect(found).toHaveTextContent("sẽ không còn trong cửa hàng");
  await user.click(screen.getByText("Để nguyên như bây giờ"));
  expect(screen.queryByTestId("backup-found")).toBeNull();
  expect(bridge.callsOf("backup.restore")).toEqual([]);
});

test("a backup put in place says what it holds and what paper may still say; then one signs in", async () => {
  const { user, bridge } = await openSettings();
  const reload = vi.fn();
  useSession.setState({ startAfresh: reload });
  await user.click(screen.getByText("Chọn bản sao lưu"));
  await user.click(await screen.findByText("Đưa bản sao lưu vào dùng"));
  const done = await screen.findByTestId("restored-backup");
  expect(bridge.callsOf("backup.restore")).toMatchObject([{ path }]);
  expect(done).toHaveTextContent("12.480 lần bán");
  expect(done).toHaveTextContent("2 mã phiếu dùng sau lúc sao lưu");
  expect(done).toHaveTextContent("Q1-012600");
  expect(done).not.toHaveTextContent("có thể đã dùng");
  expect(done).not.toHaveTextContent("khoá khôi phục riêng");
  await user.keyboard("{Enter}");
  expect(reload).toHaveBeenCalledOnce();
});

test("a backup of another computer asks for that one's key, and counts along while it is typed", async () => {
  const { user, bridge } = await openSettings({
    "backup.verify": ({ recoveryKey }) =>
      recoveryKey === undefined ? refuse(otherKey) : { ok: true, saleCount: 7, customerCount: 3 },
    "backup.restore": () => ({ ...restored, isReplacedRead: false }),
  });
  await user.click(screen.getByText("Chọn bản sao lưu"));
  expect(await screen.findByRole("alert")).toHaveTextContent("gõ khoá của máy ấy");
  expect(screen.getByTestId("recovery-key")).toHaveFocus();
  await user.type(screen.getByTestId("recovery-key"), paperKey.slice(0, 20));
  expect(screen.getByText("18 trên 64 chữ và số")).toBeInTheDocument();
  await user.type(screen.getByTestId("recovery-key"), `${paperKey.slice(20)}{Enter}`);
  expect(await screen.findByTestId("backup-found")).toHaveTextContent("7 lần bán, 3 khách");
  await user.click(screen.getByText("Đưa bản sao lưu vào dùng"));
  const done = await screen.findByTestId("restored-backup");
  expect(bridge.callsOf("backup.restore")).toMatchObject([{ path, recoveryKey: paperKey }]);
  expect(done).toHaveTextContent("có thể đã dùng");
  expect(done).toHaveTextContent("khoá khôi phục riêng");
});

test("what was found is read out, asks from its safe side, and Escape leaves it", async () => {
  const { user, bridge } = await openSettings();
  await user.click(screen.getByText("Chọn bản sao lưu"));
  expect(await screen.findByTestId("backup-found")).toHaveAttribute("role", "alert");
  expect(screen.getByText("Để nguyên như bây giờ").closest("button")).toHaveFocus();
  await user.keyboard("{Escape}");
  expect(screen.queryByTestId("backup-found")).toBeNull();
  expect(screen.getByText("Chọn bản sao lưu").closest("button")).toHaveFocus();
  expect(bridge.callsOf("backup.restore")).toEqual([]);
});

test("where the engine ends before it has answered, the window keeps nothing of the shop that may be gone", async () => {
  const { user, bridge } = await openSettings();
  const reload = vi.fn();
  useSession.setState({ startAfresh: reload });
  bridge.answer({ "backup.restore": () => refuse({ kind: "NotSignedIn" }) });
  await user.click(screen.getByText("Chọn bản sao lưu"));
  await user.click(await screen.findByText("Đưa bản sao lưu vào dùng"));
  await vi.waitFor(() => expect(reload).toHaveBeenCalledOnce());
});

test("a backup that is not whole cannot be put in place", async () => {
  const { user } = await openSettings({
    "backup.verify": () => ({ ok: false, saleCount: 3, problems: ["points balances"] }),
  });
  await user.click(screen.getByText("Chọn bản sao lưu"));
  expect(await screen.findByText("points balances")).toBeInTheDocument();
  expect(screen.queryByText("Đưa bản sao lưu vào dùng")).toBeNull();
});

test("a manager makes and checks backups, but does not put them in place", async () => {
  await openSettings({
    "session.login": ({ name }) => ({
      staffId: "0190b6a0-0000-7000-8000-0000000000b1",
      name,
      role: "manager",
    }),
  });
  expect(screen.getByText("Sao lưu ngay")).toBeInTheDocument();
  expect(screen.queryByText("Chọn bản sao lưu")).toBeNull();
});

test("on a new computer the shop is opened from its backup and its key on paper", async () => {
  const { user, bridge } = await openWindow({
    ...noShop(nowMs),
    "shop.setUpFromBackup": ({ recoveryKey }) =>
      recoveryKey === paperKey
        ? { ...restored, usedSince: 0, isReplacedRead: false, unreadableCustomers: 3 }
        : refuse({ kind: "RecoveryKeyIncomplete", typed: 3 }),
  });
  await screen.findByTestId("wizard-language");
  await user.click(screen.getByText("Đã có bản sao lưu"));
  await screen.findByTestId("wizard-backup");
  const steps = screen.getAllByRole("listitem");
  expect(steps.map(({ textContent }) => textContent)).toEqual(["Ngôn ngữ", "Mở bản sao lưu"]);
  expect(steps[1]).toHaveAttribute("aria-current", "step");
  expect(steps[0]).not.toHaveAttribute("aria-current");
  await user.keyboard("{Enter}");
  expect(await screen.findByTestId("backup-file")).toHaveTextContent("Quen 2026-11-09.quenbackup");
  expect(screen.getByTestId("recovery-key")).toHaveFocus();
  await user.keyboard("12A{Enter}");
  expect(await screen.findByRole("alert")).toHaveTextContent("ở đây có 3");
  await user.clear(screen.getByTestId("recovery-key"));
  await user.keyboard(`${paperKey}{Enter}`);
  const done = await screen.findByTestId("restored-backup");
  expect(done).toHaveTextContent("khoá khôi phục riêng");
  expect(done).toHaveTextContent("3 khách không đọc được tên");
  expect(bridge.callsOf("shop.setUpFromBackup")).toHaveLength(2);
});

test("nothing is opened on a new computer before a backup was chosen", async () => {
  const { user, bridge } = await openWindow({ ...noShop(nowMs), "shell.pickFile": () => ({}) });
  await screen.findByTestId("wizard-language");
  await user.click(screen.getByText("Đã có bản sao lưu"));
  await screen.findByTestId("wizard-backup");
  await user.click(screen.getByTestId("wizard-next"));
  expect(screen.getByRole("alert")).toHaveTextContent("Chọn bản sao lưu trước đã");
  expect(bridge.callsOf("shop.setUpFromBackup")).toEqual([]);
  await user.keyboard("{Alt>}{ArrowLeft}{/Alt}");
  expect(await screen.findByTestId("wizard-language")).toBeInTheDocument();
});

test("a computer that lost its key opens the shop with the one on paper", async () => {
  const { user, bridge } = await openWindow();
  await screen.findByTestId("sign-in");
  const failed = { kind: "engine", state: "failed", reason: "wrong-key", message: "" } as const;
  act(() => bridge.emit(failed));
  const key = await screen.findByTestId("recovery-key");
  expect(key).toHaveFocus();
  // What is typed is not read out with it.
  expect(screen.getByRole("alert")).toHaveTextContent("Hãy gõ khoá khôi phục");
  expect(screen.getByRole("alert")).not.toContainElement(key);
  await user.keyboard("0123{Enter}");
  expect(screen.getByText(/ở đây có 4/u)).toBeInTheDocument();
  expect(bridge.callsOf("shell.openWithKey")).toEqual([]);
  await user.clear(key);
  await user.keyboard(`${paperKey}{Enter}`);
  expect(bridge.callsOf("shell.openWithKey")).toEqual([{ recoveryKey: paperKey }]);
  act(() => bridge.emit(failed));
  expect(await screen.findByText(/Khoá này cũng chưa mở được/u)).toBeInTheDocument();
  expect(screen.getByTestId("recovery-key")).toHaveValue(paperKey);
  await user.keyboard("{Enter}");
  act(() => bridge.emit({ kind: "engine", state: "ready" }));
  expect(await screen.findByTestId("sign-in")).toBeInTheDocument();
});

test("where the shop's files are damaged, a backup is opened beside them, once that was asked twice", async () => {
  const { user, bridge } = await openWindow();
  await screen.findByTestId("sign-in");
  const failed = { kind: "engine", state: "failed", reason: "corrupt", message: "" } as const;
  act(() => bridge.emit(failed));
  const told = await screen.findByRole("alert");
  expect(told).not.toHaveTextContent("Những lần bán đã xong vẫn còn nguyên");
  await user.click(screen.getByText("Mở bản sao lưu"));
  expect(screen.getByText(/vẫn nằm nguyên trên máy này/u)).toBeInTheDocument();
  await user.keyboard("{Escape}");
  expect(screen.queryByTestId("start-without-shop")).toBeNull();
  await user.click(screen.getByText("Mở bản sao lưu"));
  await user.click(screen.getByTestId("start-without-shop"));
  expect(bridge.callsOf("shell.startWithoutShop")).toHaveLength(1);
  bridge.answer({ "shop.status": () => ({ configured: false, schemaVersion: 1 }) });
  act(() => bridge.emit({ kind: "engine", state: "ready" }));
  expect(await screen.findByTestId("wizard-backup")).toBeInTheDocument();
});
