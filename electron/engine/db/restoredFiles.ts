import { existsSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { syncFile, syncFolder } from "../../disk/syncToDisk.ts";

const MARKER = "restore.ready";
// Locking a copy anew keeps a journal, which a cut leaves beside it.
const SUFFIXES = ["", "-wal", "-shm", "-journal"] as const;
const RESTORED = ["shop.db", "keys.db"] as const;
const DERIVED = ["search.db", "figures.db"] as const;

/** Where a restored file waits to take the place of the shop's own. */
export const waitingFile = (dataDir: string, name: (typeof RESTORED)[number]): string =>
  join(dataDir, `${name}.restored`);

export const dropWaitingFiles = (dataDir: string): void => {
  for (const name of RESTORED) dropWaitingFile(dataDir, name);
  dropCopiesAside(dataDir);
};

export const dropWaitingFile = (dataDir: string, name: (typeof RESTORED)[number]): void => {
  for (const suffix of SUFFIXES) rmSync(waitingFile(dataDir, name) + suffix, { force: true });
};

/** What a migration put aside of a waiting file: the backup itself is that still. */
const dropCopiesAside = (dataDir: string): void => {
  const isCopy = (name: string) =>
    RESTORED.some((one) => name.startsWith(`${one}.restored.before-`));
  for (const name of readdirSync(dataDir).filter(isCopy)) rmSync(join(dataDir, name));
};

/** From here on the next start puts the waiting files in place, also after a power cut. */
export const markRestored = (dataDir: string, atMs: number): void => {
  dropCopiesAside(dataDir);
  for (const name of RESTORED) syncIfThere(waitingFile(dataDir, name));
  const part = join(dataDir, `${MARKER}.part`);
  writeFileSync(part, String(atMs));
  syncFile(part);
  // The waiting files' own names before the marker that speaks of them.
  syncFolder(dataDir);
  renameSync(part, join(dataDir, MARKER));
  syncFolder(dataDir);
};

/**
 * Puts restored files in the place of the shop's, which stay beside them as `…replaced-<instant>`;
 * what is derived is made anew. Run before anything is opened; cut in the middle, the next start goes
 * on. Without a marker, what waits was not ready and is dropped.
 */
export const finishRestore = (dataDir: string): void => {
  const marker = join(dataDir, MARKER);
  if (!existsSync(marker)) {
    dropWaitingFiles(dataDir);
    return;
  }
  const atMs = markedAtMs(marker);
  for (const name of RESTORED) {
    const waiting = waitingFile(dataDir, name);
    if (!existsSync(waiting)) continue;
    const own = join(dataDir, name);
    // The log first: a file without its log is older than it was, a log without its file is nothing.
    for (const suffix of [...SUFFIXES].reverse()) {
      if (existsSync(own + suffix)) renameSync(own + suffix, `${own}.replaced-${atMs}${suffix}`);
    }
    renameSync(waiting, own);
  }
  for (const name of DERIVED) {
    for (const suffix of SUFFIXES) rmSync(join(dataDir, name) + suffix, { force: true });
  }
  // All is in its place before the marker goes: without it, what waits is dropped.
  syncFolder(dataDir);
  rmSync(marker);
};

const markedAtMs = (marker: string): string => {
  const text = readFileSync(marker, "utf8").trim();
  return /^\d+$/.test(text) ? text : "0";
};

const syncIfThere = (path: string): void => {
  if (existsSync(path)) syncFile(path);
};
