import { fileURLToPath } from "node:url";
import { defineConfig } from "@playwright/test";

const path = (relative: string) => fileURLToPath(new URL(relative, import.meta.url));

/** The stories drive the real app, two windows at a time; a story that fails once has failed. */
export default defineConfig({
  testDir: path("../../test/e2e"),
  outputDir: path("../out/test-results/e2e"),
  workers: 2,
  retries: 0,
  forbidOnly: true,
  timeout: 120_000,
  reporter: [["list"], ["json", { outputFile: path("../out/test-results/e2e.json") }]],
});
