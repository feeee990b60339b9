import { closeSync, fsyncSync, openSync } from "node:fs";

/** What was written to the file survives a power cut from here on. */
export const syncFile = (path: string): void => sync(path, "r+");

/**
 * So does what was renamed, made or removed in the folder: its file may be on the disk, and its name not
 * yet (https://man7.org/linux/man-pages/man2/fsync.2.html). Windows and some sticks know no such thing of a
 * folder, and keep names by themselves.
 */
export const syncFolder = (path: string): void => {
  try {
    sync(path, "r");
  } catch (error) {
    if (!isUnknownOfFolders(error)) throw error;
  }
};

const sync = (path: string, how: "r" | "r+"): void => {
  const file = openSync(path, how);
  try {
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
};

const isUnknownOfFolders = (error: unknown): boolean =>
  error instanceof Error &&
  "code" in error &&
  ["EPERM", "EISDIR", "EINVAL", "ENOTSUP", "EACCES"].includes(String(error.code));
