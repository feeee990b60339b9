import { code128, type DrawingContext } from "bwip-js/generic";
import { encode } from "uqr";
import { assert, defined } from "../../../shared/kernel/assert.ts";
import { html, type Markup } from "./html.ts";

/** Bars a scanner needs on either side of a Code 128, in modules. Source: ISO/IEC 15417. */
const barcodeQuietModules = 10;
/** The empty border of a QR code, in modules. Source: ISO/IEC 18004. */
const qrQuietModules = 4;

/**
 * `text` as a Code 128, one module wide a unit, with its quiet zones: as wide as it is drawn, and as
 * high as its box, so that bars keep their sharp edges at any size.
 */
export const barcodeSvg = (text: string): Markup => {
  const path = barsOf(text).map(
    ({ from, width }) => `M${from + barcodeQuietModules} 0h${width}v1h-${width}z`,
  );
  return symbolSvg({ width: barcodeModules(text), height: 1, path: path.join(""), text });
};

/** How wide a Code 128 of `text` is, quiet zones included, in modules. */
export const barcodeModules = (text: string): number => {
  const last = defined(barsOf(text).at(-1), "the stop bar");
  return last.from + last.width + 2 * barcodeQuietModules;
};

/** `text` as a QR code with its quiet zone; a quarter of it may be dirt or a fold. */
export const qrSvg = (text: string): Markup => {
  // Seven times as fast as bwip-js here, and a campaign prints thousands.
  const { data, size } = encode(text, { ecc: "Q", border: 0 });
  const path = data.flatMap((row, y) => darkRuns(row, y)).join("");
  const width = size + 2 * qrQuietModules;
  return symbolSvg({ width, height: width, path, text });
};

const darkRuns = (row: readonly boolean[], y: number): readonly string[] => {
  const modules = row.map((isDark) => (isDark ? "1" : "0")).join("");
  return [...modules.matchAll(/1+/g)].map(
    ({ index, 0: { length } }) =>
      `M${index + qrQuietModules} ${y + qrQuietModules}h${length}v1h-${length}z`,
  );
};

type Drawing = {
  readonly width: number;
  readonly height: number;
  readonly path: string;
  readonly text: string;
};

const symbolSvg = ({ width, height, path, text }: Drawing): Markup =>
  html`<svg viewBox="0 0 ${width} ${height}" preserveAspectRatio="none" shape-rendering="crispEdges" role="img" aria-label="${text}"><path d="${path}"/></svg>`;

type Bar = { readonly from: number; readonly width: number };

const barsOf = (text: string): readonly Bar[] => {
  assert(/^[\x20-\x7e]+$/.test(text), "a barcode holds plain letters and digits only");
  return code128({ text, bcid: "code128" }, barCollector());
};

/**
 * Takes the bars in place of drawing them. Only this symbol's code is bundled so: the whole library
 * was half of what the engine had to read at its start. Two dots a module, since a bar is told by
 * its middle.
 */
const barCollector = (): DrawingContext<readonly Bar[]> => {
  const bars: Bar[] = [];
  return {
    scale: () => [2, 2],
    measure: () => ({ width: 0, ascent: 0, descent: 0 }),
    init: ignore,
    line: (x, _from, _x, _to, width) => bars.push({ from: (x - width / 2) / 2, width: width / 2 }),
    polygon: ignore,
    hexagon: ignore,
    ellipse: ignore,
    fill: ignore,
    text: ignore,
    end: () => bars,
  };
};

const ignore = (): void => undefined;
