import { assert, defined } from "../../kernel/assert.ts";
import { err, ok, type Result } from "../../kernel/result.ts";

/**
 * Ten characters without lookalikes, the last of which checks the others. Stored and compared in
 * this form.
 */
export type CouponCode = string;

/** How many random bytes a code is made of. */
export const couponCodeBytes = 6;

/**
 * A code from fresh random bytes: nine characters carry 45 of their 48 bits, evenly. Two codes may
 * be the same by chance, so whoever issues them asks again when the code exists already.
 */
export const couponCodeFrom = (randomBytes: Uint8Array): CouponCode => {
  assert(randomBytes.length >= couponCodeBytes, `${randomBytes.length} random bytes are too few`);
  const random = randomBytes
    .subarray(0, couponCodeBytes)
    .reduce((number, byte) => number * 256 + byte, 0);
  const values = Array.from(
    { length: RANDOM_LETTERS },
    (_, place) => Math.floor(random / 32 ** place) % 32,
  );
  // One place further on the others weigh twice as much, and the last letter cancels that.
  return [...values, double(weigh(values))].map(letterOf).join("");
};

/**
 * The code that a person typed or a scanner read, whatever its case, spaces, dashes and lookalikes.
 */
export const readCouponCode = (text: string): Result<CouponCode, { kind: "CodeMistyped" }> => {
  const code = unchecked(text);
  const isRight = code !== undefined && weigh(valuesOf(code)) === 0;
  return isRight ? ok(code) : err({ kind: "CodeMistyped" });
};

/**
 * Whether `text` can only be meant as a code, a right one or not: ten of its characters in the groups
 * of a slip, or in one run or any groups when they are letters and figures mixed. Ten figures are a
 * phone, ten letters a name.
 */
export const looksLikeCouponCode = (text: string): boolean =>
  unchecked(text) !== undefined &&
  (grouped.test(text) || (/\d/u.test(text) && /\p{L}/u.test(text)));

/** The code in groups of four, as it is printed: "K7QF-2M9P-3D". */
export const showCouponCode = (code: CouponCode): string => (code.match(/.{1,4}/g) ?? []).join("-");

const RANDOM_LETTERS = 9;

// Crockford's 32: no I, L, O, U, so that nothing reads as 1 or 0 and few words come out.
const alphabet = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
const lookalikes: Readonly<Record<string, string>> = { O: "0", I: "1", L: "1", U: "V" };
const separators = /[\s\p{Pd}_.·]/gu;
const grouped = /^\w{4}\p{Pd}\w{4}\p{Pd}\w{2}$/u;

/** The ten characters that were typed, whatever they come to. */
const unchecked = (text: string): string | undefined => {
  const typed = text.normalize("NFKC").toUpperCase().replace(separators, "");
  const letters = [...typed].map((letter) => lookalikes[letter] ?? letter).join("");
  const isWhole = letters.length === RANDOM_LETTERS + 1 && !valuesOf(letters).includes(-1);
  return isWhole ? letters : undefined;
};

const valuesOf = (code: string): readonly number[] =>
  [...code].map((letter) => alphabet.indexOf(letter));

const letterOf = (value: number): string => defined(alphabet[value], `letter ${value}`);

/**
 * The weighted sum of the characters in the field of 32 elements, each place weighing twice the
 * next. All ten weights differ and none is 0, so one wrong character always changes the sum, and
 * so does swapping any two that differ. Adding, there, is exclusive or.
 */
const weigh = (values: readonly number[]): number =>
  values.reduce((sum, value) => double(sum) ^ value, 0);

/** Twice `value` in the field of 32 elements made by x^5 + x^2 + 1. */
const double = (value: number): number => (value < 16 ? value * 2 : (value * 2) ^ 0b100101);
