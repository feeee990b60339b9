import { describe, expect, test } from "vitest";
import { dayOf, instantMs } from "../../../electron/engine/demo/calendar.ts";
import { demoShop, demoShopInSteps } from "../../../electron/engine/demo/demoShop.ts";
import type { DemoSale } from "../../../electron/engine/demo/plan.ts";
import { catalogContract } from "../../../shared/contract/catalog.ts";
import { customerContract } from "../../../shared/contract/customer.ts";
import { saleContract } from "../../../shared/contract/sale.ts";
import { endDay, smallShop, wholeShop } from "./smallShop.ts";

const small = { customerCount: 60, dayCount: 90 };
const requestId = "0190a000-0000-7000-8000-000000000000";

describe("the demo shop", () => {
  test("is the same for the same seed and day", () => {
    expect(demoShop(7, endDay, small)).toEqual(demoShop(7, endDay, small));
  });

  test("is another for another seed", () => {
    const names = (seed: number) => demoShop(seed, endDay, small).customers.map(({ name }) => name);
    expect(names(8)).not.toEqual(names(7));
  });

  test("made in steps is the shop made at once, and says how far it is", () => {
    const steps = demoShopInSteps(7, endDay, small);
    const shares: number[] = [];
    let step = steps.next();
    while (!step.done) {
      shares.push(step.value);
      step = steps.next();
    }
    expect(step.value).toEqual(demoShop(7, endDay, small));
    expect(shares).toHaveLength(60);
    expect(shares.at(-1)).toBe(1);
  });

  test("has 400 products, 2,000 customers and a year and a half of sales, a third without a name", () => {
    const { products, customers, sales } = wholeShop;
    const nameless = sales.filter(({ customerIndex }) => customerIndex === undefined);
    expect([products.length, customers.length]).toEqual([400, 2_000]);
    expect(sales.length).toBeGreaterThan(25_000);
    expect(sales.length).toBeLessThan(40_000);
    expect(nameless.length / sales.length).toBeGreaterThan(0.3);
    expect(nameless.length / sales.length).toBeLessThan(0.4);
  });

  test("tells its sales oldest first, within opening hours and never after its last day", () => {
    const moments = wholeShop.sales.map(({ soldAtMs }) => soldAtMs);
    const hours = moments.map((atMs) => new Date(atMs + 7 * 3_600_000).getUTCHours());
    const isEarlier = (atMs: number, place: number) => atMs < (moments[place - 1] ?? 0);
    expect(moments.findIndex(isEarlier)).toBe(-1);
    expect(Math.min(...hours)).toBe(6);
    expect(Math.max(...hours)).toBe(21);
    expect(moments.at(-1)).toBeLessThan(instantMs(dayOf(endDay) + 1, 0));
    expect(moments[0]).toBeGreaterThan(instantMs(dayOf(endDay) - 548, 0));
  });

  test("sells nothing to a customer before they joined", () => {
    const early = wholeShop.sales.filter(({ customerIndex, soldAtMs }) => {
      const customer = customerIndex === undefined ? undefined : wholeShop.customers[customerIndex];
      return customer !== undefined && soldAtMs < customer.joinedAtMs;
    });
    expect(early).toEqual([]);
  });
});

/** The second of these days brings somebody twice, who pays with points in the earlier hour. */
test.each([endDay, "2026-11-24"])("nobody spends points before they have them, up to %s", (day) => {
  const pointsByCustomer = new Map<number, number>();
  const early = demoShop(7, day).sales.filter(
    ({ customerIndex, totalMinor, pointsToRedeem = 0 }) => {
      if (customerIndex === undefined) return false;
      const before = pointsByCustomer.get(customerIndex) ?? 0;
      const earned = pointsToRedeem > 0 ? 0 : Math.floor(totalMinor / 10_000);
      pointsByCustomer.set(customerIndex, before - pointsToRedeem + earned);
      return pointsToRedeem > before;
    },
  );
  expect(early).toEqual([]);
});

describe("the engine's contract accepts", () => {
  test("every product", () => {
    const input = { requestId, products: wholeShop.products };
    expect(catalogContract["catalog.import"].input.safeParse(input).error).toBeUndefined();
  });

  test("every customer and every consent", () => {
    const refused = wholeShop.customers.filter(({ consents, joinedAtMs: _, ...fields }) => {
      const made = customerContract["customer.create"].input.safeParse({ requestId, ...fields });
      const agreed = consents.map((consent) =>
        customerContract["consent.record"].input.safeParse({
          requestId,
          customerId: requestId,
          ...consent,
        }),
      );
      return ![made, ...agreed].every(({ success }) => success);
    });
    expect(refused).toEqual([]);
  });

  test("every sale", () => {
    const refused = smallShop.sales.filter((sale) => !isCommittable(sale));
    expect(refused).toEqual([]);
  });
});

const isCommittable = ({ lines, payment, soldAtMs, pointsToRedeem }: DemoSale): boolean =>
  saleContract["sale.commit"].input.safeParse({
    requestId,
    lines,
    payments: [payment],
    soldAtMs,
    pointsToRedeem,
  }).success;
