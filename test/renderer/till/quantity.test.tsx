import { screen, waitFor, within } from "@testing-library/react";
import { expect, test } from "vitest";
import { refuse } from "../fake/fakeBridge.ts";
import { goods } from "../fake/fakeGoods.ts";
import { type Opened, openTill, scan, settled, take } from "../openWindow.tsx";
import { quantityOf, withMilk } from "./withMilk.tsx";

const milk = goods.find(({ sku }) => sku === "SD-380");

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

test.each([
  ["found by its name", (opened: Opened) => take(opened, "2,5*sua dac")],
  ["scanned", (opened: Opened) => scan(opened, `2,5*${milk?.barcode}`)],
  ["of the line that is lifted", ({ user }: Opened) => user.keyboard("2,5*{Enter}")],
])("a part of a piece, %s, is refused in words and nothing is taken", async (_, ask) => {
  const opened = await withMilk();
  await ask(opened);
  expect(await screen.findByRole("alert")).toHaveTextContent(/bán theo cái, không lấy 2,5 được/u);
  expect(quantityOf("SD-380")).toBe(1);
  await opened.user.keyboard("{Escape}");
  expect(screen.queryByRole("alert")).toBeNull();
  expect(screen.getByTestId("omnibox")).toHaveValue("");
});

test("what was typed of a part of a piece stays, and a whole number in its place is taken", async () => {
  const opened = await withMilk();
  await take(opened, "2,5*sua dac");
  await screen.findByRole("alert");
  const omnibox = screen.getByTestId("omnibox");
  expect(omnibox).toHaveValue("2,5*sua dac");
  await opened.user.clear(omnibox);
  await take(opened, "2*sua dac");
  expect(quantityOf("SD-380")).toBe(3);
});

test("a part is not promised to a line of pieces", async () => {
  const { user } = await withMilk();
  await user.keyboard("2*");
  expect(screen.getByText(/^Enter: .* thành 2$/u)).toBeVisible();
  await user.keyboard("{Backspace},5*");
  expect(screen.queryByText(/^Enter: /u)).toBeNull();
});

/** A till to which `times` of a code is entered that nothing bears until it is added. */
const addUnknown = async (times: string): Promise<Opened> => {
  let isAdded = false;
  const opened = await openTill({
    "catalog.import": () => {
      isAdded = true;
      return { created: 1, updated: 0, unchanged: 0 };
    },
    "catalog.byCode": () =>
      isAdded && milk ? { product: milk } : refuse({ kind: "CodeUnknown", code: "" }),
  });
  await scan(opened, `${times}8930000000001`);
  await opened.user.click(await screen.findByText("Thêm hàng này"));
  await opened.user.type(screen.getByLabelText("Tên hàng"), "Nem chua");
  await opened.user.type(screen.getByLabelText("Giá bán"), "5000");
  return opened;
};

test("goods that are added for a code are taken as often as was asked", async () => {
  const { user } = await addUnknown("3*");
  await user.keyboard("{Enter}");
  await waitFor(() => expect(quantityOf("SD-380")).toBe(3));
});

test("goods that are added for a part of them are weighed, or it is told that pieces are whole", async () => {
  const { user, bridge } = await addUnknown("2,5*");
  expect(screen.getByLabelText("Bán theo cân")).toBeChecked();
  await user.click(screen.getByLabelText("Bán theo cái"));
  await user.click(screen.getByText("Thêm vào giỏ"));
  expect(await screen.findByText(/Nem chua bán theo cái, không lấy 2,5 được/u)).toBeVisible();
  expect(bridge.callsOf("catalog.import")).toEqual([]);
});
