import { describe, expect, test } from "vitest";
import { isMasked, orderBuyer } from "../../../shared/domain/order/buyer.ts";

describe("what a shop masks is nobody's", () => {
  test.each([
    "***",
    "N***n",
    "N*****h",
    "(+84)9******78",
    "84********78",
    "a**@example.com",
    "••••",
    "xxxx",
  ])("%s is masked", (text) => expect(isMasked(text)).toBe(true));
  test.each(["Ánh", "+84912345678", "anh_nguyen90", "Max", "Na"])("%s is not masked", (text) =>
    expect(isMasked(text)).toBe(false));
});

test("masked and blank facts are dropped, the others kept as typed", () => {
  expect(
    orderBuyer({
      name: "N***n",
      phone: "(+84)9******78",
      email: " Anh.Nguyen@Example.com ",
      address: "******, Quận 1",
      shopAccount: "anh_nguyen90",
      acceptsMarketing: false,
    }),
  ).toEqual({
    email: "Anh.Nguyen@Example.com",
    shopAccount: "anh_nguyen90",
    acceptsMarketing: false,
  });
});

test("of a buyer who is masked altogether nothing is left", () => {
  expect(
    orderBuyer({ name: "***", phone: "", email: "-", acceptsMarketing: true }),
  ).toBeUndefined();
});
