import { screen } from "@testing-library/react";
import { expect, test } from "vitest";
import { openTill, scan, settled } from "../openWindow.tsx";

test.each([
  ["at the till", "{F2}"],
  ["among the customers", "{Alt>}2{/Alt}{Control>}m{/Control}"],
])("a customer without a name is not sent, and the form says so in its own words: %s", async (_, keys) => {
  const { user, bridge } = await openTill();
  await user.keyboard(keys);
  const name = await screen.findByLabelText("Tên khách");
  await user.type(name, "  {Enter}");
  expect(await screen.findByText("Cần tên khách")).toBeInTheDocument();
  expect(name).toHaveAttribute("aria-invalid", "true");
  await settled();
  expect(bridge.callsOf("customer.create")).toEqual([]);
  await user.type(name, "Lan");
  expect(screen.queryByText("Cần tên khách")).toBeNull();
});

test("goods that are added at the till say what they need at each field", async () => {
  const opened = await openTill();
  await scan(opened, "8930000000001");
  await opened.user.click(await screen.findByText("Thêm hàng này"));
  await opened.user.keyboard("{Enter}");
  expect(await screen.findByText("Cần một cái tên")).toBeInTheDocument();
  expect(screen.getByText("Cần giá bán")).toBeInTheDocument();
  expect(opened.bridge.callsOf("catalog.import")).toEqual([]);
});
