import { spawn, spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, expect, test } from "vitest";
import { root } from "../../../build/pack/root.mjs";

const folders: string[] = [];
afterEach(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
});

type Line = {
  readonly id: number | string | null;
  readonly result?: Readonly<Record<string, unknown>>;
  readonly error?: { readonly code: number; readonly message: string; readonly data?: unknown };
};

/** Why: build/checks/vitest.config.ts. */
const SOURCES = "--no-memory-protection-keys";
const host = join(root, "electron", "engine", "hosts", "headless.ts");

/** Writes `chunks` to a fresh engine, ends the input, and gives back all lines and the exit code. */
const speak = (
  chunks: readonly (string | Buffer)[],
): Promise<{ readonly lines: readonly Line[]; readonly code: number | null }> => {
  const folder = mkdtempSync(join(tmpdir(), "quen-pipe-"));
  folders.push(folder);
  const child = spawn(process.execPath, [SOURCES, host, "--data", folder]);
  let text = "";
  child.stdout.setEncoding("utf8").on("data", (part) => {
    text += part;
  });
  for (const chunk of chunks) child.stdin.write(chunk);
  child.stdin.end();
  return new Promise((resolve) => {
    child.once("close", (code) => {
      const lines = text.split("\n").filter((line) => line !== "");
      resolve({ lines: lines.map((line): Line => JSON.parse(line)), code });
    });
  });
};

const request = (id: number | string, method: string, params: unknown = {}): string =>
  `${JSON.stringify({ jsonrpc: "2.0", id, method, params })}\n`;

const setUp = {
  requestId: "0190a000-0000-7000-8000-0000000000aa",
  name: "Tạp hoá Mi",
  currency: "VND",
  timezone: "Asia/Ho_Chi_Minh",
  locale: "vi",
  ownerName: "Mi",
  ownerPin: "1234",
};

test("all that was asked before the end of input is answered by its id, and the engine ends with 0", async () => {
  const { lines, code } = await speak([
    request("a", "shop.status"),
    request(2, "shop.setup", setUp),
    request(3, "catalog.search", { text: "cà" }),
    request(4, "engine.health"),
  ]);
  expect(code).toBe(0);
  expect(new Set(lines.map(({ id }) => id))).toEqual(new Set(["a", 2, 3, 4]));
  expect(lines.find(({ id }) => id === "a")?.result).toMatchObject({ configured: false });
  expect(lines.find(({ id }) => id === 3)?.result).toEqual({ products: [] });
  expect(lines.find(({ id }) => id === 4)?.result).toMatchObject({
    ok: true,
    synchronous: "FULL",
    journalMode: "wal",
  });
});

test("what is no JSON, no request or no call is answered so, and the engine goes on", async () => {
  const { lines, code } = await speak([
    "garbage {\n",
    "\n   \r\n",
    '"a text"\n',
    "[1,2]\n",
    request(1, "no.such.call"),
    request(2, "shop.setup", { name: 5 }),
    `${JSON.stringify({ jsonrpc: "2.0", method: "shop.status" })}\r\n`,
    request(3, "sale.quote", { lines: [] }),
    request(4, "shop.status").replace("\n", "\r\n"),
  ]);
  expect(code).toBe(0);
  expect(lines.filter(({ id }) => id === null).map(({ error }) => error?.code)).toEqual([
    -32700, -32600, -32600,
  ]);
  expect(lines.find(({ id }) => id === 1)?.error?.code).toBe(-32601);
  const wrong = lines.find(({ id }) => id === 2)?.error;
  expect(wrong?.code).toBe(-32602);
  expect(wrong?.data).toMatchObject({
    issues: expect.arrayContaining([{ path: ["name"], message: expect.any(String) }]),
  });
  expect(lines.find(({ id }) => id === 3)?.error).toMatchObject({
    code: 1000,
    data: { kind: "NotSignedIn" },
  });
  expect(lines.find(({ id }) => id === 4)?.result).toMatchObject({ configured: false });
  expect(lines).toHaveLength(7);
});

test("Vietnamese letters survive being cut in the middle of a byte", async () => {
  const bytes = Buffer.from(request(1, "shop.setup", setUp));
  const cut = bytes.indexOf(Buffer.from("ạ")) + 1;
  const { lines } = await speak([
    bytes.subarray(0, cut),
    bytes.subarray(cut),
    request(2, "shop.status"),
  ]);
  expect(lines.find(({ id }) => id === 2)?.result).toMatchObject({ name: "Tạp hoá Mi" });
});

test("a name that is not UTF-8 is refused before it is kept without its letters", async () => {
  const bytes = Buffer.from(request(1, "shop.setup", { ...setUp, name: "Café" }), "latin1");
  const { lines, code } = await speak([bytes, request(2, "shop.status")]);
  expect(code).toBe(0);
  expect(lines.find(({ id }) => id === null)?.error).toMatchObject({ code: -32700 });
  expect(lines.find(({ id }) => id === 2)?.result).toMatchObject({ configured: false });
});

test("the engine describes each of its calls with schemas of what goes in and comes out", async () => {
  const { lines } = await speak([request(1, "engine.describe")]);
  const methods = lines[0]?.result?.methods;
  expect(Array.isArray(methods) && methods.length).toBeGreaterThan(30);
  expect(methods).toContainEqual(
    expect.objectContaining({
      name: "sale.commit",
      access: "write",
      input: expect.objectContaining({ type: "object" }),
      output: expect.objectContaining({ type: "object" }),
    }),
  );
});

test("a name with a mark that ends a line elsewhere goes in and comes out as one line", async () => {
  const name = "Lan\u2028Anh";
  const { lines, code } = await speak([
    request(1, "shop.setup", { ...setUp, name }),
    request(2, "shop.status"),
  ]);
  expect(code).toBe(0);
  expect(lines).toHaveLength(2);
  expect(lines.every(({ error }) => error === undefined)).toBe(true);
});

test("a line that is too long is answered so and thrown away, and the engine goes on", async () => {
  const { lines, code } = await speak([
    `{"jsonrpc":"2.0","id":1,"method":"shop.status","params":{"text":"`,
    ...Array.from({ length: 33 }, () => "x".repeat(1024 * 1024)),
    `"}}\n`,
    request(2, "shop.status"),
  ]);
  expect(code).toBe(0);
  expect(lines.find(({ id }) => id === null)?.error).toMatchObject({
    code: -32602,
    data: { issues: [{ path: [], message: "longer than 32 MB" }] },
  });
  expect(lines.find(({ id }) => id === 2)?.result).toMatchObject({ configured: false });
});

test("a shop that cannot be made where it was asked for is refused in words", () => {
  const folder = mkdtempSync(join(tmpdir(), "quen-pipe-"));
  folders.push(folder);
  const file = join(folder, "a file");
  writeFileSync(file, "");
  const run = spawnSync(process.execPath, [host, "--data", join(file, "shop")], {
    encoding: "utf8",
  });
  expect(run.status).toBe(1);
  expect(run.stderr).toMatch(/^The folder .* cannot be made \(ENOTDIR\)\. Nothing was changed\.$/m);
  expect(run.stderr).not.toContain("at ");
});
