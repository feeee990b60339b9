import { isRecord } from "../../e2e/app/isRecord.ts";
import type { Ask } from "../../e2e/app/openQuen.ts";
import { check } from "./telling.ts";

/** What the app says about itself and about the shop, after a full check. */
export const countShop = async (ask: Ask) => {
  const { engineHost, electron } = await ask("shell.about");
  const health = await ask("engine.health");
  const counts = isRecord(health.counts) ? health.counts : {};
  check(health.ok === true, `the shop is not in order: ${JSON.stringify(health)}`);
  const { customers, products, sales: salesCommitted } = counts;
  return { engineHost, electron, customers, products, salesCommitted };
};
