import { expect, test } from "vitest";
import { unbroken } from "../../../renderer/ui/unbroken.ts";

test("a figure and its sign stay together, and all else may break", () => {
  expect(unbroken("Giảm 20.000 đ, đơn từ 100.000 đ")).toBe(
    "Giảm 20.000\u00a0đ, đơn từ 100.000\u00a0đ",
  );
  expect(unbroken("5.250 KWD off 2 products")).toBe("5.250\u00a0KWD off 2 products");
});
