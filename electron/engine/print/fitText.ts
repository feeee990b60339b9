/** A place on paper for one text, in any one unit of length. */
export type Place = { readonly width: number; readonly height: number };

export type TextFit = { readonly size: number; readonly lines: number };

/**
 * The largest type, up to `largest`, at which `text` stands within `place` on one to four lines.
 * Widths are those of Be Vietnam Pro at weight 600, rounded up.
 */
export const fitText = (text: string, place: Place, largest: number): TextFit =>
  [1, 2, 3, 4]
    .map((lines) => ({ lines, size: Math.min(largest, sizeOn(text, place, lines)) }))
    .reduce((best, fit) => (fit.size > best.size ? fit : best));

/** How wide `text` stands, in multiples of its size. */
export const textWidth = (text: string): number =>
  [...text.normalize("NFC")].reduce((width, letter) => width + letterWidth(letter), 0);

/** Room for the marks over and under Vietnamese letters. */
export const lineHeight = 1.24;

/** The fit as a style reads it, never below `smallest`; what is longer still ends with an ellipsis. */
export const sizedText = ({ size, lines }: TextFit, smallest: number): string =>
  `--size:${Math.max(size, smallest).toFixed(2)};--lines:${lines}`;

/** Keeps a number and its unit on one line: "30.000 đ" is never cut in two. */
export const boundNumbers = (text: string): string => text.replace(/(?<=\d) /g, "\u00a0");

const sizeOn = (text: string, { width, height }: Place, lines: number): number =>
  Math.min(height / (lines * lineHeight), width / narrowest(text, lines));

/** The least width, in multiples of the size, on which `text` takes no more than so many lines. */
const narrowest = (text: string, lines: number): number => {
  // A space that binds is no place to break.
  const words = text.split(/[^\S\u00a0]+/).map(textWidth);
  let [tooNarrow, enough] = [0, textWidth(text)];
  for (let halving = 0; halving < HALVINGS; halving += 1) {
    const middle = (tooNarrow + enough) / 2;
    if (linesOn(words, middle) <= lines) enough = middle;
    else tooNarrow = middle;
  }
  return enough;
};

/** A thousandth of the whole width after as many. */
const HALVINGS = 10;

/** How many lines a browser makes of the words: each takes what still fits. */
const linesOn = (words: readonly number[], width: number): number => {
  let [lines, used] = [1, 0];
  for (const word of words) {
    if (word > width) return Number.POSITIVE_INFINITY;
    const after = used === 0 ? word : used + textWidth(" ") + word;
    if (after > width) lines += 1;
    used = after > width ? word : after;
  }
  return lines;
};

/** Measured on the font at weight 600, each class by its widest common letter. */
const letterWidth = (letter: string): number => {
  if (/\s/.test(letter)) return 0.24;
  if (/[ilj.,:;'|!I]/.test(letter)) return 0.33;
  if (/[frt()]/.test(letter)) return 0.45;
  if (/[mwMW%@]/.test(letter)) return 0.92;
  if (/\p{Lu}/u.test(letter)) return 0.77;
  return /\p{Script=Han}|\p{Emoji_Presentation}/u.test(letter) ? 1 : 0.67;
};
