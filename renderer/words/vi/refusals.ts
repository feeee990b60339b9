import { showCouponCode } from "../../../shared/domain/coupon/couponCode.ts";
import { type CouponWords, couponText, type RefusalWords, skippedText } from "../refusalWords.ts";
import { campaigns } from "./campaigns.ts";

const of: RefusalWords = {
  // Cửa hàng và người đứng quầy
  AlreadySetUp: () => "Cửa hàng này đã được tạo rồi. Mở lại Quen để đăng nhập.",
  CurrencyUnknown: ({ currency }) => `Quen chưa biết loại tiền ${currency}. Chọn loại khác.`,
  TimezoneUnknown: ({ timezone }) => `Quen chưa biết múi giờ ${timezone}. Chọn nơi khác.`,
  ShopNotEmpty: () => "Cửa hàng đã có dữ liệu nên không thêm dữ liệu dùng thử vào nữa.",
  WrongPin: ({ triesLeft }) =>
    triesLeft === undefined
      ? "Mã PIN chưa đúng. Thử lại."
      : `Mã PIN chưa đúng. Còn ${triesLeft} lần thử.`,
  LockedOut: ({ untilMs }, format) =>
    `Sai nhiều lần nên tạm khoá đến ${format.time(untilMs)}. Người khác vẫn vào quầy được.`,
  ShopNotSetUp: () => "Cửa hàng chưa được tạo trên máy này.",
  SessionEnded: () => "Phiên làm việc đã hết. Nhập lại mã PIN, giỏ hàng vẫn còn.",
  StaffNameTaken: ({ name }) => `Đã có người tên ${name}. Thêm chữ để phân biệt.`,
  NotSignedIn: () => "Cần nhập mã PIN trước đã. Giỏ hàng vẫn còn.",
  NotAllowed: ({ needs }) =>
    needs === "owner"
      ? "Việc này cần chủ cửa hàng. Nhờ chủ cửa hàng vào quầy rồi làm."
      : "Việc này cần quản lý. Nhờ quản lý vào quầy rồi làm.",
  RequestIdReused: () =>
    "Yêu cầu này đã được dùng cho việc khác. Làm lại từ đầu; chưa ghi gì thêm.",
  StorageFailed: ({ why }) => {
    const what = {
      "disk-full": "Ổ đĩa đã đầy. Dọn bớt chỗ rồi làm lại.",
      "read-only": "Không ghi được vào thư mục dữ liệu. Kiểm tra quyền của thư mục.",
      busy: "Dữ liệu đang bận. Làm lại sau giây lát.",
      io: "Ổ đĩa không nhận. Kiểm tra ổ đĩa rồi làm lại.",
    };
    return `${what[why]} Chưa có gì bị ghi dở.`;
  },

  // Hàng
  CodeUnknown: ({ code }) => `Chưa có hàng nào mang mã ${code}.`,
  BarcodeTaken: ({ barcode, sku }) => `Mã vạch ${barcode} đang thuộc về hàng ${sku}.`,
  SkuTwice: ({ sku }) => `Mã hàng ${sku} xuất hiện hai lần.`,

  // Khách
  CustomerUnknown: () => "Không thấy hồ sơ khách này nữa. Tìm lại khách.",
  PhoneUnreadable: ({ text }) => `“${text}” chưa phải số điện thoại đầy đủ. Kiểm tra lại các số.`,
  EmailUnreadable: ({ text }) => `“${text}” chưa phải địa chỉ e-mail.`,
  CardNumberRefused: () => "Trông như số thẻ ngân hàng. Quen không nhận và không giữ số thẻ.",
  CardUnreadable: ({ text }) => `Chưa đọc được số thẻ khách “${text}”.`,
  BirthdayInvalid: ({ text }) => `“${text}” không phải ngày sinh có thật.`,
  IdentityTaken: () => "Số hoặc địa chỉ này đang thuộc về một khách khác. Tìm khách đó để xem.",

  // Bán hàng
  ProductUnknown: ({ sku }) => `Hàng ${sku} không còn trong danh mục. Bỏ món đó ra rồi làm tiếp.`,
  QuantityInvalid: ({ sku }) => `Số lượng của ${sku} chưa hợp. Gõ lại số lượng.`,
  PointsShort: ({ available }, format) => `Khách chỉ còn ${format.number(available)} điểm.`,
  DiscountTooLarge: ({ sku }) => `Giảm giá của ${sku} lớn hơn tiền hàng. Gõ số nhỏ hơn.`,
  PriceOverrideNotAllowed: ({ sku }) =>
    `Sửa giá hoặc giảm tay cho ${sku} cần quản lý. Trả về giá gốc để bán tiếp.`,
  BasketEmpty: () => "Giỏ đang trống.",
  AmountTooLarge: () => "Số tiền lớn quá mức ghi được. Kiểm tra lại số lượng và giá.",
  Underpaid: ({ missingMinor }, format) => `Còn thiếu ${format.money(missingMinor)}.`,
  Overpaid: ({ excessMinor }, format) =>
    `Thừa ${format.money(excessMinor)} ngoài tiền mặt. Chỉ tiền mặt mới có tiền thừa: bỏ khoản đã nhận rồi thu lại.`,
  CouponRefused: ({ code, why }, format) =>
    `Phiếu ${showCouponCode(code)}: ${couponText(why, coupon, format) ?? couponOther}. Bỏ phiếu rồi thu tiền.`,
  TenderUnavailable: () => "Cách trả này chưa dùng được ở đây. Chọn cách khác.",
  SoldAtInvalid: () => "Giờ bán chưa hợp. Kiểm tra đồng hồ của máy.",
  SaleUnknown: () => "Không thấy hoá đơn này.",

  // Đơn online
  FileUnreadable: ({ why }) => `Chưa đọc được tệp này (${why}). Tệp không bị sửa gì.`,
  FileTooLarge: ({ limitBytes }, format) =>
    `Tệp lớn quá ${format.number(Math.round(limitBytes / 1_048_576))} MB. Xuất ít ngày hơn rồi nhập từng tệp.`,
  FormatUnknown: ({ headers = [] }) =>
    headers.length === 0
      ? "Tệp này không giống tệp đơn hàng nào. Hãy chọn tệp xuất ra từ sàn hoặc web bán hàng."
      : "Chưa nhận ra đây là tệp của sàn nào. Chỉ cho Quen cột nào là gì ở dưới.",
  EncodingUnknown: () => "Chữ trong tệp bị mã hoá lạ. Xuất lại tệp dạng UTF-8 hoặc XLSX.",
  MappingInvalid: ({ why, missing = [], absent = [] }) => {
    if (missing.length > 0)
      return `Chưa chọn cột cho: ${missing.join(", ")}. Hãy chọn rồi xem lại.`;
    return absent.length > 0
      ? `Tệp này không có cột: ${absent.join(", ")}. Hãy chọn cột khác.`
      : `Cách nối cột chưa đủ: ${why}.`;
  },
  ImportRunning: () => "Đang có một tệp khác được nhập. Chờ xong rồi nhập tiếp.",
  ImportUnknown: () => "Không thấy lần nhập này nữa.",
  ImportUndone: () => "Lần nhập này đã được hoàn tác rồi.",

  // Ưu đãi
  PeriodInvalid: () => "Ngày kết thúc đã qua, hoặc đứng trước ngày bắt đầu. Chọn lại ngày.",
  ScopeEmpty: () => "Ưu đãi chưa có món hay nhóm hàng nào để áp dụng. Chọn ít nhất một.",
  CategoryUnknown: ({ category }) =>
    `Không có món nào thuộc nhóm “${category}”, nên phiếu sẽ không dùng được cho món nào. Chọn nhóm khác.`,
  SegmentInvalid: () => "Có số còn thiếu hoặc bị ngược. Xem lại các lựa chọn.",
  GoodsSensitive: ({ name }) =>
    `${name} là hàng nhạy cảm: không nhắc ai đã mua, cũng không in lên phiếu. Chọn hàng khác.`,
  SegmentUnknown: () =>
    "Nhóm khách này không còn trong cửa hàng. Lưu lần nữa để giữ thành nhóm mới.",
  CampaignUnknown: () => "Không thấy đợt ưu đãi này nữa.",
  CampaignIssued: () => "Đợt này đã phát phiếu rồi. Phiếu cũ vẫn dùng được.",
  CampaignOver: () => "Đợt này đã hết ngày hoặc đã dừng.",
  NobodyToIssueTo: ({ skipped }, format) =>
    skipped.length === 0
      ? "Chưa có khách nào hợp điều kiện."
      : `Không khách nào nhận được phiếu: ${skippedText(skipped, campaigns.issued.skipped, format)}.`,
  CampaignNotIssued: () => "Đợt này chưa phát phiếu.",
  CouponUnknown: () => "Cửa hàng không phát phiếu nào mang mã này.",
  CodeMistyped: () => "Mã phiếu gõ nhầm một chữ. Xem lại trên phiếu.",

  // Sao lưu
  PathTaken: ({ path }) => `Đã có tệp ở ${path}. Chọn tên khác; tệp cũ không bị đè.`,
  PathUnwritable: ({ path }) => `Không ghi được vào ${path}. Chọn nơi khác.`,
  BackupUnreadable: ({ path, why }) => `${path}: ${backupFaults[why]}`,
  RecoveryKeyIncomplete: ({ typed }) =>
    `Khoá khôi phục có 64 chữ và số, từ 0 đến 9 và A đến F; ở đây có ${typed}. Xem lại tờ giấy.`,

  // Trục trặc
  Defect: ({ reference }) => `Có gì đó không đúng. Chưa có gì được ghi. Mã tra cứu ${reference}.`,
  InvalidCall: () => "Có ô chưa điền đúng. Chưa có gì được ghi.",
  EngineUnavailable: () => "Phần dữ liệu đang dừng. Giỏ hàng còn nguyên, thử lại sau giây lát.",
};

/** Bản sao lưu có gì không ổn, viết sau tên tệp. */
const backupFaults = {
  missing: "tệp này không còn ở đó.",
  "not-a-shop": "đây không phải bản sao lưu của Quen.",
  "not-whole": "bản sao lưu này có chỗ không khớp. Chọn bản cũ hơn; chưa có gì bị thay đổi.",
  "keys-missing":
    "cần có các tệp quen-keys trong cùng thư mục: chúng được tạo cùng bản sao lưu. Chép tất cả.",
  "keys-of-another":
    "tệp quen-keys nằm cạnh là của bản sao lưu khác. Từ nơi đã tạo bản này, hãy chép mọi tệp có tên bắt đầu bằng quen-keys.",
  "wrong-key":
    "đây không phải bản sao lưu của Quen, hoặc là bản của máy khác: khi đó cần khoá khôi phục của máy ấy.",
  corrupt: "bản sao lưu này bị hỏng. Chọn bản cũ hơn; chưa có gì bị thay đổi.",
  "newer-file": "bản sao lưu này do bản Quen mới hơn tạo. Hãy cài bản mới nhất trước.",
  "disk-full": "ổ đĩa đã đầy. Dọn bớt chỗ rồi thử lại.",
  "read-only": "Quen không được phép đọc tệp này, hoặc không ghi được vào thư mục của mình.",
  busy: "tệp đang được dùng. Thử lại sau giây lát.",
  io: "ổ đĩa không trả lời. Xem lại USB hoặc ổ đĩa.",
  locked: "một Quen khác đang mở tệp này.",
  vanished: "tệp này không còn ở đó.",
} as const;

const coupon: CouponWords = {
  CouponUnknown: () => "cửa hàng không phát mã này",
  CouponVoid: () => "phiếu đã bị huỷ",
  CouponOfAnotherCustomer: () => "phiếu của khách khác",
  CouponUsed: ({ usedAtMs }, format) =>
    usedAtMs === undefined ? "đã dùng rồi" : `đã dùng ngày ${format.dayNear(usedAtMs)}`,
  CouponNotYet: ({ fromDay }, format) => `dùng từ ${format.dayText(fromDay)}`,
  CouponExpired: ({ expiredDay }, format) => `hết hạn ${format.dayText(expiredDay)}`,
  BelowMinimum: ({ missingMinor }, format) => `mua thêm ${format.money(missingMinor)} để dùng`,
  NothingInScope: () => "giỏ chưa có món của phiếu này",
  GiftNotInBasket: ({ sku, name }) => `thêm món tặng ${name ?? sku} vào giỏ`,
  NotWithOthers: () => "không dùng chung với phiếu khác",
  AlreadyInBasket: () => "phiếu này đã có trong giỏ",
  NothingToGain: () => "không được thêm gì cho giỏ này",
};

const couponOther = "chưa dùng được cho giỏ này";

export const refusals = { of, coupon, couponOther };
