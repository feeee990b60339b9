import { expect, test } from "vitest";
import { inTransaction } from "../../../electron/engine/db/stores.ts";
import { record } from "../../../electron/engine/usecases/context.ts";
import { ok } from "../../../shared/kernel/result.ts";
import { newCampaign, passDays, type World } from "../calls/world.ts";
import { openVillage, sellTo } from "./village.ts";

const forget = (world: World, customerId: string) =>
  inTransaction(world.engine().stores, () => {
    record(world.engine(), { kind: "customer.removed", customerId });
    return ok({});
  });

test("who is forgotten after the lot stays in their group, as a number", async () => {
  const { world, people } = await openVillage(40);
  for (const [at, id] of people.entries()) await sellTo(world, id, 1 + (at % 3));
  passDays(world, 1);
  const { campaignId } = await newCampaign(world, {
    ...{ fromDay: "2026-11-23", toDay: "2026-11-29", holdoutBps: 4_000 },
  });
  const { issued, heldOut } = await world.take("campaign.issue", { campaignId });
  for (const [at, id] of people.entries()) await sellTo(world, id, 2 + (at % 4));
  const measured = () => world.take("campaign.lift", { campaignId });
  const before = await measured();
  expect(before).toMatchObject({ issued: { customers: issued }, heldOut: { customers: heldOut } });
  for (const id of people.slice(0, 15)) forget(world, id);
  expect(await measured()).toEqual(before);
  const [standing] = (await world.take("campaign.overview", { limit: 1 })).campaigns;
  expect(standing).toMatchObject({ issued, heldOut });
}, 90_000);
