import { type ChildProcess, fork } from "node:child_process";
import { join } from "node:path";
import { staleBundles } from "../../../build/pack/freshness.mjs";
import { root } from "../shop/benchShop.ts";
import { BENCH_KEY, BENCH_OWNER, BENCH_PIN } from "../shop/buildShop.ts";

type Answer = Readonly<Record<string, unknown>>;
type Waiting = {
  readonly resolve: (answer: Answer) => void;
  readonly reject: (e: Error) => void;
  /** Long texts of the answer, which come ahead of it in parts. */
  readonly texts: Record<string, string>;
};

/** The engine as the window's process has it: a process of its own, asked by messages. */
export type EngineProcess = {
  readonly call: (method: string, params: object) => Promise<Answer>;
  readonly pid: number;
  readonly close: () => Promise<void>;
  readonly kill: () => Promise<void>;
};

/** Starts it on the shop in `dataDir`; answers when it is ready. */
export const startEngineProcess = async (
  dataDir: string,
  execArgv: readonly string[] = [],
): Promise<EngineProcess> => {
  const child = fork(engineFile(), [], {
    execArgv: [...execArgv],
    env: { ...process.env, NODE_COMPILE_CACHE: join(root, "build", "out", "compiled") },
    stdio: ["ignore", "ignore", "inherit", "ipc"],
  });
  const waiting = new Map<number, Waiting>();
  const ready = new Promise<void>((resolve, reject) => {
    child.on("message", (message: Message) => {
      if (message.kind === "ready") resolve();
      else if (message.kind === "failed") reject(new Error(message.message));
      else if (message.kind === "part") takePart(waiting, message);
      else settle(waiting, message);
    });
    child.once("exit", (code) => reject(new Error(`the engine ended with ${code}`)));
  });
  child.send({ kind: "open", dataDir, keyHex: BENCH_KEY });
  await ready;
  let lastId = 0;
  const call = (method: string, params: object) =>
    new Promise<Answer>((resolve, reject) => {
      lastId += 1;
      waiting.set(lastId, { resolve, reject, texts: {} });
      child.send({ jsonrpc: "2.0", id: lastId, method, params });
    });
  return {
    call,
    pid: child.pid ?? 0,
    close: () => ended(child, () => child.send({ kind: "close" })),
    kill: () => ended(child, () => child.kill("SIGKILL")),
  };
};

/** The same, with the owner signed in. */
export const openBenchEngine = async (
  dataDir: string,
  execArgv: readonly string[] = [],
): Promise<EngineProcess & { readonly sessionToken: string }> => {
  const engine = await startEngineProcess(dataDir, execArgv);
  const answer = await engine.call("session.login", { name: BENCH_OWNER, pin: BENCH_PIN });
  return { ...engine, sessionToken: String(answer.sessionToken) };
};

type Message = {
  readonly kind?: string;
  readonly message?: string;
  readonly id?: number;
  readonly field?: string;
  readonly text?: string;
  readonly result?: Answer;
  readonly error?: { readonly message: string; readonly data?: unknown };
};

const takePart = (waiting: Map<number, Waiting>, { id = 0, field = "", text }: Message): void => {
  const texts = waiting.get(id)?.texts;
  if (texts) texts[field] = `${texts[field] ?? ""}${text}`;
};

const settle = (waiting: Map<number, Waiting>, { id, result, error }: Message): void => {
  const one = id === undefined ? undefined : waiting.get(id);
  if (id === undefined || !one) return;
  waiting.delete(id);
  if (error) one.reject(new Error(`${error.message} ${JSON.stringify(error.data)}`));
  else one.resolve({ ...result, ...one.texts });
};

const ended = (child: ChildProcess, end: () => unknown): Promise<void> =>
  new Promise((resolve) => {
    child.once("exit", () => resolve());
    end();
  });

/** The bundle that ships, where it is made from the sources as they are; else the sources. */
const engineFile = (): string =>
  staleBundles(root, ["engine"]).length === 0
    ? join(root, "build", "out", "engine", "message.mjs")
    : join(root, "electron", "engine", "hosts", "message.ts");
