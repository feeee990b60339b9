import { mkdirSync } from "node:fs";
import { delimiter, join } from "node:path";
import { app, type BrowserWindow, session } from "electron";
import { openBridge } from "./bridge.ts";
import type { EngineBroker } from "./broker/engineBroker.ts";
import { engineHost } from "./broker/engineHost.ts";
import { startEngine } from "./broker/startEngine.ts";
import { fileDialogs } from "./fileDialogs.ts";
import { launchOptions } from "./launchOptions.ts";
import { fileLog } from "./log.ts";
import { openMainWindow } from "./mainWindow.ts";
import { setMenu } from "./menu.ts";
import { registerAppScheme, serveAppScheme } from "./pages/appScheme.ts";
import { keepDocuments } from "./pages/documents.ts";
import { guardPages } from "./pages/guards.ts";
import { printing } from "./pages/printing.ts";
import { shellCalls } from "./shellCalls.ts";
import { newDocumentId, systemClock } from "./systemPorts.ts";

const { argv, env } = process;
const options = launchOptions({ args: argv.slice(1), env, cwd: process.cwd(), delimiter });

/** The one window; closed and opened again only where the app outlives it (macOS). */
let window: BrowserWindow | undefined;

if (options.dataDir !== undefined) app.setPath("userData", join(options.dataDir, "window"));
mkdirSync(app.getPath("userData"), { recursive: true });
registerAppScheme();
if (app.requestSingleInstanceLock()) {
  void app.whenReady().then(start);
} else {
  process.stderr.write("Quen is open already; its window comes to the front.\n");
  app.quit();
}

function start(): void {
  const log = fileLog(join(app.getPath("userData"), "logs"), systemClock);
  endOnDefect(log);
  const { printTo, pickFiles } = options;
  const documents = keepDocuments(newDocumentId);
  setMenu(process.platform);
  guardPages(session.defaultSession, log);
  serveAppScheme(join(__dirname, "..", "renderer"), documents);

  const host = engineHost(process.versions.napi);
  log(`Quen ${app.getVersion()}, Electron ${process.versions.electron}, engine in ${host}`);
  const tell = (event: unknown) => window?.webContents.send("quen:event", event);
  const { broker, keychain, openWithKey, startWithoutShop } = startEngine({
    host,
    options,
    tell,
    log,
  });
  const dialogs = fileDialogs(() => window, { pickFiles, saveTo: printTo });
  const calls = shellCalls({
    ...{ dialogs, documents, printing: printing(printTo), engineHost: host, keychain },
    printsToFolder: printTo !== undefined,
    retryEngine: () => broker.retry(),
    ...{ openWithKey, startWithoutShop },
  });
  openBridge({ calls, broker, log });
  showWindow(log);
  app.on("activate", () => showWindow(log));
  app.on("second-instance", () => showWindow(log));
  endTogether(broker);
}

function showWindow(log: (line: string) => void): void {
  if (window) {
    if (window.isMinimized()) window.restore();
    window.focus();
    return;
  }
  const opened = openMainWindow();
  window = opened;
  opened.on("closed", () => {
    window = undefined;
  });
  opened.webContents.on("render-process-gone", (_, { reason }) => {
    if (reason === "clean-exit") return;
    log(`the window's process ended (${reason}) and is started again`);
    opened.reload();
  });
}

/** The app goes only after the engine has finished what it had accepted. */
function endTogether(broker: EngineBroker): void {
  let isEngineClosed = false;
  app.on("window-all-closed", () => {
    if (process.platform !== "darwin") app.quit();
  });
  app.on("will-quit", (event) => {
    if (isEngineClosed) return;
    event.preventDefault();
    void broker.close().then(() => {
      isEngineClosed = true;
      // Where no engine runs it is closed at once: while this end is still being called off, another is
      // not heard.
      setImmediate(() => app.quit());
    });
  });
}

/** Nothing is lost by ending: the engine closes by itself when `main` has gone. */
function endOnDefect(log: (line: string) => void): void {
  process.on("uncaughtException", (error) => {
    log(`defect in main: ${error.stack}`);
    app.exit(1);
  });
}
