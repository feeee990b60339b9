import { join } from "node:path";
import { app, BrowserWindow, nativeTheme, screen } from "electron";
import { safePreferences } from "./pages/guards.ts";
import { origin } from "./pages/servedPath.ts";
import { rememberedPlace, rememberPlace } from "./windowPlace.ts";

/** The paper of the light and of the dark theme, so that nothing flashes before the first paint. */
const paper = { light: "#fbfaf7", dark: "#0e1414" };

export const openMainWindow = (): BrowserWindow => {
  const placeFile = join(app.getPath("userData"), "window.json");
  const screens = screen.getAllDisplays().map(({ workArea }) => workArea);
  const { maximized = false, ...place } = rememberedPlace(placeFile, screens) ?? {};
  const window = new BrowserWindow({
    width: 1280,
    height: 800,
    ...place,
    minWidth: 1024,
    minHeight: 700,
    show: false,
    title: "Quen",
    backgroundColor: nativeTheme.shouldUseDarkColors ? paper.dark : paper.light,
    webPreferences: {
      ...safePreferences,
      preload: join(__dirname, "../preload/preload.cjs"),
      devTools: !app.isPackaged,
    },
  });
  window.once("ready-to-show", () => {
    if (maximized) window.maximize();
    window.show();
  });
  window.on("close", () => {
    const place = { ...window.getNormalBounds(), maximized: window.isMaximized() };
    rememberPlace(placeFile, place);
  });
  void window.loadURL(`${origin}/index.html`);
  return window;
};
