import { dispatch } from "../rpc/dispatch.ts";
import { pause } from "../usecases/pause.ts";
import { openFailure } from "./openFailure.ts";
import { type Send, sendInParts } from "./sendInParts.ts";
import { newConnection, type RunningEngine, startEngine } from "./startEngine.ts";

/** What the window's process says first, and last. All between are JSON-RPC objects. */
type Control =
  | { readonly kind: "open"; readonly dataDir: string; readonly keyHex: string }
  | { readonly kind: "close" };

/** The line to the parent: a utility process's port, or a forked Node's channel. */
type Port = {
  readonly send: Send;
  readonly listen: (onMessage: (message: unknown) => void) => void;
};

type ParentPort = {
  readonly postMessage: (message: unknown) => void;
  readonly on: (event: "message", listener: (event: { readonly data: unknown }) => void) => void;
};

const parentPort = (): Port => {
  // Electron gives its utility processes this port; its types come only with Electron itself.
  const utility = (process as unknown as { parentPort?: ParentPort }).parentPort;
  if (utility) {
    return {
      send: async (message) => {
        utility.postMessage(message);
        await pause();
      },
      listen: (onMessage) => utility.on("message", ({ data }) => onMessage(data)),
    };
  }
  return {
    // Where the parent has gone nothing is written; its end is told by "disconnect".
    send: (message) => new Promise((taken) => process.send?.(message, () => taken())),
    listen: (onMessage) => process.on("message", onMessage),
  };
};

const port = parentPort();
let engine: RunningEngine | undefined;
const connection = newConnection((params) => {
  void port.send({ jsonrpc: "2.0", method: "progress", params });
});
const log = (text: string) => process.stderr.write(`${text}\n`);

const open = ({ dataDir, keyHex }: { readonly dataDir: string; readonly keyHex: string }): void => {
  try {
    engine = startEngine({ dataDir, keyHex, log });
    void port.send({ kind: "ready" });
  } catch (error) {
    const failure = openFailure(error);
    log(failure.message);
    void port.send(failure);
  }
};

const close = async (): Promise<void> => {
  await engine?.close();
  process.exit(0);
};

const answer = async (message: unknown): Promise<void> => {
  if (!engine) return;
  const response = await dispatch(engine, connection, message, (reference, method, error) =>
    log(
      `${reference} ${method} ${error instanceof Error ? (error.stack ?? error.message) : error}`,
    ),
  );
  if (response) await sendInParts(port.send, response);
  if (engine.restore.isDue) void close();
};

const isControl = (message: unknown): message is Control =>
  typeof message === "object" && message !== null && "kind" in message && !("jsonrpc" in message);

port.listen((message) => {
  if (!isControl(message)) void answer(message);
  else if (message.kind === "open") open(message);
  else void close();
});
process.on("disconnect", () => void close());
