import { Menu } from "electron";

/** Only macOS keeps copy, paste and quit in a menu; elsewhere the window has none. */
export const setMenu = (platform: string): void =>
  Menu.setApplicationMenu(
    platform === "darwin"
      ? Menu.buildFromTemplate([{ role: "appMenu" }, { role: "editMenu" }, { role: "windowMenu" }])
      : null,
  );
