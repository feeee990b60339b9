import { screen, waitFor, within } from "@testing-library/react";
import { expect, test } from "vitest";
import { useBasket } from "../../../renderer/stores/till/basket.ts";
import { goods } from "../fake/fakeGoods.ts";
import { type Opened, openTill, scan, take, typeByHand } from "../openWindow.tsx";
import { withMilk } from "./withMilk.tsx";

const barcodeOf = (sku: string): string => goods.find((each) => each.sku === sku)?.barcode ?? "";
const weightField = (): HTMLElement => screen.getByTestId("edit-quantity");
const lineOf = (sku: string): HTMLElement => screen.getByTestId(`line-${sku}`);

/** Cashews scanned, and dried shrimps over the weight that is still asked for. */
const twoScanned = async (): Promise<Opened> => {
  const opened = await openTill();
  await scan(opened, barcodeOf("HD-RM"));
  await scan(opened, barcodeOf("TM-KHO"), await screen.findByTestId("edit-quantity"));
  await screen.findByTestId("line-TM-KHO");
  return opened;
};

test("what nobody weighed costs nothing, says so, and is not sold", async () => {
  const { user, bridge } = await twoScanned();
  await user.keyboard("0,5{Enter}");
  await waitFor(() => expect(within(lineOf("TM-KHO")).getByText("450.000")).toBeVisible());
  await waitFor(() => expect(screen.getByTestId("total")).toHaveTextContent("450.000"));
  expect(lineOf("HD-RM")).toHaveTextContent("chưa cân");
  await user.keyboard("{Escape}");
  expect(screen.getByTestId("unweighed")).toHaveTextContent("Chưa cân “Hạt điều rang muối");
  await user.keyboard("{F9}");
  expect(screen.queryByTestId("payment")).not.toBeInTheDocument();
  expect(within(lineOf("HD-RM")).getByTestId("edit-quantity")).toHaveFocus();
  await user.keyboard("0,25{Enter}");
  expect(screen.queryByTestId("unweighed")).not.toBeInTheDocument();
  await waitFor(() => expect(screen.getByTestId("total")).toHaveTextContent("530.000"));
  await user.keyboard("{F9}");
  await user.type(await screen.findByTestId("amount"), "{Enter}");
  await screen.findByTestId("done");
  expect(bridge.callsOf("sale.commit")).toMatchObject([
    {
      lines: [
        { sku: "HD-RM", quantityMilli: 250 },
        { sku: "TM-KHO", quantityMilli: 500 },
      ],
    },
  ]);
});

test("the weight of what was scanned last is asked for first, then the ones that were passed over", async () => {
  const { user } = await twoScanned();
  expect(within(lineOf("TM-KHO")).getByTestId("edit-quantity")).toHaveFocus();
  expect(screen.getByTestId("unweighed")).toHaveTextContent("Chưa cân “Hạt điều rang muối");
  await user.keyboard("0,5{Enter}");
  expect(within(lineOf("HD-RM")).getByTestId("edit-quantity")).toHaveFocus();
});

test("a weight that is being typed goes on when other goods by weight are scanned over it", async () => {
  const opened = await openTill();
  await scan(opened, barcodeOf("HD-RM"));
  await typeByHand(opened, "0,425", await screen.findByTestId("edit-quantity"));
  await scan(opened, barcodeOf("TM-KHO"), weightField());
  await screen.findByTestId("line-TM-KHO");
  expect(within(lineOf("HD-RM")).getByTestId("edit-quantity")).toHaveValue("0,425");
  await opened.user.keyboard("{Enter}");
  expect(useBasket.getState().lines[0]).toMatchObject({ quantityMilli: 425, isUnweighed: false });
  expect(within(lineOf("TM-KHO")).getByTestId("edit-quantity")).toHaveFocus();
});

test("Enter with nothing typed takes no kilogram, and the payment asks where it stands", async () => {
  const { user } = await twoScanned();
  await user.keyboard("{Enter}");
  expect(within(lineOf("TM-KHO")).getByRole("alert")).toHaveTextContent("Cân rồi gõ số ký");
  await user.click(screen.getByTestId("omnibox"));
  await user.keyboard("{F9}");
  expect(within(lineOf("HD-RM")).getByTestId("edit-quantity")).toHaveFocus();
  await user.click(screen.getByTestId("omnibox"));
  await user.keyboard("{F10}");
  expect(within(lineOf("HD-RM")).getByTestId("edit-quantity")).toHaveFocus();
  expect(within(lineOf("HD-RM")).getByRole("alert")).toHaveTextContent("Cân rồi gõ số ký");
});

test("a weight said before the scan, or for the chosen line, is a weight", async () => {
  const opened = await openTill();
  await take(opened, "0,3*tom kho");
  expect(await screen.findByTestId("line-TM-KHO")).toHaveTextContent("270.000");
  await scan(opened, barcodeOf("HD-RM"));
  await screen.findByTestId("edit-quantity");
  await opened.user.click(screen.getByTestId("omnibox"));
  await typeByHand(opened, "0,2*");
  await opened.user.keyboard("{Enter}");
  await waitFor(() => expect(lineOf("HD-RM")).toHaveTextContent("64.000"));
  expect(screen.queryByTestId("unweighed")).not.toBeInTheDocument();
  expect(weightField()).toHaveValue("0,2");
});

test("what was taken out unweighed comes back unweighed, and stays so through a restart", async () => {
  const { user } = await withMilk();
  await take({ user }, "tom kho");
  await user.click(await screen.findByText("Bỏ dòng này"));
  await user.keyboard("{Control>}z{/Control}");
  expect(await screen.findByTestId("unweighed")).toBeVisible();
  const kept = JSON.parse(localStorage.getItem("quen.basket") ?? "{}");
  expect(kept.state.lines[1]).toMatchObject({ sku: "TM-KHO", isUnweighed: true });
});

test("what came in unweighed while money was counted is weighed before anything is sold", async () => {
  const { user, bridge } = await withMilk();
  await user.keyboard("{F9}");
  const amount = await screen.findByTestId("amount");
  const product = goods.find(({ sku }) => sku === "TM-KHO");
  if (product) useBasket.getState().add(product);
  await screen.findByTestId("line-TM-KHO");
  await user.type(amount, "{Enter}");
  expect(within(lineOf("TM-KHO")).getByTestId("edit-quantity")).toHaveFocus();
  expect(bridge.callsOf("sale.commit")).toEqual([]);
});

test.each([
  ["told", "{Enter}"],
  ["left", "{Escape}"],
])("a weight that was begun and %s keeps the next goods from nothing: theirs is asked for", async (_, key) => {
  const opened = await openTill();
  await scan(opened, barcodeOf("HD-RM"));
  await typeByHand(opened, "0,4", await screen.findByTestId("edit-quantity"));
  await opened.user.keyboard(key);
  await scan(opened, barcodeOf("TM-KHO"));
  expect(
    within(await screen.findByTestId("line-TM-KHO")).getByTestId("edit-quantity"),
  ).toHaveFocus();
});

test("a weight that is typed is taken by a key to pay, as by Enter", async () => {
  const opened = await openTill();
  await take(opened, "tom kho");
  await typeByHand(opened, "0,5", await screen.findByTestId("edit-quantity"));
  await opened.user.keyboard("{F9}");
  expect(await screen.findByTestId("due")).toHaveTextContent("450.000");
  expect(useBasket.getState().lines).toMatchObject([{ quantityMilli: 500, isUnweighed: false }]);
});

test("a key to pay takes the weight that is typed, and asks for the one that is missing", async () => {
  const { user } = await twoScanned();
  await user.keyboard("0,5{F9}");
  expect(within(lineOf("HD-RM")).getByTestId("edit-quantity")).toHaveFocus();
  expect(useBasket.getState().lines[1]).toMatchObject({ quantityMilli: 500, isUnweighed: false });
  await user.keyboard("0,25{F9}");
  expect(await screen.findByTestId("due")).toHaveTextContent("530.000");
});

test("a price that is typed is taken by a key to pay, and one that cannot be read is asked for", async () => {
  const { user } = await withMilk();
  await user.keyboard("{F3}");
  const price = await screen.findByLabelText("Đơn giá");
  await user.clear(price);
  await user.type(price, "20ab");
  await user.keyboard("{F9}");
  expect(screen.queryByTestId("payment")).not.toBeInTheDocument();
  expect(screen.getByText("Chưa đọc được số này")).toBeVisible();
  await user.clear(price);
  await user.type(price, "20000");
  await user.keyboard("{F10}");
  expect(await screen.findByTestId("due")).toHaveTextContent("20.000");
});
