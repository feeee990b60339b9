import fc from "fast-check";
import { expect, test } from "vitest";
import {
  type NameAgreement,
  nameAgreement,
} from "../../../shared/domain/identity/nameAgreement.ts";

test.each<[string, string, NameAgreement]>([
  ["Nguyễn Thị Thu Hà", "nguyen thi thu ha", "same"],
  ["Nguyễn Thị Thu Hà", "Thu Hà", "same"],
  ["Nguyễn Thị Thu Hà", "Hà Nguyễn", "same"],
  ["Nguyễn Thị Thu Hà", "Chị Hà (mẹ Bin)", "same"],
  ["Nguyễn Thị Thu Hà", "thuha_92", "same"],
  ["Nguyễn Văn Nam", "Nguyễn Nam", "same"],
  ["Lê Minh Hoàng", "Hoàng", "same"],
  ["Nguyễn Thị Hoà", "Nguyễn Thị Hòa", "same"],
  ["Đỗ Văn Dũng", "Do Van Dung", "same"],
  ["Đỗ Văn Dũng", "Đỗ Văn Dung", "similar"],
  ["Nguyễn Thị Thảo", "Nguyễn Thị Thạo", "similar"],
  ["Nguyễn Thị Huyền", "Nguyễn Thị Huền", "similar"],
  ["Nguyễn Minh", "Nguyễn Minh Tuấn", "similar"],
  ["John Smith", "J. Smith", "similar"],
  ["Nguyễn Hà", "Nguyễn Hải", "different"],
  ["Trần Thị Hà", "Nguyễn Thị Hà", "different"],
  ["Nguyễn Minh Anh", "Nguyễn Minh Tuấn", "different"],
  ["Phạm Thị Trang", "Phạm Thị Trinh", "different"],
  ["John Smith", "Mary Smith", "different"],
  ["Nguyễn", "Nguyễn Thị Hà", "unknown"],
  ["N***** H*", "Trần Văn Nam", "unknown"],
  ["", "Trần Văn Nam", "unknown"],
])("%s and %s are %s", (left, right, agreement) => {
  expect(nameAgreement(left, right)).toBe(agreement);
  expect(nameAgreement(right, left)).toBe(agreement);
});

test("names agree the same way both ways round, and any telling name with itself", () => {
  const part = fc.constantFrom(
    "Nguyễn",
    "Trần",
    "Thị",
    "Văn",
    "Hà",
    "Hạ",
    "Thu",
    "Minh",
    "Phuong",
    "x",
  );
  const name = fc.array(part, { maxLength: 5 }).map((parts) => parts.join(" "));
  fc.assert(
    fc.property(name, name, (left, right) => {
      expect(nameAgreement(left, right)).toBe(nameAgreement(right, left));
      expect(["same", "unknown"]).toContain(nameAgreement(left, left));
    }),
  );
});

test("a hostile name is compared at once", () => {
  const account = `${"a".repeat(119)}b`;
  expect(nameAgreement(account, "aa aaa")).toBe("different");
});
