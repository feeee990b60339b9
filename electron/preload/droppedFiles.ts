import { webUtils } from "electron";
import type { DroppedFile } from "../../shared/contract/shell.ts";

/** What was let go, each with its place in the system; read while the event lasts. */
export const droppedFiles = (transfer: DataTransfer): readonly DroppedFile[] =>
  [...transfer.items]
    .filter(({ kind }) => kind === "file")
    .map((item) => {
      const file = item.getAsFile();
      const isFolder = item.webkitGetAsEntry()?.isDirectory ?? false;
      return { path: file ? pathOf(file) : "", isFolder };
    });

/** Electron tells it by webUtils; before 29 there was none, and the file bore it itself. */
const pathOf = (file: File): string => {
  const utils: typeof webUtils | undefined = webUtils;
  return utils ? utils.getPathForFile(file) : String(Reflect.get(file, "path") ?? "");
};
