import { utils, write } from "@e965/xlsx";
import { sumMinor } from "../../../shared/money/money.ts";
import { goodsMinor, type OnlineLine, type OnlineOrder } from "../onlineOrders.ts";
import { localMoment } from "./localMoment.ts";
import { maskedName } from "./masked.ts";

/** Shopee Vietnam's `Order.all` workbook: a row a SKU, every cell text, the buyer masked. */
export const shopeeXlsx = (orders: readonly OnlineOrder[]): Uint8Array => {
  const rows = orders.flatMap((order) => order.lines.map((line) => row(order, line)));
  const cells = rows.map((fields) => header.map((name) => fields[name] ?? ""));
  const book = utils.book_new();
  utils.book_append_sheet(book, utils.aoa_to_sheet([header.map(asWritten), ...cells]), "orders");
  return new Uint8Array(write(book, { type: "array", bookType: "xlsx", compression: true }));
};

type Row = Readonly<Record<string, string>>;

/** The order's own amounts stand on every one of its rows. */
const row = (order: OnlineOrder, line: OnlineLine): Row => ({
  "Mã đơn hàng": `${localMoment(order.placedAtMs).slice(2, 10).replaceAll("-", "")}${code(order)}`,
  "Mã Kiện Hàng": String(5_929_536_478_960_000 + order.place),
  "Ngày đặt hàng":
    order.flaw === "date" ? "32/13/2026 99:00" : localMoment(order.placedAtMs).slice(0, 16),
  "Trạng Thái Đơn Hàng": statusByState[order.state],
  "Sản Phẩm Bán Chạy": "N",
  "Lý do hủy": order.state === "cancelled" ? "Hủy bởi người mua lí do là: Lý do khác" : "",
  "Đơn Vị Vận Chuyển": "Nhanh-SPX Express",
  "Phương thức giao hàng": "Sắp xếp lấy hàng",
  "Trạng thái Trả hàng/Hoàn tiền": order.state === "refunded" ? "Đã chấp thuận yêu cầu" : "",
  "SKU sản phẩm": line.sku,
  "Tên sản phẩm": line.name,
  "SKU phân loại hàng": line.sku,
  "Giá gốc": decimal(line.priceMinor),
  "Người bán trợ giá": "0.00",
  "Giá ưu đãi": order.flaw === "money" ? "12.5O0,00" : decimal(line.priceMinor),
  "Số lượng": order.flaw === "quantity" ? "hai" : String(line.quantity),
  "Số lượng sản phẩm được hoàn trả": order.state === "refunded" ? String(line.quantity) : "0",
  "Tổng giá trị đơn hàng (VND)": decimal(paidMinor(order)),
  "Mã giảm giá của Shop": decimal(order.discountMinor),
  "Phí vận chuyển mà người mua trả": "0.00",
  "Tổng số tiền người mua thanh toán": decimal(paidMinor(order)),
  "Thời gian hoàn thành đơn hàng":
    order.state === "paid" ? localMoment(order.placedAtMs + 345_600_000).slice(0, 16) : "",
  "Thời gian đơn hàng được thanh toán":
    order.state === "paid" ? localMoment(order.placedAtMs + 300_000).slice(0, 16) : "",
  "Phương thức thanh toán": "Thanh toán khi nhận hàng",
  ...buyer(order),
});

const buyer = ({ buyer: { name, username, phone = "00" } }: OnlineOrder): Row => ({
  "Người Mua": username,
  "Tên Người nhận": maskedName(name),
  "Số điện thoại": `******${phone.slice(-2)}`,
  "Tỉnh/Thành phố": "TP. Hồ Chí Minh",
  "TP / Quận / Huyện": "Quận 1",
  "Địa chỉ nhận hàng": "******, Quận 1, TP. Hồ Chí Minh",
  "Quốc gia": "VN",
});

const statusByState: Readonly<Record<OnlineOrder["state"], string>> = {
  paid: "Hoàn thành",
  unpaid: "Chờ xác nhận",
  cancelled: "Đã hủy",
  refunded: "Hoàn thành",
};

const paidMinor = (order: OnlineOrder): number =>
  sumMinor([goodsMinor(order), -order.discountMinor]);

const decimal = (minor: number): string => `${minor}.00`;

const code = ({ place }: OnlineOrder): string =>
  (place * 7_919 + 1_000_003).toString(36).toUpperCase().padStart(8, "K");

/** Real files carry some headings in decomposed Unicode. */
const asWritten = (name: string, index: number): string =>
  index % 7 === 3 ? name.normalize("NFD") : name;

const header = `Mã đơn hàng|Mã Kiện Hàng|Ngày đặt hàng|Trạng Thái Đơn Hàng|Sản Phẩm Bán Chạy
Lý do hủy|Nhận xét từ Người mua|Mã vận đơn|Đơn Vị Vận Chuyển|Phương thức giao hàng|Loại đơn hàng
Ngày giao hàng dự kiến|Ngày gửi hàng|Thời gian giao hàng|Trạng thái Trả hàng/Hoàn tiền|SKU sản phẩm
Tên sản phẩm|Cân nặng sản phẩm|Tổng cân nặng|SKU phân loại hàng|Tên phân loại hàng|Giá gốc
Người bán trợ giá|Được Shopee trợ giá|Tổng số tiền được người bán trợ giá|Giá ưu đãi|Số lượng
Số lượng sản phẩm được hoàn trả|Tổng số tiền Người mua thanh toán|Tổng giá trị đơn hàng (VND)
Mã giảm giá của Shop|Hoàn Xu|Mã giảm giá của Shopee|Chỉ tiêu Combo Khuyến Mãi
Giảm giá từ combo Shopee|Giảm giá từ Combo của Shop|Shopee Xu được hoàn
Số tiền được giảm khi thanh toán bằng thẻ Ghi nợ|Trade-in Discount|Trade-in Bonus
Phí vận chuyển (dự kiến)|Trade-in Bonus by Seller|Phí vận chuyển mà người mua trả
Phí vận chuyển tài trợ bởi Shopee (dự kiến)|Phí vận chuyển trả hàng (đơn Trả hàng/hoàn tiền)
Tổng số tiền người mua thanh toán|Thời gian hoàn thành đơn hàng|Thời gian đơn hàng được thanh toán
Phương thức thanh toán|Phí cố định|Phí Dịch Vụ|Phí xử lý giao dịch|Tiền ký quỹ|Người Mua
Tên Người nhận|Số điện thoại|Tỉnh/Thành phố|TP / Quận / Huyện|Quận|Địa chỉ nhận hàng|Quốc gia
Ghi chú`.split(/[|\n]/);
