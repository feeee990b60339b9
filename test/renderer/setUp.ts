import "@testing-library/jest-dom/vitest";
import { cleanup, configure } from "@testing-library/react";
import { afterEach, beforeEach, vi } from "vitest";
import { resetWindow } from "./openWindow.tsx";

// How soon something is shown is a benchmark's question: a busy machine must not fail a test.
configure({ asyncUtilTimeout: 20_000 });

// What jsdom does not draw, it does not have.
Object.assign(window, {
  matchMedia: (query: string) => ({
    matches: false,
    media: query,
    addEventListener: () => undefined,
    removeEventListener: () => undefined,
  }),
});

// The made-up shop stands still in time: no test begins to fail with another year.
vi.mock("../../renderer/rpc/clock.ts", async () => {
  const { nowMs } = await import("./fake/now.ts");
  return { nowMs: () => nowMs };
});

beforeEach(resetWindow);
afterEach(cleanup);
