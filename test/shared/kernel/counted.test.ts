import { expect, test } from "vitest";
import { byCount, counted } from "../../../shared/kernel/counted.ts";

test.each([
  [0, "0 coupons"],
  [1, "1 coupon"],
  ["1", "1 coupon"],
  [2, "2 coupons"],
  ["1,284", "1,284 coupons"],
  ["1.5", "1.5 coupons"],
])("%j of them is said as %j", (count, said) => {
  expect(counted(count, "coupon")).toBe(said);
});

test("a word with a form of its own is given whole", () => {
  expect(counted("1", "person", "people")).toBe("1 person");
  expect(counted(3, "person", "people")).toBe("3 people");
  expect(byCount("1", "was", "were")).toBe("was");
  expect(byCount("12", "was", "were")).toBe("were");
});
