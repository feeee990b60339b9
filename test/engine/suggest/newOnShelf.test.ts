import { describe, expect, test } from "vitest";
import { DAY_MS, NOW_MS, type PastSale, type ShelfProduct, soldShop } from "./soldShop.ts";

const shelf: readonly ShelfProduct[] = [
  { sku: "coffee", name: "Cà phê rang xay", category: "Đồ uống" },
  { sku: "filter", name: "Phin nhôm", category: "Dụng cụ" },
  { sku: "milk", name: "Sữa đặc", category: "Sữa" },
  { sku: "cups", name: "Tách sứ", category: "Tách" },
  { sku: "rice", name: "Gạo thơm", category: "Gạo" },
];

const sales: readonly PastSale[] = Array.from({ length: 40 }, (_, at) => ({
  customerId: `customer-${at % 8}`,
  daysAgo: 2 + at * 3,
  skus: at % 2 === 0 ? ["coffee", "filter", "milk", "cups"] : ["rice"],
}));

const tea = (change: Partial<ShelfProduct> = {}): ShelfProduct => ({
  sku: "tea",
  name: "Trà sen",
  category: "Đồ uống",
  createdAtMs: NOW_MS - 5 * DAY_MS,
  ...change,
});

const offered = (product: ShelfProduct, past = sales, basketSkus: readonly string[] = ["coffee"]) =>
  soldShop([...shelf, product], past).suggest({ basketSkus });
const isOffered = (...asked: Parameters<typeof offered>) =>
  offered(...asked).some(({ reason }) => reason.kind === "new");

describe("something new on the shelf", () => {
  test("takes the last of three places where it fits, and says since when and why", () => {
    const answers = offered(tea());
    expect(answers).toHaveLength(3);
    expect(answers.map(({ reason }) => reason.kind)).toEqual(["goes-with", "goes-with", "new"]);
    expect(answers[2]).toMatchObject({
      sku: "tea",
      reason: { kind: "new", evidence: { days: 5, fits: "Đồ uống" } },
    });
  });

  test("is on the shelf since yesterday where it came last night", () => {
    const [, , fresh] = offered(tea({ createdAtMs: NOW_MS - 12 * 3_600_000 }));
    expect(fresh?.reason).toEqual({ kind: "new", evidence: { days: 1, fits: "Đồ uống" } });
  });

  test("never moves what stands before it", () => {
    const without = offered(tea({ createdAtMs: 0 })).slice(0, 2);
    expect(
      offered(tea())
        .slice(0, 2)
        .map(({ sku }) => sku),
    ).toEqual(without.map(({ sku }) => sku));
  });

  test("is one at a time, another the next day", () => {
    const other = tea({ sku: "juice", name: "Nước ép", createdAtMs: NOW_MS - 6 * DAY_MS });
    const { suggest } = soldShop([...shelf, tea(), other], sales);
    const skuOn = (nowMs: number) =>
      suggest({ basketSkus: ["coffee"], nowMs }).filter(({ reason }) => reason.kind === "new");
    const days = [0, 1, 2, 3].map((day) => skuOn(NOW_MS + day * DAY_MS));
    for (const day of days) expect(day).toHaveLength(1);
    expect(new Set(days.map(([one]) => one?.sku))).toEqual(new Set(["tea", "juice"]));
  });

  test.each<{ what: string; product: ShelfProduct; isNew: boolean }>([
    { what: "three weeks and a day on the shelf", product: at(22), isNew: false },
    { what: "three weeks on the shelf", product: at(21), isNew: true },
    { what: "of a category nobody has in hand", product: tea({ category: "Vải" }), isNew: false },
    { what: "three times as dear", product: tea({ priceMinor: 60_001 }), isNew: false },
    { what: "sharing a telling word", product: like("Bánh cà rang"), isNew: true },
    { what: "out of stock", product: tea({ stockQuantityMilli: 0 }), isNew: false },
    { what: "sensitive", product: tea({ sensitive: true }), isNew: false },
  ])("$what: shown is $isNew", ({ product, isNew }) => {
    expect(isOffered(product)).toBe(isNew);
  });

  test("is no longer new once it found its buyers", () => {
    const bought = (count: number) =>
      Array.from({ length: count }, (_, at) => ({ daysAgo: 1 + at / 10, skus: ["tea"] }));
    expect(isOffered(tea(), [...sales, ...bought(4)])).toBe(true);
    expect(isOffered(tea(), [...sales, ...bought(5)])).toBe(false);
  });

  test("is told apart only in a shop that traded before it came", () => {
    const young = sales.filter(({ daysAgo }) => daysAgo < 30);
    expect(isOffered(tea(), young)).toBe(false);
  });

  test("fits nothing where nothing is in hand and nothing is a habit", () => {
    const { suggest } = soldShop([...shelf, tea()], sales);
    expect(suggest({ basketSkus: ["rice"] }).map(({ sku }) => sku)).not.toContain("tea");
    expect(suggest({ customerId: "customer-0" }).map(({ sku }) => sku)).toContain("tea");
    expect(suggest({ customerId: "customer-1" }).map(({ sku }) => sku)).not.toContain("tea");
  });

  test("is not offered to who refused it, has it in hand or waved it away", () => {
    const { suggest } = soldShop([...shelf, tea()], sales);
    const skus = (question: Parameters<typeof suggest>[0]) =>
      suggest({ basketSkus: ["coffee"], ...question }).map(({ sku }) => sku);
    expect(skus({})).toContain("tea");
    expect(skus({ refusedSkus: ["tea"] })).not.toContain("tea");
    expect(skus({ dismissedSkus: ["tea"] })).not.toContain("tea");
    expect(skus({ basketSkus: ["coffee", "tea"] })).not.toContain("tea");
  });
});

function at(days: number): ShelfProduct {
  return tea({ createdAtMs: NOW_MS - days * DAY_MS });
}

function like(name: string): ShelfProduct {
  return { ...tea({ name }), category: "Bánh" };
}
