import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { Worker as Thread } from "node:worker_threads";
import type { Worker } from "../usecases/context.ts";

/** What the worker is asked; it answers each with the same `id`. */
export type WorkerAsk =
  | { readonly kind: "read-xlsx"; readonly bytes: Uint8Array }
  | { readonly kind: "write-xlsx"; readonly rows: readonly (readonly string[])[] }
  | { readonly kind: "copy-shop"; readonly shopPath: string; readonly keysPath: string }
  | {
      readonly kind: "copy-file";
      readonly from: string;
      readonly to: string;
      readonly keyHex: string;
    }
  | { readonly kind: "examine"; readonly path: string; readonly keyHex: string }
  | { readonly kind: "verify-audit" }
  | { readonly kind: "tally-lookups"; readonly fromDay: string; readonly toDay: string }
  | { readonly kind: "list-customers" }
  | { readonly kind: "fold-log" }
  | { readonly kind: "learn"; readonly nowMs: number }
  | { readonly kind: "refresh-figures" }
  | Asking<"preview-segment", "previewSegment">
  | Asking<"draw-campaign", "drawCampaign">
  | Asking<"take-drawn", "takeDrawn">
  | Asking<"read-lift", "readLift">
  | Asking<"rehearse-campaign", "rehearseCampaign">;

type Asking<K extends string, M extends keyof Worker> = {
  readonly kind: K;
  readonly ask: Parameters<Worker[M]>[0];
};

export type WorkerSetting = {
  readonly dataDir: string;
  readonly keyHex: string;
  /** Its first number is 1 once the worker is to end. */
  readonly ending: Int32Array;
};

export type WorkerOptions = Omit<WorkerSetting, "ending"> & {
  /** Its program, where it does not lie beside this one's. */
  readonly path?: string;
};

/** The last thing a worker is told, and no question. */
export type WorkerEnd = { readonly kind: "end" };

export type WorkerReply =
  | { readonly id: number; readonly value: unknown }
  | { readonly id: number; readonly fault: { readonly message: string; readonly code?: string } };

export type WorkerPort = Worker & {
  readonly learn: (nowMs: number) => Promise<void>;
  /** Writes what the shop's log holds into its file, while the till goes on writing to the log. */
  readonly foldLog: () => Promise<void>;
  /** Fills the figures that segments are asked from, ahead of the next question. */
  readonly refreshFigures: () => Promise<void>;
  readonly close: () => Promise<void>;
};

type Waiting = {
  readonly resolve: (value: unknown) => void;
  readonly reject: (error: Error) => void;
};

/**
 * A second thread for what takes long: parsing workbooks, copying the shop, learning, folding its log. Started at its
 * first use, and again after it died; what it was doing then fails by name.
 */
export const startWorker = ({ path = workerPath(), ...setting }: WorkerOptions): WorkerPort => {
  const ending = new Int32Array(new SharedArrayBuffer(4));
  let thread: Thread | undefined;
  let lastId = 0;
  const waiting = new Map<number, Waiting>();

  const failAll = (error: Error) => {
    for (const { reject } of waiting.values()) reject(error);
    waiting.clear();
    thread = undefined;
  };
  const running = (): Thread => {
    if (thread) return thread;
    thread = new Thread(path, {
      workerData: { ...setting, ending } satisfies WorkerSetting,
    });
    thread.unref();
    thread.on("message", (reply: WorkerReply) => {
      const one = waiting.get(reply.id);
      waiting.delete(reply.id);
      if (!one) return;
      if ("fault" in reply) one.reject(Object.assign(new Error(reply.fault.message), reply.fault));
      else one.resolve(reply.value);
    });
    thread.on("error", failAll);
    thread.on("exit", () => failAll(new Error("the worker ended")));
    return thread;
  };
  const ask = <T>(question: WorkerAsk): Promise<T> =>
    new Promise((resolve, reject) => {
      lastId += 1;
      waiting.set(lastId, { resolve: (value) => resolve(value as T), reject });
      running().postMessage({ id: lastId, ...question });
    });

  return {
    readXlsx: (bytes) => ask({ kind: "read-xlsx", bytes }),
    writeXlsx: (rows) => ask({ kind: "write-xlsx", rows }),
    copyShop: (target) => ask({ kind: "copy-shop", ...target }),
    copyFile: (files) => ask({ kind: "copy-file", ...files }),
    examine: (file) => ask({ kind: "examine", ...file }),
    verifyAudit: () => ask({ kind: "verify-audit" }),
    tallyLookups: (days) => ask({ kind: "tally-lookups", ...days }),
    listCustomers: () => ask({ kind: "list-customers" }),
    learn: (nowMs) => ask({ kind: "learn", nowMs }),
    foldLog: () => ask({ kind: "fold-log" }),
    refreshFigures: () => ask({ kind: "refresh-figures" }),
    previewSegment: (question) => ask({ kind: "preview-segment", ask: question }),
    drawCampaign: (question) => ask({ kind: "draw-campaign", ask: question }),
    rehearseCampaign: (question) => ask({ kind: "rehearse-campaign", ask: question }),
    readLift: (question) => ask({ kind: "read-lift", ask: question }),
    takeDrawn: (part) => ask({ kind: "take-drawn", ask: part }),
    close: () => {
      Atomics.store(ending, 0, 1);
      Atomics.notify(ending, 0);
      return thread ? ended(thread) : Promise.resolve();
    },
  };
};

/**
 * When `thread` is gone. It goes by itself between two questions, however long one takes: ended by
 * force while a native module loads or answers, it would take the whole process along. Whoever has
 * no patience kills the process, which harms no file.
 */
const ended = (thread: Thread): Promise<void> =>
  new Promise((resolve) => {
    thread.once("exit", () => resolve());
    thread.ref();
    thread.postMessage({ kind: "end" } satisfies WorkerEnd);
  });

/** Beside this file as it runs: bundled as worker.mjs, from sources as worker.ts. */
const workerPath = (): string => {
  const bundled = fileURLToPath(new URL("./worker.mjs", import.meta.url));
  return existsSync(bundled) ? bundled : fileURLToPath(new URL("./worker.ts", import.meta.url));
};
