import { fileURLToPath } from "node:url";

/**
 * The program of the engine's threads as it ships. From sources each thread would take the types off by
 * a WebAssembly of its own, and where several come and go V8 now and then ends the process for it.
 */
export const bundledWorker = fileURLToPath(
  new URL("../../build/out/engine/worker.mjs", import.meta.url),
);
