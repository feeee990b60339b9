import fc from "fast-check";
import { expect, test } from "vitest";
import {
  birthdaysConflict,
  daysToBirthday,
  isBirthday,
  readBirthday,
} from "../../../shared/domain/customer/birthday.ts";
import { err, ok } from "../../../shared/kernel/result.ts";

test.each([
  ["1990-05-12"],
  ["--05-12"],
  ["2000-02-29"],
  ["--02-29"],
  ["1900-01-01"],
])("%s is a birthday", (text) => {
  expect(isBirthday(text)).toBe(true);
});

test.each([
  ["1990-13-01"],
  ["1990-02-30"],
  ["2001-02-29"],
  ["--04-31"],
  ["1899-12-31"],
  ["90-05-12"],
  ["1990-5-12"],
  ["12/05/1990"],
  ["-05-12"],
  [""],
])("%s is none", (text) => {
  expect(isBirthday(text)).toBe(false);
});

test("nobody is born after today", () => {
  const refused = err({ kind: "BirthdayInvalid" });
  expect(readBirthday("2026-11-23", "2026-11-22")).toEqual(refused);
  expect(readBirthday(" 2026-11-22 ", "2026-11-22")).toEqual(ok("2026-11-22"));
  expect(readBirthday("--12-31", "2026-11-22")).toEqual(ok("--12-31"));
});

test.each([
  ["1990-11-22", "2026-11-22", 0],
  ["1990-11-28", "2026-11-22", 6],
  ["--11-21", "2026-11-22", 364],
  ["--01-01", "2026-12-31", 1],
  ["2000-02-29", "2026-02-27", 1],
  ["2000-02-29", "2026-02-28", 0],
  ["2000-02-29", "2028-02-28", 1],
  ["2000-02-29", "2027-03-01", 365],
])("%s is celebrated, from %s, in %i days", (birthday, today, days) => {
  expect(daysToBirthday(birthday, today)).toBe(days);
});

test("a birthday is at most a year away and comes one day nearer each day", () => {
  const day = fc
    .date({ min: new Date("1990-01-01"), max: new Date("2080-12-31"), noInvalidDate: true })
    .map((date) => date.toISOString().slice(0, 10));
  fc.assert(
    fc.property(day, day, (birthday, today) => {
      const days = daysToBirthday(birthday, today);
      expect(days).toBeGreaterThanOrEqual(0);
      expect(days).toBeLessThanOrEqual(365);
      const tomorrow = new Date(Date.parse(today) + 86_400_000).toISOString().slice(0, 10);
      if (days > 0) expect(daysToBirthday(birthday, tomorrow)).toBe(days - 1);
    }),
  );
});

test.each([
  ["1990-05-12", "1990-05-12", false],
  ["1990-05-12", "--05-12", false],
  ["1990-05-12", "1991-05-12", true],
  ["--05-12", "--05-13", true],
])("%s and %s contradict each other: %s", (left, right, conflict) => {
  expect(birthdaysConflict(left, right)).toBe(conflict);
});
