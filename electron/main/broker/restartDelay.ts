const WINDOW_MS = 60_000;
const DEATHS_ALLOWED = 5;
const delaysMs = [0, 250, 1_000, 4_000] as const;

/** The deaths that still count against the engine at `nowMs`, with the one of now. */
export const deathsWithNow = (earlierAtMs: readonly number[], nowMs: number): readonly number[] => [
  ...earlierAtMs.filter((atMs) => nowMs - atMs < WINDOW_MS),
  nowMs,
];

/**
 * How long to wait before the engine is started again, given its deaths of the last minute; or
 * undefined when it has died too often to go on: something is wrong that a restart does not mend.
 */
export const restartDelayMs = (deathsAtMs: readonly number[]): number | undefined =>
  deathsAtMs.length >= DEATHS_ALLOWED ? undefined : delaysMs[deathsAtMs.length - 1];
