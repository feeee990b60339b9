import { rename, rm, writeFile } from "node:fs/promises";
import type { SaveFailure } from "../../../shared/contract/shell.ts";

/**
 * Writes all of `bytes` to `path`, or nothing: what was there before stays as it was. Answers why
 * it could not, as far as the system's code tells.
 */
export const writeWhole = async (
  path: string,
  bytes: Uint8Array,
): Promise<SaveFailure | undefined> => {
  const unfinished = `${path}.part`;
  try {
    await writeFile(unfinished, bytes);
    await rename(unfinished, path);
    return undefined;
  } catch (error) {
    await rm(unfinished, { force: true }).catch(() => undefined);
    return saveFailure(error);
  }
};

const saveFailure = (error: unknown): SaveFailure => {
  const code = error instanceof Error && "code" in error ? String(error.code) : "";
  return failureByCode[code] ?? "failed";
};

const failureByCode: Readonly<Record<string, SaveFailure>> = {
  ENOSPC: "disk-full",
  EDQUOT: "disk-full",
  EACCES: "not-allowed",
  EPERM: "not-allowed",
  EROFS: "not-allowed",
  EBUSY: "in-use",
  ENOENT: "gone",
  ENOTDIR: "gone",
};
