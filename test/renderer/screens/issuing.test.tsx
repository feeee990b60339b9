import { screen, waitFor, within } from "@testing-library/react";
import { expect, test } from "vitest";
import { refuse } from "../fake/fakeBridge.ts";
import { campaigns } from "../fake/fakeCampaigns.ts";
import { firstOf, openOffers } from "../openOffers.tsx";

test("issuing shows how far it is, and an answer that was lost is asked for with the same id", async () => {
  const release: (() => void)[] = [];
  const { user, bridge } = await openOffers({
    "campaign.issue": async ({ requestId }) => {
      bridge.emit({ kind: "progress", requestId, done: 60, total: 214, phase: "issue" });
      await new Promise<void>((resolve) => release.push(resolve));
      return { issued: 214, heldOut: 24, skipped: [] };
    },
  });
  bridge.loseNext("campaign.issue");
  await user.click(await firstOf("issue"));
  await waitFor(() => expect(screen.getByTestId("issuing")).toHaveTextContent("60 / 214"));
  for (const go of release) go();
  await screen.findByTestId("coupon-list");
  const ids = bridge
    .callsOf("campaign.issue")
    .map((params) => Reflect.get(Object(params), "requestId"));
  expect(ids).toHaveLength(2);
  expect(new Set(ids).size).toBe(1);
});

test("issuing can be given up in its middle, which is no failure to be told of", async () => {
  const release: (() => void)[] = [];
  const { user, bridge } = await openOffers({
    "campaign.issue": async ({ requestId }) => {
      bridge.emit({ kind: "progress", requestId, done: 60, total: 214, phase: "issue" });
      await new Promise<void>((resolve) => release.push(resolve));
      return refuse({ kind: "CampaignOver" });
    },
  });
  await user.click(await firstOf("issue"));
  const line = within(await screen.findByTestId("issuing"));
  await user.click(line.getByTestId("give-up"));
  expect(bridge.callsOf("campaign.stop")).toEqual([]);
  await user.click(line.getByText("Bỏ thật? Không ai nhận phiếu"));
  expect(bridge.callsOf("campaign.stop")).toHaveLength(1);
  for (const go of release) go();
  await waitFor(() => expect(screen.queryByTestId("issuing")).toBeNull());
  expect(screen.queryByRole("alert")).toBeNull();
  expect(screen.queryByTestId("coupon-list")).toBeNull();
});

test("an issuing that could not be given up, and fails, says so", async () => {
  const release: (() => void)[] = [];
  const { user } = await openOffers({
    "campaign.stop": () => refuse({ kind: "StorageFailed", why: "busy" }),
    "campaign.issue": async () => {
      await new Promise<void>((resolve) => release.push(resolve));
      return refuse({ kind: "StorageFailed", why: "disk-full" });
    },
  });
  await user.click(await firstOf("issue"));
  const line = within(await screen.findByTestId("issuing"));
  await user.click(line.getByTestId("give-up"));
  await user.click(line.getByTestId("give-up"));
  for (const go of release) go();
  await waitFor(() => expect(screen.queryByTestId("issuing")).toBeNull());
  expect(await screen.findByRole("alert")).toHaveTextContent("Ổ đĩa đã đầy");
});

test("where nobody is reached it says why, and of how many", async () => {
  const skipped = [
    { why: "NoMarketingConsent", count: 12 },
    { why: "ContactCapReached", count: 1_203 },
  ];
  const { user, bridge } = await openOffers({
    "campaign.issue": () => refuse({ kind: "NobodyToIssueTo", skipped }),
  });
  await user.click(await firstOf("issue"));
  expect(await screen.findByRole("alert")).toHaveTextContent(
    "Không khách nào nhận được phiếu: chưa đồng ý nhận (12), đã nhận đủ tháng này (1.203).",
  );
  bridge.answer({ "campaign.issue": () => refuse({ kind: "NobodyToIssueTo", skipped: [] }) });
  await user.click(await firstOf("issue"));
  expect(await screen.findByText("Chưa có khách nào hợp điều kiện.")).toBeVisible();
});

test("a campaign that has not been issued can be given up", async () => {
  const { user, bridge } = await openOffers();
  await user.click(await firstOf("give-up"));
  await user.click(screen.getByText("Bỏ thật? Không ai nhận phiếu"));
  expect(bridge.callsOf("campaign.stop")).toMatchObject([
    { campaignId: campaigns.find(({ state }) => state === "draft")?.campaignId },
  ]);
});
