import { readFileSync, statSync } from "node:fs";
import { join } from "node:path";

/**
 * What is not in `folder` though the demo should have left it there: the names of `files` that are
 * absent or empty, and of `figures` that `summary.json` does not tell.
 */
export const missingFrom = (
  folder: string,
  { files, figures }: { readonly files: readonly string[]; readonly figures: readonly string[] },
): readonly string[] => {
  const isEmpty = (name: string) =>
    (statSync(join(folder, name), { throwIfNoEntry: false })?.size ?? 0) === 0;
  const summary = isEmpty(SUMMARY) ? {} : JSON.parse(readFileSync(join(folder, SUMMARY), "utf8"));
  return [
    ...[...files, SUMMARY].filter(isEmpty),
    // JSON has no NaN: a figure that could not be worked out is null there.
    ...figures.filter((name) => summary[name] === undefined || summary[name] === null),
  ];
};

const SUMMARY = "summary.json";
