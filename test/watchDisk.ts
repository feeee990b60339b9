import fs from "node:fs";
import { syncBuiltinESMExports } from "node:module";
import { basename } from "node:path";
import { onTestFinished, vi } from "vitest";

/** What is put on the disk, and what is renamed or removed, in the order in which it is done. */
export const watchDisk = (folder: string): readonly string[] => {
  const seen: string[] = [];
  const nameOf = (path: unknown) => (path === folder ? "the folder" : basename(String(path)));
  const pathByFile = new Map<number, unknown>();
  const { openSync, fsyncSync, renameSync, rmSync } = fs;
  vi.spyOn(fs, "openSync").mockImplementation((path, ...how) => {
    const file = openSync(path, ...how);
    pathByFile.set(file, path);
    return file;
  });
  vi.spyOn(fs, "fsyncSync").mockImplementation((file) => {
    seen.push(`sync ${nameOf(pathByFile.get(file))}`);
    fsyncSync(file);
  });
  vi.spyOn(fs, "renameSync").mockImplementation((from, to) => {
    seen.push(`rename to ${nameOf(to)}`);
    renameSync(from, to);
  });
  vi.spyOn(fs, "rmSync").mockImplementation((path, options) => {
    if (fs.existsSync(path)) seen.push(`remove ${nameOf(path)}`);
    rmSync(path, options);
  });
  syncBuiltinESMExports();
  onTestFinished(() => {
    vi.restoreAllMocks();
    syncBuiltinESMExports();
  });
  return seen;
};
