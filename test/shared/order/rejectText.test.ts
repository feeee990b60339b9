import { expect, test } from "vitest";
import { knownRejectText } from "../../../shared/domain/order/rejectText.ts";

test("a reason that came over the wire is worded in either language", () => {
  const reason = { kind: "MoneyUnreadable", column: "Total", text: "1e3" };
  expect(knownRejectText(reason, "vi")).toBe(
    "“1e3” ở cột “Total” không phải là số tiền đọc được theo một cách duy nhất.",
  );
  expect(knownRejectText(reason, "en")).toBe(
    "“1e3” in “Total” is not an amount that can be read in one way only.",
  );
});

test("a reason of a kind that is not known here, or without what it tells, is not worded", () => {
  expect(knownRejectText({ kind: "OfTomorrow" }, "vi")).toBeUndefined();
  expect(knownRejectText({ kind: "MoneyUnreadable" }, "vi")).toBeUndefined();
});
