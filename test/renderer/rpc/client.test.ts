import { expect, test, vi } from "vitest";
import { ask, askShell, keepSession, tell, watchSignedOut } from "../../../renderer/rpc/client.ts";
import { refuse } from "../fake/fakeBridge.ts";
import { haId } from "../fake/fakePeople.ts";
import { installBridge } from "../openWindow.tsx";

const uuidV7 = /^[\da-f]{8}-[\da-f]{4}-7[\da-f]{3}-[89ab][\da-f]{3}-[\da-f]{12}$/u;

const consent = {
  customerId: haId,
  purpose: "personalization",
  channel: "counter",
  state: "granted",
  wording: "…",
  source: "till",
} as const;

const idsOf = (calls: readonly unknown[]): readonly unknown[] =>
  calls.map((params) => Object(params).requestId);

test("every write carries an id of its own, made where it starts", async () => {
  const bridge = installBridge();
  await tell("consent.record", consent);
  await tell("consent.record", consent);
  const [first, second] = idsOf(bridge.callsOf("consent.record"));
  expect(first).toMatch(uuidV7);
  expect(second).not.toBe(first);
});

test("a write that got no answer is asked again under the same id", async () => {
  const bridge = installBridge();
  bridge.loseNext("consent.record");
  expect(await tell("consent.record", consent)).toEqual({ ok: true, value: {} });
  const [first, second] = idsOf(bridge.callsOf("consent.record"));
  expect(second).toBe(first);
});

test("after a restart the session is opened again before anything is asked", async () => {
  const bridge = installBridge();
  await ask("shop.status", {});
  keepSession("token");
  bridge.loseNext("catalog.byCode");
  bridge.emit({ kind: "engine", state: "restarting" });
  const answer = ask("catalog.byCode", { code: "PH-08" });
  await vi.waitFor(() => expect(bridge.callsOf("catalog.byCode")).toHaveLength(1));
  bridge.emit({ kind: "engine", state: "ready" });
  expect((await answer).ok).toBe(true);
  expect(bridge.calls.map(({ method }) => method)).toEqual([
    "shop.status",
    "catalog.byCode",
    "session.resume",
    "catalog.byCode",
  ]);
});

test("a new engine that knows no session yet is told it once, and then believed", async () => {
  const bridge = installBridge({ "catalog.byCode": () => refuse({ kind: "NotSignedIn" }) });
  keepSession("token");
  const heard = vi.fn();
  watchSignedOut(heard);
  expect(await ask("catalog.byCode", { code: "PH-08" })).toMatchObject({
    refusal: { kind: "NotSignedIn" },
  });
  expect(bridge.callsOf("session.resume")).toHaveLength(1);
  expect(bridge.callsOf("catalog.byCode")).toHaveLength(2);
  expect(heard).toHaveBeenCalledOnce();
});

test("an engine that never comes back is a value, not a wait for ever", async () => {
  const bridge = installBridge();
  for (let time = 0; time < 6; time += 1) bridge.loseNext("catalog.byCode");
  const answer = { "catalog.byCode": () => refuse({ kind: "CodeUnknown" }) };
  bridge.answer(answer);
  Object.assign(window, {
    quen: {
      ...bridge,
      call: async () => ({
        ok: false,
        error: { code: -32_000, message: "", data: { kind: "EngineRestarted" } },
      }),
    },
  });
  vi.useFakeTimers();
  const asked = ask("catalog.byCode", { code: "PH-08" });
  await vi.runAllTimersAsync();
  vi.useRealTimers();
  expect(await asked).toEqual({
    ok: false,
    refusal: { kind: "EngineUnavailable", reason: "stopped" },
  });
});

test("a refusal comes back as a value with its kind and its facts", async () => {
  installBridge({ "catalog.byCode": () => refuse({ kind: "CodeUnknown", ...{ code: "x" } }) });
  expect(await ask("catalog.byCode", { code: "x" })).toEqual({
    ok: false,
    refusal: { kind: "CodeUnknown", code: "x" },
  });
});

test("a defect shows the reference under which it was logged", async () => {
  const bridge = installBridge();
  bridge.forget("catalog.byCode");
  expect(await ask("catalog.byCode", { code: "x" })).toEqual({
    ok: false,
    refusal: { kind: "Defect", reference: "7F3A" },
  });
});

test("progress reaches the one who asked, and nobody else", async () => {
  const bridge = installBridge();
  const mine = vi.fn();
  const others = vi.fn();
  const requestId = "0190b6a0-0000-7000-8000-0000000000aa";
  bridge.answer({
    "shop.fillDemo": () => {
      bridge.emit({ kind: "progress", requestId, done: 1, total: 2, phase: "sales" });
      return { customers: 1, products: 1, sales: 1 };
    },
  });
  const other = tell("consent.record", consent, { onProgress: others });
  await tell("shop.fillDemo", {}, { requestId, onProgress: mine });
  await other;
  expect(mine).toHaveBeenCalledWith(expect.objectContaining({ done: 1, total: 2 }));
  expect(others).not.toHaveBeenCalled();
});

test("a shell that cannot is undefined, never an exception", async () => {
  const bridge = installBridge();
  bridge.forget("shell.about");
  expect(await askShell("shell.about", {})).toBeUndefined();
});
