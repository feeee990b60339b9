import { screen, waitFor } from "@testing-library/react";
import { expect, test, vi } from "vitest";
import { useBasket } from "../../../renderer/stores/till/basket.ts";
import { type Opened, openTill, openWindow, scan, scanSlowly, typeByHand } from "../openWindow.tsx";
import { withMilk } from "./withMilk.tsx";

const coffee = "8934563138165";

test("goods that are scanned while receipts are looked at bring the basket back", async () => {
  const opened = await openTill();
  await opened.user.keyboard("{F12}");
  await screen.findByTestId("receipts");
  await scan(opened, coffee);
  expect(await screen.findByTestId("line-CF-BMT-500")).toBeVisible();
  expect(screen.queryByTestId("receipts")).not.toBeInTheDocument();
});

test("a code that is scanned at a locked till is no try of a PIN, and it is said that nothing was taken", async () => {
  const opened = await openWindow();
  await screen.findByTestId("sign-in");
  for (const code of [coffee, "K7QF2M9P3D"]) {
    await scan(opened, code, screen.getByRole("main"));
    expect(await screen.findByText(/Vừa quét một mã/u)).toBeVisible();
  }
  await typeByHand(opened, coffee, screen.getByRole("main"));
  await opened.user.keyboard("{Enter}");
  expect(await screen.findByText(/Vừa quét một mã/u)).toBeVisible();
  expect(opened.bridge.callsOf("session.login")).toEqual([]);
  await opened.user.keyboard("2580{Enter}");
  expect(await screen.findByTestId("omnibox")).toBeVisible();
});

test("goods that are scanned over new goods are no price of them, and are scanned again once those are kept", async () => {
  const opened = await openTill();
  const { user, bridge } = opened;
  await scan(opened, "8936000000011");
  await user.click(await screen.findByText("Thêm hàng này"));
  await typeByHand(opened, "Bánh tráng", screen.getByLabelText(/^Tên hàng/u));
  const price = screen.getByLabelText(/^Giá bán/u);
  await scan(opened, coffee, price);
  expect(bridge.callsOf("catalog.import")).toEqual([]);
  expect(price).toHaveValue("");
  expect(screen.getByLabelText(/^Tên hàng/u)).toHaveValue("Bánh tráng");
  expect(screen.getByTestId("unknown-code")).toHaveTextContent(
    `Vừa quét ${coffee}: xong hàng mới này rồi quét lại.`,
  );
  await typeByHand(opened, "12000{Enter}", price);
  await waitFor(() =>
    expect(bridge.callsOf("catalog.import")).toMatchObject([
      { products: [{ barcode: "8936000000011", priceMinor: 12_000 }] },
    ]),
  );
});

test("an amount that is typed while money is taken is an amount, also after a line was pressed", async () => {
  const { user } = await withMilk();
  await user.keyboard("{F9}");
  const amount = await screen.findByTestId("amount");
  await user.click(screen.getByTestId("line-SD-380"));
  expect(amount).toHaveFocus();
  await user.keyboard("50000{Enter}");
  expect(await screen.findByTestId("done")).toBeVisible();
});

test("goods that are scanned while a key of the payment has the focus are looked at in the basket first", async () => {
  const opened = await withMilk();
  await opened.user.keyboard("{F9}");
  await screen.findByTestId("amount");
  const back = screen.getByRole("button", { name: /Quay lại giỏ/u });
  back.focus();
  await opened.user.keyboard(`${coffee}{Enter}`);
  expect(await screen.findByTestId("line-CF-BMT-500")).toBeVisible();
  expect(screen.queryByTestId("payment")).not.toBeInTheDocument();
  expect(useBasket.getState().lines).toHaveLength(2);
});

test("goods that are scanned in another place go to the till, and press no key on their way", async () => {
  const opened = await openTill();
  const { user, bridge } = opened;
  await user.keyboard("{Alt>}4{/Alt}");
  const [giveUp] = await screen.findAllByTestId("give-up");
  // Asked once already: the next Enter would end the campaign.
  await user.click(giveUp ?? document.body);
  giveUp?.focus();
  await scanKeys(opened, coffee);
  expect(await screen.findByTestId("line-CF-BMT-500")).toBeVisible();
  expect(bridge.callsOf("campaign.stop")).toEqual([]);
});

test("a code of letters alone presses no key either, and is said to be nobody's", async () => {
  const opened = await openTill();
  await opened.user.keyboard("{Alt>}4{/Alt}");
  const [giveUp] = await screen.findAllByTestId("give-up");
  await opened.user.click(giveUp ?? document.body);
  giveUp?.focus();
  await scanKeys(opened, "CAPHESUA");
  expect(await screen.findByTestId("unknown-code")).toHaveTextContent("CAPHESUA");
  expect(opened.bridge.callsOf("campaign.stop")).toEqual([]);
});

test("a code that is scanned into a field of another place stays there", async () => {
  const opened = await openTill();
  await opened.user.keyboard("{Alt>}2{/Alt}");
  const search = await screen.findByTestId("customer-search");
  await scan(opened, coffee, search);
  expect(search).toHaveValue(coffee);
  expect(useBasket.getState().lines).toEqual([]);
});

type Over = readonly [string, (opened: Opened) => Promise<HTMLElement>, call: string];

const forms: readonly Over[] = [
  ["about a person is no word about them", openNote, "customer.update"],
  ["over somebody new is no name of theirs", openNewcomer, "customer.create"],
  ["over new staff is no PIN of theirs", openStaff, "staff.create"],
];

test.each(forms)("what is scanned %s, and goes to the till", async (_, open, call) => {
  const opened = await openTill();
  const field = await open(opened);
  const before = field.getAttribute("value") ?? field.textContent;
  await scan(opened, coffee, field);
  expect(field).toHaveValue(before);
  expect(await screen.findByTestId("line-CF-BMT-500")).toBeVisible();
  expect(opened.bridge.callsOf(call)).toEqual([]);
});

async function openNote({ user }: Opened): Promise<HTMLElement> {
  await user.keyboard("{Alt>}2{/Alt}");
  await user.type(await screen.findByTestId("customer-search"), "ha");
  await screen.findAllByText(/Hà/u);
  await user.keyboard("{Enter}");
  const name = await screen.findByTestId("about-name");
  await typeByHand({ user }, " béo", name);
  return name;
}

async function openNewcomer({ user }: Opened): Promise<HTMLElement> {
  await user.keyboard("{Alt>}2{/Alt}");
  await screen.findByTestId("customer-search");
  await user.keyboard("{Control>}m{/Control}");
  const name = await screen.findByLabelText("Tên khách");
  await typeByHand({ user }, "Phạm Quốc Bảo", name);
  return name;
}

async function openStaff({ user }: Opened): Promise<HTMLElement> {
  await user.keyboard("{Alt>}6{/Alt}");
  await typeByHand({ user }, "Lan", await screen.findByLabelText("Tên gọi"));
  return screen.getByLabelText(/^Mã PIN/u);
}

/** A scan that goes wherever the focus is. */
const scanKeys = async ({ user }: Opened, code: string): Promise<void> => {
  const clock = vi.spyOn(Event.prototype, "timeStamp", "get").mockReturnValue(1e15);
  await user.keyboard(`${code}{Enter}`);
  clock.mockRestore();
};

test("a slow scanner pays nothing with a barcode", async () => {
  const opened = await withMilk();
  await opened.user.keyboard("{F9}");
  await scanSlowly(opened, coffee, await screen.findByTestId("amount"));
  expect(await screen.findByTestId("line-CF-BMT-500")).toBeVisible();
  expect(screen.queryByTestId("payment")).not.toBeInTheDocument();
  expect(opened.bridge.callsOf("sale.commit")).toEqual([]);
});

test("a key that is pressed some time after a scan is pressed", async () => {
  const opened = await openTill();
  const { user } = opened;
  await scanKeys(opened, coffee);
  await screen.findByTestId("line-CF-BMT-500");
  await user.keyboard("{Alt>}4{/Alt}");
  const [results] = await screen.findAllByTestId("open-results");
  results?.focus();
  const clock = vi.spyOn(Event.prototype, "timeStamp", "get").mockReturnValue(1e15 + 10_000);
  await user.keyboard("{Enter}");
  clock.mockRestore();
  expect(await screen.findByTestId("verdict")).toBeVisible();
});

test("the shop's own numbers that are scanned over the price of new goods are no price", async () => {
  const opened = await openTill();
  await scan(opened, "8936000000011");
  await opened.user.click(await screen.findByText("Thêm hàng này"));
  await typeByHand(opened, "Bánh tráng", screen.getByLabelText(/^Tên hàng/u));
  const price = screen.getByLabelText(/^Giá bán/u);
  await scan(opened, "2000450017", price);
  expect(opened.bridge.callsOf("catalog.import")).toEqual([]);
  expect(price).toHaveValue("");
  expect(screen.getByText(/Vừa quét 2000450017/u)).toBeVisible();
});

test("goods that are scanned in another place after a sale begin the next one, which is seen", async () => {
  const opened = await withMilk();
  await opened.user.keyboard("{F9}");
  await opened.user.type(await screen.findByTestId("amount"), "{Enter}");
  await screen.findByTestId("done");
  await opened.user.keyboard("{Alt>}4{/Alt}");
  await screen.findAllByTestId("give-up");
  await scanKeys(opened, coffee);
  expect(await screen.findByTestId("line-CF-BMT-500")).toBeVisible();
  expect(screen.queryByTestId("done")).not.toBeInTheDocument();
});

test("a code that is scanned while a key at the till has the focus takes only what bears it", async () => {
  const opened = await withMilk();
  screen.getByTestId("pay-cash").focus();
  await scanKeys(opened, "345567");
  expect(await screen.findByTestId("unknown-code")).toBeVisible();
  expect(useBasket.getState().customerId).toBeUndefined();
});
