import { closeSync, copyFileSync, fsyncSync, openSync, renameSync, writeSync } from "node:fs";
import { dirname } from "node:path";

/** On the disk under its name when it returns, or as it was before: a power cut leaves nothing between. */
export const writeDurably = (path: string, bytes: Buffer): void => {
  const file = openSync(`${path}.new`, "w", 0o600);
  try {
    writeSync(file, bytes);
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
  renameDurably(`${path}.new`, path);
};

/** The file may be on the disk and its new name not yet: the folder is put there too. */
export const renameDurably = (from: string, to: string): void => {
  renameSync(from, to);
  syncFolder(dirname(to));
};

export const copyDurably = (from: string, to: string): void => {
  copyFileSync(from, to);
  sync(to, "r+");
  syncFolder(dirname(to));
};

/** Windows and some sticks know no such thing of a folder, and keep names by themselves. */
const syncFolder = (path: string): void => {
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
