import type { WriteDb } from "../../../electron/engine/db/connection.ts";

const A_BATCH = 50_000;

/** Runs `one` for 0 to `count` - 1, each some ten thousand in one transaction of every file. */
export const inBatches = (
  files: readonly WriteDb[],
  count: number,
  one: (index: number) => void,
): void => {
  for (let from = 0; from < count; from += A_BATCH) {
    for (const file of files) file.exec("BEGIN IMMEDIATE");
    for (let index = from; index < Math.min(count, from + A_BATCH); index += 1) one(index);
    for (const file of files) file.exec("COMMIT");
  }
};
