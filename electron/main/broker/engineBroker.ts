import {
  type Answer,
  type CallError,
  engineLostCode,
  type ShellEvent,
} from "../../../shared/contract/shell.ts";
import { unreachable } from "../../../shared/kernel/assert.ts";
import type { Clock } from "../../../shared/kernel/ports.ts";
import { readFromEngine, type ToEngine } from "./engineMessages.ts";
import { type PendingCall, PendingCalls } from "./pendingCalls.ts";
import { deathsWithNow, restartDelayMs } from "./restartDelay.ts";

/** One engine process, however it is hosted. */
export type EngineProcess = {
  readonly send: (message: ToEngine) => void;
  readonly kill: () => void;
};
export type EngineListener = {
  readonly onMessage: (message: unknown) => void;
  readonly onExit: (code: number | null) => void;
};
export type StartEngine = (listener: EngineListener) => EngineProcess;
export type EngineEvent = Extract<ShellEvent, { kind: "engine" }>;

export type Shop = { readonly dataDir: string; readonly keyHex: string };

export type BrokerPorts = {
  readonly start: StartEngine;
  /** Where the shop is and its key, or undefined when the keychain does not give the key. */
  readonly shop: () => Shop | undefined;
  readonly clock: Clock;
  readonly later: (work: () => void, delayMs: number) => void;
  readonly tell: (event: ShellEvent) => void;
  readonly log: (line: string) => void;
};

const CLOSE_PATIENCE_MS = 5_000;

/**
 * Stands between the window and the engine: hands calls on, and starts the engine again when it
 * dies. Calls that a dead engine had not answered come back as `EngineRestarted`; calls that come
 * while there is none wait for the next.
 */
export class EngineBroker {
  readonly #ports: BrokerPorts;
  readonly #calls = new PendingCalls();
  #engine: EngineProcess | undefined;
  #state: EngineEvent | undefined;
  #deathsAtMs: readonly number[] = [];
  #onClosed: (() => void) | undefined;

  constructor(ports: BrokerPorts) {
    this.#ports = ports;
    this.#start();
  }

  /** The last thing told about the engine; undefined while it opens for the first time. */
  get state(): EngineEvent | undefined {
    return this.#state;
  }

  call(method: string, params: unknown): Promise<Answer> {
    return new Promise((settle) => this.#handOn({ method, params, settle }));
  }

  /** Starts an engine that has failed once more, at a person's wish. */
  retry(): void {
    if (this.#state?.state !== "failed") return;
    this.#deathsAtMs = [];
    this.#tell({ kind: "engine", state: "restarting" });
    this.#start();
  }

  /** Lets the engine finish its work and end; resolves when its process is gone. */
  close(): Promise<void> {
    const engine = this.#engine;
    this.#tell({ kind: "engine", state: "stopped" });
    this.#calls.failWaiting(unavailable("stopped", "Quen is closing."));
    if (!engine) return Promise.resolve();
    return new Promise((resolve) => {
      this.#onClosed = resolve;
      engine.send({ kind: "close" });
      this.#ports.later(() => engine.kill(), CLOSE_PATIENCE_MS);
    });
  }

  #handOn(call: PendingCall): void {
    const state = this.#state;
    if (state?.state === "failed") {
      call.settle({ ok: false, error: unavailable(state.reason, state.message) });
    } else if (state?.state === "stopped") {
      call.settle({ ok: false, error: unavailable("stopped", "Quen is closing.") });
    } else if (state?.state === "ready" && this.#engine) {
      this.#calls.ask(call, this.#engine.send);
    } else {
      this.#calls.wait(call);
    }
  }

  #start(): void {
    if (this.#state?.state === "stopped") return;
    const shop = this.#ports.shop();
    if (!shop) {
      this.#giveUp("wrong-key", "The system's keychain did not give the shop's key.");
      return;
    }
    const engine = this.#ports.start({
      onMessage: (message) => {
        if (engine === this.#engine) this.#hear(engine, message);
      },
      onExit: (code) => {
        if (engine === this.#engine) this.#mourn(code);
      },
    });
    this.#engine = engine;
    engine.send({ kind: "open", ...shop });
  }

  #hear(engine: EngineProcess, raw: unknown): void {
    const message = readFromEngine(raw);
    switch (message?.kind) {
      case undefined:
        this.#ports.log("the engine said something that is no message");
        break;
      case "ready":
        this.#open(engine);
        break;
      case "failed":
        this.#giveUp(message.reason, message.message);
        break;
      case "part":
        this.#calls.take(message);
        break;
      case "answer":
        this.#calls.settle(message.id, message.answer);
        break;
      case "progress":
        this.#ports.tell(message);
        break;
      default:
        unreachable(message);
    }
  }

  #open(engine: EngineProcess): void {
    if (this.#state?.state === "stopped") return;
    this.#tell({ kind: "engine", state: "ready" });
    this.#calls.askWaiting(engine.send);
  }

  #mourn(code: number | null): void {
    this.#engine = undefined;
    this.#calls.failAsked(restarted);
    this.#onClosed?.();
    if (this.#state?.state === "failed" || this.#state?.state === "stopped") return;
    this.#ports.log(`the engine ended by itself (code ${code})`);
    this.#deathsAtMs = deathsWithNow(this.#deathsAtMs, this.#ports.clock.nowMs());
    const delayMs = restartDelayMs(this.#deathsAtMs);
    if (delayMs === undefined) {
      this.#giveUp("keeps-stopping", "The engine stopped five times within a minute.");
    } else {
      this.#tell({ kind: "engine", state: "restarting" });
      this.#ports.later(() => this.#start(), delayMs);
    }
  }

  #giveUp(reason: EngineFailed["reason"], message: string): void {
    const engine = this.#engine;
    this.#engine = undefined;
    engine?.kill();
    this.#ports.log(`the engine failed: ${reason}`);
    this.#tell({ kind: "engine", state: "failed", reason, message });
    this.#calls.failAsked(restarted);
    this.#calls.failWaiting(unavailable(reason, message));
  }

  #tell(event: EngineEvent): void {
    this.#state = event;
    this.#ports.tell(event);
  }
}

type EngineFailed = Extract<EngineEvent, { state: "failed" }>;

const restarted: CallError = {
  code: engineLostCode,
  message: "The engine stopped before it answered; it is started again.",
  data: { kind: "EngineRestarted" },
};

const unavailable = (reason: EngineFailed["reason"] | "stopped", message: string): CallError => ({
  code: engineLostCode,
  message,
  data: { kind: "EngineUnavailable", reason },
});
