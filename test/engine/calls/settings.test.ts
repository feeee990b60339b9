import { expect, test } from "vitest";
import { countsOf, openWorld } from "./world.ts";

const atFirst = { suggestionControlBps: 500, contactCapPerMonth: 4, assumedMarginBps: 2_500 };

test("a shop begins with settings of its own", async () => {
  const world = await openWorld();
  expect(await world.take("shop.settings", {})).toEqual(atFirst);
});

test("what is changed counts from then on, alone, also after a restart", async () => {
  const world = await openWorld();
  await world.take("shop.setSettings", { contactCapPerMonth: 2, marginFloorBps: 1_000 });
  await world.take("shop.setSettings", { suggestionControlBps: 0 });
  await world.restart();
  world.connection.session = world.caller("owner").connection.session;
  expect(await world.take("shop.settings", {})).toEqual({
    ...atFirst,
    contactCapPerMonth: 2,
    marginFloorBps: 1_000,
    suggestionControlBps: 0,
  });
});

test("a floor is taken away again by saying none", async () => {
  const world = await openWorld();
  await world.take("shop.setSettings", { marginFloorBps: 1_000 });
  await world.take("shop.setSettings", { marginFloorBps: null });
  expect(await world.take("shop.settings", {})).toEqual(atFirst);
});

test.each([
  { suggestionControlBps: 5_001 },
  { contactCapPerMonth: -1 },
  { contactCapPerMonth: 2.5 },
  { marginFloorBps: 10_001 },
  { assumedMarginBps: -1 },
])("%j is no setting, and nothing is written", async (wrong) => {
  const world = await openWorld();
  const before = countsOf(world);
  const asked = { requestId: world.newId(), ...wrong };
  expect(await world.send("shop.setSettings", asked)).toMatchObject({ error: { code: -32602 } });
  expect(countsOf(world)).toEqual(before);
});

test("who changed a setting stands in the audit", async () => {
  const world = await openWorld();
  const requestId = world.newId();
  await world.take("shop.setSettings", { requestId, contactCapPerMonth: 1 });
  expect(
    world
      .engine()
      .stores.shop.prepare<[], object>(
        "SELECT kind, subject FROM audit ORDER BY sequence DESC LIMIT 1",
      )
      .get(),
  ).toEqual({ kind: "shop.setSettings", subject: requestId });
});
