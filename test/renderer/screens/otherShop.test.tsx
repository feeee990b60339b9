import { act, screen, within } from "@testing-library/react";
import { expect, test } from "vitest";
import { useSegments } from "../../../renderer/stores/campaigns/segments.ts";
import { useCustomers } from "../../../renderer/stores/customers.ts";
import { useSafety } from "../../../renderer/stores/safety.ts";
import type { Handlers } from "../fake/fakeBridge.ts";
import { shopStatus } from "../fake/fakeShop.ts";
import { type Opened, openTill, take, typeByHand } from "../openWindow.tsx";
import { restart } from "../restart.ts";

const otherShop: Handlers = {
  "shop.status": () => ({
    ...shopStatus,
    name: "Quán Lan",
    shopId: "0190b6a0-0000-7000-8000-0000000000c2",
  }),
};

/** Hà at the till with a tin of milk, 10.000 of it paid, a campaign and a group begun. */
const leaveWork = async (): Promise<Opened> => {
  const opened = await openTill();
  const { user } = opened;
  await take(opened, "567");
  await screen.findByTestId("customer-name");
  await take(opened, "sua dac");
  await screen.findByTestId("line-SD-380");
  await user.keyboard("{F9}");
  await typeByHand(opened, "10000", await screen.findByTestId("amount"));
  await user.keyboard("{Enter}");
  await screen.findByTestId("taken");
  await user.keyboard("{Escape}{Alt>}4{/Alt}");
  await screen.findByTestId("campaigns");
  await user.keyboard("{Control>}m{/Control}");
  await screen.findByTestId("campaign-builder");
  await user.keyboard("{Control>}3{/Control}");
  await user.type(screen.getByTestId("campaign-name"), "Nhớ bạn");
  await user.keyboard("{Escape}{Escape}{Escape}");
  await screen.findByTestId("draft");
  act(() => {
    useSegments.getState().start();
    useSegments.getState().change({ name: "Khách quen" });
  });
  return opened;
};

const expectNothingLeft = async ({ user }: Opened): Promise<void> => {
  expect(screen.queryByTestId("line-SD-380")).not.toBeInTheDocument();
  expect(screen.queryByTestId("taken")).not.toBeInTheDocument();
  expect(screen.queryByTestId("customer-name")).not.toBeInTheDocument();
  expect(useSegments.getState().bench).toBeUndefined();
  await user.keyboard("{Alt>}4{/Alt}");
  await screen.findByTestId("campaigns");
  expect(screen.queryByTestId("draft")).not.toBeInTheDocument();
};

const expectAllThere = async ({ user }: Opened): Promise<void> => {
  expect(await screen.findByTestId("line-SD-380")).toBeVisible();
  expect(within(screen.getByTestId("taken")).getByText(/10\.000/u)).toBeVisible();
  expect(await screen.findByTestId("customer-name")).toBeVisible();
  expect(useSegments.getState().bench?.name).toBe("Khách quen");
  await user.keyboard("{Alt>}4{/Alt}");
  expect(await screen.findByTestId("draft")).toHaveTextContent("Nhớ bạn");
};

test("a shop that takes another's place finds nothing of what was begun there, and the other finds it again", async () => {
  await leaveWork();
  await restart();
  const other = await openTill(otherShop);
  await expectNothingLeft(other);
  await other.user.keyboard("{Alt>}1{/Alt}");
  await take(other, "duong phen");
  await screen.findByTestId("line-DP-1K");
  await restart();
  const first = await openTill();
  expect(screen.queryByTestId("line-DP-1K")).not.toBeInTheDocument();
  await expectAllThere(first);
  await restart();
  await openTill(otherShop);
  expect(await screen.findByTestId("line-DP-1K")).toBeVisible();
});

test("the same shop, put back from its backup, goes on with what was begun", async () => {
  await leaveWork();
  await restart();
  await expectAllThere(await openTill());
});

test("another shop that comes while the window stands open finds nothing in its memory either", async () => {
  const { user, bridge } = await leaveWork();
  await user.keyboard("{Alt>}2{/Alt}");
  await screen.findByTestId("customers");
  await act(() => useCustomers.getState().search("ha"));
  await act(() => useSafety.getState().checkHealth());
  expect(useSafety.getState().health).toBeDefined();
  const failed = { kind: "engine", state: "failed", reason: "corrupt", message: "" } as const;
  act(() => bridge.emit(failed));
  bridge.answer(otherShop);
  act(() => bridge.emit({ kind: "engine", state: "ready" }));
  await screen.findByTestId("sign-in");
  await user.keyboard("2580{Enter}");
  await screen.findByTestId("omnibox");
  expect(useCustomers.getState()).toMatchObject({ text: "", matches: [], typedById: {} });
  expect(useSafety.getState().health).toBeUndefined();
  await user.keyboard("{Alt>}1{/Alt}");
  await expectNothingLeft({ user, bridge });
});
