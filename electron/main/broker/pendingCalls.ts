import type { Answer, CallError } from "../../../shared/contract/shell.ts";
import type { ToEngine } from "./engineMessages.ts";

export type PendingCall = {
  readonly method: string;
  readonly params: unknown;
  readonly settle: (answer: Answer) => void;
};

/** The window's calls on their way: those that wait for an engine, and those it has in hand. */
export class PendingCalls {
  #nextId = 1;
  #waiting: PendingCall[] = [];
  readonly #askedById = new Map<number, PendingCall>();

  wait(call: PendingCall): void {
    this.#waiting.push(call);
  }

  ask(call: PendingCall, send: (message: ToEngine) => void): void {
    const id = this.#nextId;
    this.#nextId += 1;
    this.#askedById.set(id, call);
    send({ jsonrpc: "2.0", id, method: call.method, params: call.params });
  }

  /** Asks all that waited, in their order. */
  askWaiting(send: (message: ToEngine) => void): void {
    const calls = this.#waiting;
    this.#waiting = [];
    for (const call of calls) this.ask(call, send);
  }

  settle(id: number, answer: Answer): void {
    this.#askedById.get(id)?.settle(answer);
    this.#askedById.delete(id);
  }

  /** Answers what a dead engine had in hand; whether it was done, only the next engine knows. */
  failAsked(error: CallError): void {
    const calls = [...this.#askedById.values()];
    this.#askedById.clear();
    for (const { settle } of calls) settle({ ok: false, error });
  }

  failWaiting(error: CallError): void {
    const calls = this.#waiting;
    this.#waiting = [];
    for (const { settle } of calls) settle({ ok: false, error });
  }
}
