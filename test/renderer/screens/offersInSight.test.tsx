import { screen, waitFor, within } from "@testing-library/react";
import { expect, onTestFinished, test, vi } from "vitest";
import { refuse } from "../fake/fakeBridge.ts";
import { firstOf, openOffers } from "../openOffers.tsx";

/** What was scrolled to; jsdom draws nothing, and has no scrolling of its own. */
const watchScrolling = () => {
  const scrolled = vi.fn<() => void>();
  Element.prototype.scrollIntoView = scrolled;
  onTestFinished(() => void Reflect.deleteProperty(Element.prototype, "scrollIntoView"));
  return scrolled;
};

test("while one is issued its progress is in sight, and no key beside it does nothing", async () => {
  const scrolled = watchScrolling();
  const { user } = await openOffers({ "campaign.issue": () => new Promise(() => undefined) });
  await user.click(await firstOf("issue"));
  const line = await screen.findByTestId("issuing");
  expect(scrolled.mock.contexts).toContain(line);
  expect(within(line).getByTestId("give-up")).toBeVisible();
  for (const key of screen.getAllByTestId("issue")) expect(key).toBeDisabled();
  expect(screen.getAllByTestId("give-up")).toHaveLength(1);
});

test("what is refused far down the page comes into sight, each time anew", async () => {
  const { user } = await openOffers({ "campaign.plan": () => refuse({ kind: "CampaignUnknown" }) });
  const scrolled = watchScrolling();
  for (const times of [1, 2]) {
    await user.click(await firstOf("repeat-campaign"));
    await waitFor(() => expect(scrolled).toHaveBeenCalledTimes(times));
    expect(scrolled.mock.contexts.at(-1)).toBe(screen.getByRole("alert").parentElement);
  }
});
