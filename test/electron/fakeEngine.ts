import { EngineBroker, type EngineListener } from "../../electron/main/broker/engineBroker.ts";
import type { ToEngine } from "../../electron/main/broker/engineMessages.ts";
import type { ShellEvent } from "../../shared/contract/shell.ts";

/** One started process: what it heard, and the strings to pull on it. */
export type FakeEngine = EngineListener & {
  readonly heard: ToEngine[];
  isKilled: boolean;
};

/** A broker whose engines are puppets and whose time passes only by `pass`. */
export const brokerWithPuppets = () => {
  const engines: FakeEngine[] = [];
  const events: ShellEvent[] = [];
  const timers: { readonly work: () => void; readonly atMs: number }[] = [];
  let nowMs = 1_000_000;
  let key: string | undefined = "ab".repeat(32);
  const broker = new EngineBroker({
    start: (listener) => {
      const engine: FakeEngine = { ...listener, heard: [], isKilled: false };
      engines.push(engine);
      const kill = () => {
        engine.isKilled = true;
      };
      return { send: (message) => engine.heard.push(message), kill };
    },
    shop: () => (key === undefined ? undefined : { dataDir: "shop", keyHex: key }),
    clock: { nowMs: () => nowMs },
    later: (work, delayMs) => timers.push({ work, atMs: nowMs + delayMs }),
    tell: (event) => events.push(event),
    log: () => {},
  });
  const pass = (ms: number) => {
    nowMs += ms;
    const due = timers.filter(({ atMs }) => atMs <= nowMs);
    timers.splice(0, timers.length, ...timers.filter(({ atMs }) => atMs > nowMs));
    for (const { work } of due) work();
  };
  const loseKey = () => {
    key = undefined;
  };
  const findKey = () => {
    key = "cd".repeat(32);
  };
  return { broker, engines, events, pass, loseKey, findKey };
};

export const last = <T>(list: readonly T[]): T => {
  const item = list.at(-1);
  if (item === undefined) throw new Error("the list is empty");
  return item;
};
