import { setImmediate } from "node:timers/promises";
import { expect, test, vi } from "vitest";
import { newCampaign } from "../calls/world.ts";
import { withPeople } from "./manyPeople.ts";

test("however quickly the next part is at hand, the till has its turn between two steps of issuing", async () => {
  const { world } = await withPeople(150);
  const { campaignId } = await newCampaign(world);
  const { worker, stores } = world.engine();
  const { takeDrawn } = worker;
  let drawn: Awaited<ReturnType<typeof takeDrawn>> | undefined;
  Object.assign(worker, {
    takeDrawn: async (part: Parameters<typeof takeDrawn>[0]) => {
      drawn ??= await takeDrawn({ ...part, count: 1_000 });
      return part.count === 0 ? [] : drawn.slice(part.from, part.from + 10);
    },
  });
  const exec = stores.shop.exec.bind(stores.shop);
  let stepsInTurn = 0;
  let mostInTurn = 0;
  const spy = vi.spyOn(stores.shop, "exec").mockImplementation((sql) => {
    if (sql === "BEGIN IMMEDIATE") stepsInTurn += 1;
    mostInTurn = Math.max(mostInTurn, stepsInTurn);
    return exec(sql);
  });
  let isDone = false;
  const issuing = world.take("campaign.issue", { campaignId }).finally(() => {
    isDone = true;
  });
  while (!isDone) {
    await setImmediate();
    stepsInTurn = 0;
  }
  spy.mockRestore();
  expect(await issuing).toMatchObject({ issued: 150 });
  // The last step and the word that ends it may follow each other.
  expect(mostInTurn).toBeLessThanOrEqual(2);
});

test("while many coupons are made ready for paper, the till has its turn in between", async () => {
  const { world } = await withPeople(230);
  const { campaignId } = await newCampaign(world, { segment: {}, holdoutBps: 0 });
  await world.take("campaign.issue", { campaignId });
  const { shop } = world.engine().stores;
  const prepare = shop.prepare.bind(shop);
  let readInTurn = 0;
  let mostInTurn = 0;
  const spy = vi.spyOn(shop, "prepare").mockImplementation((text) => {
    if (text.includes("WHERE coupons.code = ?")) readInTurn += 1;
    mostInTurn = Math.max(mostInTurn, readInTurn);
    return prepare(text);
  });
  let isDone = false;
  const listing = world.take("campaign.list", { campaignId, format: "html" }).finally(() => {
    isDone = true;
  });
  while (!isDone) {
    await setImmediate();
    readInTurn = 0;
  }
  spy.mockRestore();
  expect((await listing).coupons).toHaveLength(230);
  expect(mostInTurn).toBeGreaterThan(0);
  expect(mostInTurn).toBeLessThanOrEqual(100);
}, 90_000);

test("while a long list is put in the order of its names, the till has its turn in between", async () => {
  const given = ["Hà", "Ân", "Đức", "Ánh", "Dũng", "An", "Yến", "Bảo"];
  const family = ["Trần", "Lê", "Đỗ", "Vũ", "Bùi", "Ngô", "Phạm"];
  const nameOf = (at: number) =>
    `${family[(at * 5) % 7]} ${given[(at * 11) % 5]} ${given[(at * 3) % 8]}`;
  const { world } = await withPeople(600, {}, nameOf);
  const { campaignId } = await newCampaign(world, { segment: {}, holdoutBps: 0 });
  await world.take("campaign.issue", { campaignId });
  const { compare } = new Intl.Collator("vi");
  let comparedInTurn = 0;
  let mostInTurn = 0;
  const spy = vi.spyOn(Intl.Collator.prototype, "compare", "get").mockImplementation(() => {
    comparedInTurn += 1;
    mostInTurn = Math.max(mostInTurn, comparedInTurn);
    return compare;
  });
  let isDone = false;
  const listing = world.take("campaign.list", { campaignId, format: "json" }).finally(() => {
    isDone = true;
  });
  while (!isDone) {
    await setImmediate();
    comparedInTurn = 0;
  }
  spy.mockRestore();
  const { coupons } = await listing;
  const names = coupons.map(({ customerName }) => customerName);
  const last = (name: string) => name.split(" ").at(-1) ?? "";
  expect(names).toHaveLength(600);
  expect(names).toEqual(
    names.toSorted((left, right) => compare(last(left), last(right)) || compare(left, right)),
  );
  expect(mostInTurn).toBeGreaterThan(0);
  expect(mostInTurn).toBeLessThanOrEqual(4_000);
}, 90_000);
