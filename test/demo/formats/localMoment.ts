const zoneMs = 7 * 3_600_000;

/** "2026-04-05 21:06:21", as a clock in Vietnam showed it. */
export const localMoment = (atMs: number): string =>
  new Date(atMs + zoneMs).toISOString().slice(0, 19).replace("T", " ");
