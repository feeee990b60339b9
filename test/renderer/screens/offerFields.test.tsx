import { screen, within } from "@testing-library/react";
import { expect, test } from "vitest";
import { openOffers } from "../openOffers.tsx";

test("what has to be bought for a gift is asked for, also where other goods were chosen before", async () => {
  const { user } = await openOffers();
  await user.keyboard("{Control>}m{/Control}");
  await screen.findByTestId("campaign-builder");
  await user.keyboard("{Control>}2{/Control}");
  await user.click(screen.getByLabelText("nhóm hàng"));
  await user.click(screen.getByLabelText("Tặng một món"));
  const bought = screen.getByRole("group", { name: "Khi mua" });
  expect(within(bought).getByLabelText("nhóm hàng")).toBeChecked();
  await user.click(within(bought).getByLabelText("món nào cũng được"));
  await user.keyboard("{Control>}4{/Control}");
  expect(screen.getAllByText("Chọn ít nhất một")).toHaveLength(1);
});
