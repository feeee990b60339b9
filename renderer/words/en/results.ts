import { byCount, counted } from "../../../shared/kernel/counted.ts";
import type { Words } from "../vi/vi.ts";

/** What a campaign did, and whether the till's suggestions are any good. */
export const results: Words["results"] = {
  title: (name) => `Results: ${name}`,
  close: "Close",
  coupons: "See the coupons",
  stop: "Stop this campaign",
  stopSure: "Really? Unused coupons are withdrawn",
  working: "Comparing the two groups",
  running: "It is still running; looking every day does no harm.",
  counting: (day) =>
    `Its coupons have run out. What people buy counts until the end of ${day}; then this is final.`,
  stopped: (day) =>
    `It was stopped on ${day}; what people buy is counted until the end that was planned.`,
  over: "It is over: this is the final result.",
  figures: {
    issued: (count) => byCount(count, "person with a coupon", "people with a coupon"),
    redeemed: (count) => byCount(count, "coupon used", "coupons used"),
    discount: "discount given",
    points: "worth of the points added, ever spent or not",
    lift: {
      margin: (low, high) => `more profit, estimated from ${low} to ${high}`,
      spend: (low, high) => `more spent, estimated from ${low} to ${high}`,
    },
  },
  compare: "For each person, against those who got none",
  compareWhy: (confidence) =>
    `The coloured bar is where the truth may lie, ${confidence} sure. Touching the line of 0 means it may be no difference. What set the groups apart before is taken off.`,
  measures: { spend: "Spent", margin: "Margin", visits: "Visits", buyers: "Came back to buy" },
  points: (count) => `${count} percentage ${byCount(count, "point")}`,
  means: (issued, heldOut) => `${issued} against ${heldOut}`,
  measure: (name, value, low, high) => `${name}: ${value} apart, may be ${low} to ${high}`,
  chart: { margin: "More profit, added up by day", spend: "More spent, added up by day" },
  chartSays: {
    margin: (value, low, high) =>
      `More profit, added up: ${value} so far, may be ${low} to ${high}`,
    spend: (value, low, high) => `More spent, added up: ${value} so far, may be ${low} to ${high}`,
  },
  zero: "no difference",
  heads: { point: "Day", low: "Lowest", value: "Estimate", high: "Highest" },
  used: "Coupons used, added up by day",
  usedSays: (all) => `Coupons used, added up: ${all} so far`,
  usedOfEach: (a, b) => `Coupons used, added up: ${a} of offer A and ${b} of offer B so far`,
  arms: "The two offers side by side",
  armBought: (buyers, customers) => `${buyers} of ${counted(customers, "person", "people")} bought`,
  armSpent: (spent) => `spent ${spent}`,
  armRedeemed: (redeemed) => `${counted(redeemed, "coupon")} used`,
  arm: (letter) => `Offer ${letter}`,
  between: {
    "a-better": "Offer A did better.",
    "b-better": "Offer B did better.",
    "no-difference": "The two offers did the same.",
    "too-early": "Too early to tell which offer does better.",
  },
  betweenBar: {
    margin: "A against B, more profit from each person",
    spend: "A against B, more spent by each person",
  },
  groups: "The two groups so far",
  groupsHeads: { issued: "With a coupon", heldOut: "Held out" },
  groupFigures: { customers: "people", buyers: "bought", spent: "spent" },
  groupName: "Group",
};

export const quality: Words["quality"] = {
  title: "Are the suggestions any good?",
  lead: "While a sale is rung up, the till suggests up to three things. Here you see whether they are taken, and whether more is sold.",
  back: "Back",
  period: "In the last",
  weeks: (count) => counted(count, "week"),
  none: "Nothing was suggested in this time",
  noneHint: "When sales are rung up at the till, suggestions are recorded and shown here.",
  figures: {
    lookups: "sales rung up",
    shown: "things suggested",
    taken: "taken from the suggestions",
    acceptance: "of them taken",
    dismissed: "“not now”",
  },
  dismissedNote: (days) =>
    `“Not now”: that customer is not offered it again for ${counted(days, "day")}; where the customer is not known, it is only passed over in that sale.`,
  gain: "More sold in each sale",
  gainSays: (value, low, high) => `Each sale is larger by ${value}, may be ${low} to ${high}`,
  wholeYear: (year) =>
    `For all of ${year}, whichever weeks you look at: among many stretches of time, one looks good by chance.`,
  yearBefore: (year, headline) => `In ${year}: ${headline}.`,
  control: (count) =>
    `Against ${counted(count, "sale")}, drawn by lot, that ${byCount(count, "was", "were")} shown nothing on purpose.`,
  ofTurnover: "Of what customers paid, before the cost of the goods.",
  byWeek: "By week",
  byWeekSays: (shown, taken) => `By week: ${shown} suggested, ${taken} taken`,
  byWeekHeads: { point: "Week from", value: "Suggested", part: "Taken" },
  legend: "Pale: suggested. Full: taken.",
  weekTable: "Share taken and more sold, by week",
  takenRate: "Share taken",
  weekGain: "More a sale",
  weekSpan: (low, high) => `${low} to ${high}`,
  weekNote:
    "More a sale: against the sales of the same week that were shown nothing, and below it what it may be. A week holds few of them, so that is wide; what the whole year says stands at the top of the page.",
  tooFew: "too early",
  nothing: "none",
  byReason: "By reason",
  reasons: {
    due: "Due again",
    habit: "A usual thing",
    "goes-with": "Goes with this basket",
    "goes-with-habit": "Goes with usual things",
    "often-in-category": "Often buys this category",
    "popular-now": "Popular now",
    new: "Newly arrived",
  },
  reasonFigure: (taken, shown, rate) => `${taken} / ${shown} (${rate})`,
  reasonNote: "Compared with where it was not shown, over the whole year, as at the top.",
  products: "Taken most often",
  product: "Product",
  shown: "Suggested",
  taken: "Taken",
  dismissed: "Not now",
};
