import fc from "fast-check";
import { expect, test } from "vitest";
import {
  byGivenName,
  cleanName,
  givenName,
  initials,
} from "../../../shared/domain/customer/customerName.ts";
import { finish } from "../../../shared/kernel/steps.ts";

test.each([
  ["  Nguyễn  Thị\tHà \n", "Nguyễn Thị Hà"],
  ["Nguyễn".normalize("NFD"), "Nguyễn"],
  ["Hà\u202egpj.exe", "Hàgpj.exe"],
  ["H\u0000à\u200b", "H à"],
  ["\ufeff \u2066", ""],
  ["<script>alert(1)</script>", "<script>alert(1)</script>"],
])("%j is kept as %j", (typed, name) => {
  expect(cleanName(typed)).toBe(name);
});

test("a name is cut after 120 characters, never within one", () => {
  expect(cleanName("Ễ".repeat(121))).toBe("Ễ".repeat(120));
  expect(cleanName("😀".repeat(121))).toBe("😀".repeat(120));
});

test("a clean name is short, on one line, and clean again", () => {
  fc.assert(
    fc.property(fc.string({ unit: "binary", maxLength: 300 }), (typed) => {
      const name = cleanName(typed);
      expect([...name].length).toBeLessThanOrEqual(120);
      expect(name).not.toMatch(/\p{Cc}|\p{Cs}|[\u202a-\u202e\u2066-\u2069]/u);
      expect(cleanName(name)).toBe(name);
    }),
  );
});

test.each([
  ["Nguyễn Thị Thu Hà", "Hà", "Hà"],
  ["Trần Quang", "Quang", "TQ"],
  ["Chị Nguyễn Thảo (mẹ Bin)", "Thảo", "CT"],
  ["Đỗ Đức, giao buổi tối", "Đức", "Đức"],
  ["Khánh", "Khánh", "K"],
  ["", "", ""],
])("%s is greeted as %s, drawn as %s", (name, given, letters) => {
  expect(givenName(name)).toBe(given);
  expect(initials(name)).toBe(letters);
});

test.each([
  ["Nguyễn Thị Mai 🎉", "Mai"],
  ["Chị Lan 2", "Lan"],
  ["Anh Nam 0908 123 456", "Nam"],
  ["Bé Na ❤️ (mẹ Bin)", "Na"],
  ["🎉", "🎉"],
  ["88", "88"],
])("a word of figures or pictures is no name: %j is greeted as %j", (name, given) => {
  expect(givenName(name)).toBe(given);
});

test("where the given name comes first it is the first word", () => {
  expect(givenName("Mary Jane Smith", "given-first")).toBe("Mary");
  expect(initials("Mary Jane Smith", "given-first")).toBe("MS");
});

test("names stand by given name, in the order of the Vietnamese alphabet", () => {
  const names = ["Lê Ân", "Trần Dũng", "Đỗ Anh", "Nguyễn Đức", "Bùi Anh", "Phạm Ánh", "Cao Anh"];
  expect(finish(byGivenName(names, String))).toEqual([
    "Bùi Anh",
    "Cao Anh",
    "Đỗ Anh",
    "Phạm Ánh",
    "Lê Ân",
    "Trần Dũng",
    "Nguyễn Đức",
  ]);
});

test("who is called the same stands together, whatever the family: a tone is another name", () => {
  const names = ["Trần Hà", "Lê Há", "Bùi Hà"];
  expect(finish(byGivenName(names, String))).toEqual(["Bùi Hà", "Trần Hà", "Lê Há"]);
});

test("people of one name stay as they stood", () => {
  const people = ["b", "a", "c"].map((id) => ({ id, name: "Vũ Lan" }));
  expect(finish(byGivenName(people, ({ name }) => name))).toEqual(people);
});
