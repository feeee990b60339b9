import fc from "fast-check";
import { expect, test } from "vitest";
import { barcodeModules, barcodeSvg, qrSvg } from "../../../electron/engine/print/symbols.ts";
import { couponCodeBytes, couponCodeFrom } from "../../../shared/domain/coupon/couponCode.ts";
import { quietZonesOf, readBarcodeSvg, readQrSvg } from "./readSymbols.ts";

const codes = fc
  .uint8Array({ minLength: couponCodeBytes, maxLength: couponCodeBytes })
  .map(couponCodeFrom);

test("what a barcode of a coupon code says is the code, with ten light modules on either side", () => {
  fc.assert(
    fc.property(codes, (code) => {
      const { markup } = barcodeSvg(code);
      expect(readBarcodeSvg(markup)).toBe(code);
      expect(quietZonesOf(markup)).toEqual([10, 10]);
      expect(markup).toContain(`viewBox="0 0 ${barcodeModules(code)} 1"`);
    }),
  );
});

test("what the QR of a coupon code says is the code, with four light modules around", () => {
  fc.assert(
    fc.property(codes, (code) => {
      const { markup } = qrSvg(code);
      expect(readQrSvg(markup)).toBe(code);
      const runs = [...markup.matchAll(/M(\d+) (\d+)h(\d+)/g)].map((run) => run.map(Number));
      const ends = runs.flatMap(([, x = 0, y = 0, width = 0]) => [x, y, x + width - 1]);
      expect([Math.min(...ends), Math.max(...ends)]).toEqual([4, 24]);
    }),
    { numRuns: 40 },
  );
});

test("a receipt number is read back from its barcode", () => {
  for (const number of ["1-000284", "R2-123456", "7"]) {
    expect(readBarcodeSvg(barcodeSvg(number).markup)).toBe(number);
  }
});

test("letters that no till scanner sends are a defect", () => {
  expect(() => barcodeSvg("Hà")).toThrow("plain letters");
});
