import { app, type Session, type WebContents } from "electron";
import { isWindowAddress, servedPath } from "./servedPath.ts";

/** What every page of ours gets, and none can ask back. */
export const safePreferences = {
  sandbox: true,
  contextIsolation: true,
  nodeIntegration: false,
  webviewTag: false,
  spellcheck: false,
} as const;

/** Closes every way out of our own pages: no other address, no other window, no permission. */
export const guardPages = (session: Session, log: (line: string) => void): void => {
  session.setPermissionRequestHandler((_, permission, answer) => {
    log(`refused permission ${permission}`);
    answer(false);
  });
  session.setPermissionCheckHandler(() => false);
  session.setDevicePermissionHandler(() => false);
  session.webRequest.onBeforeRequest(({ url }, answer) => answer({ cancel: !isOurs(url) }));
  session.on("will-download", (event) => event.preventDefault());
  app.on("web-contents-created", (_, page) => guardPage(page, log));
};

const guardPage = (page: WebContents, log: (line: string) => void) => {
  page.setWindowOpenHandler(() => ({ action: "deny" }));
  page.on("will-attach-webview", (event) => event.preventDefault());
  page.on("will-navigate", (event) => {
    if (isWindowAddress(event.url)) return;
    log("refused a navigation");
    event.preventDefault();
  });
  page.on("will-frame-navigate", (event) => {
    if (servedPath(event.url) || event.url.startsWith("about:")) return;
    log("refused a frame's navigation");
    event.preventDefault();
  });
};

/** Pictures inside a page have no address of the network; the developer's tools have their own. */
const isOurs = (url: string): boolean =>
  servedPath(url) !== undefined || /^(data|blob|devtools|chrome-extension):/.test(url);
