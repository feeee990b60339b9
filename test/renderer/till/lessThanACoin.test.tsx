import { screen } from "@testing-library/react";
import { expect, test } from "vitest";
import { fakeQuote } from "../fake/fakeSales.ts";
import { type Opened, openTill, take } from "../openWindow.tsx";

/** A basket of three that costs `totalMinor`, and in coins `cashTotalMinor`. */
const withTotal = async (totalMinor: number, cashTotalMinor: number): Promise<Opened> => {
  const opened = await openTill({
    "sale.quote": (basket) => ({ ...Object(fakeQuote(basket)), totalMinor, cashTotalMinor }),
  });
  await take(opened, "3*sua dac");
  return opened;
};

const paymentsOf = ({ bridge }: Opened): readonly unknown[] =>
  bridge.callsOf("sale.commit").map((params) => Object(params).payments);

test("a total that is less than any coin is paid in cash, by nothing", async () => {
  const opened = await withTotal(54, 0);
  await opened.user.keyboard("{F9}{Enter}");
  await screen.findByTestId("done");
  expect(paymentsOf(opened)).toEqual([[{ method: "cash", amountMinor: 0 }]]);
});

test("a total of nothing needs no payment", async () => {
  const opened = await withTotal(0, 0);
  await opened.user.keyboard("{F9}{Enter}");
  await screen.findByTestId("done");
  expect(paymentsOf(opened)).toEqual([[]]);
});

test("what a card leaves that is less than any coin is paid in cash, by nothing", async () => {
  const opened = await withTotal(81_000, 81_000);
  await opened.user.keyboard("{F11}80900{Enter}{F9}");
  expect(screen.getByTestId("due")).toHaveTextContent(/^0/u);
  await opened.user.keyboard("{Enter}");
  await screen.findByTestId("done");
  expect(paymentsOf(opened)).toEqual([
    [
      { method: "card", amountMinor: 80_900 },
      { method: "cash", amountMinor: 0 },
    ],
  ]);
});
