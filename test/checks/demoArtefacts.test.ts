import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { missingFrom } from "../demo/story/missingFrom.ts";

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "quen-artefacts-"));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const put = (name: string, text: string) => writeFileSync(join(folder, name), text);
const wanted = { files: ["till.png", "coupons.pdf"], figures: ["customers", "pointsRedeemed"] };

test("a demo that left all behind misses nothing; a figure may be 0", () => {
  put("till.png", "picture");
  put("coupons.pdf", "paper");
  put("summary.json", JSON.stringify({ customers: 4, pointsRedeemed: 0 }));
  expect(missingFrom(folder, wanted)).toEqual([]);
});

test("what is absent, empty or could not be worked out is named", () => {
  put("till.png", "");
  put("summary.json", JSON.stringify({ customers: Number.NaN, pointsRedeemed: undefined }));
  expect(missingFrom(folder, wanted)).toEqual([
    ...["till.png", "coupons.pdf"],
    ...["customers", "pointsRedeemed"],
  ]);
});

test("without a summary each of its figures is missing as well", () => {
  expect(missingFrom(folder, { files: [], figures: ["customers"] })).toEqual([
    "summary.json",
    "customers",
  ]);
});
