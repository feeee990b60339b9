import { fileURLToPath } from "node:url";
import react from "@vitejs/plugin-react";
import { defineConfig } from "vitest/config";

const root = fileURLToPath(new URL("../..", import.meta.url));

/** `unit` runs in plain Node on real SQLite; `renderer` draws in jsdom; `faults` starts real processes. */
export default defineConfig({
  root,
  test: {
    // The default leaves one core idle, which on two is half of them.
    maxWorkers: "100%",
    globalSetup: ["build/checks/ownTemp.ts", "build/checks/freshEngine.ts"],
    projects: [
      {
        root,
        test: {
          name: "unit",
          include: ["test/{shared,engine,migrations,checks,electron}/**/*.test.ts"],
          setupFiles: ["test/engine/closeShops.ts"],
          isolate: false,
          testTimeout: 120_000,
        },
      },
      {
        root,
        plugins: [react()],
        test: {
          name: "renderer",
          environment: "jsdom",
          include: ["test/renderer/**/*.test.{ts,tsx}"],
          setupFiles: ["test/renderer/setUp.ts"],
          isolate: false,
          testTimeout: 120_000,
        },
      },
      {
        root,
        test: {
          name: "faults",
          include: ["test/faults/**/*.test.ts"],
          testTimeout: 300_000,
        },
      },
    ],
  },
});
