import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  couponCodeFrom,
  readCouponCode,
  showCouponCode,
} from "../../../shared/domain/coupon/couponCode.ts";

const alphabet = [..."0123456789ABCDEFGHJKMNPQRSTVWXYZ"];
const anyCode = fc.uint8Array({ minLength: 6, maxLength: 6 }).map(couponCodeFrom);
const isRead = (text: string) => readCouponCode(text).ok;

describe("a coupon's code", () => {
  test("is ten letters without lookalikes, and reads back as printed", () => {
    fc.assert(
      fc.property(anyCode, (code) => {
        expect(code).toMatch(/^[0-9A-HJKMNP-TV-Z]{10}$/);
        expect(readCouponCode(showCouponCode(code))).toEqual({ ok: true, value: code });
      }),
    );
  });

  test("is shown in groups of four", () => {
    expect(showCouponCode("K7QF2M9P3D")).toBe("K7QF-2M9P-3D");
  });

  test("reads what a hand makes of it: case, spaces, dashes, O as 0, I and L as 1, U as V", () => {
    const code = couponCodeFrom(new Uint8Array([1, 2, 3, 4, 250, 33]));
    expect(code).toBe("1HY9G1801A");
    const texts = [
      "1hy9g1801a",
      " 1HY9-G180-1A ",
      "1H Y9 G1 80 1A",
      "lhy9–gI8O–Ia",
      "1HY9_G18o.1a",
      "１HY9G1801A",
    ];
    expect(texts.map(readCouponCode)).toEqual(texts.map(() => ({ ok: true, value: code })));
  });

  test.each([
    "",
    "1HY9G1801",
    "1HY9G1801AA",
    "1HY9G1801*",
    "1HY9G1801Đ",
    "          ",
  ])("%j is mistyped", (text) => {
    expect(readCouponCode(text)).toEqual({ ok: false, error: { kind: "CodeMistyped" } });
  });

  test("takes as many random bytes as it needs, not fewer", () => {
    expect(() => couponCodeFrom(new Uint8Array(5))).toThrow("too few");
  });
});

describe("the last letter catches", () => {
  test("every single mistyped letter, each place and each letter tried", () => {
    fc.assert(
      fc.property(anyCode, (code) => {
        for (let place = 0; place < 10; place += 1) {
          const wrong = alphabet
            .filter((letter) => letter !== code[place])
            .map((letter) => code.slice(0, place) + letter + code.slice(place + 1));
          expect(wrong.filter(isRead)).toEqual([]);
        }
      }),
      { numRuns: 300 },
    );
  });

  test("every swap of two letters, neighbours or not", () => {
    fc.assert(
      fc.property(anyCode, (code) => {
        for (let left = 0; left < 10; left += 1) {
          for (let right = left + 1; right < 10; right += 1) {
            if (code[left] === code[right]) continue;
            const letters = [...code];
            [letters[left], letters[right]] = [code[right] ?? "", code[left] ?? ""];
            expect(isRead(letters.join(""))).toBe(false);
          }
        }
      }),
      { numRuns: 300 },
    );
  });
});

/** A small seeded generator (SplitMix32), so that the million codes are the same each time. */
const seededBytes = (seed: number) => {
  let state = seed;
  const nextWord = () => {
    state = (state + 0x9e3779b9) | 0;
    const once = Math.imul(state ^ (state >>> 16), 0x21f0aaad);
    const twice = Math.imul(once ^ (once >>> 15), 0x735a2d97);
    return (twice ^ (twice >>> 15)) >>> 0;
  };
  return () => new Uint8Array(Uint32Array.of(nextWord(), nextWord()).buffer, 0, 6);
};

describe("a million codes", () => {
  const count = 1_000_000;
  const nextBytes = seededBytes(2026);
  const codes = Array.from({ length: count }, () => couponCodeFrom(nextBytes()));
  const different = new Set(codes);

  test("do not meet: n(n-1)/2 pairs over 2^45 are about 0.014", () => {
    expect(different.size).toBe(count);
  });

  test("use every letter in every place evenly", () => {
    for (let place = 0; place < 10; place += 1) {
      const counts = new Map(alphabet.map((letter) => [letter, 0]));
      for (const code of codes) {
        const letter = code.charAt(place);
        counts.set(letter, (counts.get(letter) ?? 0) + 1);
      }
      // Chi-squared with 31 degrees of freedom stays below 80 but once in a million.
      const even = count / alphabet.length;
      const chi = [...counts.values()].reduce((sum, seen) => sum + (seen - even) ** 2 / even, 0);
      expect(chi).toBeLessThan(80);
    }
  });

  test("are hit by no well-formed guess of half a million: one in 35 million would", () => {
    const nextGuess = seededBytes(77_777);
    const guesses = Array.from({ length: 500_000 }, () => couponCodeFrom(nextGuess()));
    expect(guesses.filter((guess) => different.has(guess))).toEqual([]);
  });
});
