import fc from "fast-check";
import { expect, test } from "vitest";
import {
  type MessageValues,
  messageText,
  PLACEHOLDERS,
  unknownPlaceholders,
} from "../../../shared/domain/message/messageText.ts";

const values: MessageValues = {
  name: "Nguyễn Thị Thu Hà",
  givenName: "Hà",
  offer: "Giảm 10%",
  code: "K7QF-2M9P",
  from: "01/11/2026",
  until: "30/11/2026",
  shop: "Tạp hoá Cô Mi",
  phone: "0912 345 678",
};

test("a template becomes one person's message", () => {
  const template = "{givenName} ơi, {shop} tặng {offer}: mã {code}, đến {until}. Gọi {phone}";
  expect(messageText(template, values)).toBe(
    "Hà ơi, Tạp hoá Cô Mi tặng Giảm 10%: mã K7QF-2M9P, đến 30/11/2026. Gọi 0912 345 678",
  );
  expect(unknownPlaceholders(template)).toEqual([]);
});

test("case and spaces within braces do not matter", () => {
  expect(messageText("{ GIVENNAME } {Code}", values)).toBe("Hà K7QF-2M9P");
});

test("what is no placeholder stays and is told once", () => {
  const template = "{tên} {ten} {tên} {} {name}";
  expect(messageText(template, values)).toBe("{tên} {ten} {tên} {} Nguyễn Thị Thu Hà");
  expect(unknownPlaceholders(template)).toEqual(["{tên}", "{ten}", "{}"]);
});

test("what is filled in is never read again", () => {
  fc.assert(
    fc.property(
      fc.constantFrom(...PLACEHOLDERS),
      fc.constantFrom(...PLACEHOLDERS),
      (one, other) => {
        const hostile = { ...values, [one]: `{${other}}` };
        expect(messageText(`{${one}}`, hostile)).toBe(`{${other}}`);
      },
    ),
  );
});
