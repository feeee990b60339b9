import { StorageFault } from "../db/faults.ts";
import { failure, type RpcResponse } from "../rpc/jsonRpc.ts";
import { headlessOptions } from "./headlessOptions.ts";
import { inLines, type Line } from "./inLines.ts";
import { type ServedShop, serveShop } from "./serveShop.ts";
import { newConnection, startEngine } from "./startEngine.ts";

const LONGEST_LINE = 32 * 1024 * 1024;
const LOCKED = 3;
const FAILED = 1;

/**
 * The engine on standard input and output: one JSON object a line, nothing else on standard output.
 * Ends with 0 after the end of input, when all is answered and the files are closed; with 3 where
 * another engine has the shop.
 */
const main = async (): Promise<void> => {
  const shop = open();
  if (!shop) return;
  const pending = new Set<Promise<void>>();
  const answer = async (line: Line) => {
    const message = line.kind === "line" ? parse(line.text) : undefined;
    if (message === undefined) {
      send(unreadable[line.kind]);
      return;
    }
    const response = await shop.answer(message);
    if (response) send(response);
  };

  // Nobody reads the answers any more: what was asked is done, and the shop is closed in order.
  process.stdout.on("error", stop);
  const parent = process.ppid;
  const orphaned = setInterval(() => {
    if (process.ppid !== parent) stop();
  }, 250);
  orphaned.unref();
  try {
    for await (const line of inLines(process.stdin, LONGEST_LINE)) {
      if (line.kind === "line" && line.text.trim() === "") continue;
      const one = answer(line).finally(() => pending.delete(one));
      pending.add(one);
    }
  } catch (error) {
    if (!process.stdin.destroyed) throw error;
  }
  await Promise.all(pending);
  await shop.close();
  process.exitCode ??= 0;
};

const log = (text: string) => process.stderr.write(`${text}\n`);
const send = (message: unknown) => process.stdout.write(`${oneLine(message)}\n`);
const stop = () => process.stdin.destroy();

/** Readers that end a line at U+2028 and U+2029 too, as Node's do, get these two escaped. */
const oneLine = (message: unknown): string =>
  JSON.stringify(message).replaceAll("\u2028", "\\u2028").replaceAll("\u2029", "\\u2029");

const unreadable: Readonly<Record<Line["kind"], RpcResponse>> = {
  line: failure(null, -32700, "This line is not JSON."),
  "not-utf8": failure(null, -32700, "This line is not UTF-8, and was not read."),
  "too-long": failure(null, -32602, "This line is longer than 32 MB and was not read.", {
    issues: [{ path: [], message: "longer than 32 MB" }],
  }),
};

const open = (): ServedShop | undefined => {
  try {
    const options = headlessOptions(process.argv.slice(2), process.env, log);
    return serveShop({
      open: () => startEngine({ ...options, log }),
      connection: newConnection((params) => send({ jsonrpc: "2.0", method: "progress", params })),
      log,
      onLost: (error) => {
        fail(error);
        stop();
      },
    });
  } catch (error) {
    fail(error);
    return undefined;
  }
};

const fail = (error: unknown): void => {
  log(error instanceof Error ? error.message : String(error));
  const isLocked = error instanceof StorageFault && error.kind === "locked";
  process.exitCode = isLocked ? LOCKED : FAILED;
};

const parse = (line: string): unknown => {
  try {
    return JSON.parse(line);
  } catch {
    return undefined;
  }
};

await main();
