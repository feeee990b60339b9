import { act, screen, waitFor, within } from "@testing-library/react";
import { expect, test } from "vitest";
import { useBasket } from "../../../renderer/stores/till/basket.ts";
import { useCustomerPanel } from "../../../renderer/stores/till/customerPanel.ts";
import { refuse } from "../fake/fakeBridge.ts";
import { haId, haProfile, people } from "../fake/fakePeople.ts";
import { fakeQuote } from "../fake/fakeSales.ts";
import { nowMs, openTill, settled, take } from "../openWindow.tsx";
import { quantityOf, withMilk } from "./withMilk.tsx";

test("a suggestion that is pressed twice is put in once", async () => {
  const { user } = await withMilk();
  await screen.findByTestId("suggestion-DP-1K");
  await user.dblClick(screen.getByRole("button", { name: /Đường phèn/u }));
  await settled();
  expect(quantityOf("DP-1K")).toBe(1);
});

test("what nobody in particular waved away is offered again beside the next basket", async () => {
  const opened = await withMilk();
  await screen.findByTestId("suggestion-DP-1K");
  await opened.user.keyboard("{Shift>}{F6}{/Shift}");
  expect(screen.queryByTestId("suggestion-DP-1K")).toBeNull();
  await opened.user.keyboard("{F9}");
  await screen.findByTestId("payment");
  await opened.user.keyboard("{Enter}");
  await screen.findByTestId("done");
  await take(opened, "sua dac");
  expect(await screen.findByTestId("suggestion-DP-1K")).toBeVisible();
});

const unasked = { ...haProfile(nowMs), consents: [] };

test("who lets the shop remember is offered for it at once, beside the basket in hand", async () => {
  const opened = await openTill({
    "customer.profile": () => unasked,
    "sale.quote": (basket) => {
      const quote = fakeQuote(basket);
      return "refused" in quote ? quote : { ...quote, suggestions: [] };
    },
  });
  await take(opened, "567");
  await take(opened, "sua dac");
  await screen.findByTestId("line-SD-380");
  await settled();
  opened.bridge.answer({ "sale.quote": fakeQuote, "consent.record": () => ({}) });
  await opened.user.click(screen.getByRole("button", { name: "Hỏi khách" }));
  await opened.user.click(screen.getByRole("button", { name: "Khách đồng ý" }));
  expect(await screen.findByTestId("suggestion-DP-1K")).toBeVisible();
});

test("a consent that could not be written says so, and the question stays", async () => {
  const opened = await openTill({
    "customer.profile": () => unasked,
    "consent.record": () => refuse({ kind: "CustomerUnknown" }),
  });
  await take(opened, "567");
  await screen.findByTestId("customer-name");
  await opened.user.click(screen.getByRole("button", { name: "Hỏi khách" }));
  await opened.user.click(screen.getByRole("button", { name: "Khách đồng ý" }));
  await settled();
  expect(screen.getByRole("alert")).toBeVisible();
  expect(screen.getByRole("button", { name: "Khách đồng ý" })).toBeVisible();
});

test("a consent that is written late does not take the next customer's panel away", async () => {
  const late: (() => void)[] = [];
  const opened = await openTill({
    "customer.profile": ({ customerId }) => ({
      ...unasked,
      customer: { ...unasked.customer, customerId, name: customerId === haId ? "Hà" : "Hải" },
    }),
    "consent.record": async () => {
      await new Promise<void>((resolve) => late.push(resolve));
      return {};
    },
  });
  await take(opened, "567");
  await screen.findByTestId("customer-name");
  await opened.user.click(screen.getByRole("button", { name: "Hỏi khách" }));
  await opened.user.click(screen.getByRole("button", { name: "Khách đồng ý" }));
  act(() => useBasket.getState().attach(people[1]?.customerId ?? ""));
  await waitFor(() => expect(screen.getByTestId("customer-name")).toHaveTextContent("Hải"));
  for (const answer of late) answer();
  await settled();
  expect(useCustomerPanel.getState().profile?.customer.name).toBe("Hải");
});

test("two things that a customer never wants are both kept, however quickly they are said", async () => {
  const late: (() => void)[] = [];
  const opened = await openTill({
    "customer.update": async () => {
      await new Promise<void>((resolve) => late.push(resolve));
      return {};
    },
  });
  await take(opened, "567");
  await take(opened, "sua dac");
  await screen.findByTestId("suggestion-DP-1K");
  await opened.user.keyboard("?");
  for (const sku of ["DP-1K", "BQ-454"]) {
    const card = within(screen.getByTestId(`suggestion-${sku}`));
    await opened.user.click(card.getByRole("button", { name: "Đừng gợi ý món này nữa" }));
  }
  expect(opened.bridge.callsOf("customer.update").at(-1)).toMatchObject({
    refusedSkus: ["DP-1K", "BQ-454"],
  });
  for (const answer of late) answer();
  await settled();
});

test("a phone that was shown whole is masked again for whoever opens the locked till", async () => {
  const opened = await openTill();
  await take(opened, "567");
  await screen.findByTestId("customer-name");
  act(() => useCustomerPanel.getState().reveal());
  expect(screen.getByText(/0912 345 567/u)).toBeVisible();
  await opened.user.keyboard("{Control>}l{/Control}");
  await screen.findByTestId("sign-in");
  await opened.user.keyboard("2580{Enter}");
  await screen.findByTestId("customer-name");
  expect(screen.queryByText(/0912 345 567/u)).toBeNull();
});

test("what is weighed is offered at so much a kilogram", async () => {
  const opened = await openTill({
    "sale.quote": (basket) => {
      const quote = fakeQuote(basket);
      if (!("lines" in quote)) return quote;
      const [first, ...others] = quote.suggestions;
      const suggestions = first ? [{ ...first, soldBy: "weight" as const }, ...others] : [];
      return { ...quote, suggestions };
    },
  });
  await take(opened, "sua dac");
  expect(await screen.findByTestId("suggestion-DP-1K")).toHaveTextContent("42.000 đ/kg");
  expect(screen.getByTestId("suggestion-BQ-454")).not.toHaveTextContent("/kg");
});
