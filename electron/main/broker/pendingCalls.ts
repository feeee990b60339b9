import type { Answer, CallError } from "../../../shared/contract/shell.ts";
import type { ToEngine } from "./engineMessages.ts";

export type PendingCall = {
  readonly method: string;
  readonly params: unknown;
  readonly settle: (answer: Answer) => void;
};

type LongTexts = Map<string, readonly string[]>;
type LongTextPart = { readonly id: number; readonly field: string; readonly text: string };

/** The window's calls on their way: those that wait for an engine, and those it has in hand. */
export class PendingCalls {
  #nextId = 1;
  #waiting: PendingCall[] = [];
  readonly #askedById = new Map<number, PendingCall & { readonly parts: LongTexts }>();

  wait(call: PendingCall): void {
    this.#waiting.push(call);
  }

  ask(call: PendingCall, send: (message: ToEngine) => void): void {
    const id = this.#nextId;
    this.#nextId += 1;
    this.#askedById.set(id, { ...call, parts: new Map() });
    send({ jsonrpc: "2.0", id, method: call.method, params: call.params });
  }

  /** Asks all that waited, in their order. */
  askWaiting(send: (message: ToEngine) => void): void {
    const calls = this.#waiting;
    this.#waiting = [];
    for (const call of calls) this.ask(call, send);
  }

  /** The next part of a long text, which the answer itself does not hold any more. */
  take({ id, field, text }: LongTextPart): void {
    const parts = this.#askedById.get(id)?.parts;
    parts?.set(field, [...(parts.get(field) ?? []), text]);
  }

  settle(id: number, answer: Answer): void {
    const call = this.#askedById.get(id);
    this.#askedById.delete(id);
    call?.settle(answer.ok ? { ok: true, value: whole(answer.value, call.parts) } : answer);
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

const whole = (value: unknown, parts: LongTexts): unknown => {
  if (parts.size === 0) return value;
  const texts = [...parts].map(([field, pieces]) => [field, pieces.join("")]);
  return Object.assign({}, value, Object.fromEntries(texts));
};
