import { createHash } from "node:crypto";
import { cpSync, mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import {
  newConnection,
  type RunningEngine,
  startEngine,
} from "../../electron/engine/hosts/startEngine.ts";
import { dispatch } from "../../electron/engine/rpc/dispatch.ts";
import type { RpcResponse } from "../../electron/engine/rpc/jsonRpc.ts";
import type { Connection, Progress } from "../../electron/engine/usecases/context.ts";
import type { Role } from "../../shared/contract/call.ts";
import type {
  CommonRefusal,
  Method,
  Output,
  Params,
  Refusal,
} from "../../shared/contract/index.ts";
import { bundledWorker } from "./bundledWorker.ts";
import { closeAfterwards, closeWithFile } from "./openedShops.ts";

/** Half past nine in the morning of a Sunday in Vietnam, a month before the standard rate changes. */
export const NOW_MS = Date.UTC(2026, 10, 22, 2, 30);
export const KEY_HEX = "5a".repeat(32);
export const OWNER = { ownerName: "Chị Hoa", ownerPin: "2468" } as const;

/** The arguments of a call; a request id is made where none is given. */
export type Asked<M extends Method> = WithOwnId<Params<M>>;
type WithOwnId<P> = P extends { readonly requestId: string }
  ? Omit<P, "requestId"> & { readonly requestId?: string }
  : P;

export type Refused<M extends Method> = Refusal<M> | CommonRefusal;

/** One signed-in caller of the engine. */
export type Caller = {
  readonly connection: Connection;
  readonly progress: readonly Progress[];
  /** The response as it goes over the wire. */
  readonly send: (method: string, params?: unknown) => Promise<RpcResponse>;
  /** The answer of a call that must be taken. */
  readonly take: <M extends Method>(method: M, params: Asked<M>) => Promise<Output<M>>;
  /** Why a call that must be refused was refused. */
  readonly refusal: <M extends Method>(method: M, params: Asked<M>) => Promise<Refused<M>>;
};

export type TestShop = Caller & {
  readonly dataDir: string;
  /** The engine as it runs now; another one after `restart`. */
  readonly engine: () => RunningEngine;
  readonly clock: { nowMs: number };
  /** The machine's uptime, which no clock setting moves. */
  readonly uptime: { ms: number };
  readonly newId: () => string;
  readonly defects: readonly string[];
  /** Another line to the same engine, signed in as `role`, or as nobody. */
  readonly caller: (role?: Role) => Caller;
  /** Closes the engine and opens the same files again; nobody is signed in then. */
  readonly restart: () => Promise<void>;
  readonly close: () => Promise<void>;
};

export type ShopOptions = Partial<Omit<Params<"shop.setup">, "requestId">> & {
  /** False: the files are there and no shop is in them. */
  readonly isSetUp?: boolean;
  /** Answered commits may be lost in a power cut: for long random stories. */
  readonly isFast?: boolean;
  /** The key of this computer's files; a shop that is set up has `KEY_HEX`. */
  readonly keyHex?: string;
};

/** A real engine on real files in a folder of its own, with a clock and ids that the test decides. */
export const openShop = async (options: ShopOptions = {}): Promise<TestShop> => {
  const { isSetUp = true, isFast = false, keyHex = KEY_HEX, ...shop } = options;
  const dataDir = mkdtempSync(join(tmpdir(), "quen-engine-"));
  const fields = { ...anyShop, ...OWNER, ...shop };
  if (isSetUp) cpSync(await madeShop(fields), dataDir, { recursive: true });
  const clock = { nowMs: NOW_MS };
  const uptime = { ms: 1_000_000 };
  const newId = idsFrom(isSetUp ? IDS_OF_A_SHOP : 0);
  const defects: string[] = [];
  const randomBytes = bytesFrom("codes and tokens");
  const start = (): RunningEngine => ({
    ...startEngine({
      dataDir,
      keyHex,
      clock: { nowMs: () => clock.nowMs },
      ids: { newId },
      unsafeFast: isFast,
      workerPath: bundledWorker,
    }),
    monotonicMs: () => uptime.ms,
    randomBytes,
  });
  let engine: RunningEngine | undefined = start();
  const running = (): RunningEngine => {
    if (!engine) throw new Error("the engine is closed");
    return engine;
  };
  const close = async () => {
    await engine?.close();
    engine = undefined;
  };
  closeAfterwards({ close, dataDir });
  const caller = (role?: Role): Caller => {
    const { connection, progress } = lineTo(running(), role);
    return speak({ engine: running, connection, progress, newId, defects });
  };
  const first = caller();
  const made = { ...first, dataDir, clock, uptime, newId, defects, caller, close, engine: running };
  if (isSetUp) first.connection.session = ownerSession(running());
  return {
    ...made,
    restart: async () => {
      await close();
      engine = start();
      first.connection.session = undefined;
      first.connection.sessionTokenHash = undefined;
    },
  };
};

/** A folder with a shop that was just set up, made once for all tests of a file: a PIN's hash is slow. */
const madeShop = async (fields: Omit<Params<"shop.setup">, "requestId">): Promise<string> => {
  const key = JSON.stringify(fields);
  const known = folderByShop.get(key);
  if (known !== undefined) return known;
  const dataDir = mkdtempSync(join(tmpdir(), "quen-engine-"));
  const newId = idsFrom(0);
  const clock = { nowMs: () => NOW_MS };
  const engine = startEngine({
    dataDir,
    keyHex: KEY_HEX,
    clock,
    ids: { newId },
    unsafeFast: true,
    workerPath: bundledWorker,
  });
  const message = {
    jsonrpc: "2.0",
    id: 1,
    method: "shop.setup",
    params: { requestId: newId(), ...fields },
  };
  const response = await dispatch(engine, lineTo(engine).connection, message, () => undefined);
  await engine.close();
  if (!response || "error" in response) throw new Error(JSON.stringify(response));
  folderByShop.set(key, dataDir);
  closeWithFile({ close: async () => void folderByShop.delete(key), dataDir });
  return dataDir;
};

const folderByShop = new Map<string, string>();
const IDS_OF_A_SHOP = 100;

const anyShop = {
  name: "Tạp hóa Quen",
  currency: "VND",
  timezone: "Asia/Ho_Chi_Minh",
  locale: "vi",
} as const;

/** Signed in without the slow hash of a PIN: what a role may do is one test, how it signs in another. */
const lineTo = (engine: RunningEngine, role?: Role) => {
  const progress: Progress[] = [];
  const connection = newConnection((one) => progress.push(one));
  if (role !== undefined) connection.session = { ...ownerSession(engine), role };
  return { connection, progress };
};

const ownerSession = (engine: RunningEngine) => {
  const staffId = engine.stores.shop
    .prepare<[], { staffId: string }>("SELECT staff_id AS staffId FROM staff LIMIT 1")
    .get()?.staffId;
  return { staffId: staffId ?? "", name: OWNER.ownerName, role: "owner" as const };
};

type Line = Pick<Caller, "connection" | "progress"> & {
  readonly engine: () => RunningEngine;
  readonly newId: () => string;
  readonly defects: string[];
};

const speak = ({ engine, connection, progress, newId, defects }: Line): Caller => {
  let lastId = 0;
  const send = async (method: string, params?: unknown): Promise<RpcResponse> => {
    lastId += 1;
    const message = { jsonrpc: "2.0", id: lastId, method, params };
    const response = await dispatch(engine(), connection, message, (reference, where, error) => {
      defects.push(`${reference} ${where} ${error instanceof Error ? error.stack : error}`);
    });
    if (!response) throw new Error(`${method} was not answered`);
    return response;
  };
  const ask = (method: Method, params: object) => send(method, { requestId: newId(), ...params });
  return {
    connection,
    progress,
    send,
    take: async <M extends Method>(method: M, params: Asked<M>) => {
      const response = await ask(method, params);
      if ("result" in response) return response.result as Output<M>;
      throw new Error(`${method}: ${JSON.stringify(response.error)} ${defects.at(-1) ?? ""}`);
    },
    refusal: async <M extends Method>(method: M, params: Asked<M>) => {
      const response = await ask(method, params);
      if ("error" in response && response.error.code === 1000) {
        return response.error.data as Refused<M>;
      }
      throw new Error(`${method} was not refused: ${JSON.stringify(response)} ${defects.at(-1)}`);
    },
  };
};

/** UUIDv7 texts that grow, the same in each run. */
export const idsFrom = (first: number): (() => string) => {
  let last = first;
  return () => {
    last += 1;
    return `0190a000-0000-7000-8000-${last.toString(16).padStart(12, "0")}`;
  };
};

const bytesFrom = (seed: string): ((count: number) => Uint8Array) => {
  let last = 0;
  return (count) => {
    last += 1;
    return createHash("sha256").update(`${seed} ${last}`).digest().subarray(0, count);
  };
};
