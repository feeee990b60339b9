import type { Locale } from "../../money/formatMoney.ts";
import type { RejectReason, UnreadableWhy } from "./rejectReason.ts";

type Sentence = Readonly<Record<Locale, string>>;

/** Why a row was rejected, as one sentence for the person who mends the file. */
export const rejectText = (reason: RejectReason, locale: Locale): string => {
  const facts = new Map<string, unknown>(Object.entries(reason));
  if (reason.kind === "RestUnreadable") facts.set("why", whyWords[reason.why][locale]);
  return sentences[reason.kind][locale].replace(/\{(\w+)\}/g, (_, key) => String(facts.get(key)));
};

/**
 * The same for a reason that came over a wire: undefined where its kind is not known here, or where
 * something is missing that its sentence tells.
 */
export const knownRejectText = (
  reason: { readonly kind: string },
  locale: Locale,
): string | undefined => {
  const known: Readonly<Record<string, Sentence>> = sentences;
  const needed = [...(known[reason.kind]?.en ?? "{kind?}").matchAll(/\{(\w+\??)\}/g)];
  return needed.every(([, key = ""]) => key in reason)
    ? rejectText(reason as RejectReason, locale)
    : undefined;
};

const sentences: Readonly<Record<RejectReason["kind"], Sentence>> = {
  CurrencyDiffers: {
    en: "The order is in {text}, not in the shop's currency; amounts are never converted.",
    vi: "Đơn hàng tính bằng {text}, khác loại tiền của cửa hàng; số tiền không được tự quy đổi.",
  },
  MoneyUnreadable: {
    en: "“{text}” in “{column}” is not an amount that can be read in one way only.",
    vi: "“{text}” ở cột “{column}” không phải là số tiền đọc được theo một cách duy nhất.",
  },
  AmountNegative: {
    en: "The amount {text} in “{column}” is below zero.",
    vi: "Số tiền {text} ở cột “{column}” nhỏ hơn 0.",
  },
  AmountTooLarge: {
    en: "The amount {text} in “{column}” is larger than an order can be.",
    vi: "Số tiền {text} ở cột “{column}” lớn quá mức của một đơn hàng.",
  },
  DateUnreadable: {
    en: "“{text}” in “{column}” is not a date.",
    vi: "“{text}” ở cột “{column}” không phải là ngày tháng.",
  },
  DateAmbiguous: {
    en: "“{text}” in “{column}”: which number is the day? Choose it and import again.",
    vi: "“{text}” ở cột “{column}”: số nào là ngày? Hãy chọn rồi nhập lại.",
  },
  QuantityUnreadable: {
    en: "“{text}” in “{column}” is not a whole number of pieces.",
    vi: "“{text}” ở cột “{column}” không phải là số lượng nguyên.",
  },
  StateUnknown: {
    en: "The order state “{text}” is not known.",
    vi: "Không rõ trạng thái đơn hàng “{text}”.",
  },
  FieldMissing: {
    en: "“{column}” is missing.",
    vi: "Thiếu “{column}”.",
  },
  IdPrecisionLost: {
    en: "A spreadsheet cut the last digits off {text}. Export again and do not save the file there.",
    vi: "Bảng tính đã làm mất các chữ số cuối của {text}. Hãy xuất lại và đừng lưu ở đó.",
  },
  RowsDisagree: {
    en: "The rows of this order contradict each other in “{column}” ({text}).",
    vi: "Các dòng của đơn hàng này mâu thuẫn nhau ở cột “{column}” ({text}).",
  },
  HeadMissing: {
    en: "The row that tells of the order itself is missing; only lines of it are here.",
    vi: "Thiếu dòng chính của đơn hàng; ở đây chỉ có các dòng sản phẩm.",
  },
  LinesUnreadable: {
    en: "The order's products cannot be read: {text}",
    vi: "Không đọc được các sản phẩm của đơn hàng: {text}",
  },
  LinesIncomplete: {
    en: "The file holds only some of the order's products.",
    vi: "Tệp chỉ chứa một phần sản phẩm của đơn hàng.",
  },
  RowMisshapen: {
    en: "The row has {cells} cells where the headers name {columns}.",
    vi: "Dòng có {cells} ô trong khi tiêu đề có {columns} cột.",
  },
  QuoteMisplaced: {
    en: "A quotation mark stands where none may, or is never closed.",
    vi: "Dấu ngoặc kép đặt sai chỗ hoặc không được đóng lại.",
  },
  TextUnreadable: {
    en: "The row has letters that cannot be read.",
    vi: "Dòng có ký tự không đọc được.",
  },
  CellTooLong: {
    en: "A cell is longer than {limit} characters.",
    vi: "Có ô dài hơn {limit} ký tự.",
  },
  RowTooLong: {
    en: "The row is longer than {limit} characters.",
    vi: "Dòng dài hơn {limit} ký tự.",
  },
  RowsScattered: {
    en: "The rows of this order stand too far apart. Sort the file by order and import again.",
    vi: "Các dòng của đơn hàng này nằm quá xa nhau. Hãy sắp xếp theo mã đơn rồi nhập lại.",
  },
  NotAnOrder: {
    en: "This entry is not an order.",
    vi: "Mục này không phải là đơn hàng.",
  },
  TestOrder: {
    en: "This is a test order of the shop.",
    vi: "Đây là đơn hàng thử của cửa hàng.",
  },
  RestUnreadable: {
    en: "From here on the file was not read: {why}.",
    vi: "Từ đây trở đi tệp không được đọc: {why}.",
  },
};

const whyWords: Readonly<Record<UnreadableWhy, Sentence>> = {
  missing: { en: "it is gone", vi: "tệp không còn" },
  "not-allowed": { en: "reading it is not allowed", vi: "không có quyền đọc" },
  "not-a-file": { en: "it is not a file", vi: "đây không phải là tệp" },
  busy: { en: "another program holds it", vi: "chương trình khác đang giữ tệp" },
  "disk-error": { en: "the disk cannot read it", vi: "ổ đĩa không đọc được" },
  empty: { en: "it is empty", vi: "tệp rỗng" },
  binary: { en: "it is not text", vi: "tệp không phải văn bản" },
  pdf: { en: "it is a PDF", vi: "đây là tệp PDF" },
  image: { en: "it is a picture", vi: "đây là tệp ảnh" },
  "web-page": { en: "it is a web page", vi: "đây là trang web" },
  "old-excel": {
    en: "it is an old or locked Excel file",
    vi: "đây là tệp Excel cũ hoặc có mật khẩu",
  },
  "not-a-workbook": { en: "it holds no sheet", vi: "tệp không có trang tính" },
  damaged: { en: "it is damaged", vi: "tệp bị hỏng" },
  "cut-short": { en: "it is cut short", vi: "tệp bị cắt cụt" },
  "changed-while-reading": { en: "it changed while it was read", vi: "tệp thay đổi khi đang đọc" },
  "too-many-rows": { en: "it has too many rows", vi: "tệp có quá nhiều dòng" },
  "too-many-broken-rows": { en: "too many rows are broken", vi: "quá nhiều dòng bị hỏng" },
};
