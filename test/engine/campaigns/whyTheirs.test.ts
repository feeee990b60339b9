import { join } from "node:path";
import { expect, test } from "vitest";
import { openDb } from "../../../electron/engine/db/connection.ts";
import { migrate } from "../../../electron/engine/db/migrate.ts";
import { migrations } from "../../../electron/engine/db/migrations.ts";
import { rebuildTables } from "../../../electron/engine/repositories/changes.ts";
import { issueCoupons, type newCampaign, passDays, sell, type World } from "../calls/world.ts";
import { dumpTables } from "../db/dump.ts";
import { KEY_HEX } from "../setUp.ts";
import { startNextPurchase } from "./nextPurchase.ts";
import { openVillage, sellTo } from "./village.ts";

const reasonsOf = async (world: World, customerId: string, locale: "vi" | "en") => {
  const { coupons } = await world.take("customer.profile", { customerId, locale });
  return coupons.map(({ reason }) => reason);
};

const withdraw = (world: World, customerId: string) =>
  world.take("consent.record", {
    ...{ customerId, purpose: "personalization", channel: "counter", state: "withdrawn" },
    ...{ wording: "Thôi", source: "counter" },
  });

/** One person of a village who came every four days, and then stayed away for a month. */
const openWithRegular = async () => {
  const { world, people } = await openVillage(1);
  const [who = ""] = people;
  for (let visit = 0; visit < 4; visit += 1) {
    await sellTo(world, who, 3);
    passDays(world, visit === 3 ? 30 : 4);
  }
  return { world, who };
};

/** So little off that something is to be gained. */
const small = { kind: "percent", rateBps: 100 } as const;

const plan = {
  ...{ name: "Quà tháng 12", fromDay: "2026-11-22", toDay: "2027-01-20" },
  segment: { all: [{ kind: "purchaseCount", min: 2 }] },
} satisfies Parameters<typeof newCampaign>[1];

test("a coupon says what chose its person, as it was known then, and only while they agree", async () => {
  const { world, who } = await openWithRegular();
  const days = { fromDay: "2027-01-04", toDay: "2027-01-10" };
  await issueCoupons(world, { ...plan, ...days, offer: small, targeting: "best-gain" });
  const chosen = {
    vi: "Chọn ngày 03/01/2027: từng đến mỗi 4 ngày, nay đã 30 ngày chưa ghé",
    en: "Chosen on 3 Jan 2027: used to come every 4 days, last 30 days ago",
  };
  passDays(world, 3);
  await sellTo(world, who, 1);
  for (const locale of ["vi", "en"] as const) {
    expect(await reasonsOf(world, who, locale)).toEqual([chosen[locale]]);
  }
  await withdraw(world, who);
  expect(await reasonsOf(world, who, "vi")).toEqual(["Quà tháng 12"]);
});

test("what was expected of somebody stands nowhere in the clear, and goes with their key", async () => {
  const { world, who } = await openWithRegular();
  const days = { fromDay: "2027-01-03", toDay: "2027-01-10" };
  await issueCoupons(world, { ...plan, ...days, offer: small, targeting: "best-gain" });
  const { shop, keys } = world.engine().stores;
  expect(JSON.stringify(dumpTables(shop))).not.toContain("lapsing");
  expect(await reasonsOf(world, who, "vi")).toEqual([expect.stringContaining("từng đến")]);
  keys.prepare<[string]>("DELETE FROM customer_keys WHERE customer_id = ?").run(who);
  await world.restart();
  world.connection.session = world.caller("owner").connection.session;
  expect(await reasonsOf(world, who, "vi")).toEqual(["Quà tháng 12"]);
});

test("what was expected comes back from the record of changes", async () => {
  const { world } = await openWithRegular();
  const days = { fromDay: "2027-01-03", toDay: "2027-01-10" };
  await issueCoupons(world, { ...plan, ...days, offer: small, targeting: "best-gain" });
  const { shop } = world.engine().stores;
  const again = openDb(join(world.dataDir, "again.db"), { keyHex: KEY_HEX, synchronous: "OFF" });
  migrate(again, migrations);
  rebuildTables(shop, again);
  expect(dumpTables(again).campaign_members).toEqual(dumpTables(shop).campaign_members);
  again.close();
});

test("where everybody of a segment got one, it says which segment", async () => {
  const { world, who } = await openWithRegular();
  await issueCoupons(world, plan);
  expect(await reasonsOf(world, who, "en")).toEqual(["Chosen on 3 Jan 2027: at least 2 purchases"]);
  await withdraw(world, who);
  expect(await reasonsOf(world, who, "en")).toEqual(["Quà tháng 12"]);
});

test("nothing that has become sensitive since is told as a reason", async () => {
  const { world, people } = await openVillage(1);
  const [who = ""] = people;
  const put = (sensitive: boolean) =>
    world.take("catalog.import", {
      products: [
        { sku: "VIT", name: "Viên sắt", priceMinor: 45_000, category: "Bổ sung", sensitive },
      ],
    });
  await put(false);
  for (let visit = 0; visit < 3; visit += 1) {
    await sell(world, { customerId: who, lines: [{ sku: "VIT", quantity: 1 }] });
    passDays(world, visit === 2 ? 6 : 4);
  }
  const offer = { ...small, scope: { categories: ["Bổ sung"] } };
  const days = { fromDay: "2026-12-06", toDay: "2026-12-10" };
  await issueCoupons(world, { ...plan, ...days, offer, targeting: "best-gain" });
  expect(await reasonsOf(world, who, "en")).toEqual([
    "Chosen on 6 Dec 2026: likes Bổ sung, bought 3 times",
  ]);
  await put(true);
  expect(await reasonsOf(world, who, "en")).toEqual(["Quà tháng 12"]);
});

test("a segment of what has become sensitive since is told to nobody who is in it", async () => {
  const { world, who } = await openWithRegular();
  const segment = { all: [{ kind: "boughtSku" as const, any: ["TEA"], withinDays: 90 }] };
  await sell(world, { customerId: who, lines: [{ sku: "TEA", quantity: 1 }] });
  await issueCoupons(world, { ...plan, segment });
  expect(await reasonsOf(world, who, "vi")).toEqual([expect.stringContaining("Trà sen")]);
  await world.take("catalog.import", {
    products: [{ sku: "TEA", name: "Trà sen", priceMinor: 45_000, sensitive: true }],
  });
  expect(await reasonsOf(world, who, "vi")).toEqual(["Quà tháng 12"]);
});

test("a coupon that a purchase earned says which, also to who never agreed to more", async () => {
  const { world, campaignId } = await startNextPurchase({});
  await world.take("campaign.issue", { campaignId });
  await sell(world, { customerId: world.an, lines: [{ sku: "TEA", quantity: 4 }] });
  passDays(world, 1);
  expect(await reasonsOf(world, world.an, "vi")).toEqual(["Có từ lần mua ngày 22/11/2026"]);
});
