import fc from "fast-check";
import { expect, test } from "vitest";
import { fitText, lineHeight, textWidth } from "../../../electron/engine/print/fitText.ts";

const words = fc
  .array(fc.string({ unit: fc.constantFrom(..."aimWĐể0.%"), minLength: 1, maxLength: 9 }), {
    minLength: 1,
    maxLength: 12,
  })
  .map((list) => list.join(" "));
const place = fc.record({
  width: fc.integer({ min: 5, max: 80 }),
  height: fc.integer({ min: 3, max: 30 }),
});

test("a text fits its place, in height and by its longest word", () => {
  fc.assert(
    fc.property(words, place, (text, { width, height }) => {
      const { size, lines } = fitText(text, { width, height }, 7);
      expect(size).toBeLessThanOrEqual(7);
      expect(size * lines * lineHeight).toBeLessThanOrEqual(height + 1e-9);
      for (const word of text.split(" "))
        expect(textWidth(word) * size).toBeLessThanOrEqual(width + 1e-9);
    }),
  );
});

test("more room never makes the type smaller", () => {
  fc.assert(
    fc.property(words, place, (text, { width, height }) => {
      const { size } = fitText(text, { width, height }, 7);
      expect(fitText(text, { width: width + 3, height }, 7).size).toBeGreaterThanOrEqual(size);
      expect(fitText(text, { width, height: height + 3 }, 7).size).toBeGreaterThanOrEqual(size);
    }),
  );
});

test("a short text takes the largest type, on one line", () => {
  expect(fitText("Giảm 10%", { width: 60, height: 14 }, 7)).toEqual({ size: 7, lines: 1 });
});

/** The lines that a browser makes: each word stays on the line while it fits. */
const browserLines = (text: string, ems: number): number => {
  let lines: string[] = [];
  for (const word of text.split(" ")) {
    const longer = `${lines.at(-1)} ${word}`;
    if (lines.length > 0 && textWidth(longer) <= ems + 1e-9)
      lines = [...lines.slice(0, -1), longer];
    else lines = [...lines, word];
  }
  return lines.length;
};

test("broken between words as a browser does, a text takes no more lines than it is given", () => {
  fc.assert(
    fc.property(words, place, (text, { width, height }) => {
      const { size, lines } = fitText(text, { width, height }, 7);
      expect(browserLines(text, width / size)).toBeLessThanOrEqual(lines);
    }),
  );
  const half = "mmmm";
  const five = [half, half, half, half, half].join(" ");
  const { size, lines } = fitText(five, { width: 2 * textWidth(half), height: 5 * lineHeight }, 1);
  expect(browserLines(five, (2 * textWidth(half)) / size)).toBeLessThanOrEqual(lines);
});

test("what is bound together stays on one line", () => {
  const bound = "0903\u00a0124\u00a0573";
  expect(fitText(bound, { width: 10, height: 30 }, 7).lines).toBe(1);
});
