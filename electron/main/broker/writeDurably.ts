import { closeSync, copyFileSync, fsyncSync, openSync, renameSync, writeSync } from "node:fs";
import { dirname } from "node:path";
import { syncFile, syncFolder } from "../../disk/syncToDisk.ts";

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
  syncFile(to);
  syncFolder(dirname(to));
};
