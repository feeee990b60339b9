import type { Input, Method, Output } from "../../../shared/contract/index.ts";
import type {
  Answer,
  Bridge,
  ShellEvent,
  ShellMethod,
  ShellOutput,
  ShellParams,
} from "../../../shared/contract/shell.ts";

/** An engine's answer that says no. */
export type Refused = {
  readonly refused: { readonly kind: string } & Readonly<Record<string, unknown>>;
};
export const refuse = (refused: Refused["refused"]): Refused => ({ refused });

export type Handlers = {
  [M in Method]?: (params: Input<M>) => Output<M> | Refused | Promise<Output<M> | Refused>;
} & {
  [M in ShellMethod]?: (params: ShellParams<M>) => ShellOutput<M> | Promise<ShellOutput<M>>;
};

export type Call = { readonly method: string; readonly params: unknown };

export type FakeBridge = Bridge & {
  readonly calls: readonly Call[];
  readonly callsOf: (method: string) => readonly unknown[];
  /** Answers `method` in another way from now on. */
  readonly answer: (handlers: Handlers) => void;
  /** Has no answer to `method` any more: a defect. */
  readonly forget: (method: string) => void;
  readonly emit: (event: ShellEvent) => void;
  /** The next call of `method` is lost, as when the engine dies before it answers. */
  readonly loseNext: (method: string) => void;
};

/** The far end of the bridge, answering by the contract's shapes. */
export const fakeBridge = (handlers: Handlers): FakeBridge => {
  const table = new Map<string, unknown>(Object.entries(handlers));
  const calls: Call[] = [];
  const listeners = new Set<(event: ShellEvent) => void>();
  const lost = new Set<string>();
  return {
    calls,
    callsOf: (method) => calls.filter((call) => call.method === method).map((call) => call.params),
    answer: (more) => {
      for (const [method, handler] of Object.entries(more)) table.set(method, handler);
    },
    forget: (method) => table.delete(method),
    emit: (event) => {
      for (const listener of [...listeners]) listener(event);
    },
    loseNext: (method) => lost.add(method),
    call: async (method, params): Promise<Answer> => {
      calls.push({ method, params });
      if (lost.delete(method)) return engineLost;
      const handler = table.get(method);
      if (typeof handler !== "function") return notThere(method);
      const value: unknown = await handler(params);
      return isRefused(value) ? said(value) : { ok: true, value };
    },
    subscribe: (listener) => {
      listeners.add(listener);
      queueMicrotask(() => listener({ kind: "engine", state: "ready" }));
      return () => listeners.delete(listener);
    },
  };
};

const isRefused = (value: unknown): value is Refused =>
  typeof value === "object" && value !== null && "refused" in value;

const said = ({ refused }: Refused): Answer => ({
  ok: false,
  error: { code: 1_000, message: refused.kind, data: refused },
});

const engineLost: Answer = {
  ok: false,
  error: {
    code: -32_000,
    message: "the engine was started again",
    data: { kind: "EngineRestarted" },
  },
};

const notThere = (method: string): Answer => ({
  ok: false,
  error: { code: -32_603, message: `no answer for ${method}`, data: { reference: "7F3A" } },
});
