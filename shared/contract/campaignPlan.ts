import { z } from "zod";
import { OfferInput } from "./offer.ts";
import { Bps, Day, Id, Minor, SignedMinor, Text } from "./primitives.ts";
import { SegmentInput } from "./segment.ts";

/** How a campaign reaches people. */
export const CampaignChannel = z.enum(["print", "sms", "zalo", "email"]);
/** Everybody of the segment, or those by whom the shop should gain most. */
export const Targeting = z.enum(["everyone", "best-gain"]);
/** Coupons for a list of people, or one with each large enough purchase for the next. */
export const Trigger = z.enum(["list", "next-purchase"]);
export const TemplateName = z.enum([
  "birthday",
  "lapsed",
  "points-expiring",
  "win-back",
  "back-in-stock",
  "tet",
  "mid-autumn",
  "black-friday",
  "cart-left",
]);

/** What a campaign is planned from, before it has a name. */
export const campaignPlan = {
  segment: SegmentInput,
  offer: OfferInput,
  /** The other arm of a trial: who is issued is split by chance between the two offers. */
  otherOffer: OfferInput.optional(),
  fromDay: Day,
  toDay: Day,
  holdoutBps: Bps.default(1_000),
  maxUsesPerCustomer: z.int().min(1).max(10).default(1),
  /** At most so much discount in all; issuing stops before it could be passed. */
  budgetMinor: Minor.optional(),
  channel: CampaignChannel.default("print"),
  targeting: Targeting.default("everyone"),
  maxCustomers: z.int().min(1).max(10_000_000).optional(),
  trigger: Trigger.default("list"),
  /** Of coupons for the next purchase: how many days they are good, from the day after. */
  validDays: z.int().min(1).max(366).optional(),
  minimumSaleMinor: Minor.optional(),
};

export const Warning = z.looseObject({ kind: z.string() });
export const Skipped = z.array(z.object({ why: z.string(), count: z.int() }));

const Spread = z.object({ low: z.number(), value: z.number(), high: z.number() });
const MoneySpread = z.object({ low: SignedMinor, value: SignedMinor, high: SignedMinor });

/** What a campaign would do, reckoned on the shop's own past. */
export const RehearsalOutput = z.object({
  customers: z.int(),
  reachable: z.int(),
  issued: z.int(),
  heldOut: z.int(),
  skipped: Skipped,
  redemptions: Spread,
  costMinor: MoneySpread,
  gainMinor: MoneySpread,
  /** What the offer would have taken off the same people's purchases a year ago, or lately. */
  replay: z
    .object({
      fromDay: Day,
      toDay: Day,
      /** The shop has not sold for as many days as are planned. */
      isShorter: z.literal(true).optional(),
      customers: z.int(),
      baskets: z.int(),
      /** Of coupons for the next purchase: how many would have been earned, by `customers`. */
      earned: z.int().optional(),
      discountMinor: Minor,
      spentMinor: Minor,
      marginMinor: SignedMinor.optional(),
    })
    .optional(),
  /** The smallest difference that the held-out group would show. */
  power: z.object({
    smallestLiftMinor: Minor,
    smallestLiftBps: z.int().min(0),
    text: z.string(),
  }),
  /** The first of those who would get it, the best first. */
  choices: z.array(
    z.object({
      customerId: Id,
      name: z.string(),
      redeemProbability: z.number(),
      buyAnywayProbability: z.number(),
      expectedGainMinor: SignedMinor,
      arm: z.enum(["a", "b"]),
      text: z.string(),
    }),
  ),
  learnedFrom: z.object({
    kind: z.enum(["own-campaigns", "own-visits", "recency-frequency-money"]),
    campaigns: z.int(),
    redemptions: z.int(),
    /** Too few costs are known: the gain takes this share of a price for profit. */
    assumedMarginBps: Bps.optional(),
  }),
  warnings: z.array(Warning),
});

const LiftBasis = z.enum(["margin", "spend"]);
const Arm = z.object({ customers: z.int(), buyers: z.int(), spentMinor: Minor });

/** What a campaign did, against the customers who were held out of it. */
export const LiftOutput = z.object({
  issued: Arm,
  heldOut: Arm,
  /** More (or less) of `basis` by all who were issued, than would have come without. */
  liftMinor: SignedMinor,
  low: SignedMinor,
  high: SignedMinor,
  /** What every sum of the difference is of: the margin where all costs are known, else the spend. */
  basis: LiftBasis,
  confidence: z.number(),
  verdict: z.enum(["helped", "cost", "no-difference", "too-early"]),
  text: z.string(),
  /** Anytime: may be looked at every day; final: the campaign is over. */
  rule: z.enum(["anytime", "final"]),
  isOver: z.boolean(),
  /** Whether all its coupons have run out; purchases are counted on, to the end of this day. */
  areCouponsOver: z.boolean(),
  countedToDay: Day,
  /** Where it was stopped before its end: its days are counted as they were declared. */
  stoppedDay: Day.optional(),
  tooEarly: z
    .object({
      why: z.string(),
      customersToTell: z.int().optional(),
      daysToTell: z.int().optional(),
      /** Neither a year nor all of the shop's customers would be enough. */
      isTooSmall: z.literal(true).optional(),
    })
    .optional(),
  /** Means for each customer. */
  measures: z.array(
    z.object({
      kind: z.enum(["spend", "margin", "visits", "buyers"]),
      issuedMean: z.number(),
      heldOutMean: z.number(),
      value: z.number(),
      low: z.number(),
      high: z.number(),
    }),
  ),
  arms: z
    .array(Arm.extend({ arm: z.enum(["a", "b"]), offerText: z.string(), redeemed: z.int() }))
    .optional(),
  between: z
    .object({
      value: SignedMinor,
      low: SignedMinor,
      high: SignedMinor,
      verdict: z.enum(["a-better", "b-better", "no-difference", "too-early"]),
    })
    .optional(),
  redeemed: z.int(),
  discountMinor: Minor,
  /** What the points that its coupons added were worth when they were earned; absent where none did. */
  extraPointsMinor: Minor.optional(),
  /**
   * Cumulative from the first counted day, for the chart; `liftMinor` is of `basis`. A day's
   * `redeemed` counts the coupons that were used until its end: the last day's is `redeemed` above.
   */
  days: z.array(
    z.object({
      day: Day,
      issuedSpentMinor: Minor,
      heldOutSpentMinor: Minor,
      liftMinor: SignedMinor,
      low: SignedMinor,
      high: SignedMinor,
      redeemed: z.int(),
      /** Where two offers are tried. */
      redeemedByArm: z.object({ a: z.int(), b: z.int() }).optional(),
    }),
  ),
});

export const CampaignName = Text(120);
