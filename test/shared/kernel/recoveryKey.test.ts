import fc from "fast-check";
import { expect, test } from "vitest";
import { keyFromPaper, keyOnPaper, typedKeyLength } from "../../../shared/kernel/recoveryKey.ts";

const keyHex = "0123456789abcdef".repeat(4);

test("a key is read back from what paper shows of it, however its groups are typed", () => {
  const key = fc.stringMatching(/^[0-9a-f]{64}$/);
  fc.assert(
    fc.property(key, fc.constantFrom("", " ", "  ", "–", "\n"), (hex, between) => {
      const shown = keyOnPaper(hex);
      expect(shown).toMatch(/^([0-9A-F]{8}-){7}[0-9A-F]{8}$/);
      expect(keyFromPaper(shown)).toBe(hex);
      expect(keyFromPaper(` ${shown.replaceAll("-", between).toLowerCase()} `)).toBe(hex);
    }),
  );
});

test("letters that a digit is taken for are that digit", () => {
  expect(keyFromPaper(keyHex.replaceAll("0", "O").replaceAll("1", "l"))).toBe(keyHex);
  expect(keyFromPaper(keyHex.replaceAll("1", "I"))).toBe(keyHex);
});

test("what is too short, too long or no key at all is not taken for one", () => {
  for (const typed of ["", keyHex.slice(1), `${keyHex}0`, keyHex.replace("9", "g")]) {
    expect(keyFromPaper(typed)).toBeUndefined();
  }
  expect(typedKeyLength("0123-4567 89")).toBe(10);
});

test("a letter that a Vietnamese keyboard made of two is not counted as one of the key's", () => {
  const typed = keyHex.replace("de", "đ").replace("ef", "è");
  expect(keyFromPaper(typed)).toBeUndefined();
  expect(typedKeyLength(typed)).toBe(60);
  expect(typedKeyLength(`${keyHex.slice(2)}éz`)).toBe(62);
});
