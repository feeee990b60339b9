import { expect, test, vi } from "vitest";
import { newCampaign, passDays, TODAY, type World } from "../calls/world.ts";
import { membersOf, withPeople } from "./manyPeople.ts";

test("counts who was drawn before a cut, so that the draw may go on within the cap", async () => {
  const { world } = await withPeople(120);
  await world.take("shop.setSettings", { contactCapPerMonth: 1 });
  const [cut, other] = [await newCampaign(world), await newCampaign(world)];
  await cutInTheMiddle(world, cut.campaignId);
  expect(await world.take("campaign.issue", { campaignId: other.campaignId })).toMatchObject({
    issued: 70,
    skipped: [
      { why: "NoMarketingConsent", count: 1 },
      { why: "ContactCapReached", count: 50 },
    ],
  });
  expect(await world.take("campaign.issue", { campaignId: cut.campaignId })).toMatchObject({
    issued: 50,
    skipped: [
      { why: "NoMarketingConsent", count: 1 },
      { why: "ContactCapReached", count: 70 },
    ],
  });
});

/** Of a draw fifty people are written, and then the power is gone. */
const cutInTheMiddle = async (world: World, campaignId: string): Promise<void> => {
  const { worker } = world.engine();
  const { takeDrawn } = worker;
  let parts = 0;
  Object.assign(worker, {
    takeDrawn: (part: Parameters<typeof takeDrawn>[0]) => {
      parts += 1;
      if (parts > 1) throw new Error("power cut");
      return takeDrawn({ ...part, count: 50 });
    },
  });
  await world.send("campaign.issue", { requestId: world.newId(), campaignId });
  Object.assign(worker, { takeDrawn });
};

test.each([
  { draw: "on its last day", toDay: TODAY, isStopped: false, days: 0, counted: 50 },
  { draw: "whose days are over", toDay: TODAY, isStopped: false, days: 1, counted: 0 },
  { draw: "that was given up", toDay: "2026-12-31", isStopped: true, days: 0, counted: 0 },
])("a draw $draw that was cut counts for the cap for $counted", async (at) => {
  const { world } = await withPeople(120);
  await world.take("shop.setSettings", { contactCapPerMonth: 1 });
  const [cut, other] = [await newCampaign(world, { toDay: at.toDay }), await newCampaign(world)];
  await cutInTheMiddle(world, cut.campaignId);
  if (at.isStopped) await world.take("campaign.stop", { campaignId: cut.campaignId });
  passDays(world, at.days);
  expect(await world.take("campaign.issue", { campaignId: other.campaignId })).toMatchObject({
    issued: 120 - at.counted,
  });
});

test.each([
  ["between two parts of its draw", 1],
  ["while its last part is on its way", 2],
  ["after the last part, before its coupons are good", 3],
])("while it is being issued, %s, gives nothing out", async (_, afterParts) => {
  const { world } = await withPeople(150);
  const { campaignId } = await newCampaign(world, { holdoutBps: 3_000 });
  const { worker } = world.engine();
  const takeDrawn = worker.takeDrawn;
  Object.assign(worker, {
    takeDrawn: (part: Parameters<typeof takeDrawn>[0]) =>
      takeDrawn({ ...part, count: part.count === 0 ? 0 : 50 }),
  });
  const stopped: Promise<unknown>[] = [];
  Object.assign(world.connection, {
    notify: ({ done }: { done: number }) => {
      if (done === 50 * afterParts) stopped.push(world.take("campaign.stop", { campaignId }));
    },
  });
  expect(await world.refusal("campaign.issue", { campaignId })).toEqual({ kind: "CampaignOver" });
  await Promise.all(stopped);
  expect(membersOf(world, campaignId)).toHaveLength(50 * afterParts);
  const told = { state: "stopped", issued: 0, heldOut: 0, coupons: 0, neverIssued: true };
  const cardOf = async () => (await world.take("campaign.overview", {})).campaigns[0];
  expect(await cardOf()).toMatchObject(told);
  await world.restart();
  world.connection.session = world.caller("owner").connection.session;
  expect(await world.refusal("campaign.issue", { campaignId })).toEqual({ kind: "CampaignOver" });
  expect(await cardOf()).toMatchObject(told);
  expect((await world.take("engine.health", {})).ok).toBe(true);
});

test.each([
  "list",
  "next-purchase",
] as const)("of a %s, a cut behind its last word answers as it would have", async (trigger) => {
  const { world } = await withPeople(20);
  const { campaignId } = await newCampaign(world, { trigger });
  const { shop } = world.engine().stores;
  const isIssued = () =>
    shop
      .prepare<[], { n: number }>(
        "SELECT count(*) AS n FROM changes WHERE kind = 'campaign.issued'",
      )
      .get()?.n === 1;
  const exec = shop.exec.bind(shop);
  const cut = vi.spyOn(shop, "exec").mockImplementation((sql) => {
    if (sql === "BEGIN IMMEDIATE" && isIssued()) throw new Error("power cut");
    return exec(sql);
  });
  const asked = { requestId: world.newId(), campaignId };
  expect(await world.send("campaign.issue", asked)).toHaveProperty("error");
  cut.mockRestore();
  await world.restart();
  world.connection.session = world.caller("owner").connection.session;
  const issued = trigger === "list" ? 20 : 0;
  expect(await world.take("campaign.issue", asked)).toMatchObject({ issued, heldOut: 0 });
  expect(await world.refusal("campaign.issue", { campaignId })).toEqual({ kind: "CampaignIssued" });
});

test("a full disk while it is issued is told, nothing of the draw is kept for it, and asked again it ends", async () => {
  const { world } = await withPeople(120);
  const { campaignId } = await newCampaign(world);
  const { worker, stores } = world.engine();
  const exec = stores.shop.exec.bind(stores.shop);
  const full = vi.spyOn(stores.shop, "exec").mockImplementation((sql) => {
    if (sql !== "PRAGMA synchronous = NORMAL") return exec(sql);
    throw Object.assign(new Error("database or disk is full"), { code: "SQLITE_FULL" });
  });
  const asked = { requestId: world.newId(), campaignId };
  expect(await world.refusal("campaign.issue", asked)).toEqual({
    kind: "StorageFailed",
    why: "disk-full",
  });
  full.mockRestore();
  const kept = worker.takeDrawn({ drawId: asked.requestId, from: 0, count: 1 });
  await expect(kept).rejects.toThrow(`draw ${asked.requestId}`);
  expect(await world.take("campaign.issue", asked)).toMatchObject({ issued: 120 });
});
