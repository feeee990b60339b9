import { act, screen, waitFor } from "@testing-library/react";
import { expect, test, vi } from "vitest";
import { refuse } from "../fake/fakeBridge.ts";
import { openTill, openWindow } from "../openWindow.tsx";

test("a name, digits and Enter open the till", async () => {
  const { user, bridge } = await openWindow();
  await screen.findByTestId("sign-in");
  await user.keyboard("{ArrowDown}2580{Enter}");
  expect(await screen.findByTestId("omnibox")).toBeInTheDocument();
  expect(bridge.callsOf("session.login")).toEqual([{ name: "Tuấn", pin: "2580" }]);
});

test("a wrong PIN is told with the tries left, and the field is empty again", async () => {
  const { user } = await openWindow({
    "session.login": () => refuse({ kind: "WrongPin", ...{ triesLeft: 3 } }),
  });
  await screen.findByTestId("sign-in");
  await user.keyboard("1111{Enter}");
  expect(await screen.findByText("Mã PIN chưa đúng. Còn 3 lần thử.")).toBeInTheDocument();
  expect(screen.getByText("Đã gõ 0 số")).toBeInTheDocument();
});

test("too many wrong tries say until when", async () => {
  const untilMs = Date.UTC(2026, 10, 22, 8, 15);
  const { user } = await openWindow({
    "session.login": () => refuse({ kind: "LockedOut", ...{ untilMs } }),
  });
  await screen.findByTestId("sign-in");
  await user.keyboard("1111{Enter}");
  expect(await screen.findByText(/tạm khoá đến 15:15/u)).toBeInTheDocument();
});

test("a PIN that was typed is nowhere on the screen", async () => {
  const { user } = await openWindow();
  await screen.findByTestId("sign-in");
  await user.keyboard("2580");
  expect(document.body).not.toHaveTextContent("2580");
  expect(screen.getByText("Đã gõ 4 số")).toBeInTheDocument();
});

test("a till that nobody touches locks itself", async () => {
  await openTill();
  vi.useFakeTimers();
  // Any key starts the wait anew, on the clock that now can be moved on.
  act(() => {
    window.dispatchEvent(new Event("pointerdown"));
    vi.advanceTimersByTime(10 * 60_000);
  });
  vi.useRealTimers();
  expect(await screen.findByTestId("sign-in")).toBeInTheDocument();
});

test("an engine that cannot open the shop says what is safe and what to do", async () => {
  const { bridge, user } = await openWindow();
  await screen.findByTestId("sign-in");
  act(() =>
    bridge.emit({ kind: "engine", state: "failed", reason: "disk-full", message: "no space" }),
  );
  expect(await screen.findByText(/Ổ đĩa đã đầy/u)).toBeInTheDocument();
  expect(screen.getByText(/Những lần bán đã xong vẫn còn nguyên/u)).toBeInTheDocument();
  await user.keyboard("{Enter}");
  await waitFor(() => expect(bridge.callsOf("shell.retryEngine")).toHaveLength(1));
});
