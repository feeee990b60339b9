import { act, screen, waitFor } from "@testing-library/react";
import { expect, test } from "vitest";

import { type Handlers, refuse } from "../fake/fakeBridge.ts";
import { campaignHandlers, campaigns } from "../fake/fakeCampaigns.ts";
import { messages } from "../fake/fakeRehearsal.ts";
import { firstOf, openOffers } from "../openOffers.tsx";
import { settled } from "../openWindow.tsx";

const two = campaigns.slice(0, 1).flatMap((campaign) => [
  { ...campaign, name: "Nhớ bạn" },
  { ...campaign, name: "Khách quen", campaignId: "0190b6a0-0000-7000-8000-0000000000f1" },
]);

/** Tables are refused, as late as the test says. */
const slowly = (release: (() => void)[]): Handlers => {
  const late = async () => {
    await new Promise<void>((resolve) => release.push(resolve));
    return refuse({ kind: "StorageFailed", why: "disk-full" });
  };
  const list = campaignHandlers["campaign.list"] ?? late;
  return {
    "campaign.overview": () => ({ campaigns: two }),
    "campaign.list": (asked) => (asked.format === "csv" ? late() : list(asked)),
    "campaign.messages": (asked) => (asked.format === "csv" ? late() : messages),
  };
};

test.each([
  ["coupons", "open-coupons", "coupon-list"],
  ["messages", "open-messages", "messages"],
])("what was refused of one campaign's %s is not said on the page of the next", async (_, key, page) => {
  const release: (() => void)[] = [];
  const { user } = await openOffers(slowly(release));
  const open = async (at: number) => {
    const opener = (await screen.findAllByTestId(key))[at];
    await user.click(opener ?? expect.fail(key));
    await screen.findByTestId(page);
    await waitFor(() => expect(screen.getByTestId("save-csv")).toBeEnabled());
  };
  await open(0);
  await user.click(screen.getByTestId("save-csv"));
  await waitFor(() => expect(release).toHaveLength(1));
  await user.keyboard("{Escape}");
  await open(1);
  for (const answer of release) answer();
  await settled();
  expect(screen.getByTestId(page)).toHaveTextContent("Khách quen");
  expect(screen.queryByRole("alert")).not.toBeInTheDocument();
});

test("a letter that is written on while its page is being left is not lost", async () => {
  const release: (() => void)[] = [];
  const { user, bridge } = await openOffers({
    "campaign.keepWords": async () => {
      await new Promise<void>((resolve) => release.push(resolve));
      return {};
    },
  });
  const [opener] = await screen.findAllByTestId("open-coupons");
  await user.click(opener ?? expect.fail("no coupons"));
  await screen.findByTestId("coupon-list");
  await user.click(screen.getByLabelText("Một thư / trang"));
  await user.type(await screen.findByTestId("letter"), "Nhớ chị");
  await user.keyboard("{Escape}");
  await waitFor(() => expect(release).toHaveLength(1));
  await user.keyboard(", ghé nhé");
  release[0]?.();
  await settled();
  expect(screen.getByTestId("letter")).toHaveValue("Nhớ chị, ghé nhé");
  await user.keyboard("{Escape}");
  await waitFor(() => expect(release).toHaveLength(2));
  release[1]?.();
  expect(await screen.findByTestId("campaigns")).toBeVisible();
  expect(bridge.callsOf("campaign.keepWords")).toMatchObject([
    { letter: "Nhớ chị" },
    { letter: "Nhớ chị, ghé nhé" },
  ]);
});

test("what was refused on the overview is said as long as one stays there, and no longer", async () => {
  const { user } = await openOffers({ "campaign.plan": () => refuse({ kind: "CampaignUnknown" }) });
  await user.click(await firstOf("repeat-campaign"));
  expect(await screen.findByRole("alert")).toHaveTextContent("Không thấy đợt ưu đãi này nữa.");
  await user.keyboard("{Alt>}1{/Alt}{Alt>}4{/Alt}");
  await firstOf("repeat-campaign");
  expect(screen.queryByRole("alert")).not.toBeInTheDocument();
});

test("an overview that could not be read is read again once the engine is back", async () => {
  const offers = await openOffers();
  await firstOf("repeat-campaign");
  const { bridge, user } = offers;
  bridge.forget("campaign.plan");
  await user.click(await firstOf("repeat-campaign"));
  await screen.findByRole("alert");
  const asked = bridge.callsOf("campaign.overview").length;
  act(() => bridge.emit({ kind: "engine", state: "restarting" }));
  act(() => bridge.emit({ kind: "engine", state: "ready" }));
  await waitFor(() => expect(bridge.callsOf("campaign.overview")).toHaveLength(asked + 1));
  await waitFor(() => expect(screen.queryByRole("alert")).not.toBeInTheDocument());
});
