import { expect, test } from "vitest";
import { toldAgain } from "../../../shared/domain/customer/toldAgain.ts";

const known = { name: "Hà", birthday: "1990-05-17", note: "thích trà", tags: ["sỉ"] };

test.each([
  ["nothing but the name", { name: "Thu Hà" }, {}],
  ["what is known", known, {}],
  ["less of the birthday", { name: "Hà", birthday: "--05-17" }, {}],
  ["a note that the known one holds", { name: "Hà", note: "thích trà" }, {}],
  [
    "a note that stands in the known one by letters",
    { name: "Hà", note: "trà" },
    { note: "thích trà\ntrà" },
  ],
  ["another note", { name: "Hà", note: "hay đi chợ sớm" }, { note: "thích trà\nhay đi chợ sớm" }],
  ["a note for which there is no room", { name: "Hà", note: "x".repeat(2_000) }, {}],
  ["a tag more", { name: "Hà", tags: ["quen", "sỉ"] }, { tags: ["sỉ", "quen"] }],
] as const)("%s", (_, told, added) => {
  expect(toldAgain(known, told)).toEqual(added);
});

test("of a note of several lines each that is known is there, and none that says another thing", () => {
  const note = "không dị ứng sữa\nhay đi chợ sớm\nthích trà";
  const added = (told: string) => toldAgain({ name: "Hà", note }, { name: "Hà", note: told }).note;
  expect(added("hay đi chợ sớm\nthích trà")).toBeUndefined();
  expect(added("dị ứng sữa")).toBe(`${note}\ndị ứng sữa`);
});

test("what was missing is taken as it is told, the year of a birthday too", () => {
  const { name, birthday, note, tags } = known;
  expect(toldAgain({ name: "" }, known)).toEqual(known);
  expect(toldAgain({ name, note, tags, birthday: "--05-17" }, known)).toEqual({ birthday });
});

test("somebody with as many tags as there may be keeps those", () => {
  const tags = Array.from({ length: 20 }, (_, at) => `thẻ ${at}`);
  expect(toldAgain({ name: "Hà", tags }, { name: "Hà", tags: ["sỉ"] })).toEqual({});
});
