import { act, screen, waitFor, within } from "@testing-library/react";
import { expect, test } from "vitest";
import { useBasket } from "../../../renderer/stores/till/basket.ts";
import { usePayment } from "../../../renderer/stores/till/payment.ts";
import { refuse } from "../fake/fakeBridge.ts";
import { goods } from "../fake/fakeGoods.ts";
import { type Opened, openTill, scan, take, typeByHand } from "../openWindow.tsx";

const withMilk = async (handlers: Parameters<typeof openTill>[0] = {}): Promise<Opened> => {
  const opened = await openTill(handlers);
  await take(opened, "3*sua dac");
  await waitFor(() => expect(screen.getByTestId("total")).toHaveTextContent("81.000"));
  return opened;
};

type Committed = { readonly requestId: string; readonly payments: readonly unknown[] };

const commits = ({ bridge }: Opened): readonly Committed[] =>
  bridge.callsOf("sale.commit").map((params) => {
    const { requestId, payments } = Object(params);
    return { requestId, payments };
  });

test("cash: what is handed over is typed, the change stands as large as the total, Enter sells", async () => {
  const opened = await withMilk();
  await opened.user.keyboard("{F9}");
  expect(screen.getByTestId("amount")).toHaveFocus();
  await opened.user.keyboard("100000");
  expect(screen.getByTestId("amount")).toHaveValue("100.000");
  expect(screen.getByTestId("change")).toHaveTextContent("19.000");
  await opened.user.keyboard("{Enter}");
  expect(await screen.findByTestId("receipt-number")).toHaveTextContent("Q1-000123");
  expect(commits(opened)).toMatchObject([{ payments: [{ method: "cash", amountMinor: 100_000 }] }]);
});

test("nothing typed means exactly what is due", async () => {
  const opened = await withMilk();
  await opened.user.keyboard("{F9}{Enter}");
  await screen.findByTestId("done");
  expect(commits(opened)).toMatchObject([{ payments: [{ method: "cash", amountMinor: 81_000 }] }]);
});

test("less than is due is a part, and the rest is taken another way", async () => {
  const opened = await withMilk();
  await opened.user.keyboard("{F9}50000{Enter}");
  expect(screen.getByTestId("due")).toHaveTextContent("31.000");
  await opened.user.keyboard("{F11}{Enter}");
  await screen.findByTestId("done");
  expect(commits(opened)).toMatchObject([
    {
      payments: [
        { method: "cash", amountMinor: 50_000 },
        { method: "card", amountMinor: 31_000 },
      ],
    },
  ]);
});

test("a transfer is unconfirmed until somebody says that the money is there", async () => {
  const opened = await withMilk();
  await opened.user.keyboard("{F10}");
  expect(screen.getByText("Chưa xác nhận tiền về")).toBeInTheDocument();
  expect(screen.getByTestId("to-come")).toHaveTextContent("81.000 đ");
  expect(commits(opened)).toHaveLength(0);
  await opened.user.click(screen.getByText("Đã thấy tiền về"));
  await screen.findByTestId("done");
  expect(commits(opened)).toMatchObject([{ payments: [{ method: "transfer" }] }]);
});

test("a code scanned while money is taken is goods, never an amount", async () => {
  const opened = await withMilk();
  await opened.user.keyboard("{F9}");
  await scan(opened, "8934563138165", screen.getByTestId("amount"));
  expect(await screen.findByTestId("line-CF-BMT-500")).toBeInTheDocument();
  expect(commits(opened)).toHaveLength(0);
});

test("a code scanned behind a part of an amount is goods, and makes it no larger", async () => {
  const opened = await withMilk();
  await opened.user.keyboard("{F9}");
  await typeByHand(opened, "200", screen.getByTestId("amount"));
  await scan(opened, "8934563138165", screen.getByTestId("amount"));
  expect(await screen.findByTestId("line-CF-BMT-500")).toBeInTheDocument();
  expect(commits(opened)).toHaveLength(0);
});

test("an amount that is none is told, and nothing is sold", async () => {
  const opened = await withMilk();
  await opened.user.keyboard("{F9}1e3{Enter}");
  expect(screen.getByText("Chưa đọc được số tiền này")).toBeInTheDocument();
  expect(commits(opened)).toHaveLength(0);
});

test("an engine that dies mid-sale is asked again under the same id, and the window says what happened", async () => {
  const opened = await withMilk();
  opened.bridge.loseNext("sale.commit");
  await opened.user.keyboard("{F9}");
  opened.bridge.emit({ kind: "engine", state: "restarting" });
  await opened.user.keyboard("{Enter}");
  opened.bridge.emit({ kind: "engine", state: "ready" });
  expect(await screen.findByTestId("done")).toBeInTheDocument();
  const [first, second, ...more] = commits(opened);
  expect(more).toHaveLength(0);
  expect(second?.requestId).toBe(first?.requestId);
  expect(opened.bridge.callsOf("session.resume")).toEqual([{ sessionToken: "token" }]);
  expect(screen.getByTestId("restarted")).toHaveTextContent("Giỏ hàng còn nguyên");
});

test("while the sale is written, what is due and what was typed stay where they stood", async () => {
  const opened = await withMilk();
  opened.bridge.loseNext("sale.commit");
  await opened.user.keyboard("{F9}100000");
  opened.bridge.emit({ kind: "engine", state: "restarting" });
  await opened.user.keyboard("{Enter}");
  expect(usePayment.getState().phase).toBe("sending");
  expect(screen.getByTestId("due")).toHaveTextContent("81.000");
  expect(screen.getByTestId("amount")).toHaveValue("100.000");
  opened.bridge.emit({ kind: "engine", state: "ready" });
  expect(await screen.findByTestId("done")).toBeInTheDocument();
});

test("what is scanned while a sale waits for its answer is the next customer's, and not lost", async () => {
  const opened = await withMilk();
  opened.bridge.loseNext("sale.commit");
  await opened.user.keyboard("{F9}");
  opened.bridge.emit({ kind: "engine", state: "restarting" });
  await opened.user.keyboard("{Enter}");
  expect(usePayment.getState().phase).toBe("sending");
  const milk = goods.filter(({ sku }) => sku === "SD-380");
  const [other] = goods.filter(({ sku, soldBy }) => sku !== "SD-380" && soldBy === "unit");
  for (const product of [...milk, ...(other ? [other] : [])]) useBasket.getState().add(product);
  opened.bridge.emit({ kind: "engine", state: "ready" });
  expect(await screen.findByTestId("done")).toBeInTheDocument();
  expect(opened.bridge.callsOf("sale.commit").at(-1)).toMatchObject({
    lines: [{ sku: "SD-380", quantity: 3 }],
  });
  const left = useBasket.getState().lines.map(({ sku, quantity }) => [sku, quantity]);
  expect(left).toEqual([
    ["SD-380", 1],
    [other?.sku, 1],
  ]);
});

test("a sale without an answer is kept, and asked for again by the window that opens next", async () => {
  const requestId = "0190b6a0-0000-7000-8000-0000000000ee";
  usePayment.setState({
    attempt: {
      requestId,
      params: { lines: [{ sku: "SD-380", quantity: 1 }], payments: [] },
      payments: [],
    },
  });
  const opened = await openTill();
  await screen.findByTestId("done");
  expect(commits(opened)).toMatchObject([{ requestId }]);
  expect(usePayment.getState().attempt).toBeUndefined();
});

test("a coupon that cannot be used is told before money is taken, and dropped beside it", async () => {
  const opened = await withMilk();
  act(() => useBasket.getState().addCoupon("P3XH8TVD"));
  await screen.findByText(/^Phiếu P3XH-8TVD: mua thêm/u);
  await opened.user.keyboard("{F9}");
  const money = within(screen.getByTestId("payment"));
  expect(money.getByRole("alert")).toHaveTextContent("Phiếu P3XH-8TVD: mua thêm 319.000 đ để dùng");
  expect(money.getByText("Trước hết hãy bỏ phiếu chưa dùng được.")).toBeInTheDocument();
  await opened.user.keyboard("50000{Enter}");
  expect(commits(opened)).toHaveLength(0);
  expect(screen.getByTestId("due")).toHaveTextContent("81.000");
  await opened.user.click(money.getByRole("button", { name: "Bỏ phiếu P3XH-8TVD" }));
  await waitFor(() => expect(money.queryByRole("alert")).toBeNull());
  await opened.user.click(money.getByTestId("amount"));
  await opened.user.keyboard("{Enter}{F11}{Enter}");
  await screen.findByTestId("done");
  expect(commits(opened)).toMatchObject([
    { payments: [{ amountMinor: 50_000 }, { method: "card", amountMinor: 31_000 }] },
  ]);
});

test("goods scanned while a coupon holds up the sale go into the basket", async () => {
  const opened = await withMilk();
  act(() => useBasket.getState().addCoupon("P3XH8TVD"));
  await screen.findByText(/^Phiếu P3XH-8TVD: mua thêm/u);
  await opened.user.keyboard("{F9}");
  await scan(opened, "8934563138165", screen.getByTestId("amount"));
  expect(await screen.findByTestId("line-CF-BMT-500")).toBeInTheDocument();
});

test("an attempt that the rules refuse is over: the reason stands there, the next one has an id of its own", async () => {
  const opened = await withMilk({ "sale.commit": () => refuse({ kind: "BasketEmpty" }) });
  await opened.user.keyboard("{F9}{Enter}");
  expect(await screen.findByTestId("payment-problem")).toHaveTextContent("Giỏ đang trống.");
  await opened.user.click(screen.getByText("Xong"));
  await waitFor(() => expect(commits(opened)).toHaveLength(2));
  const [first, second] = commits(opened);
  expect(second?.requestId).not.toBe(first?.requestId);
});

test("Escape goes back to the basket, with everything in it", async () => {
  const { user } = await withMilk();
  await user.keyboard("{F9}{Escape}");
  expect(screen.queryByTestId("payment")).not.toBeInTheDocument();
  expect(screen.getByTestId("line-SD-380")).toBeInTheDocument();
});

test("the receipt is shown and printed, and Enter starts the next sale", async () => {
  const opened = await withMilk();
  await opened.user.keyboard("{F9}{Enter}");
  expect(await screen.findByTitle("Xem trước hoá đơn")).toBeInTheDocument();
  await opened.user.keyboard("{Control>}p{/Control}");
  expect(await screen.findByText("Đã in.")).toBeInTheDocument();
  await opened.user.keyboard("{Enter}");
  expect(await screen.findByText("Quét món đầu tiên")).toBeInTheDocument();
});

test("a printer that is off does not undo the sale, and says so", async () => {
  const opened = await withMilk({
    "shell.printDocument": () => ({ printed: false, why: "no-printer" }),
  });
  await opened.user.keyboard("{F9}{Enter}");
  await screen.findByTitle("Xem trước hoá đơn");
  await opened.user.keyboard("{Control>}p{/Control}");
  expect(await screen.findByText(/Lần bán đã được ghi/)).toBeInTheDocument();
});

test("without a printer the receipt is offered as a file, and the words say where it lies", async () => {
  const opened = await withMilk({
    "shell.printDocument": () => ({ printed: false, why: "no-printer" }),
    "shell.savePdf": () => ({ path: "/usb/Hoá đơn.pdf" }),
  });
  await opened.user.keyboard("{F9}{Enter}");
  await screen.findByTitle("Xem trước hoá đơn");
  await opened.user.keyboard("{Control>}p{/Control}");
  await screen.findByTestId("save-receipt");
  await opened.user.keyboard("{Control>}s{/Control}");
  expect(await screen.findByText("Đã lưu: /usb/Hoá đơn.pdf")).toBeInTheDocument();
  expect(opened.bridge.callsOf("shell.savePdf")).toMatchObject([
    { suggestedName: expect.stringMatching(/^Hoá đơn Q1-\d+\.pdf$/u) },
  ]);
});

test.each([
  ["disk-full", /ổ đĩa đã đầy\. Lần bán đã được ghi/u],
  ["not-allowed", /không được ghi vào đó\. Lần bán đã được ghi/u],
  ["in-use", /chương trình khác đang mở tệp/u],
] as const)("a file that cannot be saved (%s) says why, what is safe, and offers it again", async (why, text) => {
  const opened = await withMilk({
    "shell.printDocument": () => ({ printed: false, why: "failed" }),
    "shell.savePdf": () => ({ why }),
  });
  await opened.user.keyboard("{F9}{Enter}");
  await screen.findByTitle("Xem trước hoá đơn");
  await opened.user.keyboard("{Control>}p{/Control}");
  await opened.user.click(await screen.findByTestId("save-receipt"));
  expect(await screen.findByText(text)).toHaveAttribute("role", "alert");
  expect(screen.getByTestId("save-receipt")).toBeVisible();
});

test("scanning after a sale begins the next one", async () => {
  const opened = await withMilk();
  await opened.user.keyboard("{F9}{Enter}");
  await screen.findByTestId("done");
  await scan(opened, "8934563138165");
  expect(await screen.findByTestId("line-CF-BMT-500")).toBeInTheDocument();
  expect(screen.queryByTestId("done")).not.toBeInTheDocument();
});

test("an amount below nothing is not taken, and the rest to pay stays as it was", async () => {
  const opened = await withMilk();
  await opened.user.keyboard("{F9}-5000{Enter}");
  expect(screen.getByText("Chưa đọc được số tiền này")).toBeInTheDocument();
  expect(screen.getByTestId("due")).toHaveTextContent("81.000");
  expect(commits(opened)).toEqual([]);
});
