import { v7 as newUuid } from "uuid";
import type { Method, Params } from "../../shared/contract/index.ts";
import type {
  Bridge,
  Answer as BridgeAnswer,
  CallError,
  DroppedFile,
  ShellEvent,
  ShellMethod,
  ShellOutput,
  ShellParams,
} from "../../shared/contract/shell.ts";
import { wordedCalls } from "../../shared/contract/wordedCalls.ts";
import type {
  Answer,
  EngineState,
  EngineUnavailableReason,
  Progress,
  ReadMethod,
  Told,
  WriteMethod,
} from "./answer.ts";

/** Asks the engine something that changes nothing. */
export const ask = async <M extends ReadMethod>(method: M, params: Params<M>): Promise<Answer<M>> =>
  readAnswer(await send(method, { ...languageOf(method), ...params }));

/** Says in which language the calls that answer in words are to be answered from now on. */
export const answerIn = (language: () => "vi" | "en"): void => {
  languageNow = language;
};

/**
 * Tells the engine to write. The call is known by its `requestId`: asked again after the engine
 * has died, or with the id kept from an attempt without an answer, it is answered once.
 */
export const tell = async <M extends WriteMethod>(
  method: M,
  params: Told<M>,
  { requestId = newId(), onProgress }: TellOptions = {},
): Promise<Answer<M>> => {
  if (onProgress) progressListeners.set(requestId, onProgress);
  const answer = await send(method, { ...params, requestId });
  progressListeners.delete(requestId);
  return readAnswer(answer);
};

export type TellOptions = {
  readonly requestId?: string;
  readonly onProgress?: (progress: Progress) => void;
};

/** Asks the shell: files, windows, printing. `undefined` where the shell could not. */
export const askShell = async <M extends ShellMethod>(
  method: M,
  params: ShellParams<M>,
): Promise<ShellOutput<M> | undefined> => {
  const answer = await bridge().call(method, params);
  // The shell checked its own answer against the contract before it sent it.
  return answer.ok ? (answer.value as ShellOutput<M>) : undefined;
};

/** Hears how the engine is, from its present state on. */
export const watchEngine = (listener: (state: EngineState) => void): (() => void) => {
  connect();
  stateListeners.add(listener);
  if (engine.state !== "unknown") listener(engine);
  return () => stateListeners.delete(listener);
};

/** Hears that the engine knows no session of ours any more. */
export const watchSignedOut = (listener: () => void): (() => void) => {
  signedOutListeners.add(listener);
  return () => signedOutListeners.delete(listener);
};

/** Hears what is let go over the window, with its place in the system. */
export const watchDropped = (listener: (files: readonly DroppedFile[]) => void): (() => void) => {
  connect();
  dropListeners.add(listener);
  return () => dropListeners.delete(listener);
};

/** Keeps what opens the session again after the engine was started anew; memory only. */
export const keepSession = (token: string | undefined): void => {
  sessionToken = token;
};

export const newId = (): string => newUuid();

/** Starts afresh, with whatever bridge the window has now. For tests. */
export const resetClient = (): void => {
  disconnect?.();
  disconnect = undefined;
  engine = { state: "unknown" };
  sessionToken = undefined;
  reopening = Promise.resolve();
  readyWaiters.clear();
  progressListeners.clear();
  stateListeners.clear();
  dropListeners.clear();
};

declare global {
  interface Window {
    readonly quen?: Bridge;
  }
}

let languageNow: (() => "vi" | "en") | undefined;

const languageOf = (method: Method): { readonly locale?: "vi" | "en" } => {
  const isWorded = (wordedCalls as readonly Method[]).includes(method);
  return isWorded && languageNow ? { locale: languageNow() } : {};
};

const MAX_ATTEMPTS = 6;
const READY_TIMEOUT_MS = 20_000;

let disconnect: (() => void) | undefined;
let engine: EngineState | { readonly state: "unknown" } = { state: "unknown" };
let sessionToken: string | undefined;
let reopening: Promise<unknown> = Promise.resolve();
const progressListeners = new Map<string, (progress: Progress) => void>();
const stateListeners = new Set<(state: EngineState) => void>();
const signedOutListeners = new Set<() => void>();
const dropListeners = new Set<(files: readonly DroppedFile[]) => void>();
const readyWaiters = new Set<() => void>();

const bridge = (): Bridge => {
  if (!window.quen) throw new Error("the window was opened without its bridge");
  return window.quen;
};

const connect = (): void => {
  disconnect ??= bridge().subscribe(hear);
};

const hear = (event: ShellEvent): void => {
  if (event.kind === "progress") {
    progressListeners.get(event.requestId)?.(event);
    return;
  }
  if (event.kind === "dropped") {
    for (const listener of dropListeners) listener(event.files);
    return;
  }
  const wasLost = engine.state === "restarting" || engine.state === "failed";
  engine = event;
  if (event.state === "ready" && wasLost) reopening = reopenSession();
  if (event.state !== "restarting") wakeWaiters();
  for (const listener of stateListeners) listener(event);
};

const wakeWaiters = (): void => {
  for (const wake of readyWaiters) wake();
  readyWaiters.clear();
};

const reopenSession = async (): Promise<void> => {
  if (sessionToken === undefined) return;
  await bridge().call("session.resume", { sessionToken });
};

const send = async (method: Method, params: unknown): Promise<BridgeAnswer> => {
  connect();
  let mayReopen = sessionToken !== undefined;
  for (let attempt = 1; ; attempt += 1) {
    await reopening;
    const answer = await bridge().call(method, params);
    if (answer.ok || attempt === MAX_ATTEMPTS) return answer;
    if (isEngineLost(answer.error)) await untilReady();
    else if (mayReopen && kindOf(answer.error) === "NotSignedIn") {
      // The new engine can be asked before the session is open again; the second time it is true.
      mayReopen = false;
      await reopenSession();
    } else return answer;
  }
};

const isEngineLost = (error: CallError): boolean => kindOf(error) === "EngineRestarted";

const untilReady = (): Promise<void> =>
  new Promise((resolve) => {
    // The lost call's answer may come before the news, or after all is well again.
    const patienceMs = engine.state === "restarting" ? READY_TIMEOUT_MS : 250;
    const timer = setTimeout(() => settle(), patienceMs);
    const settle = (): void => {
      clearTimeout(timer);
      readyWaiters.delete(settle);
      resolve();
    };
    readyWaiters.add(settle);
  });

const kindOf = (error: CallError): string | undefined => {
  const { data } = error;
  if (typeof data !== "object" || data === null || !("kind" in data)) return undefined;
  return typeof data.kind === "string" ? data.kind : undefined;
};

const REFUSED = 1_000;
const INVALID_CODES: readonly number[] = [-32_600, -32_601, -32_602];

const readAnswer = <M extends Method>(answer: BridgeAnswer): Answer<M> => {
  if (!answer.ok && kindOf(answer.error) === "NotSignedIn") {
    for (const listener of signedOutListeners) listener();
  }
  // The engine checked its answer against the contract; a second check would cost each keystroke.
  if (answer.ok) return { ok: true, value: answer.value } as Answer<M>;
  return { ok: false, refusal: readError(answer.error) } as Answer<M>;
};

const readError = (error: CallError): unknown => {
  if (error.code === REFUSED) return error.data;
  if (INVALID_CODES.includes(error.code)) return { kind: "InvalidCall", message: error.message };
  const kind = kindOf(error);
  if (kind === "EngineUnavailable" || kind === "EngineRestarted") {
    return { kind: "EngineUnavailable", reason: reasonOf(error) };
  }
  return { kind: "Defect", reference: referenceOf(error) };
};

const reasonOf = ({ data }: CallError): EngineUnavailableReason => {
  const reason = typeof data === "object" && data !== null && "reason" in data ? data.reason : "";
  return typeof reason === "string" && reason !== ""
    ? (reason as EngineUnavailableReason)
    : "stopped";
};

const referenceOf = ({ data }: CallError): string => {
  const found = typeof data === "object" && data !== null && "reference" in data;
  return found && typeof data.reference === "string" ? data.reference : "0000";
};
