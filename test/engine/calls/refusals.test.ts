import { beforeAll, describe, expect, test } from "vitest";
import { z } from "zod";
import { contract, type Method } from "../../../shared/contract/index.ts";
import { dumpStores } from "../db/dump.ts";
import { OWNER, openShop } from "../setUp.ts";
import { neverGiven, refusalCases, refusedElsewhere } from "./refusalCases.ts";
import { openRefusalWorld, type RefusalWorld } from "./refusalWorld.ts";

let world: RefusalWorld;
beforeAll(async () => {
  world = await openRefusalWorld();
}, 60_000);

describe("a refusal is answered by its name and writes nothing", () => {
  test.each(refusalCases)("$method: $kind ($by)", async ({ method, kind, by, params }) => {
    const asker = by === "owner" ? world : world.caller(by);
    const before = dumpStores(world.engine().stores);
    const refusal = await asker.refusal(method, params(world) as never);
    expect(refusal).toMatchObject({ kind });
    expect(shapeOf(method).safeParse(refusal).error).toBeUndefined();
    expect(dumpStores(world.engine().stores)).toEqual(before);
  });
});

describe("a shop that is not there yet", () => {
  const fields = { name: "Quen", timezone: "Asia/Ho_Chi_Minh", locale: "vi", ...OWNER } as const;

  test.each([
    ["CurrencyUnknown", { ...fields, currency: "ZZZ" }],
    ["TimezoneUnknown", { ...fields, currency: "VND", timezone: "Asia/Atlantis" }],
  ] as const)("is not made by a wrong set-up: %s", async (kind, params) => {
    const shop = await openShop({ isSetUp: false });
    const before = dumpStores(shop.engine().stores);
    expect(await shop.refusal("shop.setup", params)).toMatchObject({ kind });
    expect(dumpStores(shop.engine().stores)).toEqual(before);
    expect(await shop.take("shop.status", {})).toMatchObject({ configured: false });
  });

  test("has nobody who could sign in", async () => {
    const shop = await openShop({ isSetUp: false });
    const refusal = await shop.refusal("session.login", { name: "Hoa", pin: "1234" });
    expect(refusal).toEqual({ kind: "ShopNotSetUp" });
  });
});

test("a locked name is told until when, and nothing is written but the audit", async () => {
  const shop = await openShop();
  const wrong = { name: "Nobody", pin: "0000" };
  for (let time = 0; time < 5; time += 1) await shop.refusal("session.login", wrong);
  const before = dumpStores(shop.engine().stores);
  const refusal = await shop.refusal("session.login", wrong);
  expect(refusal).toEqual({ kind: "LockedOut", untilMs: shop.clock.nowMs + 30_000 });
  expect(dumpStores(shop.engine().stores)).toEqual(before);
});

test("every refusal of the contract has its case", () => {
  const named = Object.keys(contract).flatMap((method) =>
    kindsOf(method as Method).map((kind) => `${method} ${kind}`),
  );
  const tried = [
    ...refusalCases.map(({ method, kind }) => `${method} ${kind}`),
    ...refusedElsewhere,
    ...neverGiven,
  ];
  expect(named.filter((one) => !tried.includes(one))).toEqual([]);
  expect(tried.filter((one) => !named.includes(one))).toEqual([]);
});

const shapeOf = (method: Method): z.ZodType => contract[method].refusal;

const kindsOf = (method: Method): readonly string[] => {
  const schema = z.toJSONSchema(shapeOf(method), { unrepresentable: "any" });
  const options = schema.oneOf ?? schema.anyOf ?? ("not" in schema ? [] : [schema]);
  return options.flatMap((option) => {
    const kind = typeof option === "object" ? option.properties?.kind : undefined;
    return typeof kind === "object" && typeof kind.const === "string" ? [kind.const] : [];
  });
};
