import type { Segment } from "../../../../shared/domain/segment/segment.ts";
import type { SegmentQuestion } from "../../repositories/figures/conditionSql.ts";
import { type Context, shopOf, today } from "../context.ts";
import { yearFromMs } from "../customers/yearSpent.ts";

/** The segment with what it is measured by today. */
export const questionOf = (context: Context, segment: Segment): SegmentQuestion => ({
  segment,
  nowMs: context.clock.nowMs(),
  today: today(context),
  yearFromMs: yearFromMs(context),
  tiers: shopOf(context).loyalty.tiers.map(({ tierId, fromMinor }) => ({ tierId, fromMinor })),
});
