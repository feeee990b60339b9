import { mkdir } from "node:fs/promises";
import { join } from "node:path";
import { BrowserWindow, type WebContents } from "electron";
import type { SaveFailure, ShellOutput } from "../../../shared/contract/shell.ts";
import { safePreferences } from "./guards.ts";
import { writeWhole } from "./writeWhole.ts";

type Printed = ShellOutput<"shell.printDocument">;

export type Printing = {
  readonly print: (url: string) => Promise<Printed>;
  readonly savePdf: (url: string, path: string) => Promise<SaveFailure | undefined>;
};

/** Prints by the system; or, where `printTo` names a folder, into numbered PDF files there. */
export const printing = (printTo: string | undefined): Printing => {
  let printedCount = 0;
  const printToFolder = async (url: string, folder: string): Promise<Printed> => {
    await mkdir(folder, { recursive: true });
    printedCount += 1;
    const name = `print-${String(printedCount).padStart(3, "0")}.pdf`;
    const failure = await savePdf(url, join(folder, name));
    return failure === undefined ? { printed: true } : { printed: false, why: "failed" };
  };
  return {
    print: (url) => (printTo === undefined ? printBySystem(url) : printToFolder(url, printTo)),
    savePdf,
  };
};

const savePdf = (url: string, path: string) =>
  onHiddenPage(url, async (page) => {
    const pdf = await page.printToPDF({ preferCSSPageSize: true, printBackground: true });
    return writeWhole(path, pdf);
  });

const printBySystem = (url: string) =>
  onHiddenPage<Printed>(url, async (page) => {
    const printers = await page.getPrintersAsync();
    if (printers.length === 0) return { printed: false, why: "no-printer" };
    return new Promise((resolve) => {
      page.print({ silent: false, printBackground: true }, (printed, why) =>
        resolve(printed ? { printed } : { printed, why: failureByWhy[why] ?? "failed" }),
      );
    });
  });

/** Electron tells a cancelled dialog only by this sentence. */
const failureByWhy: Readonly<Record<string, Printed["why"]>> = {
  "Print job canceled": "cancelled",
  cancelled: "cancelled",
};

const onHiddenPage = async <T>(
  url: string,
  work: (page: WebContents) => Promise<T>,
): Promise<T> => {
  const window = new BrowserWindow({ show: false, webPreferences: safePreferences });
  try {
    await window.loadURL(url);
    // The document's own policy allows no script; this one is ours, from outside the page.
    await window.webContents.executeJavaScript("document.fonts.ready.then(() => true)");
    return await work(window.webContents);
  } finally {
    window.destroy();
  }
};
