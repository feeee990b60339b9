import { randomUUID } from "node:crypto";
import { mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { type Random, seededRandom } from "../../electron/engine/demo/random.ts";
import { type EnginePipe, openEngine } from "./enginePipe.ts";
import { makeShop, must, refusalKind, signIn } from "./shopOnPipe.ts";

const PEOPLE = 250;
const KILLS = 30;
const LONGEST_LIFE_MS = 70;

type Asked = { readonly method: string; readonly params: { readonly requestId: string } };

const made = async (engine: EnginePipe, method: string, params: object): Promise<string> => {
  const answer = Object(await must(engine, method, { requestId: randomUUID(), ...params }));
  return answer.customerId ?? answer.campaignId;
};

const plan = {
  ...{ name: "Khách quen", segment: {}, offer: { kind: "amount", amountMinor: 5_000 } },
  ...{ fromDay: "2020-01-01", toDay: "2099-12-31", holdoutBps: 2_000 },
};

const withPeople = async (dataDir: string): Promise<void> => {
  const engine = openEngine(dataDir);
  await makeShop(engine);
  for (let at = 0; at < PEOPLE; at += 1) {
    const customerId = await made(engine, "customer.create", { name: `Khách ${at}` });
    await must(engine, "consent.record", {
      ...{ requestId: randomUUID(), customerId, purpose: "marketing", channel: "print" },
      ...{ state: "granted", wording: "Tôi đồng ý", source: "counter" },
    });
  }
  await must(engine, "shop.setSettings", { requestId: randomUUID(), contactCapPerMonth: 60 });
  await engine.end();
};

/** What the owner sees of each campaign is what is in its list, and no code is given out twice. */
const countsAreTrue = async (engine: EnginePipe): Promise<void> => {
  const { campaigns } = Object(await must(engine, "campaign.overview", { limit: 100 }));
  const codes: string[] = [];
  for (const { campaignId, state, issued, heldOut, coupons, neverIssued } of campaigns) {
    if (neverIssued || (state !== "issued" && state !== "stopped")) continue;
    expect(issued + heldOut).toBe(PEOPLE);
    const list = Object(await must(engine, "campaign.list", { campaignId, format: "json" }));
    expect(list.coupons).toHaveLength(coupons);
    codes.push(...list.coupons.map(({ code }: { code: string }) => code));
  }
  expect(new Set(codes).size).toBe(codes.length);
};

/** What was cut is asked again: it ends, and asked once more it answers the same. */
const askAgain = async (engine: EnginePipe, cut: readonly Asked[]): Promise<void> => {
  for (const { method, params } of cut) {
    const first = await engine.ask(method, params);
    // It was given up meanwhile, or the copy was whole already and only its answer was cut.
    if (["CampaignOver", "PathTaken"].includes(refusalKind(first) ?? "")) continue;
    expect(first?.error).toBeUndefined();
    expect(await engine.ask(method, params)).toEqual(first);
  }
};

const isWhole = async (dataDir: string, engine: EnginePipe): Promise<void> => {
  expect(readdirSync(dataDir).filter((name) => name.startsWith("scratch-"))).toEqual([]);
  expect(await must(engine, "engine.health", {})).toMatchObject({ ok: true, disagreements: [] });
};

/** Issues, rehearses, now and then copies the shop or gives up, and is killed; what was not answered. */
const liveShortly = async (
  engine: EnginePipe,
  random: Random,
  path: string,
): Promise<readonly Asked[]> => {
  const campaignId = await made(engine, "campaign.create", plan);
  const issue = { method: "campaign.issue", params: { requestId: randomUUID(), campaignId } };
  const copy = { method: "backup.create", params: { requestId: randomUUID(), path } };
  const asked: readonly Asked[] = random.chance(0.3) ? [issue, copy] : [issue];
  const answered = new Set<Asked>();
  const answers = asked.map(async (one) => {
    if (await engine.ask(one.method, one.params)) answered.add(one);
  });
  void engine.ask("campaign.rehearse", plan);
  const lifeMs = random.below(LONGEST_LIFE_MS);
  const stop = { requestId: randomUUID(), campaignId };
  if (random.chance(0.3)) setTimeout(() => void engine.ask("campaign.stop", stop), lifeMs / 2);
  setTimeout(() => engine.kill(), lifeMs);
  await engine.ended;
  await Promise.all(answers);
  return asked.filter((one) => !answered.has(one));
};

test("kills at random moments of issuing, giving up, rehearsing and backing up leave every count true", async () => {
  const folder = mkdtempSync(join(tmpdir(), "quen-kill-issuing-"));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  const dataDir = join(folder, "shop");
  await withPeople(dataDir);
  const random = seededRandom("killed while issuing");
  let cut: readonly Asked[] = [];
  let cutCount = 0;
  for (let kill = 0; kill < KILLS; kill += 1) {
    const engine = openEngine(dataDir);
    await signIn(engine);
    await isWhole(dataDir, engine);
    await askAgain(engine, cut);
    await countsAreTrue(engine);
    cut = await liveShortly(engine, random, join(folder, `${kill}.quenbackup`));
    cutCount += cut.length;
  }
  // Else the kills came only between two calls, and proved nothing.
  expect(cutCount).toBeGreaterThan(5);
  const engine = openEngine(dataDir);
  await signIn(engine);
  await askAgain(engine, cut);
  await countsAreTrue(engine);
  expect(await must(engine, "audit.verify", {})).toMatchObject({ ok: true });
  await isWhole(dataDir, engine);
  expect(await engine.end()).toBe(0);
});
