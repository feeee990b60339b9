import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { v7 as newId } from "uuid";
import { newConnection, startEngine } from "../../../electron/engine/hosts/startEngine.ts";
import { dispatch } from "../../../electron/engine/rpc/dispatch.ts";
import { bundledWorker } from "../../engine/bundledWorker.ts";
import { isRecord } from "./isRecord.ts";
import type { Ask } from "./openQuen.ts";

const KEY_HEX = "7b".repeat(32);

/** Lets `work` happen in a shop as if it were `atMs`, with the app not yet open on it. */
export const inThePast = async <T>(
  { dataDir, atMs }: { readonly dataDir: string; readonly atMs: number },
  work: (ask: Ask) => Promise<T>,
): Promise<T> => {
  const clock = { nowMs: () => atMs };
  const engine = startEngine({ dataDir, keyHex: KEY_HEX, clock, workerPath: bundledWorker });
  // The app opens a shop of the headless engine with the key that lies beside it.
  writeFileSync(join(dataDir, "shop.key"), KEY_HEX);
  const connection = newConnection(() => undefined);
  const ask: Ask = async (method, params = {}) => {
    const message = { jsonrpc: "2.0", id: 1, method, params: { requestId: newId(), ...params } };
    const response = await dispatch(engine, connection, message, () => undefined);
    const result = response && "result" in response ? response.result : undefined;
    if (!isRecord(result)) throw new Error(`${method}: ${JSON.stringify(response)}`);
    return result;
  };
  try {
    return await work(ask);
  } finally {
    await engine.close();
  }
};
