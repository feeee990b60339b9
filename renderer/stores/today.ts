import { dayOf, daysBetween } from "../../shared/kernel/day.ts";
import { nowMs } from "../rpc/clock.ts";
import { useSession } from "./session.ts";

export { addDays as dayAfter, daysBetween } from "../../shared/kernel/day.ts";

/** Whole calendar days in the shop's time zone since `atMs`. */
export const daysSince = (atMs: number): number => Math.max(0, daysBetween(dayAt(atMs), today()));

/** Today in the shop's time zone, as YYYY-MM-DD. */
export const today = (): string => dayAt(nowMs());

const dayAt = (atMs: number): string =>
  dayOf(atMs, useSession.getState().shop?.timezone ?? "Asia/Ho_Chi_Minh");
