import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

/**
 * A disk of `size` in memory that goes with the test. Where none may be made, the test is told as
 * skipped, with the reason.
 */
export const onSmallDisk = async (
  context: { readonly skip: (why: string) => unknown },
  size: string,
  work: (disk: string) => Promise<void>,
): Promise<void> => {
  if (process.getuid?.() !== 0 || process.platform !== "linux") {
    // The reporter counts what was skipped and keeps the reason to itself.
    console.warn(`Not tried: ${NEEDS_ROOT}.`);
    context.skip(NEEDS_ROOT);
  }
  const disk = mkdtempSync(join(tmpdir(), "quen-small-disk-"));
  execFileSync("mount", ["-t", "tmpfs", "-o", `size=${size}`, "tmpfs", disk]);
  try {
    await work(disk);
  } finally {
    execFileSync("umount", ["-l", disk]);
    rmSync(disk, { recursive: true, force: true });
  }
};

const NEEDS_ROOT = "making a small disk to try this on needs root on Linux";

/** Changes how the disk is mounted: "ro", "rw", "size=512m". */
export const remount = (disk: string, how: string): void => {
  execFileSync("mount", ["-o", `remount,${how}`, disk]);
};
