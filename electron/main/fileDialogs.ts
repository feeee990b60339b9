import { join } from "node:path";
import { app, type BrowserWindow, dialog, type FileFilter } from "electron";
import type { ShellParams } from "../../shared/contract/shell.ts";
import { plainName } from "./plainName.ts";

type Purpose = ShellParams<"shell.pickFile">["purpose"];

export type FileDialogs = {
  readonly pickFile: (purpose: Purpose) => Promise<string | undefined>;
  readonly pickSavePath: (suggestedName: string) => Promise<string | undefined>;
};

const filtersByPurpose: Readonly<Record<Purpose, FileFilter[]>> = {
  orders: [{ name: "CSV, XLSX, JSON", extensions: ["csv", "tsv", "txt", "xlsx", "xls", "json"] }],
  products: [{ name: "CSV, XLSX", extensions: ["csv", "tsv", "txt", "xlsx", "xls"] }],
  backup: [{ name: "Quen", extensions: ["*"] }],
};

/** Dialogs of the system; or, in tests, the files of `pickFiles` in turn and names in `saveTo`. */
export const fileDialogs = (
  window: () => BrowserWindow | undefined,
  { pickFiles, saveTo }: { pickFiles: readonly string[]; saveTo: string | undefined },
): FileDialogs => {
  const prepared = [...pickFiles];
  return {
    pickFile: async (purpose) => prepared.shift() ?? askForFile(window(), purpose),
    pickSavePath: async (suggestedName) =>
      saveTo === undefined
        ? askForSavePath(window(), plainName(suggestedName))
        : join(saveTo, plainName(suggestedName)),
  };
};

const askForFile = async (window: BrowserWindow | undefined, purpose: Purpose) => {
  const options = { properties: ["openFile" as const], filters: filtersByPurpose[purpose] };
  const { filePaths } = await (window
    ? dialog.showOpenDialog(window, options)
    : dialog.showOpenDialog(options));
  return filePaths[0];
};

const askForSavePath = async (window: BrowserWindow | undefined, name: string) => {
  const options = { defaultPath: join(app.getPath("documents"), name) };
  const { filePath } = await (window
    ? dialog.showSaveDialog(window, options)
    : dialog.showSaveDialog(options));
  return filePath || undefined;
};
