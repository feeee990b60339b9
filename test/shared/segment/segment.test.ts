import { expect, test } from "vitest";
import {
  type Condition,
  type SegmentProblem,
  segmentProblems,
} from "../../../shared/domain/segment/segment.ts";

test.each<[string, Condition, SegmentProblem["kind"] | undefined]>([
  ["a range with one end", { kind: "recencyDays", min: 30 }, undefined],
  ["a range with both ends", { kind: "purchaseCount", min: 1, max: 1, withinDays: 90 }, undefined],
  ["a range with no end", { kind: "pointsBalance" }, "RangeOpen"],
  ["a range from high to low", { kind: "spentMinor", min: 500, max: 100 }, "RangeReversed"],
  ["half a purchase", { kind: "purchaseCount", min: 0.5 }, "NumberInvalid"],
  ["less than nothing", { kind: "spentMinor", min: -1 }, "NumberInvalid"],
  ["goods", { kind: "boughtSku", any: ["CF-1"] }, undefined],
  ["no goods", { kind: "notBoughtCategory", any: [] }, "NothingNamed"],
  ["nameless goods", { kind: "boughtCategory", any: [" "] }, "NothingNamed"],
  ["no days", { kind: "notBoughtSku", any: ["CF-1"], withinDays: 0 }, "NumberInvalid"],
  ["points that expire today", { kind: "pointsExpiring", withinDays: 0 }, undefined],
  ["half a point", { kind: "pointsExpiring", withinDays: 9, min: 0.5 }, "NumberInvalid"],
  ["points of the past", { kind: "pointsExpiring", withinDays: -1 }, "NumberInvalid"],
  ["a cart of no days", { kind: "cartLeftOnline", withinDays: 0 }, "NumberInvalid"],
  ["no tier", { kind: "tier", any: [] }, "NothingNamed"],
  ["one's own rhythm", { kind: "lapsedAgainstOwnRhythm", times: 1 }, undefined],
  ["a birthday today", { kind: "birthdayWithinDays", days: 0 }, undefined],
  ["a birthday in the past", { kind: "birthdayWithinDays", days: -1 }, "NumberInvalid"],
  ["one and a half rhythms", { kind: "lapsedAgainstOwnRhythm", times: 1.5 }, undefined],
  ["no rhythm at all", { kind: "lapsedAgainstOwnRhythm", times: Number.NaN }, "NumberInvalid"],
  ["a channel", { kind: "channel", channel: "both" }, undefined],
  ["a consent", { kind: "consent", purpose: "marketing", channel: "sms" }, undefined],
])("%s: %j has the problem %s", (_case, condition, problem) => {
  const kinds = (segment: Parameters<typeof segmentProblems>[0]) =>
    segmentProblems(segment).map(({ kind }) => kind);
  const expected = problem === undefined ? [] : [problem];
  expect(kinds({ all: [condition] })).toEqual(expected);
  expect(kinds({ any: [condition] })).toEqual(expected);
});

test("everyone is a segment, and each problem tells its place", () => {
  const good: Condition = { kind: "recencyDays", max: 30 };
  const bad: Condition = { kind: "recencyDays" };
  expect(segmentProblems({})).toEqual([]);
  expect(segmentProblems({ all: [good, bad], any: [bad] })).toEqual([
    { at: "all.1", kind: "RangeOpen" },
    { at: "any.0", kind: "RangeOpen" },
  ]);
});
