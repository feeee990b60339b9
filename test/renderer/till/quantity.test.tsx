import { screen, waitFor, within } from "@testing-library/react";
import { expect, test } from "vitest";
import { settled, take } from "../openWindow.tsx";
import { quantityOf, withMilk } from "./withMilk.tsx";

test("a number with * and Enter sets the lifted line", async () => {
  const { user } = await withMilk();
  await user.keyboard("12*{Enter}");
  expect(quantityOf("SD-380")).toBe(12);
});

test("more than a line takes is told, and the line stays as it was", async () => {
  const opened = await withMilk();
  const { user } = opened;
  const line = screen.getByTestId("line-SD-380");
  await user.keyboard("99999*{Enter}");
  expect(quantityOf("SD-380")).toBe(99_999);
  await user.keyboard("+");
  expect(await within(line).findByText(/một dòng nhận nhiều nhất 99\.999/u)).toBeVisible();
  expect(quantityOf("SD-380")).toBe(99_999);
  await user.keyboard("-");
  expect(quantityOf("SD-380")).toBe(99_998);
  expect(within(line).queryByText(/nhiều nhất/u)).toBeNull();
  await take(opened, "5*sua dac");
  expect(await within(line).findByText(/một dòng nhận nhiều nhất 99\.999/u)).toBeVisible();
});

test("a number with * beyond what a line takes is told so, and Enter offers no new goods", async () => {
  const { user } = await withMilk();
  await user.keyboard("100000*");
  expect(await screen.findByText("Một dòng nhận nhiều nhất 99.999.")).toBeVisible();
  await user.keyboard("{Enter}");
  await settled();
  expect(screen.queryByTestId("unknown-code")).not.toBeInTheDocument();
  expect(screen.getByTestId("omnibox")).toHaveValue("100000*");
});

test("a quantity typed into its line says how much a line takes, where it is more", async () => {
  const { user } = await withMilk();
  await user.keyboard("{F3}");
  await user.clear(await screen.findByTestId("edit-quantity"));
  await user.type(screen.getByTestId("edit-quantity"), "100000{Enter}");
  expect(await screen.findByRole("alert")).toHaveTextContent("Một dòng nhận nhiều nhất 99.999.");
  expect(quantityOf("SD-380")).toBe(1);
});

test.each([
  ["2,5", 1, "Chưa đọc được số này"],
  ["1,200", 1_200, undefined],
  ["1.200", 1_200, undefined],
])("%s typed as the quantity of pieces makes %i of them, or is told", async (typed, count, told) => {
  const { user } = await withMilk();
  await user.keyboard("{F3}");
  await user.clear(await screen.findByTestId("edit-quantity"));
  await user.type(screen.getByTestId("edit-quantity"), `${typed}{Enter}`);
  await waitFor(() => expect(quantityOf("SD-380")).toBe(count));
  expect(screen.queryByRole("alert")?.textContent).toBe(told);
});
