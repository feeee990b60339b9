import { screen } from "@testing-library/react";
import { expect, test } from "vitest";
import { defined } from "../../../shared/kernel/assert.ts";
import { openOffers } from "../openOffers.tsx";

const pageOf = (title: string): HTMLElement => screen.getByRole("region", { name: title });

test("the keyboard goes on in the page where the key that led to it is gone", async () => {
  const { user } = await openOffers();
  const [results] = await screen.findAllByTestId("open-results");
  await user.click(defined(results, "the key to the results"));
  await screen.findByTestId("verdict");
  await user.keyboard("{Escape}");
  await screen.findByTestId("campaigns");
  expect(screen.getByRole("heading", { name: "Ưu đãi" })).toHaveFocus();
});

test("Page Down turns a page also while the keyboard is in the omnibox, and a field keeps its own", async () => {
  const { user } = await openOffers();
  const page = pageOf("Ưu đãi");
  Object.defineProperty(page, "clientHeight", { value: 600 });
  await user.click(screen.getByTestId("omnibox"));
  await user.keyboard("{PageDown}{PageDown}{PageUp}");
  expect(page.scrollTop).toBe(540);
  page.focus();
  await user.keyboard("{PageDown}");
  expect(page.scrollTop).toBe(540);
});
