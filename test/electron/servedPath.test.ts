import { expect, test } from "vitest";
import { isWindowAddress, servedPath } from "../../electron/main/pages/servedPath.ts";

test.each([
  ["app://quen/", ["index.html"]],
  ["app://quen/index.html", ["index.html"]],
  ["app://quen/assets/index-DbhbY5u5.js?v=1#top", ["assets", "index-DbhbY5u5.js"]],
  ["app://quen/fonts/be-vietnam-pro-latin-400-normal.woff2", "woff2"],
])("%s is a file of the window", (address, expected) => {
  const served = servedPath(address);
  if (Array.isArray(expected)) expect(served).toEqual({ kind: "file", segments: expected });
  expect(served?.kind).toBe("file");
});

test("a document has its own address", () => {
  expect(servedPath("app://quen/document/abc")).toEqual({ kind: "document", id: "abc" });
});

test.each([
  "app://quen/%2e%2e/main/main.cjs",
  "app://quen/..%2fmain%2fmain.cjs",
  "app://quen/assets/%2e%2e/%2e%2e/package.json",
  "app://quen/..%5cmain%5cmain.cjs",
  "app://quen/.hidden",
  "app://quen/C:/Windows/win.ini",
  "app://quen/%00index.html",
  "app://quen/%E0%A4%A",
  "app://quen/document/",
  "app://quen/document/a/b",
  "app://other/index.html",
  "app://quen.example/index.html",
  "https://quen/index.html",
  "file:///etc/passwd",
  "data:text/html,hello",
  "",
])("%s leads out of the folder by no way", (address) => {
  const served = servedPath(address);
  const names = served?.kind === "file" ? served.segments : [];
  expect(names.every((name) => !/^\.|[\\/:\0]/.test(name))).toBe(true);
  expect(served?.kind === "document").toBe(false);
});

test("a printed document is not the window, though it is ours", () => {
  expect(isWindowAddress("app://quen/index.html")).toBe(true);
  expect(isWindowAddress("app://quen/document/abc")).toBe(false);
  expect(isWindowAddress("https://example.com/index.html")).toBe(false);
});
