import { expect, test } from "vitest";
import { campaignLift } from "../../../shared/domain/lift/campaignLift.ts";
import { addDays } from "../../../shared/kernel/day.ts";
import { chance } from "./chance.ts";
import { type Drawn, diary, type Page } from "./diary.ts";
import { type Village, village } from "./village.ts";

const FROM = "2026-11-01";
const DAYS = 60;
const campaign = { fromDay: FROM, toDay: addDays(FROM, 45), horizonDays: 14 };

const isAlarm = (arms: Page, days: Parameters<typeof campaignLift>[1]): boolean => {
  const { kind } = campaignLift({ arms }, days).verdict;
  return kind === "helped" || kind === "cost";
};

/** How many of so many campaigns that do nothing are ever said to do something. */
const falseAlarms = (
  runs: number,
  of: Village,
  drawn: Drawn,
  isEver: (pages: Page[]) => boolean,
) => {
  const fate = chance(60);
  let alarms = 0;
  for (let run = 0; run < runs; run += 1) if (isEver(diary(fate, of, drawn, DAYS))) alarms += 1;
  return alarms / runs;
};

/** Looked at each evening from the first day on, and once more when all is over. */
const everyEvening = (pages: Page[]): boolean =>
  pages.some((arms, day) => isAlarm(arms, { ...campaign, today: addDays(FROM, day) })) ||
  pages.slice(-1).some((arms) => isAlarm(arms, { ...campaign, today: addDays(FROM, DAYS) }));

test.each<[string, Village, Drawn]>([
  ["a usual shop", village({ tail: 0.8 }), { issued: 200, heldOut: 50 }],
  ["a larger shop", village(), { issued: 2_000, heldOut: 220 }],
  ["a busy shop", village({ bustle: 4, tail: 0.6 }), { issued: 2_000, heldOut: 220 }],
  ["heavy tails", village({ tail: 1.2 }), { issued: 200, heldOut: 50 }],
])("nothing is said to help or cost when nothing does: %s", (_, of, drawn) => {
  expect(falseAlarms(500, of, drawn, everyEvening)).toBeLessThanOrEqual(0.05);
});

test("who calls the campaign over on each evening is fooled, so nobody may", () => {
  const asIfOver = (pages: Page[]) =>
    pages.some((arms, day) => {
      const toDay = addDays(FROM, day);
      return isAlarm(arms, { fromDay: FROM, toDay, horizonDays: 0, today: addDays(toDay, 1) });
    });
  const drawn = { issued: 2_000, heldOut: 220 };
  expect(falseAlarms(150, village(), drawn, asIfOver)).toBeGreaterThan(0.07);
});
