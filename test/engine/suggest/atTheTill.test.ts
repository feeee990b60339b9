import { beforeAll, describe, expect, test } from "vitest";
import { openShop, type TestShop } from "../setUp.ts";

const DAY_MS = 86_400_000;
const NEVER_WITH_COFFEE = "RICE";

let shop: TestShop;
let regular = "";

const goods = [
  { sku: "COFFEE", name: "Cà phê phin", category: "Cà phê", priceMinor: 60_000 },
  { sku: "MILK", name: "Sữa đặc", category: "Sữa", priceMinor: 25_000, stockQuantity: 500 },
  { sku: "FILTER", name: "Phin nhôm", category: "Dụng cụ", priceMinor: 65_000 },
  { sku: "RICE", name: "Gạo thơm", category: "Gạo", priceMinor: 120_000 },
  { sku: "TEST", name: "Que thử", category: "Sức khoẻ", priceMinor: 15_000, sensitive: true },
];

const sell = async (skus: readonly string[], atMs: number, customerId?: string) => {
  shop.clock.nowMs = atMs;
  await shop.take("sale.commit", {
    lines: skus.map((sku) => ({ sku, quantity: 1 })),
    payments: [{ method: "cash", amountMinor: 1_000_000 }],
    ...(customerId === undefined ? {} : { customerId }),
  });
};

/** Coffee goes with milk and, each time, with something sensitive; a regular has rice every month. */
const trade = async () => {
  const startMs = shop.clock.nowMs - 210 * DAY_MS;
  const endMs = shop.clock.nowMs;
  for (let day = 0; day < 190; day += 2) {
    const others = day % 6 === 0 ? ["FILTER"] : [];
    await sell(["COFFEE", "MILK", "TEST", ...others], startMs + day * DAY_MS);
    if (day % 30 === 0) await sell(["RICE"], startMs + day * DAY_MS + 1_000, regular);
  }
  shop.clock.nowMs = endMs;
};

const offered = async (skus: readonly string[], customerId?: string) => {
  const { suggestions } = await shop.take("sale.quote", {
    lines: skus.map((sku) => ({ sku, quantity: 1 })),
    ...(customerId === undefined ? {} : { customerId }),
  });
  return suggestions;
};

const consent = (state: "granted" | "withdrawn") =>
  shop.take("consent.record", {
    customerId: regular,
    purpose: "personalization",
    channel: "counter",
    state,
    wording: "Cho phép gợi ý theo những lần mua trước",
    source: "counter",
  });

beforeAll(async () => {
  shop = await openShop({ isFast: true });
  await shop.take("catalog.import", { products: goods });
  const made = await shop.take("customer.create", { name: "Nguyễn Thị Thu Hà" });
  regular = made.customerId;
  await trade();
  await shop.engine().suggester.learnNow();
}, 120_000);

describe("what the till offers", () => {
  test("goes with the basket, and says with what and how often", async () => {
    const [first] = await offered(["COFFEE"]);
    expect(first?.sku).toBe("MILK");
    expect(first?.reason).toMatchObject({
      kind: "goes-with",
      text: "Hay mua cùng Cà phê phin",
      evidence: { withSku: "COFFEE", basketsTogether: 95, basketsWith: 95 },
    });
  });

  test("is never in the basket already, never sensitive and never named by something sensitive", async () => {
    for (const basket of [["COFFEE"], ["COFFEE", "MILK"], ["TEST"]]) {
      const suggestions = await offered(basket);
      const skus = suggestions.map(({ sku }) => sku);
      expect(skus).not.toContain("TEST");
      for (const sku of basket) expect(skus).not.toContain(sku);
      expect(JSON.stringify(suggestions)).not.toContain("Que thử");
      expect(suggestions.length).toBeLessThanOrEqual(3);
    }
  });

  test("knows what a person is due for only with their consent", async () => {
    const withoutConsent = await offered(["COFFEE"], regular);
    expect(withoutConsent).toEqual(await offered(["COFFEE"]));
    expect((await shop.take("customer.profile", { customerId: regular })).suggestions).toEqual([]);

    await consent("granted");
    const { suggestions } = await shop.take("customer.profile", { customerId: regular });
    expect(suggestions.find(({ sku }) => sku === NEVER_WITH_COFFEE)?.reason).toMatchObject({
      kind: "due",
      evidence: { everyDays: 30 },
    });

    await consent("withdrawn");
    expect(await offered(["COFFEE"], regular)).toEqual(withoutConsent);
  });

  test("is not what was refused, and not what was bought a moment ago", async () => {
    await consent("granted");
    await shop.take("customer.update", { customerId: regular, refusedSkus: ["MILK"] });
    expect((await offered(["COFFEE"], regular)).map(({ sku }) => sku)).not.toContain("MILK");
    await shop.take("customer.update", { customerId: regular, refusedSkus: [] });
    await sell([NEVER_WITH_COFFEE], shop.clock.nowMs, regular);
    const { suggestions } = await shop.take("customer.profile", { customerId: regular });
    expect(suggestions.map(({ sku }) => sku)).not.toContain(NEVER_WITH_COFFEE);
  });

  test("is on the shelf", async () => {
    const counted = goods.map((one) => (one.sku === "MILK" ? { ...one, stockQuantity: 0 } : one));
    await shop.take("catalog.import", { products: counted });
    expect((await offered(["COFFEE"])).map(({ sku }) => sku)).not.toContain("MILK");
  });

  test("is told to be weighed where its price is of a kilogram", async () => {
    const [before] = await offered(["COFFEE"]);
    expect(before).not.toHaveProperty("soldBy");
    await shop.take("catalog.import", {
      products: goods
        .filter(({ sku }) => sku === "MILK")
        .map((milk) => ({ ...milk, soldBy: "weight" })),
    });
    const [milk] = await offered(["COFFEE"]);
    expect(milk).toMatchObject({ sku: "MILK", soldBy: "weight" });
  });

  test("is known again after a restart, and nothing is offered where nothing was learned", async () => {
    await shop.restart();
    await shop.engine().suggester.ready();
    const again = shop.caller("owner");
    const { suggestions } = await again.take("sale.quote", {
      lines: [{ sku: "COFFEE", quantity: 1 }],
    });
    expect(suggestions.length).toBeGreaterThan(0);
    const young = await openShop({ isFast: true });
    await young.take("catalog.import", { products: goods });
    await young.engine().suggester.learnNow();
    const { suggestions: none } = await young.take("sale.quote", {
      lines: [{ sku: "COFFEE", quantity: 1 }],
    });
    expect(none).toEqual([]);
  });
});
