import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Page } from "@playwright/test";
import { barcodeOf } from "../../electron/engine/demo/products.ts";
import { expectTotal, signIn as typePin } from "../e2e/app/atTheTill.ts";
import { expect } from "../e2e/app/expect.ts";
import { asking, openQuen, type Quen } from "../e2e/app/openQuen.ts";
import { timings } from "./measure/timings.ts";

declare const window: Window & { readonly paints: number[] };

const CUSTOMERS = 12;
const PIN = "2468";
/** The browser tells of keys that took at least so long to be painted; a quicker one took less. */
const QUICKEST_TOLD_MS = 16;
/** A quick pair of hands, and slower than any scanner. */
const KEY_MS = 90;
const STARTS = 5;

/** The same goods, people and sales as the demo shop's, so that lists and searches are full ones. */
const fillShop = async (folder: string): Promise<void> => {
  const quen = await openQuen({ folder });
  const ask = asking(quen);
  await ask("shop.setup", {
    ...{ name: "Tạp hoá Mi", currency: "VND", timezone: "Asia/Ho_Chi_Minh", locale: "vi" },
    ...{ ownerName: "Mi", ownerPin: PIN },
  });
  await ask("shop.fillDemo");
  await quen.close();
};

/** From the start of the app until a PIN can be typed, and until the till has priced a first thing. */
const startOnce = async (folder: string, barcode: string) => {
  const startedMs = performance.now();
  const quen = await openQuen({ folder });
  await expect(quen.page.getByTestId("sign-in")).toBeVisible();
  const signInMs = performance.now() - startedMs;
  await typePin(quen.page, PIN);
  await quen.page.keyboard.type(barcode);
  await quen.page.keyboard.press("Enter");
  await expectTotal(quen.page, /[1-9]/u);
  return { quen, signInMs, firstLineMs: performance.now() - startedMs };
};

const watchPaints = (page: Page): Promise<void> =>
  page.evaluate((leastMs) => {
    const paints: number[] = [];
    Object.assign(window, { paints });
    const observer = new PerformanceObserver((list) => {
      for (const { name, duration } of list.getEntries()) {
        if (name === "keydown") paints.push(duration);
      }
    });
    observer.observe({ type: "event", durationThreshold: leastMs } as PerformanceObserverInit);
  }, QUICKEST_TOLD_MS);

const pressEach = async (page: Page, keys: readonly string[]): Promise<number> => {
  for (const key of keys) {
    await page.keyboard.press(key);
    await page.waitForTimeout(KEY_MS);
  }
  return keys.length;
};

/** One customer after the other: goods by name, a regular by phone, more of one, the money, and back. */
const serveCustomers = async ({ page }: Quen, phones: readonly string[]): Promise<number> => {
  let keys = 0;
  for (const digits of phones) {
    keys += await pressEach(page, [..."ca phe", "Enter", ..."sua", "Enter", ...digits, "Enter"]);
    keys += await pressEach(page, ["ArrowDown", "ArrowUp", "+", "+", "-", "F9", "Escape"]);
  }
  return keys;
};

const measureKeys = async (quen: Quen) => {
  const ask = asking(quen);
  const { matches } = await ask("customer.search", { text: "nguyen", limit: CUSTOMERS });
  const phones = (matches as { phone?: string }[]).flatMap(({ phone }) => phone?.slice(-4) ?? []);
  await watchPaints(quen.page);
  const keys = await serveCustomers(quen, phones);
  const told = await quen.page.evaluate(() => window.paints);
  const paints = timings();
  for (const paint of told) paints.add(paint);
  for (let quick = told.length; quick < keys; quick += 1) paints.add(QUICKEST_TOLD_MS);
  return {
    keys,
    keyToPaintP50Ms: paints.at(0.5),
    keyToPaintP95Ms: paints.at(0.95),
    keyToPaintP99Ms: paints.at(0.99),
  };
};

const folder = mkdtempSync(join(tmpdir(), "quen-bench-window-"));
try {
  await fillShop(folder);
  const [signIn, firstLine] = [timings(), timings()];
  let keys = {};
  for (let start = 1; start <= STARTS; start += 1) {
    const { quen, signInMs, firstLineMs } = await startOnce(folder, barcodeOf(0));
    signIn.add(signInMs);
    firstLine.add(firstLineMs);
    if (start === STARTS) keys = await measureKeys(quen);
    await quen.close();
  }
  const starts = { startToPinP50Ms: signIn.at(0.5), startToFirstLineP50Ms: firstLine.at(0.5) };
  console.log(JSON.stringify({ bench: "window", starts: STARTS, ...starts, ...keys }));
} finally {
  rmSync(folder, { recursive: true, force: true });
}
