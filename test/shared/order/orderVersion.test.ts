import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  type ForeignOrder,
  listOrderStates,
  stateRank,
} from "../../../shared/domain/order/order.ts";
import {
  laterOrder,
  orderVersion,
  payloadNews,
} from "../../../shared/domain/order/orderVersion.ts";

const base: ForeignOrder = {
  source: "shopify",
  externalId: "1",
  number: "#1001",
  placedAtMs: 1_000,
  updatedAtMs: 2_000,
  state: "paid",
  currency: "VND",
  linesMinor: 10,
  discountMinor: 0,
  shippingMinor: 0,
  taxMinor: 0,
  totalMinor: 10,
  refundedMinor: 0,
  lines: [{ name: "Nón", quantity: 1, unitPriceMinor: 10, discountMinor: 0, totalMinor: 10 }],
};

/** Who is named is told by an identity that can be read, so here: by a phone. */
const newsOf = (
  incoming: ForeignOrder,
  standing?: ForeignOrder,
  naming: ForeignOrder | undefined = standing?.buyer?.phone ? standing : undefined,
) =>
  payloadNews(
    standing && {
      version: orderVersion(standing),
      buyerVersion: naming ? orderVersion(naming) : null,
    },
    { version: orderVersion(incoming), namesBuyer: incoming.buyer?.phone !== undefined },
  );

describe("which of two payloads stands", () => {
  test.each<[why: string, Partial<ForeignOrder>, Partial<ForeignOrder>]>([
    ["the later by the shop's own time", { updatedAtMs: 3_000, state: "pending" }, {}],
    ["at the same time the later state", { state: "fulfilled" }, { state: "paid" }],
    ["at the same time a cancellation", { state: "cancelled" }, { state: "refunded" }],
    [
      "at the same time and state the greater refund",
      { state: "partially-refunded", refundedMinor: 9 },
      { state: "partially-refunded", refundedMinor: 8 },
    ],
  ])("%s", (_why, stands, falls) => {
    const [winner, loser] = [
      { ...base, ...stands },
      { ...base, ...falls },
    ];
    expect(laterOrder(winner, loser)).toBe(winner);
    expect(laterOrder(loser, winner)).toBe(winner);
    expect(newsOf(winner, loser).order).toBe(true);
    expect(newsOf(loser, winner).order).toBe(false);
  });
});

test("the same payload again changes nothing, whatever the order of its fields", () => {
  const { lines, buyer: _none, ...rest } = base;
  const turned: ForeignOrder = { lines, ...rest, buyer: { phone: "0912345678", name: "Ánh" } };
  const straight: ForeignOrder = { ...base, buyer: { name: "Ánh", phone: "0912345678" } };
  expect(newsOf(turned, straight)).toEqual({ order: false, buyer: false });
  expect(orderVersion(straight)).toBe(orderVersion(turned));
});

test("the first payload of an order is all news", () => {
  expect(newsOf(base)).toEqual({ order: true, buyer: false });
  const named = { ...base, buyer: { phone: "0912345678" } };
  expect(newsOf(named)).toEqual({ order: true, buyer: true });
});

test("an older payload names the buyer whom the newer ones do not know, and nobody else", () => {
  const older = { ...base, updatedAtMs: 1_000, buyer: { phone: "0912345678" } };
  expect(newsOf(older, base)).toEqual({ order: false, buyer: true });
  expect(newsOf(older, { ...base, buyer: { phone: "0987000111" } })).toEqual({
    order: false,
    buyer: false,
  });
});

test("two orders are never weighed against each other", () => {
  expect(() => laterOrder(base, { ...base, externalId: "2" })).toThrow("two orders");
});

const payload: fc.Arbitrary<ForeignOrder> = fc
  .record({
    updatedAtMs: fc.integer({ min: 0, max: 3 }),
    state: fc.constantFrom(...listOrderStates()),
    refundedMinor: fc.integer({ min: 0, max: 2 }),
    totalMinor: fc.integer({ min: 0, max: 3 }),
    note: fc.constantFrom("", "Gọi trước"),
    buyer: fc.constantFrom(
      { name: "Ánh" },
      { name: "Ánh", phone: "0912345678" },
      { name: "An", phone: "0987000111" },
    ),
  })
  .map((part) => ({ ...base, ...part }));

type Kept = { readonly standing?: ForeignOrder; readonly naming?: ForeignOrder };

const fold = (payloads: readonly ForeignOrder[]): Kept =>
  payloads.reduce<Kept>(({ standing, naming }, incoming) => {
    const news = newsOf(incoming, standing, naming);
    return {
      ...(news.order ? { standing: incoming } : standing && { standing }),
      ...(news.buyer ? { naming: incoming } : naming && { naming }),
    };
  }, {});

test("payloads in any order, some of them repeated, end at the same order and the same buyer", () => {
  fc.assert(
    fc.property(
      fc.array(payload, { minLength: 1, maxLength: 6 }),
      fc.infiniteStream(fc.nat()),
      (payloads, picks) => {
        const again = payloads.concat(payloads.slice(0, 3));
        const shuffled = [...again]
          .map((order) => ({ order, at: picks.next().value ?? 0 }))
          .sort((left, right) => left.at - right.at)
          .map(({ order }) => order);
        expect(fold(shuffled)).toEqual(fold(payloads));
      },
    ),
  );
});

test("at one time the later state stands, then the greater refund, whatever else is said", () => {
  fc.assert(
    fc.property(payload, payload, (left, right) => {
      const rival = { ...right, updatedAtMs: left.updatedAtMs };
      const later = laterOrder(left, rival);
      const ranks = [left, rival].map(({ state }) => stateRank(state));
      expect(stateRank(later.state)).toBe(Math.max(...ranks));
      if (left.state !== rival.state) return;
      expect(later.refundedMinor).toBe(Math.max(left.refundedMinor, rival.refundedMinor));
    }),
  );
});

test("versions compare as texts exactly as the payloads do", () => {
  fc.assert(
    fc.property(payload, payload, (left, right) => {
      const later = laterOrder(left, right);
      expect(orderVersion(later) >= orderVersion(left)).toBe(true);
      expect(orderVersion(later) >= orderVersion(right)).toBe(true);
    }),
  );
});

test("a version holds nothing of the buyer in the clear", () => {
  const version = orderVersion({ ...base, buyer: { phone: "0912345678" } });
  expect(version).toMatch(/^\d{16}\.\d\.\d{16}\.[0-9a-f]{14}$/);
});
