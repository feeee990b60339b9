import { ok } from "../../../../shared/kernel/result.ts";
import { countSegment, listSegment } from "../../repositories/segments.ts";
import type { UseCase } from "../context.ts";
import { openIdentities, openName } from "../customers/people.ts";
import { checkSegment, segmentWordsOf } from "./plan.ts";
import { questionOf } from "./segmentQuestion.ts";

/** Who would be meant: how many, how many of them can be reached, and the latest visitors. */
export const previewSegment: UseCase<"segment.preview"> = async (context, input) => {
  const { segment, limit } = input;
  const checked = checkSegment(segment);
  if (!checked.ok) return checked;
  const question = questionOf(context, segment);
  return ok({
    count: countSegment(context.db, question),
    sample: listSegment(context.db, question, limit).map((customerId) => {
      const phone = openIdentities(context, customerId).find(({ kind }) => kind === "phone");
      return {
        customerId,
        name: openName(context, customerId),
        ...(phone ? { phone: phone.value } : {}),
      };
    }),
    text: segmentWordsOf(context, segment),
    reachable: { print: 0, sms: 0, zalo: 0, email: 0, phone: 0 },
  });
};
