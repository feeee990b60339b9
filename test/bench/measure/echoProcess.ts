import { fork } from "node:child_process";
import { fileURLToPath } from "node:url";

export type EchoProcess = {
  /** From now on every call is answered by `sample`. */
  readonly answerWith: (sample: unknown) => void;
  readonly call: (method: string, params: object) => Promise<unknown>;
  readonly close: () => void;
};

/** A child like the engine's that only answers. */
export const startEcho = (): EchoProcess => {
  const child = fork(fileURLToPath(new URL("./echo.ts", import.meta.url)), [], {
    stdio: ["ignore", "ignore", "inherit", "ipc"],
  });
  const waiting = new Map<number, (result: unknown) => void>();
  child.on("message", ({ id, result }: { readonly id: number; readonly result: unknown }) => {
    waiting.get(id)?.(result);
    waiting.delete(id);
  });
  let lastId = 0;
  return {
    answerWith: (sample) => {
      child.send({ sample });
    },
    call: (method, params) =>
      new Promise((resolve) => {
        lastId += 1;
        waiting.set(lastId, resolve);
        child.send({ jsonrpc: "2.0", id: lastId, method, params });
      }),
    close: () => child.disconnect(),
  };
};
