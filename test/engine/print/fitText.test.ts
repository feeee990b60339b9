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

test("a text fits its place, in height, by its longest word, and as a whole", () => {
  fc.assert(
    fc.property(words, place, (text, { width, height }) => {
      const { size, lines } = fitText(text, { width, height }, 7);
      expect(size).toBeLessThanOrEqual(7);
      expect(size * lines * lineHeight).toBeLessThanOrEqual(height + 1e-9);
      for (const word of text.split(" "))
        expect(textWidth(word) * size).toBeLessThanOrEqual(width + 1e-9);
      expect(textWidth(text) * size).toBeLessThanOrEqual(lines * width + 1e-9);
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
