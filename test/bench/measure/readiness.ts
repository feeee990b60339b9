import { openBenchEngine } from "./engineProcess.ts";

/**
 * From the start of the engine's process to the answer of its first lookup, the sign-in between
 * them included: once after a clean end, once after a kill that left its log behind.
 */
export const readiness = async (dataDir: string) => {
  const readyMs = await startToLookup(dataDir);
  const killed = await openBenchEngine(dataDir);
  await killed.kill();
  return { readyMs, readyAfterKillMs: await startToLookup(dataDir) };
};

const startToLookup = async (dataDir: string): Promise<number> => {
  const startedMs = performance.now();
  const engine = await openBenchEngine(dataDir);
  await engine.call("customer.search", { text: "0912" });
  const readyMs = Math.round(performance.now() - startedMs);
  await engine.close();
  return readyMs;
};
