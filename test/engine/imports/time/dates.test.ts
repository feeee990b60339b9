import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  type DateOrder,
  parseDate,
  provenBySequence,
  provenDateOrder,
} from "../../../../electron/engine/imports/time/parseDate.ts";
import { zoneOf } from "../../../../electron/engine/imports/time/zone.ts";

const hanoi = zoneOf("Asia/Ho_Chi_Minh");
const read = (text: string, dateOrder?: DateOrder) => {
  const parsed = parseDate(text, { zone: hanoi, dateOrder });
  return typeof parsed === "number" ? new Date(parsed).toISOString() : parsed;
};

describe("the forms that shops write are read", () => {
  test.each([
    ["2026-04-05 21:06:21 +0700", "2026-04-05T14:06:21.000Z"],
    ["2026-04-05T21:06:21-05:00", "2026-04-06T02:06:21.000Z"],
    ["2026-04-05T14:06:21Z", "2026-04-05T14:06:21.000Z"],
    ["2020-09-19T01:12:10.062Z", "2020-09-19T01:12:10.062Z"],
    ["2026-04-01T02:22:00.0000000", "2026-03-31T19:22:00.000Z"],
    ["2026-04-01 02:22", "2026-03-31T19:22:00.000Z"],
    ["2026-04-01", "2026-03-31T17:00:00.000Z"],
    ["2026/4/1 2:22", "2026-03-31T19:22:00.000Z"],
    ["01 Apr 2026 02:22", "2026-03-31T19:22:00.000Z"],
    ["Apr 5, 2026 9:06 PM", "2026-04-05T14:06:00.000Z"],
    ["13/08/2026 11:54:00", "2026-08-13T04:54:00.000Z"],
    ["12/15/2025 9:30:33 AM", "2025-12-15T02:30:33.000Z"],
    ["12/15/2025 12:30:33 AM", "2025-12-14T17:30:33.000Z"],
    ["12/15/2025 12:30:33 PM", "2025-12-15T05:30:33.000Z"],
    ["15-12-2025 09:30", "2025-12-15T02:30:00.000Z"],
    ["15.12.2025", "2025-12-14T17:00:00.000Z"],
    ["09:30 15/12/2025", "2025-12-15T02:30:00.000Z"],
    ["15/12/2025 9:30 CH", "2025-12-15T14:30:00.000Z"],
    ["05/05/2026", "2026-05-04T17:00:00.000Z"],
    ["46117.588", "2026-04-05T07:06:43.000Z"],
    ["46117", "2026-04-04T17:00:00.000Z"],
  ])("%s", (text, instant) => expect(read(text)).toBe(instant));
});

describe("what is no moment is unreadable", () => {
  test.each([
    "",
    "yesterday",
    "2026-02-30",
    "2025-02-29 10:00",
    "2026-13-01",
    "31/02/2026",
    "2026-04-05 24:00",
    "2026-04-05 10:60",
    "12/15/2025 13:30 PM",
    "12/15/2025 0:30 AM",
    "1899-12-30",
    "2150-01-01",
    "05/04/26",
    "1775397981",
    "2026-04-05T21:06:21+0700x",
    "32 Apr 2026",
    "01 Foo 2026",
  ])("%j", (text) => expect(read(text)).toBe("unreadable"));
});

test("day and month that could be either are ambiguous until somebody tells", () => {
  expect(read("01/08/2026")).toBe("ambiguous");
  expect(read("01/08/2026", "day-first")).toBe("2026-07-31T17:00:00.000Z");
  expect(read("01/08/2026", "month-first")).toBe("2026-01-07T17:00:00.000Z");
  expect(read("13/08/2026", "month-first")).toBe("2026-08-12T17:00:00.000Z");
});

test("a number above 12 and two moments in their order prove what comes first", () => {
  expect(provenDateOrder("13/08/2026")).toBe("day-first");
  expect(provenDateOrder("08/13/2026 10:00")).toBe("month-first");
  expect(provenDateOrder("08/12/2026")).toBeUndefined();
  expect(provenDateOrder("2026-08-13")).toBeUndefined();
  expect(provenBySequence("05/03/2026", "02/06/2026")).toBe("day-first");
  expect(provenBySequence("05/03/2026", "06/02/2026")).toBe("month-first");
  expect(provenBySequence("05/03/2026", "06/04/2026")).toBeUndefined();
});

describe("a zone's clocks that are moved", () => {
  const berlin = zoneOf("Europe/Berlin");
  const at = (text: string) => {
    const parsed = parseDate(text, { zone: berlin });
    return typeof parsed === "number" ? new Date(parsed).toISOString() : parsed;
  };
  test.each([
    ["2026-03-29 01:59", "2026-03-29T00:59:00.000Z"],
    ["2026-03-29 02:30", "2026-03-29T01:30:00.000Z"],
    ["2026-03-29 03:00", "2026-03-29T01:00:00.000Z"],
    ["2026-10-25 02:30", "2026-10-25T00:30:00.000Z"],
    ["2026-10-25 03:00", "2026-10-25T02:00:00.000Z"],
    ["2026-07-01 12:00", "2026-07-01T10:00:00.000Z"],
  ])("%s in Berlin is %s", (text, instant) => expect(at(text)).toBe(instant));
});

test("an instant shown on a zone's clock is read back, but for the hour that is shown twice", () => {
  const zones = ["Asia/Ho_Chi_Minh", "America/New_York", "Australia/Lord_Howe", "Asia/Kathmandu"];
  const instants = fc.integer({
    min: Date.UTC(1995, 0, 1) / 60_000,
    max: Date.UTC(2035, 0, 1) / 60_000,
  });
  fc.assert(
    fc.property(fc.constantFrom(...zones), instants, (timeZone, minute) => {
      const shown = new Date(minute * 60_000).toLocaleString("sv-SE", { timeZone });
      const parsed = parseDate(shown, { zone: zoneOf(timeZone) });
      const again = new Date(parsed === "unreadable" || parsed === "ambiguous" ? 0 : parsed);
      expect(again.toLocaleString("sv-SE", { timeZone })).toBe(shown);
    }),
  );
});
