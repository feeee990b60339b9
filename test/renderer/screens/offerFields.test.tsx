import { screen, within } from "@testing-library/react";
import { expect, test } from "vitest";
import { openBuilder } from "../openOffers.tsx";

test("what has to be bought for a gift is asked for, also where other goods were chosen before", async () => {
  const { user } = await openBuilder();
  await user.keyboard("{Control>}2{/Control}");
  await user.click(screen.getByLabelText("nhóm hàng"));
  await user.click(screen.getByLabelText("Tặng một món"));
  const bought = screen.getByRole("group", { name: "Khi mua" });
  expect(within(bought).getByLabelText("nhóm hàng")).toBeChecked();
  await user.click(within(bought).getByLabelText("món nào cũng được"));
  await user.keyboard("{Control>}4{/Control}");
  expect(screen.getAllByText("Chọn ít nhất một")).toHaveLength(1);
});

test("of two offers the second warns of the law as the first does", async () => {
  const { user } = await openBuilder();
  await user.keyboard("{Control>}2{/Control}");
  await user.click(screen.getByTestId("other-offer"));
  const second = within(screen.getByRole("region", { name: "Ưu đãi B" }));
  await user.click(second.getByLabelText("Giảm phần trăm"));
  await user.clear(second.getByLabelText("Giảm (%)"));
  await user.type(second.getByLabelText("Giảm (%)"), "60");
  expect(await screen.findByText(/giới hạn khuyến mại ở 50%/u)).toBeInTheDocument();
});

test("a gift of what is weighed is said in kilograms, as on the slip", async () => {
  const { user } = await openBuilder();
  await user.keyboard("{Control>}2{/Control}");
  await user.click(screen.getByLabelText("Tặng một món"));
  await user.type(screen.getByLabelText("Món tặng"), "hat dieu");
  await screen.findByRole("button", { name: /Hạt điều/u });
  await user.keyboard("{Enter}");
  expect(await screen.findByText(/^Tặng 1 kg Hạt điều/u)).toBeInTheDocument();
});
