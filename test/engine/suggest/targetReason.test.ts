import { expect, test } from "vitest";
import type {
  CustomerPast,
  PastCampaign,
  PastLine,
} from "../../../electron/engine/suggest/targeting/past.ts";
import { reasonFor, type Told } from "../../../electron/engine/suggest/targeting/reasonFor.ts";
import { rhythmOf } from "../../../electron/engine/suggest/targeting/visitModel.ts";

/** Tomorrow: what was sold today is in it. */
const DAY = 20_001;
const TEA = 0;
const MUG = 1;

const line = (ago: number, product = TEA): PastLine => ({
  ...{ day: DAY - 1 - ago, basket: ago, product, paidMinor: 5 },
  ...{ byCoupon: false, isReduced: false },
});
const every = (days: number, last: number): readonly PastLine[] =>
  [0, 1, 2, 3].map((visit) => line(last + visit * days));
const campaign = (startDay: number): PastCampaign => ({
  ...{ kind: "percent", startDay, endDay: startDay + 10, offers: [] },
});

const told = (past: Partial<CustomerPast>, over: Partial<Told> = {}): Told => {
  const whole = { customerId: "c", lines: [], received: [], heldOut: [], redemptions: [], ...past };
  return {
    ...{ past: whole, day: DAY, rhythm: rhythmOf(whole, DAY) },
    campaigns: [campaign(DAY - 60), campaign(DAY - 30), campaign(DAY)],
    offerCategories: undefined,
    categoryOf: (product) => product,
    categoryNames: ["Tea", "Cups"],
    ...{ anyway: 0.5, expectedGainMinor: 100 },
    ...over,
  };
};

const used = { received: [0, 1, 2], redemptions: [{ day: DAY - 55, campaign: 0, offer: "k" }] };
const forTea = { offerCategories: new Set([TEA]) };

test.each<[what: string, told: Told, reason: object]>([
  [
    "comes anyway",
    told({ lines: every(7, 2), ...used }, { anyway: 0.7, expectedGainMinor: 0 }),
    { kind: "would-come-anyway", evidence: { everyDays: 7, lastDaysAgo: 2 } },
  ],
  [
    "is not so sure to come",
    told({ lines: every(7, 2) }, { anyway: 0.69, expectedGainMinor: 0 }),
    { kind: "regular" },
  ],
  [
    "brings something",
    told({ lines: every(7, 2) }, { anyway: 0.9, expectedGainMinor: 1 }),
    { kind: "regular" },
  ],
  [
    "used a coupon, of those campaigns that had begun",
    told({ lines: every(7, 50), ...used }),
    { kind: "used-before", evidence: { used: 1, of: 2 } },
  ],
  [
    "got coupons and used none",
    told({ lines: every(7, 2), received: [0, 1] }),
    { kind: "regular" },
  ],
  [
    "stays away more than twice their days",
    told({ lines: every(10, 20) }, forTea),
    { kind: "lapsing", evidence: { everyDays: 10, lastDaysAgo: 20 } },
  ],
  ["stays away twice their days", told({ lines: every(10, 19) }), { kind: "due-soon" }],
  [
    "bought three things of a category of the offer",
    told({ lines: [line(40), line(41), line(42), line(1, MUG)] }, forTea),
    { kind: "likes-category", evidence: { category: "Tea", count: 3 } },
  ],
  [
    "bought two of it",
    told({ lines: [line(40), line(41), line(1, MUG)] }, forTea),
    { kind: "regular" },
  ],
  [
    "bought three of another",
    told(
      { lines: [line(1), line(2), line(3)] },
      {
        offerCategories: new Set([MUG]),
      },
    ),
    { kind: "due-soon" },
  ],
  [
    "bought the third of it later",
    told({ lines: [line(40), line(41), line(-1)] }, forTea),
    { kind: "little-known" },
  ],
  [
    "is due",
    told({ lines: every(10, 5) }),
    { kind: "due-soon", evidence: { everyDays: 10, lastDaysAgo: 5 } },
  ],
  [
    "is not due yet",
    told({ lines: every(10, 4) }),
    { kind: "regular", evidence: { visits: 4, days: 35 } },
  ],
  [
    "came twice",
    told({ lines: [line(3), line(9)] }),
    { kind: "little-known", evidence: { visits: 2, days: 10 } },
  ],
])("of who %s it is told", (_, one, reason) => {
  expect(reasonFor(one)).toMatchObject(reason);
});
