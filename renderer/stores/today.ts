import { nowMs } from "../rpc/clock.ts";
import { useSession } from "./session.ts";

const DAY_MS = 86_400_000;

/** Whole calendar days in the shop's time zone since `atMs`. */
export const daysSince = (atMs: number): number =>
  Math.max(0, Math.round((dayStart(today()) - dayStart(dayAt(atMs))) / DAY_MS));

/** Today in the shop's time zone, as YYYY-MM-DD. */
export const today = (): string => dayAt(nowMs());

/** The day `count` days after `day`. */
export const dayAfter = (day: string, count: number): string =>
  new Date(dayStart(day) + count * DAY_MS).toISOString().slice(0, 10);

/** How many days `toDay` comes after `fromDay`. */
export const daysBetween = (fromDay: string, toDay: string): number =>
  Math.round((dayStart(toDay) - dayStart(fromDay)) / DAY_MS);

export const isPast = (atMs: number): boolean => atMs <= nowMs();

const dayAt = (atMs: number): string => {
  const timeZone = useSession.getState().shop?.timezone ?? "Asia/Ho_Chi_Minh";
  // Swedish writes days as ISO does.
  return new Intl.DateTimeFormat("sv-SE", { timeZone }).format(atMs);
};

const dayStart = (day: string): number => Date.parse(`${day}T00:00:00Z`);
