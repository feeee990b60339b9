import { expect, test } from "vitest";
import { couponsFound, type ListedCoupon } from "../../../renderer/stores/campaigns/codeSearch.ts";

const coupon = (code: string, customerName: string): ListedCoupon => ({
  ...{ code, customerName, customerId: code, discountText: "Giảm 10%", state: "issued" },
  ...{ fromDay: "2026-11-22", untilDay: "2026-12-06" },
});
const coupons = [
  coupon("K7QF2M9P3D", "Nguyễn Thị Thu Hà"),
  coupon("1HY9G1801A", "Trần Khánh"),
  coupon("F2M0000000", "Bùi Hạnh"),
];

test.each<[typed: string, names: readonly string[]]>([
  ["", ["Nguyễn Thị Thu Hà", "Trần Khánh", "Bùi Hạnh"]],
  ["ha", ["Nguyễn Thị Thu Hà", "Bùi Hạnh"]],
  ["thu nguyen", ["Nguyễn Thị Thu Hà"]],
  ["thu tran", []],
  ["anh", []],
  ["f2m", ["Nguyễn Thị Thu Hà", "Bùi Hạnh"]],
  ["K7QF-2M9P-3D", ["Nguyễn Thị Thu Hà"]],
])("%j finds whose name begins so, word by word, and whose code holds it", (typed, names) => {
  expect(couponsFound(coupons, typed).map(({ customerName }) => customerName)).toEqual(names);
});
