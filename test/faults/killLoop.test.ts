import { randomUUID } from "node:crypto";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { type EnginePipe, openEngine } from "./enginePipe.ts";
import { must } from "./shopOnPipe.ts";

const KILLS_A_SHOP = 100;
const LONGEST_LIFE_MS = 250;
const SKUS = ["CF-1", "SD-1", "TR-1"];

type Asked = { readonly params: { readonly requestId: string }; answer?: unknown };

/** A shop with goods and a customer, who earns and spends points. */
const makeShop = async (dataDir: string): Promise<string> => {
  const engine = openEngine(dataDir);
  await must(engine, "shop.setup", {
    requestId: randomUUID(),
    name: "Tạp hoá",
    currency: "VND",
    timezone: "Asia/Ho_Chi_Minh",
    locale: "vi",
    ownerName: "Mi",
    ownerPin: "1234",
  });
  await must(engine, "catalog.import", {
    requestId: randomUUID(),
    products: SKUS.map((sku, index) => ({
      sku,
      name: sku,
      priceMinor: 20_000 + index * 5_500,
      stockQuantity: 100_000,
    })),
  });
  const made = await must(engine, "customer.create", {
    requestId: randomUUID(),
    name: "Nguyễn Thị Thu Hà",
    phones: ["0912 345 678"],
  });
  await engine.end();
  return String(Reflect.get(Object(made), "customerId"));
};

const newSale = (customerId: string, number: number) => ({
  requestId: randomUUID(),
  ...(number % 3 === 0 ? {} : { customerId }),
  lines: SKUS.slice(0, 1 + (number % 3)).map((sku) => ({ sku, quantity: 1 + (number % 4) })),
  ...(number % 6 === 1 ? { pointsToRedeem: 1 } : {}),
  payments: [{ method: "cash", amountMinor: 500_000 }],
});

/** Sells without waiting until the engine is killed at a moment of its own. */
const sellUntilKilled = async (
  engine: EnginePipe,
  customerId: string,
  lifeMs: number,
): Promise<readonly Asked[]> => {
  const asked: Asked[] = [];
  const answers: Promise<void>[] = [];
  const killer = setTimeout(() => engine.kill(), lifeMs);
  let isAlive = true;
  void engine.ended.then(() => {
    isAlive = false;
  });
  while (isAlive) {
    const one: Asked = { params: newSale(customerId, asked.length) };
    asked.push(one);
    const answer = engine.ask("sale.commit", one.params).then((given) => {
      // Points may have run out: a refusal is an answer too, and wrote nothing.
      if (given) one.answer = given;
    });
    answers.push(answer);
    await Promise.race([answer, engine.ended]);
  }
  clearTimeout(killer);
  await Promise.all(answers);
  return asked;
};

/** Every answer stands; what was not answered is answered now, once. */
const askAgain = async (engine: EnginePipe, asked: readonly Asked[]): Promise<void> => {
  for (const one of asked) {
    const answer = await engine.ask("sale.commit", one.params);
    expect(answer).toBeDefined();
    const wasTaken = one.answer !== undefined && "result" in Object(one.answer);
    if (wasTaken) expect(answer).toEqual(one.answer);
    one.answer = answer;
  }
};

const killMany = async (seed: number): Promise<{ readonly unanswered: number }> => {
  const dataDir = mkdtempSync(join(tmpdir(), "quen-kill-"));
  const customerId = await makeShop(dataDir);
  const sold = new Map<string, string>();
  let before: readonly Asked[] = [];
  let unanswered = 0;
  for (let kill = 0; kill < KILLS_A_SHOP; kill += 1) {
    const engine = openEngine(dataDir);
    await must(engine, "session.login", { name: "Mi", pin: "1234" });
    await askAgain(engine, before);
    for (const { params, answer } of before) {
      const saleId = Reflect.get(Object(Reflect.get(Object(answer), "result")), "saleId");
      if (saleId) sold.set(params.requestId, saleId);
    }
    const lifeMs = ((kill * 7_919 + seed * 104_729) % (LONGEST_LIFE_MS * 10)) / 10;
    before = await sellUntilKilled(engine, customerId, lifeMs);
    unanswered += before.filter(({ answer }) => answer === undefined).length;
  }
  await proveWhole(dataDir, sold, before);
  rmSync(dataDir, { recursive: true, force: true });
  return { unanswered };
};

const proveWhole = async (
  dataDir: string,
  sold: ReadonlyMap<string, string>,
  last: readonly Asked[],
): Promise<void> => {
  const engine = openEngine(dataDir);
  await must(engine, "session.login", { name: "Mi", pin: "1234" });
  await askAgain(engine, last);
  const isTaken = ({ answer }: Asked) => Reflect.has(Object(answer), "result");
  const health = await must(engine, "engine.health", {});
  expect(health).toMatchObject({ ok: true, disagreements: [], synchronous: "FULL" });
  expect(Reflect.get(Object(health), "counts")).toMatchObject({
    sales: sold.size + last.filter(isTaken).length,
  });
  expect(new Set(sold.values()).size).toBe(sold.size);
  const [someone = ""] = sold.values();
  expect(await must(engine, "sale.get", { saleId: someone })).toMatchObject({ saleId: someone });
  expect(await must(engine, "audit.verify", {})).toMatchObject({ ok: true });
  expect(await engine.end()).toBe(0);
};

test("200 kills at random moments lose no answered sale, leave no half one and double none", async () => {
  const shops = await Promise.all([killMany(1), killMany(2)]);
  // Else the kills came only between sales, and proved nothing.
  expect(shops.reduce((sum, { unanswered }) => sum + unanswered, 0)).toBeGreaterThan(20);
});
