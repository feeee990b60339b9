import { execFileSync } from "node:child_process";
import { statSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { openBenchEngine, startEngineProcess } from "./engineProcess.ts";

const STARTS = 5;

/**
 * From the start of the engine's process to the answer of its first lookup, for somebody who was
 * signed in before it ended: after a clean end, and after a kill that left a log of 64 MB behind.
 * The middle of five starts each.
 */
export const readiness = async (dataDir: string) => {
  const sessionToken = await signIn(dataDir);
  const clean: number[] = [];
  const killed: number[] = [];
  let logMb = 0;
  for (let start = 0; start < STARTS; start += 1) {
    clean.push(await startToLookup(dataDir, sessionToken));
    logMb = leaveLog(dataDir);
    killed.push(await startToLookup(dataDir, sessionToken));
  }
  return { readyMs: middle(clean), readyAfterKillMs: middle(killed), logMb };
};

const signIn = async (dataDir: string): Promise<string> => {
  const engine = await openBenchEngine(dataDir);
  await engine.close();
  return engine.sessionToken;
};

const startToLookup = async (dataDir: string, sessionToken: string): Promise<number> => {
  const startedMs = performance.now();
  const engine = await startEngineProcess(dataDir);
  await engine.call("session.resume", { sessionToken });
  await engine.call("customer.search", { text: "0912" });
  const readyMs = Math.round(performance.now() - startedMs);
  await engine.close();
  return readyMs;
};

/** The log's size in megabytes as a killed writer left it. */
const leaveLog = (dataDir: string): number => {
  const script = fileURLToPath(new URL("./leaveLog.ts", import.meta.url));
  try {
    execFileSync(process.execPath, [script, dataDir], { stdio: ["ignore", "ignore", "inherit"] });
  } catch {
    // It kills itself.
  }
  return Math.round(statSync(join(dataDir, "shop.db-wal")).size / 1_048_576);
};

const middle = (all: readonly number[]): number =>
  all.toSorted((left, right) => left - right)[Math.floor(all.length / 2)] ?? Number.NaN;
