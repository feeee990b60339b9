import { expect, test } from "vitest";
import { brokerWithPuppets, last } from "./fakeEngine.ts";

const ready = { kind: "ready" };
const restarted = { code: -32_000, data: { kind: "EngineRestarted" } };

test("the engine is told the shop and its key first, and nothing else by argument", () => {
  const { engines } = brokerWithPuppets();
  expect(engines[0]?.heard).toEqual([{ kind: "open", dataDir: "shop", keyHex: "ab".repeat(32) }]);
});

test("calls made before the engine is ready wait, and are asked in their order", () => {
  const { broker, engines } = brokerWithPuppets();
  void broker.call("a", {});
  void broker.call("b", {});
  expect(last(engines).heard).toHaveLength(1);
  last(engines).onMessage(ready);
  expect(last(engines).heard.slice(1)).toMatchObject([{ method: "a" }, { method: "b" }]);
});

test("an answer goes to its own call, in whatever order it comes", async () => {
  const { broker, engines } = brokerWithPuppets();
  last(engines).onMessage(ready);
  const first = broker.call("a", {});
  const second = broker.call("b", {});
  last(engines).onMessage({ jsonrpc: "2.0", id: 2, result: { b: 2 } });
  last(engines).onMessage({
    jsonrpc: "2.0",
    id: 1,
    error: { code: 1000, message: "No.", data: { kind: "CouponExpired" } },
  });
  expect(await second).toEqual({ ok: true, value: { b: 2 } });
  expect(await first).toEqual({
    ok: false,
    error: { code: 1000, message: "No.", data: { kind: "CouponExpired" } },
  });
});

test("a call that a dead engine left is answered, and later calls go to the next engine", async () => {
  const { broker, engines, events, pass } = brokerWithPuppets();
  last(engines).onMessage(ready);
  const left = broker.call("sale.commit", { requestId: "r" });
  last(engines).onExit(9);
  expect(await left).toMatchObject({ ok: false, error: restarted });
  const later = broker.call("sale.commit", { requestId: "r" });
  pass(0);
  expect(engines).toHaveLength(2);
  last(engines).onMessage(ready);
  last(engines).onMessage({ jsonrpc: "2.0", id: 2, result: 1 });
  expect(await later).toEqual({ ok: true, value: 1 });
  expect(events.map((event) => event.kind === "engine" && event.state)).toEqual([
    "ready",
    "restarting",
    "ready",
  ]);
});

test("an answer of a dead engine that comes late answers nothing of the next", async () => {
  const { broker, engines, pass } = brokerWithPuppets();
  const dead = last(engines);
  dead.onExit(9);
  pass(0);
  last(engines).onMessage(ready);
  const call = broker.call("a", {});
  dead.onMessage({ jsonrpc: "2.0", id: 1, result: "old" });
  last(engines).onMessage({ jsonrpc: "2.0", id: 1, result: "new" });
  expect(await call).toEqual({ ok: true, value: "new" });
});

test("restarts wait 0, 250, 1000, 4000 ms, and the fifth death within a minute is the last", async () => {
  const { broker, engines, events, pass } = brokerWithPuppets();
  for (const [deaths, delayMs] of [0, 250, 1_000, 4_000].entries()) {
    last(engines).onExit(1);
    if (delayMs > 0) pass(delayMs - 1);
    expect(engines).toHaveLength(deaths + 1);
    pass(1);
    expect(engines).toHaveLength(deaths + 2);
  }
  const waiting = broker.call("a", {});
  last(engines).onExit(1);
  pass(60_000);
  expect(engines).toHaveLength(5);
  expect(last(events)).toMatchObject({ state: "failed", reason: "keeps-stopping" });
  const data = { kind: "EngineUnavailable", reason: "keeps-stopping" };
  expect(await waiting).toMatchObject({ ok: false, error: { data } });
  expect(await broker.call("b", {})).toMatchObject({ ok: false, error: { data } });
});

test("deaths more than a minute apart never add up", () => {
  const { engines, pass } = brokerWithPuppets();
  for (let death = 0; death < 20; death += 1) {
    last(engines).onExit(1);
    pass(60_001);
  }
  expect(engines).toHaveLength(21);
});

test("an engine that cannot open the shop is not started again by itself, but at a person's wish", async () => {
  const { broker, engines, events, pass } = brokerWithPuppets();
  const waiting = broker.call("a", {});
  last(engines).onMessage({ kind: "failed", reason: "disk-full", message: "The disk is full." });
  pass(60_000);
  expect(engines).toHaveLength(1);
  expect(last(engines).isKilled).toBe(true);
  expect(last(events)).toMatchObject({ state: "failed", reason: "disk-full" });
  expect(await waiting).toMatchObject({ ok: false, error: { message: "The disk is full." } });

  broker.retry();
  last(engines).onMessage(ready);
  expect(engines).toHaveLength(2);
  expect(broker.state).toEqual({ kind: "engine", state: "ready" });
});

test("without its key the shop stays closed until the keychain gives it", () => {
  const { broker, engines, loseKey, findKey, pass } = brokerWithPuppets();
  loseKey();
  last(engines).onExit(1);
  pass(0);
  expect(broker.state).toMatchObject({ state: "failed", reason: "wrong-key" });
  findKey();
  broker.retry();
  expect(last(engines).heard[0]).toMatchObject({ kind: "open", keyHex: "cd".repeat(32) });
});

test("progress goes to the window; what is no message is left alone", () => {
  const { engines, events } = brokerWithPuppets();
  const params = { requestId: "r", done: 1, total: 2, phase: "reading" };
  last(engines).onMessage({ jsonrpc: "2.0", method: "progress", params });
  for (const noise of [undefined, "text", 7, {}, { kind: "nonsense" }, { id: "x", result: 1 }]) {
    last(engines).onMessage(noise);
  }
  expect(events).toEqual([{ kind: "progress", ...params }]);
});

test("closing lets the engine answer and end, and starts no other", async () => {
  const { broker, engines, pass } = brokerWithPuppets();
  last(engines).onMessage(ready);
  const call = broker.call("a", {});
  const closed = broker.close();
  expect(last(last(engines).heard)).toEqual({ kind: "close" });
  last(engines).onMessage({ jsonrpc: "2.0", id: 1, result: "done" });
  last(engines).onExit(0);
  await closed;
  pass(60_000);
  expect(await call).toEqual({ ok: true, value: "done" });
  expect(engines).toHaveLength(1);
  expect(await broker.call("b", {})).toMatchObject({ ok: false });
});

test("an engine that does not end is ended after five seconds", () => {
  const { broker, engines, pass } = brokerWithPuppets();
  void broker.close();
  pass(4_999);
  expect(last(engines).isKilled).toBe(false);
  pass(1);
  expect(last(engines).isKilled).toBe(true);
});
