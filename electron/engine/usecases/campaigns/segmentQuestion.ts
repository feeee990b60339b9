import { lunarBirthdaysOn } from "../../../../shared/domain/calendar/lunar.ts";
import type { Segment } from "../../../../shared/domain/segment/segment.ts";
import { addDays } from "../../../../shared/kernel/day.ts";
import { customersBornOn } from "../../db/searchIndex.ts";
import type { SegmentQuestion } from "../../repositories/segments.ts";
import { type Context, shopOf, today } from "../context.ts";
import { yearFromMs } from "../customers/yearSpent.ts";

/** The segment with what it is measured by today. */
export const questionOf = (context: Context, segment: Segment): SegmentQuestion => ({
  segment,
  nowMs: context.clock.nowMs(),
  today: today(context),
  yearFromMs: yearFromMs(context),
  tiers: shopOf(context).loyalty.tiers,
  bornWithin: (days, calendar) => {
    const first = today(context);
    const civilDays = Array.from({ length: days + 1 }, (_, ahead) => addDays(first, ahead));
    const kept = (day: string) => (calendar === "lunar" ? lunarBirthdaysOn(day) : [day.slice(-5)]);
    return customersBornOn(context.stores.search.db, civilDays.flatMap(kept), calendar);
  },
});
