import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

/** Whatever the tests write to the system's folder for temporary files lies in one that goes with the run. */
export default function ownTemp(): () => void {
  const folder = mkdtempSync(join(tmpdir(), "quen-tests-"));
  // The first is read on Linux and macOS, the others on Windows.
  for (const name of ["TMPDIR", "TEMP", "TMP"]) process.env[name] = folder;
  return () => rmSync(folder, { recursive: true, force: true });
}
