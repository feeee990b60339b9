import { err, ok } from "../../../../shared/kernel/result.ts";
import { findSavedSegment, listSavedSegments } from "../../repositories/savedSegments.ts";
import { localeOf, record, shopOf, type UseCase } from "../context.ts";
import { pageOf } from "../page.ts";
import { checkSegment, segmentWordsOf } from "./plan.ts";

export const saveSegment: UseCase<"segment.save"> = (context, input) => {
  const checked = checkSegment(context, input.segment);
  if (!checked.ok) return checked;
  const isUnknown = input.segmentId !== undefined && !findSavedSegment(context.db, input.segmentId);
  if (isUnknown) return err({ kind: "SegmentUnknown" });
  const segmentId = input.segmentId ?? context.ids.newId();
  record(context, {
    kind: "segment.saved",
    segmentId,
    name: input.name,
    segment: JSON.stringify(input.segment),
    changedAtMs: context.clock.nowMs(),
  });
  return ok({ segmentId });
};

export const listSegments: UseCase<"segment.list"> = (context, { limit, next }) => {
  const { loyalty } = shopOf(context);
  const locale = localeOf(context);
  const after = next === undefined ? undefined : findSavedSegment(context.db, next);
  const { rows, goesOnBehind: last } = pageOf(limit, (most) =>
    listSavedSegments(context.db, { limit: most, after }),
  );
  return ok({
    segments: rows.map((row) => {
      const segment = JSON.parse(row.segment);
      return { ...row, segment, text: segmentWordsOf(context, segment) };
    }),
    tiers: loyalty.tiers.map(({ tierId, name }) => ({ tierId, name: name[locale] })),
    ...(last ? { next: last.segmentId } : {}),
  });
};

export const removeSegment: UseCase<"segment.remove"> = (context, { segmentId }) => {
  if (!findSavedSegment(context.db, segmentId)) return err({ kind: "SegmentUnknown" });
  record(context, { kind: "segment.removed", segmentId });
  return ok({});
};
