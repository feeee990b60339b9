import { expect, test } from "vitest";
import { daysToBirthday } from "../../../shared/domain/customer/birthday.ts";
import { birthdaysKept } from "../../../shared/domain/segment/birthdaysKept.ts";

test.each<[today: string, days: number, kept: readonly string[]]>([
  ["2026-02-27", 0, ["02-27"]],
  ["2026-02-28", 0, ["02-28", "02-29"]],
  ["2026-02-27", 2, ["02-27", "02-28", "02-29", "03-01"]],
  ["2028-02-28", 0, ["02-28"]],
  ["2028-02-28", 1, ["02-28", "02-29"]],
  ["2100-02-28", 0, ["02-28", "02-29"]],
  ["2026-12-31", 1, ["12-31", "01-01"]],
])("on %s, within %i days, these birthdays are kept: %j", (today, days, kept) => {
  expect(birthdaysKept(today, days, "solar")).toEqual(kept);
});

test("a birthday is kept on the day to which the profile counts", () => {
  for (const today of ["2026-02-01", "2027-12-20", "2028-02-20"]) {
    for (const birthday of ["02-28", "02-29", "03-01", "12-31", "01-01"]) {
      const days = daysToBirthday(`--${birthday}`, today);
      expect(birthdaysKept(today, days, "solar")).toContain(birthday);
      if (days > 0) expect(birthdaysKept(today, days - 1, "solar")).not.toContain(birthday);
    }
  }
});
