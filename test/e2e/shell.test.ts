import { execFileSync, spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { _electron, type ElectronApplication, expect, type Page, test } from "@playwright/test";
import { appCommand } from "../../build/pack/electronRuntime.mjs";
import { root } from "../../build/pack/root.mjs";
import type { Answer, Bridge, ShellEvent } from "../../shared/contract/shell.ts";
import { enginePid } from "./app/openQuen.ts";
import { isEngine, isPage, listeningPorts, processTree } from "./app/processes.ts";

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

test("each page is kept apart in a sandbox, without Node, also one that is printed unseen", async () => {
  await app.evaluate(({ app: main, BrowserWindow }) => {
    const note = (window: Electron.BrowserWindow) =>
      Reflect.get(window.webContents, "getLastWebPreferences").call(window.webContents);
    const seen = BrowserWindow.getAllWindows().map(note);
    main.on("browser-window-created", (_, window) => seen.push(note(window)));
    Reflect.set(globalThis, "seenPreferences", seen);
  });
  await call("shell.printDocument", { html: "<!doctype html><p>Receipt 41</p>" });
  const seen = await app.evaluate(() => Reflect.get(globalThis, "seenPreferences"));
  const safe = {
    sandbox: true,
    contextIsolation: true,
    nodeIntegration: false,
    nodeIntegrationInSubFrames: false,
    webSecurity: true,
    webviewTag: false,
  };
  expect(seen).toEqual([expect.objectContaining(safe), expect.objectContaining(safe)]);
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
  process.kill(enginePid(app), "SIGKILL");
  await expect
    .poll(() => page.evaluate(() => window.heard.map((event) => Reflect.get(event, "state"))))
    .toEqual(["ready", "restarting", "ready"]);
  expect(await call("shop.status", {})).toMatchObject({ ok: true });
});

test("a second start says that Quen is open, and leaves the shop to the first", async () => {
  const { file, args } = appCommand(root);
  const second = spawnSync(file, [...args, "--data", shop], { encoding: "utf8", timeout: 20_000 });
  expect(second.stderr).toContain("Quen is open already; its window comes to the front.");
  expect([second.status, second.signal]).toEqual([0, null]);
  expect(await call("shop.status", {})).toMatchObject({ ok: true, value: { configured: false } });
});

test("no process of Quen listens on the network", async () => {
  const { file, args } = appCommand(root);
  // Playwright's own port for driving the app is found: so would be one of the app's.
  expect(listeningPorts(processTree(app.process().pid ?? 0))).not.toEqual([]);
  const plain = spawn(file, [...args, "--data", join(folder, "plain")], { stdio: "ignore" });
  const ended = once(plain, "exit");
  try {
    const running = () => processTree(plain.pid ?? 0);
    await expect.poll(() => running().some(isEngine) && running().some(isPage)).toBe(true);
    expect(listeningPorts(running())).toEqual([]);
  } finally {
    plain.kill();
    await ended;
  }
});

test("the key is nowhere in the log", () => {
  const log = readFileSync(join(shop, "window", "logs", "main.log"), "utf8");
  expect(log).toContain("engine in ");
  expect(log).not.toMatch(/[0-9a-f]{64}/);
});
