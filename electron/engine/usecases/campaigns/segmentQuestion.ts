import { birthdaysKept } from "../../../../shared/domain/segment/birthdaysKept.ts";
import type { Segment } from "../../../../shared/domain/segment/segment.ts";
import { isBornOn } from "../../db/searchIndex.ts";
import { isInSegment } from "../../repositories/customerInSegment.ts";
import type { SegmentQuestion } from "../../repositories/figures/conditionSql.ts";
import { type Engine, shopOf, today } from "../context.ts";
import { yearFromMs } from "../customers/yearSpent.ts";

/** The segment with what it is measured by today. */
export const questionOf = (context: Engine, segment: Segment): SegmentQuestion => ({
  segment,
  nowMs: context.clock.nowMs(),
  today: today(context),
  yearFromMs: yearFromMs(context),
  tiers: shopOf(context).loyalty.tiers.map(({ tierId, fromMinor }) => ({ tierId, fromMinor })),
});

/** Whether one customer is in the segment now: asked at the till, in the middle of a sale. */
export const isInSegmentNow = (engine: Engine, segment: Segment, customerId: string): boolean => {
  const question = questionOf(engine, segment);
  return isInSegment(engine.stores.shop, {
    ...question,
    customerId,
    isBornWithin: (days, calendar) =>
      isBornOn(engine.stores.search.db, customerId, {
        days: birthdaysKept(question.today, days, calendar),
        calendar,
      }),
  });
};
