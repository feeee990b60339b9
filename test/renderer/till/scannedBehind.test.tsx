import { screen, waitFor } from "@testing-library/react";
import { expect, test } from "vitest";
import { goods } from "../fake/fakeGoods.ts";
import { openTill, scan, typeByHand } from "../openWindow.tsx";
import { quantityOf } from "./withMilk.tsx";

test("what was typed and left in the line is no part of a code that is scanned behind it", async () => {
  const opened = await openTill();
  await typeByHand(opened, "ca");
  await scan(opened, "8934563138165");
  expect(await screen.findByTestId("line-CF-BMT-500")).toBeInTheDocument();
  expect(screen.queryByTestId("unknown-code")).not.toBeInTheDocument();
  await typeByHand(opened, "2*");
  await scan(opened, "8934563138165");
  await waitFor(() => expect(quantityOf("CF-BMT-500")).toBe(3));
});

test("a code in the middle of which the computer or the scanner falters is one code", async () => {
  const opened = await openTill();
  await typeByHand(opened, "8934563");
  await scan(opened, "138165");
  expect(await screen.findByTestId("line-CF-BMT-500")).toBeInTheDocument();
});

test.each([
  ["ca", "8930000000001", "8930000000001"],
  ["8930000", "000001", "8930000000001"],
])("behind %s nothing bears %s: the code that is shown is %s", async (left, scanned, shown) => {
  const opened = await openTill({ "catalog.search": () => ({ products: [...goods] }) });
  await typeByHand(opened, left);
  await scan(opened, scanned);
  const panel = await screen.findByTestId("unknown-code");
  expect(panel.textContent?.match(/\w*\d{5,}/u)?.[0]).toBe(shown);
});
