import { beforeAll, describe, expect, test } from "vitest";
import type { Role } from "../../../shared/contract/call.ts";
import { contract, type Method } from "../../../shared/contract/index.ts";
import { dumpStores } from "../db/dump.ts";
import { openWorld, type World } from "./world.ts";

/** The least role of each call; "anybody" needs no session. Changing a right changes this table. */
const leastRole: Readonly<Record<Method, Role | "anybody">> = {
  "engine.describe": "anybody",
  "shop.status": "anybody",
  "shop.setup": "anybody",
  "shop.setUpFromBackup": "anybody",
  "session.login": "anybody",
  "session.resume": "anybody",
  "session.logout": "anybody",
  "engine.health": "cashier",
  "catalog.search": "cashier",
  "catalog.byCode": "cashier",
  "catalog.categories": "cashier",
  "customer.create": "cashier",
  "customer.search": "cashier",
  "customer.profile": "cashier",
  "customer.update": "cashier",
  "customer.addIdentity": "cashier",
  "consent.record": "cashier",
  "loyalty.ledger": "cashier",
  "sale.quote": "cashier",
  "sale.commit": "cashier",
  "sale.get": "cashier",
  "sale.list": "cashier",
  "sale.receipt": "cashier",
  "suggestion.dismiss": "cashier",
  "orders.importFile": "cashier",
  "orders.list": "cashier",
  "orders.imports": "cashier",
  "campaign.overview": "cashier",
  "coupon.find": "cashier",
  "catalog.import": "manager",
  "backup.create": "manager",
  "backup.verify": "manager",
  "audit.verify": "manager",
  "orders.undoImport": "manager",
  "segment.preview": "manager",
  "segment.save": "manager",
  "segment.list": "manager",
  "segment.remove": "manager",
  "campaign.rehearse": "manager",
  "campaign.stop": "manager",
  "campaign.lift": "manager",
  "campaign.plan": "manager",
  "campaign.templates": "manager",
  "campaign.create": "manager",
  "campaign.issue": "manager",
  "campaign.list": "manager",
  "campaign.messages": "manager",
  "campaign.keepWords": "manager",
  "coupon.doubleUses": "manager",
  "suggestion.quality": "manager",
  "staff.create": "owner",
  "backup.restore": "owner",
  "shop.fillDemo": "owner",
  "shop.recoveryKey": "owner",
  "shop.settings": "cashier",
  "shop.setSettings": "owner",
};

const calls = Object.entries(leastRole) as [Method, Role | "anybody"][];
const rank = { anybody: -1, cashier: 0, manager: 1, owner: 2 } as const;
const roles = ["cashier", "manager", "owner"] as const;

let world: World;
beforeAll(async () => {
  world = await openWorld();
}, 60_000);

test("every call says who may make it", () => {
  expect(Object.keys(contract).sort()).toEqual(Object.keys(leastRole).sort());
});

describe("without a session", () => {
  const barred = calls.filter(([, role]) => role !== "anybody");

  test.each(barred)("%s is refused, whatever its arguments", async (method) => {
    const before = dumpStores(world.engine().stores);
    const response = await world.caller().send(method, { garbage: true });
    expect(response).toMatchObject({ error: { code: 1000, data: { kind: "NotSignedIn" } } });
    expect(dumpStores(world.engine().stores)).toEqual(before);
  });
});

describe.each(roles)("a %s", (role) => {
  const above = calls.filter(([, least]) => rank[least] > rank[role]);
  const open = calls.filter(([, least]) => rank[least] <= rank[role] && least !== "anybody");

  test("may make every call of that role and below", async () => {
    for (const [method] of open) {
      const response = await world.caller(role).send(method, {});
      expect([method, "error" in response ? response.error.data : {}]).not.toMatchObject([
        method,
        { kind: "NotAllowed" },
      ]);
    }
  });

  test("may make none above: refused, and audited by name", async () => {
    for (const [method, needs] of above) {
      const before = dumpStores(world.engine().stores);
      const response = await world.caller(role).send(method, {});
      expect(response).toMatchObject({
        error: { code: 1000, data: { kind: "NotAllowed", needs } },
      });
      expect(dumpStores(world.engine().stores)).toEqual(before);
      expect(lastAudit()).toMatchObject({ kind: "not-allowed", subject: method });
    }
  });
});

const lastAudit = () =>
  world
    .engine()
    .stores.shop.prepare<[], { kind: string; subject: string; staffId: string | null }>(
      `SELECT kind, subject, staff_id AS staffId FROM audit ORDER BY sequence DESC LIMIT 1`,
    )
    .get();

describe("every write of a session leaves a line in the audit", () => {
  test("with the call and who made it", async () => {
    await world.take("customer.update", { customerId: world.an, note: "thích trà" });
    const staffId = world.connection.session?.staffId;
    expect(lastAudit()).toMatchObject({ kind: "customer.update", staffId });
  });
});
