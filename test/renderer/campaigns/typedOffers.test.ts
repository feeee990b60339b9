import fc from "fast-check";
import { expect, test } from "vitest";
import {
  campaignParams,
  draftProblems,
  newDraft,
} from "../../../renderer/stores/campaigns/campaignDraft.ts";
import {
  newOffer,
  type Offer,
  offerDraftOf,
  offerOf,
} from "../../../renderer/stores/campaigns/offerDraft.ts";
import {
  type Condition,
  conditionOf,
  newRow,
  rowsOf,
  segmentOf,
} from "../../../renderer/stores/campaigns/segmentRows.ts";
import {
  readCount,
  readScaled,
  readTimes,
  writeScaled,
} from "../../../renderer/stores/campaigns/typedFigures.ts";
import { formatsOf } from "../../../renderer/words/format.ts";
import { nowMs } from "../fake/now.ts";

const formatIn = (locale: "vi" | "en") =>
  formatsOf({ locale, currency: "VND", timezone: "Asia/Ho_Chi_Minh", nowMs: () => nowMs });
const formats = fc.constantFrom("vi", "en").map(formatIn);
const vi = formatIn("vi");

const names = fc.uniqueArray(fc.constantFrom("TEA", "MUG", "Sữa", "Cà phê"), { minLength: 1 });
const minor = fc.integer({ min: 1, max: 90_000_000 });
const terms = fc.record(
  {
    scope: fc.oneof(fc.record({ skus: names }), fc.record({ categories: names })),
    minimumSpendMinor: minor,
    exclusive: fc.constant<true>(true),
  },
  { requiredKeys: [] },
);
const gains: fc.Arbitrary<Offer> = fc.oneof(
  fc.record(
    {
      kind: fc.constant<"percent">("percent"),
      rateBps: fc.integer({ min: 1, max: 10_000 }),
      maxDiscountMinor: minor,
    },
    { requiredKeys: ["kind", "rateBps"] },
  ),
  fc.record({ kind: fc.constant<"amount">("amount"), amountMinor: minor }),
  fc.record({
    kind: fc.constant<"points">("points"),
    multiplierBps: fc.integer({ min: 10_001, max: 100_000 }),
  }),
  fc.record({ kind: fc.constant<"gift">("gift"), sku: fc.constantFrom("MUG", "PH-08") }),
);
const offers = fc.tuple(gains, terms).map(([gain, rest]): Offer => ({ ...gain, ...rest }));

test("an offer written into its fields is read back as it was, in either language", () => {
  fc.assert(
    fc.property(offers, formats, (offer, format) => {
      expect(offerOf(offerDraftOf(offer, format), format.readMoney)).toEqual(offer);
    }),
  );
});

test.each([
  ["a rate of nothing", { rate: "0" }],
  ["a rate of more than all", { rate: "100,01" }],
  ["points that are not multiplied", { kind: "points", multiplier: "1" }],
  ["points that are multiplied by more than ten", { kind: "points", multiplier: "10,5" }],
  ["an amount of nothing", { kind: "amount", amount: "0" }],
  ["a gift of nothing", { kind: "gift", giftSku: " " }],
] as const)("%s is no offer", (_, part) => {
  expect(offerOf({ ...newOffer, ...part }, vi.readMoney)).toBeUndefined();
});

test.each([
  ["all of it", { rate: "100" }, { kind: "percent", rateBps: 10_000 }],
  ["a hundredth of a percent", { rate: "0,01" }, { kind: "percent", rateBps: 1 }],
  ["ten times the points", { kind: "points", multiplier: "10" }, { multiplierBps: 100_000 }],
] as const)("%s is one", (_, part, offer) => {
  expect(offerOf({ ...newOffer, ...part }, vi.readMoney)).toMatchObject(offer);
});

test("a campaign may be of one day, and not end before it begins", () => {
  const problems = (fromDay: string, toDay: string) =>
    draftProblems({ ...newDraft({ fromDay, toDay }), name: "Tết", rows: [] }, vi.readMoney);
  expect(problems("2026-11-22", "2026-11-22")).toEqual([]);
  expect(problems("2026-11-22", "2026-11-21")).toEqual(["toDay"]);
});

test("what was typed for a list is not meant for the till", () => {
  const days = { fromDay: "2026-11-22", toDay: "2026-12-06" };
  const listed = { ...newDraft(days), name: "Tết", rows: [], uses: "3", most: "500" };
  const asked = { channel: "zalo", targeting: "best-gain" } as const;
  expect(campaignParams({ ...listed, ...asked }, vi.readMoney)).toMatchObject({
    ...{ trigger: "list", maxUsesPerCustomer: 3, maxCustomers: 500, ...asked },
  });
  const atTheTill = {
    ...listed,
    ...asked,
    trigger: "next-purchase",
    minimumSale: "90.000",
  } as const;
  expect(campaignParams(atTheTill, vi.readMoney)).toMatchObject({
    ...{ trigger: "next-purchase", channel: "print", targeting: "everyone" },
    ...{ maxUsesPerCustomer: 1, maxCustomers: undefined },
    ...{ validDays: 30, minimumSaleMinor: 90_000 },
  });
});

const count = fc.integer({ min: 0, max: 1_000_000 });
const range = (end: fc.Arbitrary<number>) =>
  fc
    .tuple(fc.option(end, { nil: undefined }), fc.option(end, { nil: undefined }))
    .filter(([one, two]) => one !== undefined || two !== undefined)
    .map(([one, two]) =>
      one !== undefined && two !== undefined
        ? { min: Math.min(one, two), max: Math.max(one, two) }
        : { ...(one !== undefined && { min: one }), ...(two !== undefined && { max: two }) },
    );
const within = fc.record({ withinDays: fc.integer({ min: 1, max: 10_000 }) }, { requiredKeys: [] });
const yearDays = fc.integer({ min: 1, max: 366 });
const ranged = (
  kind: "recencyDays" | "pointsBalance" | "purchaseCount" | "spentMinor",
  end: fc.Arbitrary<number>,
  more: fc.Arbitrary<object>,
) => fc.tuple(range(end), more).map(([ends, rest]) => ({ kind, ...ends, ...rest }) as Condition);
const nothing = fc.constant({});
const conditions: fc.Arbitrary<Condition> = fc.oneof(
  ranged("recencyDays", count, nothing),
  ranged("pointsBalance", count, nothing),
  ranged("purchaseCount", count, within),
  ranged("spentMinor", fc.integer({ min: 0, max: 90_000_000 }), within),
  fc
    .tuple(fc.constantFrom("boughtSku", "notBoughtSku", "boughtCategory"), names, within)
    .map(([kind, any, rest]): Condition => ({ kind, any, ...rest })),
  names.map((any): Condition => ({ kind: "tier", any })),
  fc.tuple(yearDays, fc.option(fc.integer({ min: 1, max: 9_000 }), { nil: undefined })).map(
    ([withinDays, min]): Condition => ({
      ...{ kind: "pointsExpiring", withinDays },
      ...(min !== undefined && { min }),
    }),
  ),
  yearDays.map((days): Condition => ({ kind: "birthdayWithinDays", days })),
  yearDays.map((days): Condition => ({ kind: "birthdayWithinDays", days, calendar: "lunar" })),
  yearDays.map((withinDays): Condition => ({ kind: "cartLeftOnline", withinDays })),
  fc.constantFrom<Condition>(
    { kind: "lapsedAgainstOwnRhythm", times: 1.5 },
    { kind: "channel", channel: "online" },
    { kind: "consent", purpose: "personalization", channel: "zalo" },
  ),
);

test("a segment laid out in rows is the same segment, in either language", () => {
  const lists = fc.record(
    { all: fc.array(conditions), any: fc.array(conditions, { minLength: 1 }) },
    { requiredKeys: ["all"] },
  );
  fc.assert(
    fc.property(lists, formats, (segment, format) => {
      const rows = rowsOf(segment, format.amount);
      expect(segmentOf(rows, format.readMoney)).toEqual(segment);
    }),
  );
});

test.each([
  ["an end that is no figure", { min: "3", max: "vài" }],
  ["no end", { min: "", max: "" }],
  ["ends the wrong way round", { min: "5", max: "4" }],
])("%s is no range", (_, part) => {
  expect(conditionOf({ ...newRow("recencyDays"), ...part }, vi.readMoney)).toBeUndefined();
});

test("scaled figures are read as they were written, and none with more places", () => {
  const scaled = fc.integer({ min: 0, max: 9_999_999 });
  fc.assert(
    fc.property(scaled, fc.constantFrom("vi", "en"), (figure, locale) => {
      expect(readScaled(writeScaled(figure, 4, { locale }), 4)).toBe(figure);
    }),
  );
  expect(readScaled("12,55", 1)).toBeUndefined();
});

test.each([
  ["1,5", 1.5],
  ["20", 20],
  ["20,5", undefined],
  ["0,5", undefined],
  ["", undefined],
])("%j times are %j", (typed, times) => {
  expect(readTimes(typed)).toBe(times);
});

test.each([
  ["1.000", 1_000],
  ["1,000,000", 1_000_000],
  ["12.34", undefined],
  ["10000000", undefined],
  [" 7 ", 7],
])("%j is the count %j", (typed, number) => {
  expect(readCount(typed)).toBe(number);
});
