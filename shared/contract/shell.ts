import { z } from "zod";

/** One file stays far below this; it keeps a mistake from filling the memory of `main`. */
const DocumentHtml = z.string().min(1).max(30_000_000);
const Path = z.string().min(1).max(4_096);
const FileName = z.string().trim().min(1).max(200);

/** Why a file could not be written; nothing of it is left, and an older one is as it was. */
export const SaveFailure = z.enum(["disk-full", "not-allowed", "in-use", "gone", "failed"]);
export type SaveFailure = z.output<typeof SaveFailure>;

/** What the window asks of the shell itself; every other call goes on to the engine. */
export const shellContract = {
  /** Lets a person choose a file; no `path` where they changed their mind. */
  "shell.pickFile": {
    input: z.object({ purpose: z.enum(["orders", "backup", "products"]) }),
    output: z.object({ path: Path.optional() }),
  },
  "shell.pickSavePath": {
    input: z.object({ suggestedName: FileName }),
    output: z.object({ path: Path.optional() }),
  },
  /** An address at which a frame can show the document; the last twenty are kept, fewer where they are long. */
  "shell.showDocument": {
    input: z.object({ html: DocumentHtml }),
    output: z.object({ url: z.string() }),
  },
  "shell.printDocument": {
    input: z.object({ html: DocumentHtml }),
    output: z.object({
      printed: z.boolean(),
      why: z.enum(["cancelled", "no-printer", "failed"]).optional(),
    }),
  },
  /**
   * Asks where to save; `path` is honoured only where tests print to a folder. Answers where it
   * lies, or `why` it does not; neither where somebody changed their mind.
   */
  "shell.savePdf": {
    input: z.object({ html: DocumentHtml, suggestedName: FileName, path: Path.optional() }),
    output: z.object({ path: Path.optional(), why: SaveFailure.optional() }),
  },
  /**
   * Asks where to save a list that the engine has written: CSV as text, a workbook as base64. Answers
   * as saving a PDF does.
   */
  "shell.saveFile": {
    input: z.object({
      suggestedName: FileName,
      content: z.union([
        z.strictObject({ text: z.string().max(30_000_000) }),
        z.strictObject({ base64: z.base64().max(30_000_000) }),
      ]),
    }),
    output: z.object({ path: Path.optional(), why: SaveFailure.optional() }),
  },
  /** Starts an engine that has failed once more: the disk has room again, the other Quen is closed. */
  "shell.retryEngine": { input: z.object({}), output: z.object({}) },
  /**
   * Starts an engine that could not open the shop once more, with the key from paper. It is kept as
   * this computer's own when it fits; `isKey` is false where it cannot be one.
   */
  "shell.openWithKey": {
    input: z.object({ recoveryKey: z.string().max(400) }),
    output: z.object({ isKey: z.boolean() }),
  },
  /** Where a shop does not open: it is set aside, whole, and the engine starts without one. */
  "shell.startWithoutShop": { input: z.object({}), output: z.object({}) },
  "shell.about": {
    input: z.object({}),
    output: z.object({
      version: z.string(),
      electron: z.string(),
      engineHost: z.enum(["utility-process", "node-child"]),
      /** `basic`: this system has no keychain, so who reads the disk can read the data's key. */
      keychain: z.enum(["system", "basic", "key-file"]),
      locale: z.string(),
      platform: z.string(),
    }),
  },
} as const satisfies Record<string, { input: z.ZodType; output: z.ZodType }>;

export type ShellContract = typeof shellContract;
export type ShellMethod = keyof ShellContract;
export type ShellParams<M extends ShellMethod> = z.input<ShellContract[M]["input"]>;
export type ShellOutput<M extends ShellMethod> = z.output<ShellContract[M]["output"]>;

/** Why the engine could not open the shop. */
export const EngineFailure = z.enum([
  "newer-file",
  "locked",
  "wrong-key",
  "corrupt",
  "disk-full",
  "read-only",
  "other",
]);
export type EngineFailure = z.output<typeof EngineFailure>;

/** A JSON-RPC error of the engine, unchanged, or one of the shell's own (see `ShellErrorCode`). */
export type CallError = {
  readonly code: number;
  readonly message: string;
  readonly data?: unknown;
};

/** What every call is answered with; nothing is ever thrown over the bridge. */
export type Answer =
  | { readonly ok: true; readonly value: unknown }
  | { readonly ok: false; readonly error: CallError };

/**
 * Errors that the shell makes; their `data.kind` is `EngineRestarted` (ask a write again with its
 * `requestId`: it is answered once) or `EngineUnavailable` (with `data.reason`).
 */
export const engineLostCode = -32_000;

export type ShellEvent =
  /** Told by the preload, not by main: the page itself never learns where a file lies. */
  | { readonly kind: "dropped"; readonly files: readonly DroppedFile[] }
  | {
      readonly kind: "progress";
      readonly requestId: string;
      readonly done: number;
      readonly total: number;
      readonly phase: string;
    }
  | { readonly kind: "engine"; readonly state: "ready" | "restarting" | "stopped" }
  | {
      readonly kind: "engine";
      readonly state: "failed";
      readonly reason: EngineFailure | "keeps-stopping";
      readonly message: string;
    };

/** One thing that was let go over the window; a `path` of "" lies in no folder of this computer. */
export type DroppedFile = { readonly path: string; readonly isFolder: boolean };

/** The one thing that the preload gives to the window, as `window.quen`. */
export type Bridge = {
  readonly call: (method: string, params: unknown) => Promise<Answer>;
  /** The engine's present state is told at once, then each change and all progress. */
  readonly subscribe: (listener: (event: ShellEvent) => void) => () => void;
};
