import { describe, expect, test } from "vitest";
import {
  type Coupon,
  couponRefusal,
  couponStateOn,
  endsInDays,
} from "../../../shared/domain/coupon/coupon.ts";

const coupon: Coupon = {
  code: "1HY9G1801A",
  state: "issued",
  fromDay: "2026-11-01",
  toDay: "2026-11-30",
  customerId: "lan",
  usesLeft: 1,
};
const lanOn = (businessDay: string) => ({ customerId: "lan", businessDay });

describe("a coupon is taken", () => {
  test.each(["2026-11-01", "2026-11-15", "2026-11-30"])("on %s", (day) => {
    expect(couponRefusal(coupon, lanOn(day))).toBeUndefined();
  });

  test("from anybody, when it is nobody's own", () => {
    const { customerId: _, ...anybodys } = coupon;
    expect(couponRefusal(anybodys, { businessDay: "2026-11-15" })).toBeUndefined();
    expect(couponRefusal(anybodys, lanOn("2026-11-15"))).toBeUndefined();
  });
});

describe("a coupon is refused", () => {
  const today = lanOn("2026-11-15");

  test.each([
    [
      "before its first day",
      coupon,
      lanOn("2026-10-31"),
      { kind: "CouponNotYet", fromDay: "2026-11-01" },
    ],
    [
      "after its last day",
      coupon,
      lanOn("2026-12-01"),
      { kind: "CouponExpired", expiredDay: "2026-11-30" },
    ],
    [
      "once noted as expired",
      { ...coupon, state: "expired" },
      today,
      { kind: "CouponExpired", expiredDay: "2026-11-30" },
    ],
    [
      "when used",
      { ...coupon, state: "redeemed", usedAtMs: 7 },
      today,
      { kind: "CouponUsed", usedAtMs: 7 },
    ],
    ["when no use is left", { ...coupon, usesLeft: 0 }, today, { kind: "CouponUsed" }],
    [
      "when used, also after its last day",
      { ...coupon, usesLeft: 0 },
      lanOn("2026-12-01"),
      { kind: "CouponUsed" },
    ],
    ["when void", { ...coupon, state: "void" }, today, { kind: "CouponVoid" }],
    [
      "from somebody else",
      coupon,
      { customerId: "minh", businessDay: "2026-11-15" },
      { kind: "CouponOfAnotherCustomer" },
    ],
    [
      "while nobody is at the till",
      coupon,
      { businessDay: "2026-11-15" },
      { kind: "CouponOfAnotherCustomer" },
    ],
    [
      "from somebody else, saying nothing of its use",
      { ...coupon, usesLeft: 0 },
      { customerId: "minh", businessDay: "2026-11-15" },
      { kind: "CouponOfAnotherCustomer" },
    ],
  ] as const)("%s", (_, one, asked, refusal) => {
    expect(couponRefusal(one, asked)).toEqual(refusal);
  });
});

test("its state follows its days, also before anybody has noted that they are over", () => {
  expect(couponStateOn(coupon, "2026-11-30")).toBe("issued");
  expect(couponStateOn(coupon, "2026-12-01")).toBe("expired");
  expect(couponStateOn({ ...coupon, usesLeft: 0 }, "2026-12-01")).toBe("redeemed");
});

test.each([
  ["2026-11-22", undefined],
  ["2026-11-23", 7],
  ["2026-11-29", 1],
  ["2026-11-30", 0],
  ["2026-12-01", undefined],
])("on %s a coupon until 30 November has %j days left to be marked by", (day, days) => {
  expect(endsInDays(coupon.toDay, day)).toBe(days);
});
