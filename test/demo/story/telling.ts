import { stripVTControlCharacters } from "node:util";

/** Runs one step of the demo and says so; what goes wrong is told with the step in which it did. */
export const step = async <T>(sentence: string, work: () => Promise<T>): Promise<T> => {
  const startedAtMs = performance.now();
  try {
    const value = await work();
    say(`✓ ${sentence} (${seconds(performance.now() - startedAtMs)} s)`);
    return value;
  } catch (error) {
    if (error instanceof DemoStopped) throw error;
    throw new DemoStopped(sentence, error);
  }
};

/** A step did not show what it should. */
export class DemoStopped extends Error {
  constructor(sentence: string, cause: unknown) {
    const why = cause instanceof Error ? stripVTControlCharacters(cause.message) : String(cause);
    super(`The demo stopped at “${sentence}”: ${why}`, { cause });
  }
}

/** Holds what a person would check by eye. */
export const check = (isTrue: boolean, sentence: string): void => {
  if (!isTrue) throw new Error(sentence);
};

export const say = (line: string): void => {
  process.stdout.write(`${line}\n`);
};

const seconds = (ms: number): string => (ms / 1_000).toFixed(1);
