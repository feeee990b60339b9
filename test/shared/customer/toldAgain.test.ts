import { expect, test } from "vitest";
import { leftOutText } from "../../../shared/domain/customer/leftOutText.ts";
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
  ["a tag more", { name: "Hà", tags: ["quen", "sỉ"] }, { tags: ["sỉ", "quen"] }],
] as const)("%s", (_, told, added) => {
  expect(toldAgain(known, told)).toEqual({ added, leftOut: [] });
});

test("of a note of several lines each that is known is there, and none that says another thing", () => {
  const note = "không dị ứng sữa\nhay đi chợ sớm\nthích trà";
  const added = (told: string) =>
    toldAgain({ name: "Hà", note }, { name: "Hà", note: told }).added.note;
  expect(added("hay đi chợ sớm\nthích trà")).toBeUndefined();
  expect(added("dị ứng sữa")).toBe(`${note}\ndị ứng sữa`);
});

test("what was missing is taken as it is told, the year of a birthday too", () => {
  const { name, birthday, note, tags } = known;
  expect(toldAgain({ name: "" }, known).added).toEqual(known);
  expect(toldAgain({ name, note, tags, birthday: "--05-17" }, known).added).toEqual({ birthday });
});

const line = (letter: string, length: number) => letter.repeat(length);

test("of a note for which there is no room the lines that have room are kept, and the rest is counted", () => {
  const note = `${line("a", 900)}\n${line("b", 1_200)}\nthích trà\ndị ứng sữa`;
  const first = toldAgain(known, { name: "Hà", note });
  expect(first).toEqual({
    added: { note: `thích trà\n${line("a", 900)}\ndị ứng sữa` },
    leftOut: [{ field: "note", count: 1_200 }],
  });
  // Told once more, no line stands there twice.
  const again = toldAgain({ ...known, note: first.added.note }, { name: "Hà", note });
  expect(again).toEqual({ added: {}, leftOut: [{ field: "note", count: 1_200 }] });
});

test("a line is kept whole or not at all: half of it may say another thing", () => {
  expect(toldAgain(known, { name: "Hà", note: line("x", 2_000) })).toEqual({
    added: {},
    leftOut: [{ field: "note", count: 2_000 }],
  });
  const full = { ...known, note: line("a", 1_994) };
  expect(toldAgain(full, { name: "Hà", note: "béo 5" }).added.note).toHaveLength(2_000);
  expect(toldAgain(full, { name: "Hà", note: "béo 10" }).added.note).toBeUndefined();
});

test("somebody with as many tags as there may be keeps those, and the others are counted", () => {
  const tags = Array.from({ length: 19 }, (_, at) => `thẻ ${at}`);
  expect(toldAgain({ name: "Hà", tags }, { name: "Hà", tags: ["sỉ", "thẻ 3", "quen"] })).toEqual({
    added: { tags: [...tags, "sỉ"] },
    leftOut: [{ field: "tags", count: 1 }],
  });
});

test.each([
  [{ field: "note", count: 1 }, /1 ký tự/u, /1 character of the note/],
  [{ field: "note", count: 1_200 }, /1\.200 ký tự/u, /1,200 characters of the note/],
  [{ field: "tags", count: 2 }, /2 nhãn/u, /2 tags/],
] as const)("what found no room is said in both languages: %j", (leftOut, vi, en) => {
  expect(leftOutText(leftOut, "vi")).toMatch(vi);
  expect(leftOutText(leftOut, "en")).toMatch(en);
});
