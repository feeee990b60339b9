import { execFileSync, spawnSync } from "node:child_process";
import { mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
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

export type Scanned = { readonly bars: readonly string[]; readonly squares: readonly string[] };

/** Slips of one size beside each other, in millimetres from the paper's corner. */
export type Slips = {
  readonly columns: number;
  readonly rows: number;
  readonly widthMm: number;
  readonly heightMm: number;
  readonly leftMm: number;
  readonly topMm: number;
};

/**
 * What a scanner that is held to one slip after the other reads off a PDF printed at `dotsPerInch`,
 * each list sorted.
 */
export const scannedFrom = (pdf: string, dotsPerInch: number, slips: Slips): Scanned => {
  const folder = mkdtempSync(join(tmpdir(), "quen-paper-"));
  try {
    const resolution = ["-r", String(dotsPerInch), "-gray", "-png"];
    // Drawn slip by slip: to cut whole pages up takes ten times as long.
    cutsOf(slips, dotsPerInch).forEach((cut, place) => {
      execFileSync("pdftoppm", [...resolution, ...cut, pdf, join(folder, `slip-${place}`)]);
    });
    const said = scannerSays(readdirSync(folder).map((name) => join(folder, name)));
    const read = (kind: string) =>
      said
        .filter((line) => line.startsWith(`${kind}:`))
        .map((line) => line.slice(kind.length + 1))
        .sort();
    return { bars: read("CODE-128"), squares: read("QR-Code") };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
};

/** It ends with 4 where one of the views holds no code, as the end of a sheet does. */
const scannerSays = (views: readonly string[]): readonly string[] => {
  const { stdout, stderr, status } = spawnSync("zbarimg", ["--quiet", "--nodbus", ...views], {
    encoding: "utf8",
  });
  if (status !== 0 && status !== 4) throw new Error(`zbarimg ended with ${status}: ${stderr}`);
  return stdout.split("\n");
};

/** Where each slip lies, as pdftoppm is told. */
const cutsOf = (slips: Slips, dotsPerInch: number): readonly (readonly string[])[] => {
  const { columns, rows, widthMm, heightMm, leftMm, topMm } = slips;
  const dots = (mm: number) => String(Math.round((mm / 25.4) * dotsPerInch));
  return Array.from({ length: columns * rows }, (_, at) => {
    const left = leftMm + (at % columns) * widthMm;
    const top = topMm + Math.floor(at / columns) * heightMm;
    const corner = ["-x", dots(left), "-y", dots(top)];
    return [...corner, "-W", dots(widthMm), "-H", dots(heightMm)];
  });
};
