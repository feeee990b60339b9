import "@testing-library/jest-dom/vitest";
import { cleanup } from "@testing-library/react";
import { afterEach, beforeEach, vi } from "vitest";
import { resetWindow } from "./openWindow.tsx";

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
