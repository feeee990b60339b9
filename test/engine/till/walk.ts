import fc from "fast-check";
import type { Output } from "../../../shared/contract/index.ts";
import { addDays, DAY_MS } from "../../../shared/kernel/day.ts";
import { agree, newCustomer, openWorld, type World } from "../calls/world.ts";
import type { Asked } from "../setUp.ts";

/** A shop by its money: the currency, its dearest price, its tax and its smallest coin. */
export type Money = {
  readonly currency: string;
  readonly timezone: string;
  readonly taxMode: "inclusive" | "exclusive";
  readonly cashRoundingMinor: number;
  readonly dearestMinor: number;
};

export type Offer = Asked<"campaign.create">["offer"];
export type Walk = {
  readonly world: World;
  readonly money: Money;
  readonly people: readonly string[];
};

const pieces = ["A", "C", "E"];
const weighed = ["B", "D"];
export const shelf = [...pieces, ...weighed];
const rates = [undefined, 0, 500, 825, 1_900];

export const categoryOf = (sku: string): string => (shelf.indexOf(sku) % 2 === 0 ? "even" : "odd");

export const openWalk = async (money: Money): Promise<Walk> => {
  const { dearestMinor, ...shop } = money;
  const world = await openWorld({ ...shop, isFast: true });
  await world.take("catalog.import", {
    products: shelf.map((sku, index) => ({
      ...{ sku, name: `Product ${sku}`, stockQuantity: 500 },
      category: categoryOf(sku),
      priceMinor: Math.floor(dearestMinor / (index * index + 1)) + index * 7,
      soldBy: weighed.includes(sku) ? "weight" : "unit",
      ...(rates[index] === undefined ? {} : { taxRateBps: rates[index] }),
    })),
  });
  await world.take("shop.setSettings", { contactCapPerMonth: 30 });
  const cuc = await newCustomer(world, { name: "Đỗ Cúc" });
  await agree(world, cuc, "marketing", "print");
  return { world, money, people: [world.an, cuc] };
};

const scope = fc.constantFrom(
  ...[
    undefined,
    { skus: ["A", "B"] },
    { categories: ["odd"] },
    { skus: ["E"], categories: ["odd"] },
  ],
);
/** Of the dearest price: what a sum, a ceiling or a least spend is. */
const part = fc.constantFrom(0.001, 0.03, 0.4, 1.5);
const offer = fc.record({
  kind: fc.constantFrom("percent", "amount", "points", "gift"),
  rateBps: fc.constantFrom(1, 333, 1_250, 5_000, 10_000),
  part,
  ceiling: fc.option(part),
  least: fc.option(part),
  scope,
  sku: fc.constantFrom("C", "D", "E"),
  exclusive: fc.constantFrom(false, false, true),
});
type OfferDraft = typeof offer extends fc.Arbitrary<infer O> ? O : never;

const line = fc.record({
  sku: fc.constantFrom(...shelf),
  amount: fc.integer({ min: 1, max: 30 }),
  off: fc.constantFrom("none", "none", "rate", "sum", "all"),
  offBps: fc.nat(10_000),
  otherPrice: fc.option(fc.nat(10_000), { freq: 6 }),
});

const step = fc.oneof(
  {
    weight: 16,
    arbitrary: fc.record({
      kind: fc.constant("sale" as const),
      who: fc.option(fc.nat(1), { freq: 6 }),
      lines: fc.array(line, { minLength: 1, maxLength: 5 }),
      coupons: fc.integer({ min: 0, max: 5 }),
      strange: fc.constantFrom("none", "none", "none", "twice", "of another", "used"),
      dropsRefused: fc.constantFrom(true, true, true, false),
      pointsShare: fc.constantFrom(0, 0, 0.4, 1),
      paidBy: fc.constantFrom(
        "cash",
        "much cash",
        "card",
        "card and cash",
        "two cards",
        "cash",
        "short",
      ),
      daysAgo: fc.constantFrom(0, 0, 0, 0, 3),
      isAskedTwice: fc.boolean(),
    }),
  },
  {
    weight: 3,
    arbitrary: fc.record({
      kind: fc.constant("campaign" as const),
      offer,
      other: fc.option(offer, { freq: 3 }),
      trigger: fc.constantFrom("list" as const, "next-purchase" as const),
      budget: fc.option(part),
      uses: fc.integer({ min: 1, max: 3 }),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      kind: fc.constant("days" as const),
      count: fc.constantFrom(1, 2, 9, 40, 366, -1),
    }),
  },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant("stop" as const), place: fc.nat(20) }) },
  {
    weight: 1,
    arbitrary: fc.record({
      kind: fc.constant("price" as const),
      place: fc.nat(4),
      bps: fc.nat(30_000),
    }),
  },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant("restart" as const) }) },
);
export type Step = typeof step extends fc.Arbitrary<infer S> ? S : never;
export type SaleStep = Extract<Step, { kind: "sale" }>;
export const steps = (length: number) =>
  fc.array(step, { minLength: length, maxLength: length, size: "max" });

const sumOf = ({ dearestMinor }: Money, share: number) =>
  Math.max(1, Math.floor(dearestMinor * share));

export const offerOf = (money: Money, draft: OfferDraft): Offer => {
  const bounds = {
    ...(draft.scope === undefined ? {} : { scope: draft.scope }),
    ...(draft.least === null ? {} : { minimumSpendMinor: sumOf(money, draft.least) }),
    ...(draft.exclusive ? { exclusive: true as const } : {}),
  };
  switch (draft.kind) {
    case "percent":
      return {
        ...{ kind: "percent", rateBps: draft.rateBps, ...bounds },
        ...(draft.ceiling === null ? {} : { maxDiscountMinor: sumOf(money, draft.ceiling) }),
      };
    case "amount":
      return { kind: "amount", amountMinor: sumOf(money, draft.part), ...bounds };
    case "points":
      return { kind: "points", multiplierBps: 10_001 + draft.rateBps * 3, ...bounds };
    case "gift":
      return { kind: "gift", sku: draft.sku, ...bounds };
  }
};

const todayOf = ({ world, money }: Walk): string =>
  new Intl.DateTimeFormat("en-CA", { timeZone: money.timezone }).format(world.clock.nowMs);

/** A campaign that was made and issued, or nothing where its plan was refused. */
export const begin = async (
  walk: Walk,
  one: Extract<Step, { kind: "campaign" }>,
): Promise<string | undefined> => {
  const { world, money } = walk;
  const fromDay = todayOf(walk);
  const response = await world.send("campaign.create", {
    requestId: world.newId(),
    name: "Khách quen",
    segment: {},
    offer: offerOf(money, one.offer),
    ...(one.other === null ? {} : { otherOffer: offerOf(money, one.other) }),
    ...{ fromDay, toDay: addDays(fromDay, 60), holdoutBps: 0, trigger: one.trigger },
    maxUsesPerCustomer: one.uses,
    ...(one.budget === null ? {} : { budgetMinor: sumOf(money, one.budget) * 5 }),
  });
  if (!("result" in response)) {
    if (response.error.code !== 1_000) throw new Error(JSON.stringify([response, world.defects]));
    return undefined;
  }
  const { campaignId } = response.result as Output<"campaign.create">;
  const issued = await world.send("campaign.issue", { requestId: world.newId(), campaignId });
  if ("error" in issued && issued.error.code !== 1_000) throw new Error(world.defects.at(-1));
  return campaignId;
};

/** The lines that are asked for; a price of another's making is the owner's word. */
export const linesOf = ({ money }: Walk, { lines }: SaleStep): Asked<"sale.quote">["lines"] =>
  lines.map(({ sku, amount, off, offBps, otherPrice }) => ({
    sku,
    ...(weighed.includes(sku) ? { quantityMilli: amount * 137 } : { quantity: amount }),
    ...(off === "rate" ? { discountBps: offBps } : {}),
    ...(off === "all" ? { discountBps: 10_000 } : {}),
    ...(off === "sum" ? { discountMinor: offBps % 90 } : {}),
    ...(otherPrice === null
      ? {}
      : { priceMinor: Math.floor((money.dearestMinor * otherPrice) / 10_000) + 90 }),
  }));

export type Quote = Output<"sale.quote">;

export const paymentsOf = (
  { totalMinor, cashTotalMinor }: Quote,
  { paidBy }: SaleStep,
): Asked<"sale.commit">["payments"] => {
  const third = Math.floor(totalMinor / 3);
  switch (paidBy) {
    case "cash":
      return [{ method: "cash", amountMinor: cashTotalMinor }];
    case "much cash":
      return [
        { method: "cash", amountMinor: cashTotalMinor },
        { method: "cash", amountMinor: 1_234_567 },
      ];
    case "card":
      return [{ method: "card", amountMinor: totalMinor }];
    case "two cards":
      return [
        { method: "card", amountMinor: third },
        { method: "transfer", amountMinor: totalMinor - third },
      ];
    case "card and cash":
      return [
        { method: "card", amountMinor: third },
        { method: "cash", amountMinor: totalMinor - third + 1_000 },
      ];
    case "short":
      return [{ method: "card", amountMinor: third }];
  }
};

export const passTime = ({ world }: Walk, days: number): void => {
  world.clock.nowMs += days * DAY_MS;
};
