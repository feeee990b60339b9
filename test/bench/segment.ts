import { openDb } from "../../electron/engine/db/connection.ts";
import { startWorker } from "../../electron/engine/hosts/workerPort.ts";
import { getShop } from "../../electron/engine/repositories/shop.ts";
import type { Condition } from "../../shared/domain/segment/segment.ts";
import { DAY_MS, dayOf } from "../../shared/kernel/day.ts";
import { benchShop, onCopy } from "./shop/benchShop.ts";
import { BENCH_KEY } from "./shop/buildShop.ts";
import { shopSizeOf } from "./shop/shopSize.ts";

const ROUNDS = 20;

/** How long a preview takes, by kind of condition, on the worker as the engine asks it. */
const measure = async (dataDir: string, customers: number): Promise<void> => {
  const worker = startWorker({ dataDir, keyHex: BENCH_KEY });
  const { question, kinds } = questionsOf(dataDir);
  const startMs = performance.now();
  await worker.refreshFigures();
  say({ bench: "segment", customers, kind: "fill", fillMs: round(performance.now() - startMs) });
  for (const [kind, all] of Object.entries(kinds)) {
    const asked = { question: { ...question, segment: { all } }, limit: 20 };
    // The first reads the file; an owner who plans asks many.
    await worker.previewSegment(asked);
    const times: number[] = [];
    for (let at = 0; at < ROUNDS; at += 1) {
      const fromMs = performance.now();
      await worker.previewSegment(asked);
      times.push(performance.now() - fromMs);
    }
    times.sort((left, right) => left - right);
    const [p50Ms, p99Ms] = [times[ROUNDS / 2] ?? 0, times.at(-1) ?? 0].map(round);
    say({ bench: "segment", customers, kind, p50Ms, p99Ms });
  }
  await worker.close();
};

const questionsOf = (dataDir: string) => {
  const shop = openDb(`${dataDir}/shop.db`, { keyHex: BENCH_KEY, readOnly: true });
  const one = <T>(sql: string) => shop.prepare<[], T>(sql).all();
  const nowMs = one<{ n: number }>("SELECT max(sold_at_ms) + 1 AS n FROM sales")[0]?.n ?? 0;
  const any = one<{ name: string }>(
    `SELECT category AS name FROM products WHERE category IS NOT NULL
      GROUP BY 1 ORDER BY count(*) DESC LIMIT 2`,
  ).map(({ name }) => name);
  const skus = one<{ sku: string }>("SELECT sku FROM products ORDER BY product_number LIMIT 5");
  const { loyalty, timezone } = getShop(shop);
  shop.close();
  return {
    question: {
      nowMs,
      today: dayOf(nowMs, timezone),
      yearFromMs: nowMs - 365 * DAY_MS,
      tiers: loyalty.tiers.map(({ tierId, fromMinor }) => ({ tierId, fromMinor })),
    },
    kinds: kindsOf(
      any,
      skus.map(({ sku }) => sku),
    ),
  };
};

const kindsOf = (
  shelves: readonly string[],
  skus: readonly string[],
): Readonly<Record<string, readonly Condition[]>> => ({
  everyone: [],
  recencyDays: [{ kind: "recencyDays", min: 30, max: 90 }],
  purchaseCount: [{ kind: "purchaseCount", min: 2, withinDays: 180 }],
  spentMinor: [{ kind: "spentMinor", min: 500_000, withinDays: 180 }],
  boughtSku: [{ kind: "boughtSku", any: skus }],
  boughtCategory: [{ kind: "boughtCategory", any: shelves, withinDays: 180 }],
  notBoughtCategory: [{ kind: "notBoughtCategory", any: shelves }],
  channel: [{ kind: "channel", channel: "both" }],
  pointsBalance: [{ kind: "pointsBalance", min: 50 }],
  pointsExpiring: [{ kind: "pointsExpiring", withinDays: 30 }],
  tier: [{ kind: "tier", any: ["regular"] }],
  birthdayWithinDays: [{ kind: "birthdayWithinDays", days: 14 }],
  lunarBirthday: [{ kind: "birthdayWithinDays", days: 14, calendar: "lunar" }],
  lapsedAgainstOwnRhythm: [{ kind: "lapsedAgainstOwnRhythm", times: 2 }],
  consent: [{ kind: "consent", purpose: "marketing", channel: "print" }],
  cartLeftOnline: [{ kind: "cartLeftOnline", withinDays: 30 }],
  combined: [
    { kind: "recencyDays", min: 14, max: 365 },
    { kind: "purchaseCount", min: 2, withinDays: 365 },
    { kind: "boughtCategory", any: shelves },
    { kind: "consent", purpose: "marketing", channel: "print" },
  ],
});

const round = (ms: number): number => Math.round(ms * 10) / 10;
const say = (line: object) => process.stdout.write(`${JSON.stringify(line)}\n`);

const size = shopSizeOf(process.argv.slice(2));
await onCopy(await benchShop(size), "segment", (copy) => measure(copy, size.customers));
