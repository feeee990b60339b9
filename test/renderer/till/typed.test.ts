import fc from "fast-check";
import { expect, test } from "vitest";
import { quickCash } from "../../../renderer/stores/till/quickCash.ts";
import { looksScanned, readQuantity, readTyped } from "../../../renderer/stores/till/typed.ts";
import { scanEar } from "../../../renderer/ui/scanEar.ts";

test.each([
  ["sua dac", "sua dac", undefined],
  ["3*sua dac", "sua dac", { quantity: 3, quantityMilli: 3_000 }],
  ["3*", "", { quantity: 3, quantityMilli: 3_000 }],
  ["0,425*hat", "hat", { quantityMilli: 425 }],
  ["1.5*hat", "hat", { quantityMilli: 1_500 }],
  ["*hat", "*hat", undefined],
  ["123456*x", "123456*x", undefined],
] as const)("%s looks for “%s”", (typed, text, quantity) => {
  expect(readTyped(typed)).toEqual({ text, quantity });
});

test.each([
  ["12", { quantity: 12, quantityMilli: 12_000 }],
  ["0,5", { quantityMilli: 500 }],
  [",25", { quantityMilli: 250 }],
  ["0", undefined],
  ["", undefined],
  ["1e3", undefined],
  ["-2", undefined],
  ["1,2345", undefined],
] as const)("the quantity %s", (typed, quantity) => {
  expect(readQuantity(typed)).toEqual(quantity);
});

test("a weight typed with three decimals is read to the gram, whatever it is", () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 99_999_999 }), (milli) => {
      const digits = String(milli).padStart(4, "0");
      const typed = `${digits.slice(0, -3)},${digits.slice(-3)}`;
      expect(readQuantity(typed)?.quantityMilli).toBe(milli);
    }),
  );
});

test("quick amounts pay what is due, begin with it, and rise", () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 5_000_000 }),
      fc.constantFrom("VND", "USD", "EUR", "KWD", "THB"),
      (dueMinor, currency) => {
        const amounts = quickCash(dueMinor, currency);
        expect(amounts[0]).toBe(dueMinor);
        expect([...amounts].sort((left, right) => left - right)).toEqual(amounts);
        expect(amounts.length).toBeLessThanOrEqual(5);
      },
    ),
  );
});

test.each([
  ["a scanner sends a whole code at once, and Enter", 2, 2, "8934563138165", "8934563138165"],
  ["a slow scanner takes no longer than this", 35, 60, "8934563138165", "8934563138165"],
  ["its capital letters come with Shift or CapsLock", 2, 2, "K7Q-F2m9", "K7Q-F2m9"],
  [
    "a slower one is known by a barcode that no figure is as long as",
    60,
    60,
    "8934563138165",
    "8934563138165",
  ],
  ["a person does not", 90, 90, "K7Q-F2m9", undefined],
  ["a person who types fast does not", 40, 40, "250000000000", undefined],
  ["nor does one who reads a barcode off", 150, 60, "8934563138165", undefined],
  ["nor does one who presses Enter later", 2, 150, "8934563138165", undefined],
  ["a short word sent at once is no code", 2, 2, "4kem", undefined],
] as const)("%s", (_, gapMs, enterMs, text, code) => {
  const ear = scanEar();
  const shift = { repeat: false, altKey: false, ctrlKey: false, metaKey: false };
  const press = (key: string, timeStamp: number) => ear.hear({ key, timeStamp, ...shift });
  [...text].forEach((key, at) => {
    if (/\p{Lu}/u.test(key)) press(at === 0 ? "Shift" : "CapsLock", 5_000 + at * gapMs);
    expect(press(key, 5_000 + at * gapMs)).toMatchObject({ code: undefined });
  });
  const lastMs = 5_000 + (text.length - 1) * gapMs;
  expect(press("Enter", lastMs + enterMs).code).toBe(code);
  expect(press("Enter", lastMs + enterMs + 1).code).toBeUndefined();
});

test("words sent fast are still words", () => {
  expect(looksScanned("ca phe phin")).toBe(false);
  expect(looksScanned("caphesua")).toBe(false);
  expect(looksScanned("8934563138165")).toBe(true);
});
