import { execFileSync } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { _electron, type ElectronApplication, expect, type Page, test } from "@playwright/test";
import { appCommand } from "../../build/pack/electronRuntime.mjs";
import { root } from "../../build/pack/root.mjs";
import type { Answer, Bridge, ShellEvent } from "../../shared/contract/shell.ts";

declare const window: Window & { quen: Bridge; heard: ShellEvent[]; broken?: boolean };

const folder = mkdtempSync(join(tmpdir(), "quen-shell-"));
const shop = join(folder, "shop");
const printed = join(folder, "printed");
let app: ElectronApplication;
let page: Page;

test.beforeAll(async () => {
  const { file, args } = appCommand(root);
  const env = { ...process.env, QUEN_PRINT_TO: printed };
  app = await _electron.launch({ executablePath: file, args: [...args, "--data", shop], env });
  page = await app.firstWindow();
  await page.waitForLoadState();
});
test.afterAll(async () => {
  await app.close();
  rmSync(folder, { recursive: true, force: true });
});

const call = (method: string, params: unknown): Promise<Answer> =>
  page.evaluate(([name, input]) => window.quen.call(name, input), [method, params] as const);

test("the window has one bridge and nothing of Node", async () => {
  const seen = await page.evaluate(() => ({
    node: [typeof Reflect.get(globalThis, "require"), typeof Reflect.get(globalThis, "process")],
    bridge: Object.keys(window.quen),
  }));
  expect(seen).toEqual({ node: ["undefined", "undefined"], bridge: ["call", "subscribe"] });
});

test("no script from outside runs in the window, and nothing leaves it", async () => {
  const tried = await page.evaluate(async () => {
    const script = document.createElement("script");
    script.textContent = "window.broken = true";
    document.body.append(script);
    const reaches = (address: string) =>
      fetch(address).then(
        (answer) => answer.ok,
        () => false,
      );
    return {
      broken: window.broken,
      opened: window.open("app://quen/index.html") !== null,
      outside: await reaches("https://example.com/"),
      files: await reaches("file:///etc/hosts"),
      upwards: await reaches("app://quen/..%2fmain%2fmain.cjs"),
      own: await reaches("app://quen/fonts/be-vietnam-pro-latin-400-normal.woff2"),
    };
  });
  expect(tried).toEqual({
    broken: undefined,
    opened: false,
    outside: false,
    files: false,
    upwards: false,
    own: true,
  });
});

test("the window stays where it is", async () => {
  const before = page.url();
  await page.evaluate(() => {
    window.location.href = "https://example.com/";
  });
  await page.waitForTimeout(200);
  expect(page.url()).toBe(before);
});

const hostile = `<!doctype html><meta charset="utf-8"><style>
  @page { size: 80mm 60mm; margin: 4mm }
  @font-face { font-family: Q; src: url(app://quen/fonts/be-vietnam-pro-latin-400-normal.woff2) }
  p { font-family: Q }</style>
  <p>Receipt 42</p><script>document.body.textContent = "changed"</script>`;

test("a page to print runs no script, cannot call, and is shown with the shop's font", async () => {
  const shown = await call("shell.showDocument", { html: hostile });
  expect(shown).toMatchObject({ ok: true, value: { url: expect.stringMatching(/^app:\/\//) } });
  await page.evaluate(async (answer) => {
    const frame = document.createElement("iframe");
    frame.src = answer.ok ? Reflect.get(Object(answer.value), "url") : "";
    await new Promise((resolve) => {
      frame.onload = resolve;
      document.body.append(frame);
    });
  }, shown);
  const frame = page.frames().at(-1);
  expect(await frame?.evaluate(() => [document.body.innerText.trim(), typeof window.quen])).toEqual(
    ["Receipt 42", "undefined"],
  );
});

test("a page is printed on its own paper with its font inside", async () => {
  expect(await call("shell.printDocument", { html: hostile })).toEqual({
    ok: true,
    value: { printed: true },
  });
  const file = join(printed, "print-001.pdf");
  expect(execFileSync("pdftotext", [file, "-"]).toString("utf8")).toContain("Receipt 42");
  expect(execFileSync("pdffonts", [file]).toString("utf8")).toContain("BeVietnamPro");
  expect(execFileSync("pdfinfo", [file]).toString("utf8")).toMatch(/Page size: +226\.\d+ x|227/);
});

test("a page that cannot be saved says why, and leaves nothing behind", async () => {
  const path = join(printed, "gone", "receipt.pdf");
  expect(
    await call("shell.savePdf", { html: hostile, suggestedName: "receipt.pdf", path }),
  ).toEqual({
    ok: true,
    value: { why: "gone" },
  });
  expect(readdirSync(printed)).not.toContain("gone");
});

test("calls of a wrong shape are told what is wrong", async () => {
  expect(await call("shell.pickFile", { purpose: "secrets" })).toMatchObject({
    ok: false,
    error: { code: -32_602, data: { issues: [{ path: ["purpose"] }] } },
  });
  expect(await call("shell.constructor", {})).toMatchObject({
    ok: false,
    error: { code: -32_601 },
  });
  expect(await call("no.such", {})).toMatchObject({ ok: false, error: { code: -32_601 } });
});

test("an engine that is killed is started again, and the window is told", async () => {
  await page.evaluate(() => {
    window.heard = [];
    window.quen.subscribe((event) => window.heard.push(event));
  });
  process.kill(enginePid(app.process().pid), "SIGKILL");
  await expect
    .poll(() => page.evaluate(() => window.heard.map((event) => Reflect.get(event, "state"))))
    .toEqual(["ready", "restarting", "ready"]);
  expect(await call("shop.status", {})).toMatchObject({ ok: true });
});

/** The engine is told by its bundle among the children of main. */
const enginePid = (mainPid: number | undefined): number => {
  const found = readdirSync("/proc")
    .filter((name) => /^\d+$/.test(name))
    .find((pid) => isEngineOf(pid, mainPid));
  if (found === undefined) throw new Error("no engine runs");
  return Number(found);
};

const isEngineOf = (pid: string, mainPid: number | undefined): boolean => {
  try {
    const command = readFileSync(`/proc/${pid}/cmdline`, "utf8");
    const parent = /^PPid:\s+(\d+)/m.exec(readFileSync(`/proc/${pid}/status`, "utf8"))?.[1];
    return command.includes("message.mjs") && Number(parent) === mainPid;
  } catch {
    return false;
  }
};

test("a second start leaves the shop to the first", () => {
  const { file, args } = appCommand(root);
  const said = execFileSync(file, [...args, "--data", shop], {
    env: process.env,
    stdio: ["ignore", "ignore", "pipe"],
    timeout: 20_000,
  });
  expect(said).toBeNull();
});

test("the key is nowhere in the log", () => {
  const log = readFileSync(join(shop, "window", "logs", "main.log"), "utf8");
  expect(log).toContain("engine in ");
  expect(log).not.toMatch(/[0-9a-f]{64}/);
});
