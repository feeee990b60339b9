import { ok } from "../../../../shared/kernel/result.ts";
import type { Context, UseCase } from "../context.ts";
import { openIdentities, openName } from "../customers/people.ts";
import { checkSegment, segmentWordsOf } from "./plan.ts";
import { questionOf } from "./segmentQuestion.ts";

/** Who would be meant: how many, how many of them can be reached, and the latest visitors. */
export const previewSegment: UseCase<"segment.preview"> = async (context, { segment, limit }) => {
  const checked = checkSegment(context, segment);
  if (!checked.ok) return checked;
  const question = questionOf(context, segment);
  const { counted, sample } = await context.worker.previewSegment({ question, limit });
  const { count, ...reachable } = counted;
  return ok({
    count,
    sample: sample.map(({ customerId, lastAtMs, spentMinor }) => ({
      customerId,
      name: openName(context, customerId),
      ...phoneOf(context, customerId),
      ...(lastAtMs === 0 ? {} : { lastPurchaseAtMs: lastAtMs }),
      spentMinor: Math.max(0, spentMinor),
    })),
    text: segmentWordsOf(context, segment),
    reachable,
  });
};

const phoneOf = (context: Context, customerId: string): { phone?: string } => {
  const phone = openIdentities(context, customerId).find(({ kind }) => kind === "phone");
  return phone ? { phone: phone.value } : {};
};
