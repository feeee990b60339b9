import { expect, test } from "vitest";
import { sendInParts } from "../../electron/engine/hosts/sendInParts.ts";
import { brokerWithPuppets, last } from "./fakeEngine.ts";

const slips = Array.from({ length: 40_000 }, (_, at) => `<p>Tặng chị Hà ${at} một gói trà 🎉</p>`);
const answer = { document: slips.join(""), pages: 834, coupons: [{ code: "QUEN" }] };

/** A line on which each message is taken only when it is told so. */
const slowLine = () => {
  const waiting: (() => void)[] = [];
  const sent: unknown[] = [];
  return {
    sent,
    send: (message: unknown) => {
      sent.push(message);
      return new Promise<void>((taken) => waiting.push(taken));
    },
    takeOne: async () => {
      waiting.shift()?.();
      await new Promise((resolve) => setImmediate(resolve));
    },
  };
};

const longest = (sent: readonly unknown[]) =>
  Math.max(...sent.map((message) => JSON.stringify(message).length));

test("a long document reaches the window whole, in parts between which the till is answered", async () => {
  const { broker, engines } = brokerWithPuppets();
  const engine = last(engines);
  engine.onMessage({ kind: "ready" });
  const printed = broker.call("campaign.list", {});
  const quoted = broker.call("sale.quote", {});
  const line = slowLine();
  void sendInParts(line.send, { jsonrpc: "2.0", id: 1, result: answer });
  await line.takeOne();
  void sendInParts(line.send, { jsonrpc: "2.0", id: 2, result: { totalMinor: 45_000 } });
  for (let at = 0; at < 20; at += 1) await line.takeOne();
  expect(line.sent.length).toBeGreaterThan(3);
  expect(longest(line.sent)).toBeLessThan(1_000_000);
  expect(line.sent.slice(0, 4)).toContainEqual({
    ...{ jsonrpc: "2.0", id: 2, result: { totalMinor: 45_000 } },
  });
  // As the line does it: a part may begin in the middle of a letter.
  for (const message of line.sent) engine.onMessage(JSON.parse(JSON.stringify(message)));
  expect(await quoted).toEqual({ ok: true, value: { totalMinor: 45_000 } });
  expect(await printed).toEqual({ ok: true, value: answer });
});

test("parts that a dead engine left are no part of what the next one answers", async () => {
  const { broker, engines, pass } = brokerWithPuppets();
  last(engines).onMessage({ kind: "ready" });
  const cut = broker.call("campaign.list", {});
  last(engines).onMessage({ kind: "part", id: 1, field: "document", text: "half" });
  last(engines).onExit(9);
  expect(await cut).toMatchObject({ ok: false });
  pass(0);
  last(engines).onMessage({ kind: "ready" });
  const again = broker.call("campaign.list", {});
  last(engines).onMessage({ kind: "part", id: 2, field: "document", text: "whole" });
  last(engines).onMessage({ jsonrpc: "2.0", id: 2, result: { pages: 1 } });
  expect(await again).toEqual({ ok: true, value: { document: "whole", pages: 1 } });
});

test("a short answer, a list and a refusal go as they are", async () => {
  const sent: unknown[] = [];
  const send = async (message: unknown) => void sent.push(message);
  const error = { code: 1_000, message: "No.", data: { kind: "CampaignUnknown" } };
  const answers = [
    { jsonrpc: "2.0", id: 1, result: { document: "short" } },
    { jsonrpc: "2.0", id: 2, result: ["a"] },
    { jsonrpc: "2.0", id: 3, error },
  ] as const;
  for (const one of answers) await sendInParts(send, one);
  expect(sent).toEqual(answers);
});
