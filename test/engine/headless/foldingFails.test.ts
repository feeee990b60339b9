import { expect, onTestFinished, test, vi } from "vitest";
import { startResting } from "../../../electron/engine/hosts/atRest.ts";
import type { WorkerPort } from "../../../electron/engine/hosts/workerPort.ts";
import { openWorld } from "../calls/world.ts";

test("a full disk that keeps the log from being folded is told once, and once more when it fails anew", async () => {
  const world = await openWorld();
  vi.useFakeTimers({ toFake: ["setInterval", "clearInterval"] });
  onTestFinished(() => void vi.useRealTimers());
  let isFull = true;
  const foldLog = vi.fn(async () => {
    if (isFull) throw new Error("database or disk is full");
  });
  const { worker } = world.engine();
  const port = {
    ...worker,
    foldLog,
    refreshFigures: async () => undefined,
  } as unknown as WorkerPort;
  const told: string[] = [];
  const resting = startResting({
    ...{ engine: world.engine(), worker: port, asker: port },
    log: (text) => told.push(text),
  });
  onTestFinished(resting.stop);
  await vi.advanceTimersByTimeAsync(60_000);
  expect(told).toEqual(["folding the log: Error: database or disk is full"]);
  expect(foldLog.mock.calls.length).toBeGreaterThan(50);
  isFull = false;
  await vi.advanceTimersByTimeAsync(1_000);
  isFull = true;
  await world.take("customer.create", { name: "Mai" });
  await vi.advanceTimersByTimeAsync(60_000);
  expect(told).toHaveLength(2);
});
