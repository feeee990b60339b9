import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  couponCodeFrom,
  readCouponCode,
  showCouponCode,
} from "../../../shared/domain/coupon/couponCode.ts";

const alphabet = [..."0123456789ABCDEFGHJKMNPQRSTVWXYZ"];
const anyCode = fc.uint8Array({ minLength: 5, maxLength: 5 }).map(couponCodeFrom);
const isRead = (text: string) => readCouponCode(text).ok;

describe("a coupon's code", () => {
  test("is eight letters without lookalikes, and reads back as printed", () => {
    fc.assert(
      fc.property(anyCode, (code) => {
        expect(code).toMatch(/^[0-9A-HJKMNP-TV-Z]{8}$/);
        expect(readCouponCode(showCouponCode(code))).toEqual({ ok: true, value: code });
      }),
    );
  });

  test("is shown in groups of four", () => {
    expect(showCouponCode("K7QF2M9P")).toBe("K7QF-2M9P");
  });

  test("reads what a hand makes of it: case, spaces, dashes, O as 0, I and L as 1, U as V", () => {
    const code = couponCodeFrom(new Uint8Array([1, 2, 3, 4, 250]));
    expect(code).toBe("T716014E");
    const texts = ["t716014e", " T716-014E ", "T7 16 01 4E", "t7l6–OI4e", "T7I6_Oi4E", "Ｔ716014E"];
    expect(texts.map(readCouponCode)).toEqual(texts.map(() => ({ ok: true, value: code })));
  });

  test.each([
    "",
    "T716014",
    "T716014EE",
    "T716014*",
    "T716014Đ",
    "        ",
  ])("%j is mistyped", (text) => {
    expect(readCouponCode(text)).toEqual({ ok: false, error: { kind: "CodeMistyped" } });
  });

  test("takes as many random bytes as it needs, not fewer", () => {
    expect(() => couponCodeFrom(new Uint8Array(4))).toThrow("too few");
  });
});

describe("the last letter catches", () => {
  test("every single mistyped letter, each place and each letter tried", () => {
    fc.assert(
      fc.property(anyCode, (code) => {
        for (let place = 0; place < 8; place += 1) {
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
        for (let left = 0; left < 8; left += 1) {
          for (let right = left + 1; right < 8; right += 1) {
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
  return () => new Uint8Array(Uint32Array.of(nextWord(), nextWord()).buffer, 0, 5);
};

describe("a million codes", () => {
  const count = 1_000_000;
  const nextBytes = seededBytes(2026);
  const codes = Array.from({ length: count }, () => couponCodeFrom(nextBytes()));
  const different = new Set(codes);

  test("meet as rarely as theory says: n(n-1)/2 pairs over 2^35, about 14.6", () => {
    const expected = (count * (count - 1)) / 2 / 2 ** 35;
    const met = count - different.size;
    // Five standard deviations of a Poisson count around its mean.
    expect(Math.abs(met - expected)).toBeLessThan(5 * Math.sqrt(expected));
  });

  test("use every letter in every place evenly", () => {
    for (let place = 0; place < 8; place += 1) {
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

  test("are hit by one in some 34.000 well-formed guesses: 2^35 over a million", () => {
    const nextGuess = seededBytes(77_777);
    const tries = 500_000;
    const hits = Array.from({ length: tries }, () => couponCodeFrom(nextGuess())).filter((guess) =>
      different.has(guess),
    ).length;
    const expected = (tries * different.size) / 2 ** 35;
    expect(Math.abs(hits - expected)).toBeLessThan(3 * Math.sqrt(expected));
  });
});
