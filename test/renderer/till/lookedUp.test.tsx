import { act, screen, waitFor } from "@testing-library/react";
import { expect, test } from "vitest";
import { useBasket } from "../../../renderer/stores/till/basket.ts";
import { useLookup } from "../../../renderer/stores/till/lookup.ts";
import { haId, haProfile } from "../fake/fakePeople.ts";
import { fakeQuote } from "../fake/fakeSales.ts";
import { nowMs, type Opened, openTill, settled, take, typeByHand } from "../openWindow.tsx";

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

/** Only Hà is offered something. */
const openOfferingToHa = () =>
  openTill({
    "customer.profile": ({ customerId }) => {
      const profile = haProfile(nowMs);
      const name = customerId === haId ? "Hà" : "Hải";
      return { ...profile, customer: { ...profile.customer, customerId, name } };
    },
    "sale.quote": (basket) => {
      const quote = fakeQuote(basket);
      if ("refused" in quote || basket.customerId === haId) return quote;
      return { ...quote, suggestions: [] };
    },
  });

/** Hà, with one thing in hand and another beside it on the screen. */
const beOffered = async (): Promise<Opened> => {
  const opened = await openOfferingToHa();
  await take(opened, "567");
  await take(opened, "sua dac");
  await screen.findByTestId("suggestion-DP-1K");
  return opened;
};

const pay = async ({ user, bridge }: Opened) => {
  await user.keyboard("{F9}");
  await screen.findByTestId("payment");
  await user.keyboard("{Enter}");
  await screen.findByTestId("done");
  return Object(bridge.callsOf("sale.commit").at(-1)).offered;
};

test("what was offered to who was looked up by mistake is not told of the next one's sale", async () => {
  const opened = await beOffered();
  await opened.user.keyboard("{Shift>}{F7}{/Shift}");
  await typeByHand(opened, "567");
  await screen.findAllByRole("option");
  await opened.user.keyboard("{ArrowDown}{Enter}");
  await waitFor(() => expect(screen.queryByTestId("suggestion-DP-1K")).toBeNull());
  await settled();
  expect(await pay(opened)).toMatchObject({ shown: [], dismissedSkus: [] });
});

test("what lay beside a basket that was given up is not told of the next one's sale", async () => {
  const opened = await beOffered();
  const givenUp = useLookup.getState().lookupId;
  act(() => useBasket.getState().clear());
  await take(opened, "ca phe");
  await settled();
  const { lookupId, shown } = await pay(opened);
  expect(lookupId).not.toBe(givenUp);
  expect(shown).toEqual([]);
});

test("what lay beside a basket that was given up is not told of one that is begun elsewhere", async () => {
  const opened = await beOffered();
  const givenUp = useLookup.getState().lookupId;
  act(() => useBasket.getState().clear());
  await opened.user.keyboard("{Alt>}2{/Alt}");
  await screen.findByTestId("customer-search");
  act(() => useBasket.getState().attach(haId));
  await opened.user.keyboard("{Alt>}1{/Alt}");
  await take(opened, "ca phe");
  await settled();
  expect((await pay(opened)).lookupId).not.toBe(givenUp);
});

test("a basket that was given up and taken back is still the same lookup", async () => {
  const opened = await beOffered();
  const { lookupId } = useLookup.getState();
  act(() => useBasket.getState().clear());
  act(() => useBasket.getState().undoLast());
  await settled();
  expect(await pay(opened)).toMatchObject({
    lookupId,
    shown: expect.arrayContaining([{ sku: "DP-1K", reasonKind: "due" }]),
  });
});
