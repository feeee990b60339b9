import { addDays } from "../../kernel/day.ts";
import { lunarBirthdaysOn } from "../calendar/lunar.ts";
import { birthdaysCelebratedOn } from "../customer/birthday.ts";

/** The birthdays ("MM-DD" by `calendar`) that are kept from `today` until `days` later. */
export const birthdaysKept = (
  today: string,
  days: number,
  calendar: "solar" | "lunar",
): readonly string[] =>
  Array.from({ length: days + 1 }, (_, ahead) => addDays(today, ahead)).flatMap((day) =>
    calendar === "lunar" ? lunarBirthdaysOn(day) : birthdaysCelebratedOn(day),
  );
