import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { parseArgs } from "node:util";
import { root } from "../../build/pack/root.mjs";
import { demoShop } from "../../electron/engine/demo/demoShop.ts";
import { addDays } from "../../shared/kernel/day.ts";
import { looks } from "../e2e/app/looks.ts";
import { asking, openQuen, type Quen } from "../e2e/app/openQuen.ts";
import { writeOrderFiles } from "./orderFiles.ts";
import { issueCampaign } from "./story/campaign.ts";
import { firstRun } from "./story/firstRun.ts";
import { measureLookups } from "./story/lookups.ts";
import { missingFrom } from "./story/missingFrom.ts";
import { importOrders } from "./story/orders.ts";
import { pictureFile, pictureNames } from "./story/pictures.ts";
import { printReceipt } from "./story/receipt.ts";
import { sell } from "./story/sale.ts";
import { countShop } from "./story/shopCounts.ts";
import { check, DemoStopped, say, step } from "./story/telling.ts";

const { values: options } = parseArgs({
  options: { out: { type: "string" }, keep: { type: "boolean", default: false } },
});
const out = options.out
  ? resolve(process.env.INIT_CWD ?? process.cwd(), options.out)
  : join(root, "build", "out", "demo");

/** The seed of `shop.fillDemo`: the same people and goods as in the app. */
const seed = 7;
const timezone = "Asia/Ho_Chi_Minh";

const runDemo = async (): Promise<void> => {
  const work = mkdtempSync(join(tmpdir(), "quen-demo-"));
  const endDay = addDays(dayIn(timezone, Date.now()), -1);
  const demo = demoShop(seed, endDay);
  const files = writeOrderFiles(join(work, "orders"), demo, { seed, endDay });
  clearOut();
  const pickFiles = files.map(({ path }) => path);
  const quen = await step("the app opens its window", () => openQuen({ folder: work, pickFiles }));
  try {
    await tellStory(quen, { demo, files });
    if (options.keep) await keepOpen(quen);
  } catch (error) {
    await quen.page.screenshot({ path: join(out, "failed.png") }).catch(() => undefined);
    throw error;
  } finally {
    await quen.close().catch(() => undefined);
    rmSync(work, { recursive: true, force: true });
  }
};

type Props = {
  readonly demo: ReturnType<typeof demoShop>;
  readonly files: ReturnType<typeof writeOrderFiles>;
};

const tellStory = async (quen: Quen, { demo, files }: Props): Promise<void> => {
  const { page } = quen;
  const ask = asking(quen);
  const pictures = { page, folder: out };
  await firstRun(page);
  const imported = await importOrders(pictures, files);
  const { coupons, ...printed } = await issueCampaign(pictures, ask);
  await page.keyboard.press("Alt+1");
  const lookupMs = await step(
    "people are looked up, and the window measures how long it takes",
    () => measureLookups(page, demo.customers),
  );
  const sold = await sell({ ...pictures, ask, demo, coupons });
  await step("the receipt is shown as it will be, and printed", () => printReceipt(quen, out));
  const counted = await step("the shop counts itself, and every sum agrees", () => countShop(ask));
  const summary = { ...counted, ...imported, lookupMs, ...sold, ...printed };
  writeFileSync(join(out, "summary.json"), `${JSON.stringify(inOrder(summary), null, 2)}\n`);
  await step("every picture, every paper and every figure is there", async () => {
    const missing = missingFrom(out, { files: artefacts, figures: summaryKeys });
    check(missing.length === 0, `missing or empty: ${missing.join(", ")}`);
  });
  say(`✓ all of it lies in ${out}`);
};

const summaryKeys = [
  ...["engineHost", "electron", "customers", "products", "salesCommitted", "ordersImported"],
  ...["customersMatched", "lookupMs", "suggestionsShown", "suggestionTaken", "couponRedeemed"],
  ...["pointsRedeemed", "couponListPages", "couponsPrinted"],
];

const inOrder = (summary: Readonly<Record<string, unknown>>) =>
  Object.fromEntries(summaryKeys.map((key) => [key, summary[key]]));

const artefacts = [
  ...pictureNames.flatMap((name) => looks.map((look) => pictureFile(name, look))),
  ...["receipt.png", "coupons.pdf"],
];

/** What an earlier run left there must not pass for what this one has made. */
const clearOut = (): void => {
  mkdirSync(out, { recursive: true });
  for (const file of [...artefacts, "summary.json", "failed.png"]) {
    rmSync(join(out, file), { force: true });
  }
};

const keepOpen = async ({ app }: Quen): Promise<void> => {
  say("The app stays open; sign in as Mi with 2468. Close its window to end the demo.");
  await app.waitForEvent("close", { timeout: 0 });
};

/** "2026-11-21" at `atMs` where the shop is. */
const dayIn = (timeZone: string, atMs: number): string =>
  new Intl.DateTimeFormat("en-CA", { timeZone }).format(atMs);

try {
  const startedAtMs = performance.now();
  await runDemo();
  say(`✓ the demo took ${Math.round((performance.now() - startedAtMs) / 1_000)} s`);
} catch (error) {
  if (!(error instanceof DemoStopped)) throw error;
  process.stderr.write(`✗ ${error.message}\n`);
  process.exitCode = 1;
}
