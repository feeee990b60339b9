import { act, screen, waitFor, within } from "@testing-library/react";
import { expect, test } from "vitest";
import { usePayment } from "../../../renderer/stores/till/payment.ts";
import { refuse } from "../fake/fakeBridge.ts";
import { type Opened, openTill, scan, take } from "../openWindow.tsx";

/** Three tins for 81.000, of which 50.000 came by transfer. */
const withPart = async (handlers: Parameters<typeof openTill>[0] = {}): Promise<Opened> => {
  const opened = await openTill(handlers);
  await take(opened, "3*sua dac");
  await waitFor(() => expect(screen.getByTestId("total")).toHaveTextContent("81.000"));
  await opened.user.keyboard("{F10}50000{Enter}");
  expect(screen.getByTestId("due")).toHaveTextContent("31.000");
  return opened;
};

test("what was taken stays while the basket is gone back to, and is said there", async () => {
  const { user } = await withPart();
  await user.keyboard("{Escape}");
  expect(screen.queryByTestId("payment")).not.toBeInTheDocument();
  expect(screen.getByTestId("taken")).toHaveTextContent("Đã nhậnChuyển khoản50.000 đ");
  await user.keyboard("{F9}");
  expect(screen.getByTestId("due")).toHaveTextContent("31.000");
});

test("beside the whole total it is said what is still to pay, and the key for cash says it in coins", async () => {
  const { user } = await withPart();
  await user.keyboard("200{Enter}{Escape}");
  expect(screen.getByTestId("total")).toHaveTextContent("81.000");
  expect(screen.getByTestId("rest")).toHaveTextContent("Còn phải thu 30.800 đ");
  expect(screen.getByTestId("pay-cash")).toHaveTextContent("Tiền mặt 31.000");
});

test("goods that are scanned while money is taken are paid beside what was taken", async () => {
  const opened = await withPart();
  await scan(opened, "8934563138165", screen.getByTestId("amount"));
  await screen.findByTestId("line-CF-BMT-500");
  await waitFor(() => expect(screen.getByTestId("total")).not.toHaveTextContent(/^81\.000/u));
  await opened.user.keyboard("{F9}{Enter}");
  await screen.findByTestId("done");
  expect(opened.bridge.callsOf("sale.commit")).toMatchObject([
    { payments: [{ method: "transfer", amountMinor: 50_000 }, { method: "cash" }] },
  ]);
});

test("a sale that is refused gives back the last part only, and each can be taken back by hand", async () => {
  const { user } = await withPart({
    "sale.commit": () => refuse({ kind: "Overpaid", excessMinor: 23_000 }),
  });
  await user.keyboard("{F9}{Enter}");
  expect(await screen.findByTestId("payment-problem")).toHaveTextContent(
    "Thừa 23.000 đ ngoài tiền mặt. Chỉ tiền mặt mới có tiền thừa: bỏ khoản đã nhận rồi thu lại.",
  );
  expect(screen.getByTestId("due")).toHaveTextContent("31.000");
  await user.click(
    within(screen.getByTestId("taken")).getByRole("button", { name: "Bỏ khoản này" }),
  );
  expect(screen.getByTestId("due")).toHaveTextContent("81.000");
});

test("what was taken goes with the whole basket, and never to the next customer", async () => {
  const { user } = await withPart();
  await user.keyboard("{Escape}{Control>}{Delete}{/Control}");
  expect(screen.queryByTestId("taken")).not.toBeInTheDocument();
});

test("what was taken comes back with the basket where letting go is undone", async () => {
  const { user } = await withPart();
  await user.keyboard("{Escape}{Control>}{Delete}{/Control}{Control>}z{/Control}");
  expect(await screen.findByTestId("taken")).toHaveTextContent("50.000 đ");
});

test("what was taken for a basket that was let go is to be given back, until somebody says it was", async () => {
  const opened = await withPart();
  await opened.user.keyboard("{Escape}{Control>}{Delete}{/Control}");
  expect(await screen.findByTestId("give-back")).toHaveTextContent(
    "Trả lại khách: Chuyển khoản 50.000 đ.",
  );
  await take(opened, "ca phe");
  await screen.findByTestId("line-CF-BMT-500");
  expect(screen.getByTestId("give-back")).toBeVisible();
  expect(JSON.parse(localStorage.getItem("quen.attempt") ?? "")).toMatchObject({
    state: { toGiveBack: [{ method: "transfer", amountMinor: 50_000 }] },
  });
  await opened.user.click(screen.getByText("Đã trả lại"));
  expect(screen.queryByTestId("give-back")).not.toBeInTheDocument();
});

test("what comes back with its basket is not to be given back, and what was given back does not come again", async () => {
  const { user } = await withPart();
  await user.keyboard("{Escape}{Control>}{Delete}{/Control}{Control>}z{/Control}");
  expect(await screen.findByTestId("taken")).toHaveTextContent("50.000 đ");
  expect(screen.queryByTestId("give-back")).not.toBeInTheDocument();
  await user.keyboard("{Control>}{Delete}{/Control}");
  await user.click(await screen.findByText("Đã trả lại"));
  await user.keyboard("{Control>}z{/Control}");
  expect(await screen.findByTestId("line-SD-380")).toBeVisible();
  expect(screen.queryByTestId("taken")).not.toBeInTheDocument();
});

test("in a basket that was emptied line by line it is said what to do with what was taken", async () => {
  const { user } = await withPart();
  await user.keyboard("{Escape}");
  expect(screen.queryByTestId("taken-for-nothing")).not.toBeInTheDocument();
  await user.click(screen.getByTestId("omnibox"));
  await user.keyboard("{Delete}");
  expect(await screen.findByTestId("taken-for-nothing")).toHaveTextContent(
    "Giỏ đã trống. Trả lại khách rồi bỏ khoản này, hoặc để tính vào giỏ tiếp theo.",
  );
  expect(screen.getByTestId("taken")).toHaveTextContent("50.000 đ");
});

test("the last line taken out while money is taken leaves what was taken in sight", async () => {
  const { user } = await withPart();
  for (let tin = 0; tin < 3; tin += 1) {
    await user.click(screen.getByRole("button", { name: /^Bớt một/u }));
  }
  expect(await screen.findByTestId("taken")).toHaveTextContent("50.000 đ");
  expect(screen.getByTestId("taken-for-nothing")).toBeVisible();
});

test("what was taken stays while goods are taken out of the basket", async () => {
  const opened = await withPart();
  await opened.user.keyboard("{Escape}");
  await take(opened, "ca phe");
  await opened.user.keyboard("{Delete}");
  await waitFor(() => expect(screen.queryByTestId("line-CF-BMT-500")).toBeNull());
  expect(screen.getByTestId("taken")).toHaveTextContent("50.000 đ");
});

test("once the sale is done nothing that was taken is kept, also for a window that is drawn anew", async () => {
  const { user } = await withPart();
  await user.keyboard("{F9}{Enter}");
  await screen.findByTestId("done");
  expect(JSON.parse(localStorage.getItem("quen.attempt") ?? "")).toMatchObject({
    state: { payments: [] },
  });
});

test("what was taken is there again after a restart", async () => {
  await withPart();
  const written = localStorage.getItem("quen.attempt") ?? "";
  act(() => usePayment.setState(usePayment.getInitialState(), true));
  localStorage.setItem("quen.attempt", written);
  await act(async () => usePayment.persist.rehydrate());
  expect(usePayment.getState().payments).toEqual([{ method: "transfer", amountMinor: 50_000 }]);
  expect(screen.getByTestId("taken")).toHaveTextContent("50.000 đ");
});
