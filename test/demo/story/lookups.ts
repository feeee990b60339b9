import type { Page } from "@playwright/test";
import type { DemoCustomer } from "../../../electron/engine/demo/plan.ts";
import { find } from "../../e2e/app/atTheTill.ts";
import { expect } from "../../e2e/app/expect.ts";
import { check } from "./telling.ts";

declare const window: Window & { lookup: Promise<number> };

const LOOKUPS = 9;

/**
 * Looks up several people by the last four digits of their phone, and answers the median time in
 * milliseconds from the key to the frame that shows the profile, taken in the window itself.
 */
export const measureLookups = async (
  page: Page,
  customers: readonly DemoCustomer[],
): Promise<number> => {
  const times: number[] = [];
  for (const { name, digits } of easilyFound(customers).slice(0, LOOKUPS)) {
    await find(page, digits, name);
    await armTimer(page, name);
    await page.keyboard.press("Enter");
    times.push(await page.evaluate(() => window.lookup));
    await expect(page.getByTestId("customer-name")).toHaveText(name);
  }
  check(times.length === LOOKUPS, "too few people could be looked up");
  return Math.round(median(times) * 10) / 10;
};

/** From the key to the first task after the frame in which the name stands there. */
const armTimer = (page: Page, name: string): Promise<void> =>
  page.evaluate((wanted) => {
    window.lookup = new Promise((resolve) => {
      const isShown = () =>
        document.querySelector("[data-testid=customer-name]")?.textContent === wanted;
      const start = ({ timeStamp }: Event) => {
        const watcher = new MutationObserver(() => {
          if (!isShown()) return;
          watcher.disconnect();
          const { port1, port2 } = new MessageChannel();
          port1.onmessage = () => resolve(performance.now() - timeStamp);
          requestAnimationFrame(() => port2.postMessage("painted"));
        });
        watcher.observe(document.body, { childList: true, subtree: true, characterData: true });
      };
      window.addEventListener("keydown", start, { capture: true, once: true });
    });
  }, name);

/** People with a phone whose last four digits, and a name, that nobody else has. */
const easilyFound = (customers: readonly DemoCustomer[]) => {
  const people = customers.map(({ name, phones }) => ({ name, digits: lastDigits(phones[0]) }));
  const count = (key: "name" | "digits", value: string) =>
    people.filter((person) => person[key] === value).length;
  return people
    .slice(1, 200)
    .filter(({ name, digits }) => count("digits", digits) === 1 && count("name", name) === 1)
    .filter(({ digits }) => digits.length === 4);
};

const lastDigits = (phone = ""): string => phone.replace(/\D/g, "").slice(-4);

const median = (numbers: readonly number[]): number => {
  const sorted = [...numbers].sort((left, right) => left - right);
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
};
