import { screen } from "@testing-library/react";
import { expect, test } from "vitest";
import { openTill, settled, take } from "../openWindow.tsx";

test("who is looked up beside a basket is asked for with it, so that nothing else counts as offered", async () => {
  const opened = await openTill();
  await take(opened, "sua dac");
  await screen.findByTestId("line-SD-380");
  await take(opened, "567");
  await screen.findByTestId("customer-name");
  expect(opened.bridge.callsOf("customer.profile").at(-1)).toMatchObject({
    basket: [{ sku: "SD-380" }],
  });
});

test("who is looked up before anything is in hand is asked for alone", async () => {
  const opened = await openTill();
  await take(opened, "567");
  await screen.findByTestId("customer-name");
  expect(opened.bridge.callsOf("customer.profile").at(-1)).not.toHaveProperty("basket");
});

test("once the last line was taken out, nothing is offered that would go with it", async () => {
  const opened = await openTill();
  await take(opened, "sua dac");
  await screen.findByTestId("line-SD-380");
  await take(opened, "567");
  await screen.findByTestId("customer-name");
  await opened.user.keyboard("{Delete}");
  await settled();
  expect(opened.bridge.callsOf("customer.profile")).toHaveLength(2);
  expect(opened.bridge.callsOf("customer.profile").at(-1)).not.toHaveProperty("basket");
});
