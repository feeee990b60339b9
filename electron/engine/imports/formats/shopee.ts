import type { OrderLine } from "../../../../shared/domain/order/order.ts";
import { subtractMinor } from "../../../../shared/money/money.ts";
import { FieldReader, type Reading } from "../fieldReader.ts";
import { finishedOrder, orderLine } from "../orderDraft.ts";
import { cleaned } from "../table/cells.ts";
import type { HeaderRow } from "../table/columns.ts";
import { byOrderColumns } from "../table/payloads.ts";
import { isNoExplanation, type OrderReading, type TableFormat } from "../table/tableFormat.ts";
import type { CsvRow } from "../text/csvRows.ts";
import { marketplaceState } from "./marketplaceState.ts";
import { agreedCell, refuseRepeatedLines } from "./repeatedRows.ts";

/**
 * The order export of Shopee's Vietnamese Seller Centre. One row a product of an order; what the
 * row says of the whole order is repeated on each. Buyers are masked but for their account.
 */
export const shopee: TableFormat = {
  format: "shopee",
  source: "shopee",
  matches: (headers) =>
    headers.has("Mã đơn hàng", "Ngày đặt hàng", "Tên sản phẩm", "Giá ưu đãi", "Số lượng"),
  reader: (headers) => {
    const columns = shopeeColumns(headers);
    return {
      idColumn: columns.id,
      isBlankIdMore: false,
      dateColumns: [columns.placedAt, columns.paidAt, columns.sentAt, columns.completedAt],
      moneyColumns: [columns.dealPrice, columns.orderValue],
      isExplanation: isNoExplanation,
      payloads: byOrderColumns([
        ...[columns.state, columns.paidAt, columns.sentAt, columns.completedAt],
        ...[columns.buyerPaid, columns.orderValue],
      ]),
      read: (rows, reading) => readOrder(rows, columns, reading),
    };
  },
};

type Columns = ReturnType<typeof shopeeColumns>;

const shopeeColumns = ({ indexOf }: HeaderRow) => ({
  id: indexOf("Mã đơn hàng"),
  placedAt: indexOf("Ngày đặt hàng"),
  sentAt: indexOf("Ngày gửi hàng"),
  completedAt: indexOf("Thời gian hoàn thành đơn hàng"),
  paidAt: indexOf("Thời gian đơn hàng được thanh toán"),
  state: indexOf("Trạng Thái Đơn Hàng"),
  paymentMethod: indexOf("Phương thức thanh toán"),
  productSku: indexOf("SKU sản phẩm"),
  product: indexOf("Tên sản phẩm"),
  variantSku: indexOf("SKU phân loại hàng"),
  variant: indexOf("Tên phân loại hàng"),
  price: indexOf("Giá gốc"),
  dealPrice: indexOf("Giá ưu đãi"),
  quantity: indexOf("Số lượng"),
  returned: indexOf("Số lượng sản phẩm được hoàn trả", "Returned quantity"),
  orderValue: indexOf("Tổng giá trị đơn hàng (VND)"),
  // Told apart by one capital from "… Người mua …", which is the buyer's share of this row alone.
  buyerPaid: indexOf("Tổng số tiền người mua thanh toán"),
  shipping: indexOf("Phí vận chuyển mà người mua trả"),
  discounts: [
    "Mã giảm giá của Shop",
    "Mã giảm giá của Shopee",
    "Giảm giá từ combo Shopee",
    "Giảm giá từ Combo của Shop",
    "Số tiền được giảm khi thanh toán bằng thẻ Ghi nợ",
  ].map((name) => ({ name, column: indexOf(name) })),
  account: indexOf("Người Mua"),
  recipient: indexOf("Tên Người nhận"),
  phone: indexOf("Số điện thoại"),
  address: indexOf("Địa chỉ nhận hàng"),
  note: indexOf("Ghi chú"),
});

const readOrder = (rows: readonly CsvRow[], columns: Columns, reading: Reading): OrderReading => {
  const fields = new FieldReader(reading);
  const currency = fields.currency("VND");
  const first = (column: number): string => cleaned(rows[0]?.cells[column]);
  const { productSku, variantSku, product, variant, dealPrice } = columns;
  refuseRepeatedLines(rows, [productSku, variantSku, product, variant, dealPrice], fields);
  const amounts = readAmounts(rows, columns, fields);
  const paidAtMs = fields.dateIfAny(first(columns.paidAt), "Thời gian đơn hàng được thanh toán");
  const status = {
    text: first(columns.state),
    paymentMethod: first(columns.paymentMethod),
    isPaid: paidAtMs !== undefined,
  };
  return finishedOrder(fields, {
    source: reading.source,
    externalId: fields.id(first(columns.id), "Mã đơn hàng"),
    number: first(columns.id),
    placedAtMs: fields.date(first(columns.placedAt), "Ngày đặt hàng"),
    knownMoments: [
      paidAtMs,
      fields.dateIfAny(first(columns.sentAt), "Ngày gửi hàng"),
      fields.dateIfAny(first(columns.completedAt), "Thời gian hoàn thành đơn hàng"),
    ],
    state: marketplaceState({ ...status, ...amounts }, fields),
    currency,
    ...amounts,
    taxMinor: 0,
    paidAtMs,
    note: first(columns.note),
    buyer: {
      name: first(columns.recipient),
      phone: first(columns.phone),
      shopAccount: first(columns.account),
      address: first(columns.address),
    },
    lines: rows.map((row) => readLine(row, columns, fields)),
  });
};

/** What the rows say of the whole order, which each of them repeats. */
const readAmounts = (rows: readonly CsvRow[], columns: Columns, fields: FieldReader) => {
  const order = (column: number, name: string) => agreedCell(rows, { column, name }, fields);
  const paidText = order(columns.buyerPaid, "Tổng số tiền người mua thanh toán");
  const valueText = order(columns.orderValue, "Tổng giá trị đơn hàng (VND)");
  const off = columns.discounts.map(({ name, column }) =>
    fields.moneyOff(order(column, name), name),
  );
  const returned = rows.map((row) => returnedAmount(row, columns, fields));
  return {
    totalMinor: fields.moneyRequired(paidText || valueText, "Tổng giá trị đơn hàng (VND)"),
    discountMinor: fields.sum(off, "Mã giảm giá"),
    shippingMinor: fields.money(order(columns.shipping, "Phí vận chuyển"), "Phí vận chuyển"),
    refundedMinor: fields.sum(returned, "Giá ưu đãi"),
  };
};

/** The deal price already has the seller's reduction in it. */
const readLine = ({ cells }: CsvRow, columns: Columns, fields: FieldReader): OrderLine => {
  const cell = (column: number): string => cleaned(cells[column]);
  const quantity = fields.quantity(cell(columns.quantity), "Số lượng");
  const dealMinor = fields.moneyRequired(cell(columns.dealPrice), "Giá ưu đãi");
  const priceMinor = Math.max(fields.money(cell(columns.price), "Giá gốc"), dealMinor);
  const grossMinor = fields.times(priceMinor, quantity, "Giá gốc");
  const totalMinor = fields.times(dealMinor, quantity, "Giá ưu đãi");
  const variant = cell(columns.variant);
  const product = fields.required(cell(columns.product), "Tên sản phẩm");
  return orderLine({
    sku: cell(columns.variantSku) || cell(columns.productSku),
    name: variant ? `${product} - ${variant}` : product,
    quantity,
    unitPriceMinor: priceMinor,
    discountMinor: subtractMinor(grossMinor, totalMinor),
    totalMinor,
  });
};

/** The file names no amount for a return, so it is what the returned pieces were sold for. */
const returnedAmount = ({ cells }: CsvRow, columns: Columns, fields: FieldReader): number => {
  const text = cleaned(cells[columns.returned]);
  if (text === "" || /^0(?:[.,]0+)?$/.test(text)) return 0;
  const quantity = fields.quantity(text, "Số lượng sản phẩm được hoàn trả");
  const dealMinor = fields.money(cleaned(cells[columns.dealPrice]), "Giá ưu đãi");
  return fields.times(dealMinor, quantity, "Giá ưu đãi");
};
