import { unreachable } from "../../kernel/assert.ts";
import { byCount } from "../../kernel/counted.ts";
import { formatNumber, type Locale } from "../../money/formatMoney.ts";
import type { LeftOut } from "./toldAgain.ts";

/** What found no room with somebody who was known, and what to do, as one sentence for staff. */
export const leftOutText = (leftOut: LeftOut, locale: Locale): string =>
  locale === "vi" ? vietnamese(leftOut) : english(leftOut);

const vietnamese = ({ field, count }: LeftOut): string => {
  const shown = formatNumber(count, "vi");
  switch (field) {
    case "note":
      return `Còn ${shown} ký tự ghi chú chưa lưu được vì ghi chú đã đầy: hãy rút gọn rồi ghi lại.`;
    case "tags":
      return `Còn ${shown} nhãn chưa lưu được vì khách đã đủ nhãn: hãy bỏ bớt rồi thêm lại.`;
    default:
      return unreachable(field);
  }
};

const english = ({ field, count }: LeftOut): string => {
  const shown = formatNumber(count, "en");
  const was = byCount(count, "was", "were");
  switch (field) {
    case "note":
      return `${shown} ${byCount(count, "character")} of the note ${was} not kept, because the note is full: shorten it and write the rest again.`;
    case "tags":
      return `${shown} ${byCount(count, "tag")} ${was} not kept, because there are as many as there may be: take some away and add the rest again.`;
    default:
      return unreachable(field);
  }
};
