import { expect as base } from "@playwright/test";

/** Waits for what is on the screen as long as a slow machine needs; a fast one never waits so long. */
export const expect = base.configure({ timeout: 20_000 });
