import { screen, waitFor } from "@testing-library/react";
import { expect, test } from "vitest";
import { useBasket } from "../../../renderer/stores/till/basket.ts";
import { burst, openTill, scan, take, typeByHand } from "../openWindow.tsx";
import { quantityOf, withMilk } from "./withMilk.tsx";

const milk = "893460027000";
const coffee = "8934563138165";

test("goods scanned while a new customer is written go into the basket, and the name stays", async () => {
  const opened = await openTill();
  await opened.user.keyboard("{F2}Phạm Quốc Bảo{Tab}");
  const [name, phone] = [screen.getByLabelText("Tên khách"), screen.getByLabelText("Điện thoại")];
  await scan(opened, coffee, phone);
  expect(await screen.findByTestId("line-CF-BMT-500")).toBeInTheDocument();
  expect(name).toHaveValue("Phạm Quốc Bảo");
  expect(phone).toHaveValue("");
  expect(opened.bridge.callsOf("customer.create")).toEqual([]);
});

test("a slip that is scanned while a new customer is written is no name", async () => {
  const opened = await openTill();
  await opened.user.keyboard("{F2}");
  await typeByHand(opened, "Phạm Quốc Bảo", screen.getByLabelText("Tên khách"));
  await scan(opened, "K7QF2M9P3D", screen.getByLabelText("Tên khách"));
  await waitFor(() =>
    expect(opened.bridge.callsOf("catalog.byCode")).toContainEqual({ code: "K7QF2M9P3D" }),
  );
  expect(screen.getByLabelText("Tên khách")).toHaveValue("Phạm Quốc Bảo");
  expect(opened.bridge.callsOf("customer.create")).toEqual([]);
});

test("goods scanned over the figures of a line go into the basket, and leave the line as it was", async () => {
  const opened = await withMilk();
  await opened.user.keyboard("{F3}");
  await scan(opened, coffee, await screen.findByLabelText("Đơn giá"));
  expect(await screen.findByTestId("line-CF-BMT-500")).toBeInTheDocument();
  expect(quantityOf("SD-380")).toBe(1);
  expect(useBasket.getState().lines[0]?.change).toBeUndefined();
});

test("goods scanned while points are typed are goods, and no points", async () => {
  const opened = await withMilk();
  await take(opened, "567");
  await screen.findByTestId("customer-name");
  await waitFor(() => expect(screen.getByText("Dùng điểm")).toBeVisible());
  await opened.user.keyboard("{F5}");
  await scan(opened, coffee, screen.getByTestId("points"));
  expect(await screen.findByTestId("line-CF-BMT-500")).toBeInTheDocument();
  expect(useBasket.getState().pointsToRedeem).toBe(0);
});

test("a price that is being typed goes on when goods are scanned over it, and one more of its own counts", async () => {
  const opened = await withMilk();
  await opened.user.keyboard("{F3}");
  const price = await screen.findByLabelText("Đơn giá");
  await opened.user.clear(price);
  await opened.user.type(price, "20000{Tab}");
  await scan(opened, coffee, screen.getByLabelText("Bớt số tiền"));
  await screen.findByTestId("line-CF-BMT-500");
  await scan(opened, milk, screen.getByLabelText("Bớt số tiền"));
  await waitFor(() => expect(quantityOf("SD-380")).toBe(2));
  expect(price).toHaveValue("20000");
  await opened.user.type(price, "{Enter}");
  expect(useBasket.getState().lines[0]).toMatchObject({
    quantity: 2,
    change: { kind: "price", priceMinor: 20_000 },
  });
});

test.each([
  ["a coupon's slip", "K7QF2M9P3D"],
  ["goods under the shop's own number", "CF-BMT-500"],
])("%s that is scanned over the figures of a line is no figure of it", async (_, code) => {
  const opened = await openTill();
  await take(opened, "hat dieu");
  const weight = await screen.findByTestId("edit-quantity");
  await scan(opened, code, weight);
  expect(weight).toHaveValue("");
  expect(weight).toBeVisible();
  await waitFor(() => expect(opened.bridge.callsOf("catalog.byCode")).toContainEqual({ code }));
});

test("a weight that is still to be typed is still asked for once other goods are scanned", async () => {
  const opened = await openTill();
  await take(opened, "hat dieu");
  const weight = await screen.findByTestId("edit-quantity");
  await scan(opened, coffee, weight);
  await screen.findByTestId("line-CF-BMT-500");
  expect(weight).toBeVisible();
  await opened.user.clear(weight);
  await opened.user.type(weight, "0,425{Enter}");
  expect(useBasket.getState().lines[0]).toMatchObject({ quantityMilli: 425 });
});

test("a slip whose scanner holds Shift for its capital letters is a slip over any form", async () => {
  const opened = await openTill();
  await opened.user.keyboard("{F2}");
  const name = screen.getByLabelText("Tên khách");
  await typeByHand(opened, "Phạm Quốc Bảo", name);
  await scan(opened, withShift("K7QF2M9P3D"), name);
  await waitFor(() =>
    expect(opened.bridge.callsOf("catalog.byCode")).toContainEqual({ code: "K7QF2M9P3D" }),
  );
  expect(name).toHaveValue("Phạm Quốc Bảo");
  expect(opened.bridge.callsOf("customer.create")).toEqual([]);
});

/** As most scanners send it: a capital letter is its key and Shift. */
const withShift = (code: string): string =>
  code.replace(/\p{Lu}/gu, (letter) => `{Shift>}${letter}{/Shift}`);

test("a name that is typed at once, and saved a while after it, is a name", async () => {
  const opened = await openTill();
  await opened.user.keyboard("{F2}");
  const name = screen.getByLabelText("Tên khách");
  await burst(opened, "Quan1204", name);
  await typeByHand(opened, "{Enter}", name);
  await waitFor(() =>
    expect(opened.bridge.callsOf("customer.create")).toMatchObject([{ name: "Quan1204" }]),
  );
});

test("a price whose noughts come of a key that is held is a price", async () => {
  const opened = await withMilk();
  await opened.user.keyboard("{F3}");
  const price = await screen.findByLabelText("Đơn giá");
  await opened.user.clear(price);
  await burst(opened, "2{0>7/}{Enter}", price);
  expect(useBasket.getState().lines[0]?.change).toMatchObject({ priceMinor: 20_000_000 });
});
