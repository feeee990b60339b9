import { join } from "node:path";
import { expect, test } from "vitest";
import { applyFact } from "../../../electron/engine/repositories/applyFact.ts";
import { issueCoupons, openWorld, sell } from "../calls/world.ts";
import { tellUse } from "./tellUse.ts";

test("a use that a restore had kept and whose sale comes back is one use, not two", async () => {
  const world = await openWorld();
  const [code = ""] = await issueCoupons(world);
  await sell(world, { lines: [{ sku: "TEA", quantity: 1 }] });
  const atMs = world.clock.nowMs;
  applyFact(
    world.engine().stores.shop,
    {
      ...{ kind: "shop.restored", restoredAtMs: atMs + 5, isReplacedRead: true },
      used: [{ code, atMs }],
    },
    { clockMs: atMs, clockCount: 0 },
  );
  const usesTold = async () =>
    (await world.take("coupon.doubleUses", {})).codes.map(({ uses }) =>
      uses.map((use) => [use.atMs, use.isAgain, use.sale !== undefined]),
    );
  tellUse(world, { code, discountMinor: 4_500, atMs });
  expect(await usesTold()).toEqual([]);
  tellUse(world, { code, discountMinor: 4_500, atMs: atMs + 9 });
  expect(await usesTold()).toEqual([
    [
      [atMs, false, true],
      [atMs + 9, true, true],
    ],
  ]);
});

test("a use whose sale came back is told once to the next backup that is restored", async () => {
  const world = await openWorld();
  const [code = ""] = await issueCoupons(world);
  await sell(world, { lines: [{ sku: "TEA", quantity: 1 }] });
  const path = join(world.dataDir, "monday.backup");
  await world.take("backup.create", { path });
  const atMs = world.clock.nowMs;
  applyFact(
    world.engine().stores.shop,
    {
      ...{ kind: "shop.restored", restoredAtMs: atMs - 5, isReplacedRead: true },
      used: [{ code, atMs }],
    },
    { clockMs: atMs, clockCount: 0 },
  );
  tellUse(world, { code, discountMinor: 4_500, atMs });
  expect(await world.take("backup.restore", { path })).toMatchObject({ usedSince: 1 });
});
