import { screen } from "@testing-library/react";
import axe from "axe-core";
import { expect, test } from "vitest";
import { noShop } from "../fake/fakeShop.ts";
import { nowMs, openTill, openWindow, take } from "../openWindow.tsx";

/** Colours need a real browser; all else that axe knows is asked here. */
const problems = async (): Promise<readonly string[]> => {
  const { violations } = await axe.run(document.body, {
    rules: { "color-contrast": { enabled: false } },
    iframes: false,
  });
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(" ")}`);
};

test("the wizard's first questions", async () => {
  const { user } = await openWindow(noShop(nowMs));
  await screen.findByTestId("wizard-language");
  expect(await problems()).toEqual([]);
  await user.keyboard("{Enter}");
  await screen.findByTestId("wizard-shop");
  await user.keyboard("{Enter}");
  expect(await problems()).toEqual([]);
});

test("signing in", async () => {
  await openWindow();
  await screen.findByTestId("sign-in");
  expect(await problems()).toEqual([]);
});

test("the till with somebody at it, its search, its keys and its payment", async () => {
  const opened = await openTill();
  await take(opened, "567");
  await take(opened, "3*sua dac");
  await screen.findByTestId("suggestion-DP-1K");
  await opened.user.keyboard("?{F1}");
  expect(await problems()).toEqual([]);
  await opened.user.keyboard("{Escape}");
  await opened.user.type(screen.getByTestId("omnibox"), "ha");
  await screen.findAllByRole("option");
  expect(await problems()).toEqual([]);
  await opened.user.keyboard("{Escape}{F3}");
  expect(await problems()).toEqual([]);
  await opened.user.keyboard("{Escape}{F9}");
  expect(await problems()).toEqual([]);
  await opened.user.keyboard("{Enter}");
  await screen.findByTestId("done");
  expect(await problems()).toEqual([]);
});

test.each([
  ["2", "customers"],
  ["3", "orders"],
  ["4", "campaigns"],
  ["5", "goods"],
  ["6", "settings"],
])("the place behind Alt+%s", async (key, place) => {
  const { user } = await openTill();
  await user.keyboard(`{Alt>}${key}{/Alt}`);
  await screen.findByTestId(place);
  expect(await problems()).toEqual([]);
});

test("the rehearsal of a file", async () => {
  const { user } = await openTill();
  await user.keyboard("{Alt>}3{/Alt}");
  await user.click(await screen.findByTestId("choose-file"));
  await screen.findByTestId("rehearsal");
  expect(await problems()).toEqual([]);
});

test("each step of a campaign, and its rehearsal", async () => {
  const { user } = await openTill();
  await user.keyboard("{Alt>}4{/Alt}");
  await user.click(await screen.findByTestId("new"));
  await screen.findByTestId("campaign-builder");
  await user.keyboard("{Control>}k{/Control}");
  expect(await problems()).toEqual([]);
  await user.click(screen.getByTestId("kind-boughtSku"));
  expect(await problems()).toEqual([]);
  await user.click(screen.getByRole("button", { name: /^Bỏ: Đã mua món/u }));
  await user.keyboard("{Control>}2{/Control}");
  await user.click(screen.getByTestId("other-offer"));
  expect(await problems()).toEqual([]);
  await user.keyboard("{Control>}3{/Control}");
  expect(await problems()).toEqual([]);
  await user.type(screen.getByTestId("campaign-name"), "Nhớ bạn");
  await user.keyboard("{Control>}4{/Control}");
  await screen.findByTestId("rehearsal-headline");
  expect(await problems()).toEqual([]);
});

test.each([
  ["open-results", "verdict"],
  ["open-messages", "example"],
  ["open-coupons", "coupon-list"],
  ["to-segments", "segments"],
  ["to-quality", "quality-gain"],
])("what %s opens", async (key, page) => {
  const { user } = await openTill();
  await user.keyboard("{Alt>}4{/Alt}");
  const [first] = await screen.findAllByTestId(key);
  if (first) await user.click(first);
  await screen.findByTestId(page);
  expect(await problems()).toEqual([]);
});
