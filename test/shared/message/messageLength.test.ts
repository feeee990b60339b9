import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { messageLength } from "../../../shared/domain/message/messageLength.ts";

const sms = (text: string) => messageLength(text, "sms");

describe("an SMS", () => {
  test.each([
    ["nothing", "", 0, 1, "gsm7"],
    ["plain letters", "Giam 10% cho chi Ha", 19, 1, "gsm7"],
    ["as many as one holds", "a".repeat(160), 160, 1, "gsm7"],
    ["one more", "a".repeat(161), 161, 2, "gsm7"],
    ["as many as two hold", "a".repeat(306), 306, 2, "gsm7"],
    ["one more than two hold", "a".repeat(307), 307, 3, "gsm7"],
    ["letters of the extension table", "€".repeat(80), 160, 1, "gsm7"],
    ["one of them too many", "€".repeat(81), 162, 2, "gsm7"],
    ["one that would be cut in two", `${"a".repeat(152)}€${"a".repeat(152)}`, 306, 3, "gsm7"],
    ["accents that GSM knows", "à é ò", 5, 1, "gsm7"],
    ["one Vietnamese letter", `${"a".repeat(69)}ễ`, 70, 1, "ucs2"],
    ["one letter more", `${"a".repeat(70)}ễ`, 71, 2, "ucs2"],
    ["as many as two hold", "ễ".repeat(134), 134, 2, "ucs2"],
    ["one more than two hold", "ễ".repeat(135), 135, 3, "ucs2"],
    ["an emoji that would be cut in two", `${"ễ".repeat(66)}🎁${"ễ".repeat(66)}`, 134, 3, "ucs2"],
  ] as const)("of %s", (_, text, characters, parts, encoding) => {
    expect(sms(text)).toEqual({ characters, parts, encoding });
  });

  test("never holds more than its parts have room for, nor needs one part less", () => {
    const letter = fc.constantFrom(..."aB1 €{ễđ🎁");
    fc.assert(
      fc.property(fc.string({ unit: letter, maxLength: 600 }), (text) => {
        const { characters, parts, encoding } = sms(text);
        const [whole, part] = encoding === "gsm7" ? [160, 153] : [70, 67];
        expect(characters).toBeLessThanOrEqual(parts === 1 ? whole : parts * part);
        if (parts > 1) expect(characters).toBeGreaterThan((parts - 1) * (part - 1));
      }),
    );
  });

  test("never shrinks by a letter more", () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 400 }), fc.string({ maxLength: 3 }), (text, more) => {
        expect(sms(text + more).parts).toBeGreaterThanOrEqual(sms(text).parts);
      }),
    );
  });
});

test("for Zalo and e-mail letters are counted, as a person counts them, and nothing is cut", () => {
  expect(messageLength("Hà 🎁".repeat(200), "zalo")).toMatchObject({ characters: 800, parts: 1 });
  expect(messageLength("€", "email")).toMatchObject({ characters: 1, parts: 1 });
});
