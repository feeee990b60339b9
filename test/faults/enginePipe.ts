import { type ChildProcess, spawn } from "node:child_process";
import { existsSync } from "node:fs";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { root } from "../../build/pack/root.mjs";

export type PipeAnswer = {
  readonly result?: unknown;
  readonly error?: {
    readonly code: number;
    readonly message: string;
    readonly data?: { readonly kind?: string };
  };
};

/** The headless engine as an outside program has it. */
export type EnginePipe = {
  /** Undefined where the engine died before it answered. */
  readonly ask: (method: string, params: unknown) => Promise<PipeAnswer | undefined>;
  readonly kill: () => void;
  /** Ends the input and waits for the end; the exit code. */
  readonly end: () => Promise<number | null>;
  readonly ended: Promise<number | null>;
  readonly errors: () => string;
  readonly pid: number;
};

type Progress = { readonly done: number; readonly total: number };

/** The bundle that ships where it was made, else the sources: Node runs both. */
const enginePath = (): string => {
  const bundle = join(root, "build", "out", "engine", "headless.mjs");
  return existsSync(bundle) ? bundle : join(root, "electron", "engine", "hosts", "headless.ts");
};

export const openEngine = (
  dataDir: string,
  onProgress: (progress: Progress) => void = () => undefined,
): EnginePipe => {
  const child = spawn(process.execPath, [enginePath(), "--data", dataDir]);
  const waiting = new Map<number, (answer: PipeAnswer | undefined) => void>();
  const ended = endOf(child, waiting);
  let errors = "";
  child.stderr.on("data", (text) => {
    errors += text;
  });
  child.stdin.on("error", () => undefined);
  createInterface({ input: child.stdout }).on("line", (line) => {
    const { id, ...answer } = JSON.parse(line);
    if (answer.method === "progress") onProgress(answer.params);
    waiting.get(id)?.(answer);
    waiting.delete(id);
  });
  let lastId = 0;
  return {
    ask: (method, params) =>
      new Promise((resolve) => {
        lastId += 1;
        waiting.set(lastId, resolve);
        child.stdin.write(`${JSON.stringify({ jsonrpc: "2.0", id: lastId, method, params })}\n`);
      }),
    kill: () => child.kill("SIGKILL"),
    end: () => {
      child.stdin.end();
      return ended;
    },
    ended,
    errors: () => errors,
    pid: child.pid ?? 0,
  };
};

const endOf = (
  child: ChildProcess,
  waiting: Map<number, (answer: PipeAnswer | undefined) => void>,
): Promise<number | null> =>
  new Promise((resolve) => {
    child.once("close", (code) => {
      for (const answer of waiting.values()) answer(undefined);
      waiting.clear();
      resolve(code);
    });
  });
