import { act, screen, waitFor } from "@testing-library/react";
import { expect, test } from "vitest";
import { useBasket } from "../../../renderer/stores/till/basket.ts";
import { haId, haProfile, people } from "../fake/fakePeople.ts";
import { nowMs, type Opened, openTill, settled, take, typeByHand } from "../openWindow.tsx";

const hai = people[1];

/** Hà at the till with a tin of milk, and Hải behind her. */
const openWithHa = async (): Promise<Opened> => {
  const profile = haProfile(nowMs);
  const opened = await openTill({
    "customer.profile": ({ customerId }) => ({
      ...profile,
      customer: { ...profile.customer, customerId, name: customerId === haId ? "Hà" : "Hải" },
    }),
  });
  await take(opened, "567");
  await screen.findByTestId("customer-name");
  await take(opened, "sua dac");
  await screen.findByTestId("line-SD-380");
  await settled();
  return opened;
};

const takeHai = async (opened: Opened): Promise<void> => {
  await typeByHand(opened, "567");
  await screen.findAllByRole("option");
  await opened.user.keyboard("{ArrowDown}{Enter}");
  await waitFor(() => expect(screen.getByTestId("customer-name")).toHaveTextContent("Hải"));
};

test("the points that one customer was to pay with are not taken from the next one", async () => {
  const opened = await openWithHa();
  await opened.user.keyboard("{F5}20{Enter}");
  await waitFor(() => expect(screen.getByTestId("total")).toHaveTextContent("7.000"));
  await takeHai(opened);
  await waitFor(() => expect(screen.getByTestId("total")).toHaveTextContent("27.000"));
  expect(opened.bridge.callsOf("sale.quote").at(-1)).toMatchObject({
    customerId: hai?.customerId,
  });
  expect(opened.bridge.callsOf("sale.quote").at(-1)).not.toHaveProperty("pointsToRedeem");
});

test("the same customer looked up once more keeps the points", async () => {
  const opened = await openWithHa();
  await opened.user.keyboard("{F5}20{Enter}");
  await take(opened, "567");
  await settled();
  expect(useBasket.getState().pointsToRedeem).toBe(20);
});

test("points that were being typed go with the customer: nobody is left to take them from", async () => {
  const opened = await openWithHa();
  await opened.user.keyboard("{F5}20");
  expect(screen.getByTestId("points")).toBeVisible();
  await opened.user.click(screen.getByRole("button", { name: "Bỏ khách khỏi giỏ" }));
  expect(screen.queryByTestId("points")).toBeNull();
});

test("what is done after a line was taken out is not undone with it", async () => {
  const opened = await openWithHa();
  await take(opened, "ca phe");
  await opened.user.keyboard("{Delete}{Control>}1{/Control}{Control>}z{/Control}");
  await settled();
  expect(useBasket.getState().couponCodes).toEqual(["K7QF2M9P"]);
});

test("a quantity that is put right after a line was taken out stays right", async () => {
  const opened = await openWithHa();
  await take(opened, "ca phe");
  await opened.user.keyboard("{Delete}++{Control>}z{/Control}");
  await settled();
  expect(useBasket.getState().lines.find(({ sku }) => sku === "SD-380")?.quantity).toBe(3);
});

test("the coupons of whoever was looked up first leave with them; a slip of the next one stays", async () => {
  const opened = await openWithHa();
  act(() => useBasket.getState().addCoupon("Z9SLIPOFHAI"));
  await opened.user.keyboard("{Control>}1{/Control}");
  expect(useBasket.getState().couponCodes).toEqual(["Z9SLIPOFHAI", "K7QF2M9P"]);
  await takeHai(opened);
  expect(useBasket.getState().couponCodes).toEqual(["Z9SLIPOFHAI"]);
});
