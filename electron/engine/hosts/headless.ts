import { createInterface } from "node:readline";
import { StorageFault } from "../db/faults.ts";
import { dispatch } from "../rpc/dispatch.ts";
import { failure } from "../rpc/jsonRpc.ts";
import { headlessOptions } from "./headlessOptions.ts";
import { newConnection, type RunningEngine, startEngine } from "./startEngine.ts";

const LONGEST_LINE = 32 * 1024 * 1024;
const LOCKED = 3;
const FAILED = 1;

/**
 * The engine on standard input and output: one JSON object a line, nothing else on standard output.
 * Ends with 0 after the end of input, when all is answered and the files are closed; with 3 where
 * another engine has the shop.
 */
const main = async (): Promise<void> => {
  const log = (text: string) => process.stderr.write(`${text}\n`);
  const engine = open(log);
  if (!engine) return;
  const send = (message: unknown) => process.stdout.write(`${JSON.stringify(message)}\n`);
  const connection = newConnection((params) =>
    send({ jsonrpc: "2.0", method: "progress", params }),
  );
  const pending = new Set<Promise<void>>();
  const answer = async (line: string) => {
    const message = parse(line);
    if (message === undefined) {
      send(failure(null, -32700, "This line is not JSON."));
      return;
    }
    const response = await dispatch(engine, connection, message, (reference, method, error) =>
      log(
        `${reference} ${method} ${error instanceof Error ? (error.stack ?? error.message) : error}`,
      ),
    );
    if (response) send(response);
    if (engine.restore.isDue) lines.close();
  };

  const lines = createInterface({ input: process.stdin, crlfDelay: Number.POSITIVE_INFINITY });
  const parent = process.ppid;
  const orphaned = setInterval(() => {
    if (process.ppid !== parent) lines.close();
  }, 250);
  orphaned.unref();
  lines.on("line", (line) => {
    if (line.trim() === "") return;
    const one = answer(line).finally(() => pending.delete(one));
    pending.add(one);
  });
  await new Promise<void>((resolve) => lines.once("close", resolve));
  await Promise.all(pending);
  await engine.close();
  process.exitCode = 0;
};

const open = (log: (text: string) => void): RunningEngine | undefined => {
  try {
    return startEngine({ ...headlessOptions(process.argv.slice(2), process.env, log), log });
  } catch (error) {
    log(error instanceof Error ? error.message : String(error));
    const isLocked = error instanceof StorageFault && error.kind === "locked";
    process.exitCode = isLocked ? LOCKED : FAILED;
    return undefined;
  }
};

const parse = (line: string): unknown => {
  if (line.length > LONGEST_LINE) return undefined;
  try {
    return JSON.parse(line);
  } catch {
    return undefined;
  }
};

await main();
