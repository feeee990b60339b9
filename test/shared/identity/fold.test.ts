import fc from "fast-check";
import { expect, test } from "vitest";
import { exactText, foldText, searchWords } from "../../../shared/domain/identity/fold.ts";

test.each([
  ["Nguyễn Thị Đào", "nguyen thi dao"],
  ["ÖZTÜRK, José", "ozturk jose"],
  ["  O'Brien-Smith ", "o brien smith"],
  ["Nguy\u200bễn", "nguyen"],
  ["Nguyễn".normalize("NFD"), "nguyen"],
  ["Łódź Straße Bjørk", "lodz strasse bjork"],
  ["100% _cotton_", "100 cotton"],
  ["李 明", "李 明"],
  ["…", ""],
])("%s is searched as %s", (text, folded) => {
  expect(foldText(text)).toBe(folded);
});

test("exact text keeps marks, whichever way they are encoded", () => {
  expect(exactText("HÀ".normalize("NFD"))).toBe("hà");
  expect(exactText("Hà")).not.toBe(exactText("Hạ"));
});

test("search words are folded and stand once each", () => {
  expect(searchWords("Hà, Thu HA")).toEqual(["ha", "thu"]);
  expect(searchWords(" -- ")).toEqual([]);
});

test("folding again changes nothing, and no mark, capital or wildcard is left", () => {
  fc.assert(
    fc.property(fc.string({ unit: "grapheme" }), (text) => {
      const folded = foldText(text);
      expect(foldText(folded)).toBe(folded);
      expect(folded).not.toMatch(/[\p{M}%_*"]|^ | {2}| $/u);
    }),
  );
});
