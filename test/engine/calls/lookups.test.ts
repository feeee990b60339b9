import { beforeAll, describe, expect, test } from "vitest";
import { isControlLookup } from "../../../shared/domain/suggestion/lookup.ts";
import { DAY_MS } from "../../../shared/kernel/day.ts";
import { openShop, type TestShop } from "../setUp.ts";

let shop: TestShop;
let regular = "";
let shownId = "";
let controlId = "";

const goods = [
  { sku: "COFFEE", name: "Cà phê phin", category: "Cà phê", priceMinor: 60_000 },
  { sku: "MILK", name: "Sữa đặc", category: "Sữa", priceMinor: 25_000 },
  { sku: "FILTER", name: "Phin nhôm", category: "Dụng cụ", priceMinor: 65_000 },
  { sku: "RICE", name: "Gạo thơm", category: "Gạo", priceMinor: 120_000 },
];

type Line = { readonly sku: string; readonly suggested?: boolean };
type Offered = {
  readonly lookupId: string;
  readonly shown: { readonly sku: string; readonly reasonKind: "goes-with" | "due" }[];
  readonly dismissedSkus: string[];
};

const sell = (lines: readonly Line[], offered?: Offered) =>
  shop.take("sale.commit", {
    lines: lines.map((line) => ({ quantity: 1, ...line })),
    payments: [{ method: "cash", amountMinor: 1_000_000 }],
    customerId: regular,
    ...(offered && { offered }),
  });

const offering = (skus: readonly string[], over: Partial<Offered> = {}): Offered => ({
  lookupId: shownId,
  shown: skus.map((sku) => ({ sku, reasonKind: "goes-with" })),
  dismissedSkus: [],
  ...over,
});

const ask = (lookupId?: string) =>
  shop.take("sale.quote", {
    customerId: regular,
    lines: [{ sku: "COFFEE", quantity: 1 }],
    ...(lookupId === undefined ? {} : { lookupId }),
  });

/** Some that the usual share shows nothing. */
const controlIds = () =>
  Array.from({ length: 300 }, shop.newId).filter((id) => isControlLookup(id, 500));

const rows = (sql: string) => shop.engine().stores.shop.prepare<[], object>(sql).all();

const lookupOf = (saleId: string) => {
  const row = shop
    .engine()
    .stores.shop.prepare<[string], { isControl: number; outcomes: string }>(
      "SELECT is_control AS isControl, outcomes FROM lookups WHERE sale_id = ?",
    )
    .get(saleId);
  return row && { isControl: row.isControl === 1, outcomes: JSON.parse(row.outcomes) };
};

beforeAll(async () => {
  shop = await openShop({ isFast: true });
  await shop.take("catalog.import", { products: goods });
  ({ customerId: regular } = await shop.take("customer.create", { name: "Nguyễn Thị Thu Hà" }));
  const endMs = shop.clock.nowMs;
  for (let day = 0; day < 40; day += 1) {
    shop.clock.nowMs = endMs - (200 - day) * DAY_MS;
    const lines = ["COFFEE", "MILK", ...(day % 2 === 0 ? ["FILTER"] : [])];
    await shop.take("sale.commit", {
      lines: lines.map((sku) => ({ sku, quantity: 1 })),
      payments: [{ method: "cash", amountMinor: 1_000_000 }],
    });
  }
  shop.clock.nowMs = endMs;
  await shop.engine().suggester.learnNow();
  while (shownId === "" || controlId === "") {
    const id = shop.newId();
    if (isControlLookup(id, 500)) controlId ||= id;
    else shownId ||= id;
  }
}, 60_000);

describe("a lookup of the control share", () => {
  test("is shown nothing and says so, at the basket and on the profile", async () => {
    expect(await ask(controlId)).toMatchObject({ suggestions: [], isControl: true });
    const profile = await shop.take("customer.profile", {
      customerId: regular,
      basket: [{ sku: "COFFEE" }],
      lookupId: controlId,
    });
    expect(profile).toMatchObject({ suggestions: [], isControl: true });
  });

  test("is none where the share is nothing", async () => {
    const [other = ""] = controlIds();
    await shop.take("shop.setSettings", { suggestionControlBps: 0 });
    expect((await ask(other)).suggestions).not.toEqual([]);
    await shop.take("shop.setSettings", { suggestionControlBps: 500 });
    expect((await ask(controlId)).suggestions).toEqual([]);
  });

  test("stays one, and another none, though the share is changed before the payment", async () => {
    const [hidden = "", later = ""] = controlIds();
    const isControlOf = async (lookupId: string) => {
      const { saleId } = await sell([{ sku: "COFFEE" }], offering([], { lookupId }));
      return lookupOf(saleId)?.isControl;
    };
    await ask(hidden);
    await shop.take("shop.setSettings", { suggestionControlBps: 0 });
    await ask(later);
    expect(await isControlOf(hidden)).toBe(true);
    await shop.take("shop.setSettings", { suggestionControlBps: 500 });
    expect(await isControlOf(later)).toBe(false);
  });

  test("others are shown what a lookup without an id is shown", async () => {
    const { suggestions } = await ask();
    expect(suggestions.map(({ sku }) => sku)).toContain("MILK");
    const answer = await ask(shownId);
    expect(answer.suggestions).toEqual(suggestions);
    expect(answer.isControl).toBeUndefined();
  });
});

describe("a sale notes what was offered meanwhile", () => {
  test("and what became of each thing", async () => {
    const lines = [{ sku: "COFFEE" }, { sku: "MILK", suggested: true }];
    const { saleId } = await sell(
      lines,
      offering(["MILK", "FILTER", "RICE"], { dismissedSkus: ["FILTER"] }),
    );
    expect(lookupOf(saleId)).toEqual({
      isControl: false,
      outcomes: [
        { sku: "MILK", reasonKind: "goes-with", outcome: "taken" },
        { sku: "FILTER", reasonKind: "goes-with", outcome: "dismissed" },
        { sku: "RICE", reasonKind: "goes-with", outcome: "passed" },
      ],
    });
    expect(rows("SELECT * FROM shown_products ORDER BY sku")).toEqual([
      { sku: "FILTER", shown_count: 1, taken_count: 0, dismissed_count: 1 },
      { sku: "MILK", shown_count: 1, taken_count: 1, dismissed_count: 0 },
      { sku: "RICE", shown_count: 1, taken_count: 0, dismissed_count: 0 },
    ]);
    expect(rows("SELECT * FROM shown_reasons")).toEqual([
      { reason_kind: "goes-with", shown_count: 3, taken_count: 1, dismissed_count: 1 },
    ]);
  });

  test("by the engine's own lot: what the window says of a control lookup counts for nothing", async () => {
    await ask(controlId);
    const before = rows("SELECT * FROM shown_products");
    const { saleId } = await sell(
      [{ sku: "COFFEE" }, { sku: "MILK", suggested: true }],
      offering(["RICE"], { lookupId: controlId, dismissedSkus: ["RICE"] }),
    );
    const lookup = lookupOf(saleId);
    expect(lookup?.isControl).toBe(true);
    expect(lookup?.outcomes).toContainEqual({
      sku: "MILK",
      reasonKind: "goes-with",
      outcome: "bought",
    });
    expect(JSON.stringify(lookup)).not.toContain("RICE");
    expect(rows("SELECT * FROM shown_products")).toEqual(before);
  });

  test("of the buyer's own, and not of who was looked up by mistake before", async () => {
    const { customerId: buyer } = await shop.take("customer.create", { name: "Lê Văn Bình" });
    await shop.take("suggestion.dismiss", { customerId: buyer, sku: "MILK" });
    const hiddenSkus = async (customerId: string | undefined, lookupId: string) => {
      const lines = [{ sku: "COFFEE", quantity: 1 }];
      for (const who of [regular, buyer]) {
        await shop.take("sale.quote", { customerId: who, lines, lookupId });
      }
      const { saleId } = await shop.take("sale.commit", {
        ...{ lines, ...(customerId && { customerId }), offered: offering([], { lookupId }) },
        payments: [{ method: "cash", amountMinor: 100_000 }],
      });
      return JSON.stringify(lookupOf(saleId)?.outcomes);
    };
    const [first = "", second = "", third = ""] = controlIds();
    expect(await hiddenSkus(regular, first)).toContain("MILK");
    expect(await hiddenSkus(buyer, second)).not.toContain("MILK");
    expect(await hiddenSkus(buyer, second)).toContain("FILTER");
    expect(await hiddenSkus(undefined, third)).toBe("[]");
  });

  test("also what was held back before anybody was named", async () => {
    const [lookupId = ""] = controlIds();
    await shop.take("sale.quote", { lines: [{ sku: "COFFEE", quantity: 1 }], lookupId });
    const { saleId } = await sell([{ sku: "COFFEE" }], offering([], { lookupId }));
    expect(JSON.stringify(lookupOf(saleId)?.outcomes)).toContain("MILK");
  });

  test("and nothing where nothing was looked up", async () => {
    const { saleId } = await sell([{ sku: "COFFEE" }]);
    expect(lookupOf(saleId)).toBeUndefined();
  });

  test("once, however often it is sent", async () => {
    const before = rows("SELECT * FROM lookups").length;
    const asked = {
      requestId: shop.newId(),
      lines: [{ sku: "COFFEE", quantity: 1 }],
      payments: [{ method: "cash", amountMinor: 100_000 }],
      offered: offering(["MILK"]),
    };
    await shop.send("sale.commit", asked);
    await shop.send("sale.commit", asked);
    expect(rows("SELECT * FROM lookups")).toHaveLength(before + 1);
  });

  test("and keeps the counts that its own lookups say", async () => {
    expect(await shop.take("engine.health", {})).toMatchObject({ ok: true, disagreements: [] });
  });
});

describe("what somebody waves away", () => {
  const offeredSkus = async () => (await ask()).suggestions.map(({ sku }) => sku);

  test("is not offered to them for 60 days, and to others still", async () => {
    expect(await offeredSkus()).toContain("MILK");
    await shop.take("suggestion.dismiss", { customerId: regular, sku: "MILK" });
    expect(await offeredSkus()).not.toContain("MILK");
    const { suggestions } = await shop.take("sale.quote", { lines: [{ sku: "COFFEE" }] });
    expect(suggestions.map(({ sku }) => sku)).toContain("MILK");

    shop.clock.nowMs += 59 * DAY_MS;
    expect(await offeredSkus()).not.toContain("MILK");
    shop.clock.nowMs += 2 * DAY_MS;
    expect(await offeredSkus()).toContain("MILK");
  });

  test("again counts from the second time", async () => {
    await shop.take("suggestion.dismiss", { customerId: regular, sku: "MILK" });
    shop.clock.nowMs += 50 * DAY_MS;
    await shop.take("suggestion.dismiss", { customerId: regular, sku: "MILK" });
    shop.clock.nowMs += 50 * DAY_MS;
    expect(await offeredSkus()).not.toContain("MILK");
  });
});

test("what is taken again and again comes before what is passed by", async () => {
  const order = async () => {
    const { suggestions } = await shop.take("sale.quote", { lines: [{ sku: "COFFEE" }] });
    return suggestions.map(({ sku }) => sku).filter((sku) => sku !== "RICE");
  };
  const [first = "", second = ""] = await order();
  const scores = async () =>
    (await shop.take("sale.quote", { lines: [{ sku: "COFFEE" }] })).suggestions;
  const before = await scores();
  for (let time = 0; time < 40; time += 1) {
    await sell([{ sku: "COFFEE" }, { sku: second, suggested: true }], offering([first, second]));
  }
  const after = await scores();
  const ratio = (all: typeof before) =>
    (all.find(({ sku }) => sku === second)?.score ?? 0) /
    (all.find(({ sku }) => sku === first)?.score ?? 1);
  expect(ratio(after)).toBeGreaterThan(ratio(before) * 1.5);
  expect(ratio(after)).toBeLessThanOrEqual(ratio(before) * 4.001);
});

test("what leaves less than the shop's floor is not suggested, once the shop has one", async () => {
  const offered = async () =>
    (await shop.take("sale.quote", { lines: [{ sku: "COFFEE" }] })).suggestions.map(
      ({ sku }) => sku,
    );
  const milk = goods.filter(({ sku }) => sku === "MILK");
  await shop.take("catalog.import", {
    products: milk.map((product) => ({ ...product, costMinor: 24_000 })),
  });
  expect(await offered()).toContain("MILK");
  await shop.take("shop.setSettings", { marginFloorBps: 1_000 });
  expect(await offered()).not.toContain("MILK");
  await shop.take("shop.setSettings", { marginFloorBps: null });
  expect(await offered()).toContain("MILK");
});
