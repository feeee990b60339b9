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
  nobody: "There is nobody to give it to.",
  nobodyWhy: {
    inGroup: "No customer fits the conditions. Loosen them.",
    allHeldOut:
      "The group is so small that the lot held all of them out. Loosen the conditions, or hold fewer out.",
    NoMarketingConsent: "Send it another way, or ask more people to agree to offers.",
    NoPhone: "Ask them for a phone number, or send it another way.",
    NoEmail: "Ask them for an e-mail address, or send it another way.",
    ContactCapReached:
      "All who can be reached had enough offers in the last 30 days. Wait a while, or raise the limit in the settings.",
    NoPersonalConsent:
      "Nobody has agreed to personal offers, so nobody can be chosen. Everyone reachable can still get it.",
    NotWeighed: "All of them last came too long ago.",
    NotChosen:
      "This offer would bring no more profit, whoever gets it. Take less off, ask for a larger purchase, or give it to everyone reachable.",
    BudgetReached:
      "The budget is too small for one coupon. Raise it, or lower the most that each takes off.",
  },
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
  assumedMargin: (rate) =>
    `Too few goods of known cost were sold, so ${rate} of each price counts as profit. Enter costs with the goods, or change this share in the settings.`,
  choices: "The first people",
  choice: (redeem) => `${redeem} likely to use it`,
  anyway: (share) => `${share} likely to buy even without it`,
  choiceBrings: (money) => `brings about ${money} more profit`,
  choiceLoses: (money) => `loses about ${money}`,
  arm: (letter) => `offer ${letter}`,
  again: "Rehearse again",
  warnings: "To know before issuing",
};
