import { byCount, counted } from "../../../shared/kernel/counted.ts";
import type { Words } from "../vi/vi.ts";

/** A campaign rehearsed before anything is issued. */
export const rehearsal: Words["rehearsal"] = {
  working: "Working it out on the shop's own sales",
  headline: (issued, heldOut) =>
    `About ${counted(issued, "person", "people")} will get a coupon, ${heldOut} ${byCount(heldOut, "is", "are")} held out.`,
  headlineTill: (issued, customers) =>
    `About ${counted(issued, "person", "people")} of this group of ${customers} will earn a coupon at the till.`,
  headlineUntold: "There are no earlier days of sales to rehearse on.",
  untold:
    "How many people will earn a coupon cannot be told yet. It can begin all the same; with a budget it costs no more than that.",
  figures: {
    customers: "in the group",
    reachable: "can be reached",
    issued: "get a coupon",
    heldOut: "held out",
  },
  nobody: "There is nobody to give it to. Loosen the conditions, or ask more people to agree.",
  skippedTitle: "Get none",
  redemptions: "Coupons that will be used",
  cost: "Discount given",
  gain: "Gained, after the discount",
  range: (name, low, high) => `${name}: ${low} to ${high}`,
  likely: (value) => `most likely ${value}`,
  replay: "Had it run before",
  replayText: (from, to, baskets) =>
    `From ${from} to ${to} this group made ${counted(baskets, "purchase that fits", "purchases that fit")}.`,
  replayTill: (from, to, earned, customers) =>
    `From ${from} to ${to}, ${counted(customers, "person", "people")} would have earned ${counted(earned, "coupon")} by their purchases.`,
  replayTillCost: (baskets, discount) =>
    `Used at each purchase that fits, ${counted(baskets, "coupon")} would have taken off ${discount} at most.`,
  replayCost: (discount, spent) => `This offer would have taken ${discount} off ${spent} of goods.`,
  replayShorter:
    "The shop's first sale was on that day, so these are fewer days than the campaign has.",
  replayMargin: (margin) => `Margin left: ${margin}.`,
  power: "How much can be told",
  learned: {
    "own-campaigns": (campaigns, redemptions) =>
      `Learned from ${counted(campaigns, "earlier campaign")} and ${counted(redemptions, "coupon")} used.`,
    "own-visits": () =>
      "Worked out from each person's own rhythm; no earlier campaign to learn from.",
    "recency-frequency-money": () =>
      "The shop is new: worked out from the last visit, how often and how much.",
  },
  choices: "The first people",
  choice: (redeem) => `${redeem} likely to use it`,
  anyway: (share) => `${share} likely to buy even without it`,
  choiceBrings: (money) => `brings about ${money} more profit`,
  choiceLoses: (money) => `loses about ${money}`,
  arm: (letter) => `offer ${letter}`,
  again: "Rehearse again",
  warnings: "To know before issuing",
};
