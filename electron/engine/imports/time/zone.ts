/** The offset of a time zone from UTC, by instant. */
export type Zone = { readonly instantOf: (localMs: number) => number };

const dayMs = 86_400_000;

/**
 * The zone of an IANA name. `instantOf` takes a wall-clock time written as if it were UTC. A time
 * that the clocks skipped is moved on by the gap; one that they showed twice is the first.
 */
export const zoneOf = (timeZone: string): Zone => {
  const offsetAt = cachedOffset(timeZone);
  const instantOf = (localMs: number): number => {
    const before = localMs - offsetAt(localMs - dayMs);
    const after = localMs - offsetAt(localMs + dayMs);
    if (before === after) return before;
    const fits = [before, after].filter((instant) => instant + offsetAt(instant) === localMs);
    return fits.length === 0 ? before : Math.min(...fits);
  };
  return { instantOf };
};

/** Asking Intl takes microseconds; nearly all days keep one offset, so a day is asked once. */
const cachedOffset = (timeZone: string): ((utcMs: number) => number) => {
  const askOffset = offsetByIntl(timeZone);
  const offsetByDay = new Map<number, number | "changes">();
  return (utcMs) => {
    const day = Math.floor(utcMs / dayMs);
    let offset = offsetByDay.get(day);
    if (offset === undefined) {
      const atStart = askOffset(day * dayMs);
      offset = atStart === askOffset((day + 1) * dayMs) ? atStart : "changes";
      offsetByDay.set(day, offset);
    }
    return offset === "changes" ? askOffset(utcMs) : offset;
  };
};

const offsetByIntl = (timeZone: string): ((utcMs: number) => number) => {
  const format = new Intl.DateTimeFormat("en-US", {
    timeZone,
    hourCycle: "h23",
    year: "numeric",
    month: "numeric",
    day: "numeric",
    hour: "numeric",
    minute: "numeric",
    second: "numeric",
  });
  return (utcMs) => {
    const parts = new Map(format.formatToParts(utcMs).map(({ type, value }) => [type, +value]));
    const part = (type: Intl.DateTimeFormatPartTypes) => parts.get(type) ?? 0;
    const local = Date.UTC(
      part("year"),
      part("month") - 1,
      part("day"),
      part("hour"),
      part("minute"),
      part("second"),
    );
    return local - Math.floor(utcMs / 1_000) * 1_000;
  };
};
