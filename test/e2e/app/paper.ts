import { execFileSync } from "node:child_process";
import { join } from "node:path";
import type { Quen } from "./openQuen.ts";

/** The words on the `count`th paper that was printed since the app was opened. */
export const printedText = ({ printed }: Pick<Quen, "printed">, count: number): string =>
  textOf(join(printed, `print-${String(count).padStart(3, "0")}.pdf`));

/** The words of a PDF as a person reads them, line by line. */
export const textOf = (pdf: string): string =>
  execFileSync("pdftotext", ["-layout", pdf, "-"]).toString("utf8").normalize("NFC");

export const pageCount = (pdf: string): number => {
  const said = execFileSync("pdfinfo", [pdf]).toString("utf8");
  return Number(/^Pages:\s+(\d+)/m.exec(said)?.[1]);
};
