import fc from "fast-check";
import { expect, test } from "vitest";
import { messageLength } from "../../../shared/domain/message/messageLength.ts";
import { withoutMarks } from "../../../shared/domain/message/withoutMarks.ts";

test.each([
  ["Nguyễn Thị Thu Hà", "Nguyen Thi Thu Ha"],
  ["Đỗ Đức ƯỚC", "Do Duc UOC"],
  ["Giảm 30.000 ₫ – “quà” cho chị…", 'Giam 30.000 d - "qua" cho chi...'],
  ["Ê đê".normalize("NFD"), "E de"],
  ["か\u3099", "が"],
])("%s becomes %s", (marked, plain) => {
  expect(withoutMarks(marked)).toBe(plain);
});

const vietnamese = fc.string({
  unit: fc.constantFrom(..."aăâeêioôơuưyđĐAÀÁẢÃẠẮẶẾỆỐỘỚỢỨỰỲỶễửỡ 0123456789.,!?"),
  maxLength: 300,
});

test("Vietnamese without marks is one alphabet, as long as before, and never dearer", () => {
  fc.assert(
    fc.property(vietnamese, (text) => {
      const plain = withoutMarks(text);
      const after = messageLength(plain, "sms");
      expect(plain).toHaveLength(text.length);
      expect(after.encoding).toBe("gsm7");
      expect(after.parts).toBeLessThanOrEqual(messageLength(text, "sms").parts);
      expect(withoutMarks(plain)).toBe(plain);
    }),
  );
});
