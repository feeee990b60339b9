/** Reads back what was drawn, as a scanner does: written from the standards, not from the library. */

/** The text of a Code 128 drawn as an SVG path. Source: ISO/IEC 15417. */
export const readBarcodeSvg = (svg: string): string => {
  const widths = barWidths(svg);
  const symbols = Array.from({ length: (widths.length - 1) / 6 }, (_, at) =>
    patterns.indexOf(widths.slice(at * 6, at * 6 + 6).join("")),
  );
  const values = symbols.slice(0, -1);
  const check = values.pop() ?? Number.NaN;
  const sum = values.reduce((total, value, at) => total + value * Math.max(at, 1), 0);
  if (symbols.at(-1) !== 106 || sum % 103 !== check) throw new Error("not a Code 128");
  return readValues(values);
};

/** The light modules before the first and after the last bar. */
export const quietZonesOf = (svg: string): readonly [number, number] => {
  const bars = barsOf(svg);
  const [first, last] = [bars.at(0), bars.at(-1)];
  if (!first || !last) throw new Error("no bars");
  return [first.at, sizeOf(svg) - last.at - last.width];
};

/** The text of a version 1 QR code drawn as an SVG path. Source: ISO/IEC 18004. */
export const readQrSvg = (svg: string): string => {
  const quiet = 4;
  if (sizeOf(svg) !== 21 + 2 * quiet) throw new Error("not a QR code of version 1");
  const dark = new Set(
    [...svg.matchAll(/M(\d+) (\d+)h(\d+)v1/g)].flatMap(([, x, y, width]) =>
      Array.from(
        { length: Number(width) },
        (_, at) => `${Number(x) + at - quiet},${Number(y) - quiet}`,
      ),
    ),
  );
  const isDark = (x: number, y: number): boolean => dark.has(`${x},${y}`);
  const bits = dataPlaces()
    .map(([x, y]) => (isDark(x, y) !== masks[maskOf(isDark)]?.(x, y) ? "1" : "0"))
    .join("");
  return readBits(bits);
};

export const barcodesIn = (document: string): readonly string[] => symbolsIn(document, "bars");
export const qrCodesIn = (document: string): readonly string[] => symbolsIn(document, "qr");

const symbolsIn = (document: string, kind: string): readonly string[] =>
  [...document.matchAll(new RegExp(`class="${kind}"[^>]*>(<svg.*?</svg>)`, "g"))].map(
    ([, svg = ""]) => svg,
  );

const sizeOf = (svg: string): number => Number(/viewBox="0 0 (\d+) /.exec(svg)?.[1]);

const barsOf = (svg: string): readonly { readonly at: number; readonly width: number }[] =>
  [...svg.matchAll(/M(\d+) 0h(\d+)v1/g)].map(([, at, width]) => ({
    at: Number(at),
    width: Number(width),
  }));

const barWidths = (svg: string): readonly number[] =>
  barsOf(svg).flatMap(({ at, width }, index, bars) => {
    const next = bars[index + 1];
    return next ? [width, next.at - at - width] : [width];
  });

const readValues = ([start = 0, ...values]: readonly number[]): string => {
  let set = "ABC"[start - 103];
  return values
    .map((value) => {
      if (set !== "C" && value === 99) set = "C";
      else if (value === 100 && set !== "B") set = "B";
      else if (value === 101 && set !== "A") set = "A";
      else return set === "C" ? String(value).padStart(2, "0") : String.fromCharCode(value + 32);
      return "";
    })
    .join("");
};

const patterns = `212222 222122 222221 121223 121322 131222 122213 122312 132212 221213 221312
231212 112232 122132 122231 113222 123122 123221 223211 221132 221231 213212 223112 312131 311222
321122 321221 312212 322112 322211 212123 212321 232121 111323 131123 131321 112313 132113 132311
211313 231113 231311 112133 112331 132131 113123 113321 133121 313121 211331 231131 213113 213311
213131 311123 311321 331121 312113 312311 332111 314111 221411 431111 111224 111422 121124 121421
141122 141221 112214 112412 122114 122411 142112 142211 241211 221114 413111 241112 134111 111242
121142 121241 114212 124112 124211 411212 421112 421211 212141 214121 412121 111143 111341 131141
114113 114311 411113 411311 113141 114131 311141 411131 211412 211214 211232 233111`.split(/\s+/);

/** Every place of a data bit in the order of reading: columns in pairs from the right, up and down. */
const dataPlaces = (): readonly (readonly [number, number])[] => {
  const places: (readonly [number, number])[] = [];
  const columns = [20, 18, 16, 14, 12, 10, 8, 5, 3, 1];
  columns.forEach((right, pair) => {
    for (let step = 0; step < 21; step += 1) {
      const y = pair % 2 === 0 ? 20 - step : step;
      for (const x of [right, right - 1]) if (isData(x, y)) places.push([x, y]);
    }
  });
  return places;
};

const isData = (x: number, y: number): boolean =>
  x !== 6 && y !== 6 && !(x < 9 && y < 9) && !(x > 12 && y < 9) && !(x < 9 && y > 12);

const maskOf = (isDark: (x: number, y: number) => boolean): number => {
  const firstBits = [0, 1, 2, 3, 4].map((x) => (isDark(x, 8) ? "1" : "0")).join("");
  return (Number.parseInt(firstBits, 2) ^ 0b10101) & 7;
};

const masks: readonly ((x: number, y: number) => boolean)[] = [
  (x, y) => (x + y) % 2 === 0,
  (_x, y) => y % 2 === 0,
  (x) => x % 3 === 0,
  (x, y) => (x + y) % 3 === 0,
  (x, y) => (Math.floor(y / 2) + Math.floor(x / 3)) % 2 === 0,
  (x, y) => ((x * y) % 2) + ((x * y) % 3) === 0,
  (x, y) => (((x * y) % 2) + ((x * y) % 3)) % 2 === 0,
  (x, y) => (((x + y) % 2) + ((x * y) % 3)) % 2 === 0,
];

const alphanumeric = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ $%*+-./:";

/** Segments of digits, or of capitals and digits, up to the terminator. */
const readBits = (bits: string): string => {
  let at = 0;
  const take = (count: number): number => {
    at += count;
    return Number.parseInt(bits.slice(at - count, at), 2);
  };
  let text = "";
  for (let mode = take(4); mode !== 0; mode = take(4)) {
    if (mode !== 1 && mode !== 2) throw new Error(`mode ${mode}`);
    text += mode === 1 ? readDigits(take) : readAlphanumeric(take);
  }
  return text;
};

type Take = (count: number) => number;

const readDigits = (take: Take): string => {
  let text = "";
  for (let left = take(10); left > 0; left -= 3) {
    const digits = Math.min(left, 3);
    text += String(take(digits * 3 + 1)).padStart(digits, "0");
  }
  return text;
};

const readAlphanumeric = (take: Take): string => {
  let text = "";
  for (let left = take(9); left > 0; left -= 2) {
    const pair = left > 1 ? take(11) : take(6);
    const letters = left > 1 ? [Math.floor(pair / 45), pair % 45] : [pair];
    text += letters.map((letter) => alphanumeric[letter]).join("");
  }
  return text;
};
