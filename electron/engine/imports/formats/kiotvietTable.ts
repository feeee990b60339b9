import { FieldReader, type Reading } from "../fieldReader.ts";
import { finishedOrder } from "../orderDraft.ts";
import { cleaned } from "../table/cells.ts";
import type { HeaderRow } from "../table/columns.ts";
import { byOrderColumns } from "../table/payloads.ts";
import { isNoExplanation, type OrderReading, type TableFormat } from "../table/tableFormat.ts";
import type { CsvRow } from "../text/csvRows.ts";
import { kiotvietLine, kiotvietName, kiotvietPhone } from "./kiotvietLine.ts";
import { marketplaceState } from "./marketplaceState.ts";
import { agreedCell } from "./repeatedRows.ts";

/**
 * KiotViet's Excel of invoices or orders with their goods: one row a product, what is said of the
 * whole invoice repeated on each. Its days come first, and its phones are numbers.
 */
export const kiotvietTable: TableFormat = {
  format: "kiotviet",
  source: "kiotviet",
  matches: ({ has, indexOf }) =>
    has("Mã hàng", "Tên hàng", "Số lượng", "Khách cần trả") &&
    indexOf("Mã hóa đơn", "Mã đặt hàng") !== -1 &&
    indexOf(...moments) !== -1,
  reader: (headers) => {
    const columns = kiotvietColumns(headers);
    return {
      idColumn: columns.id,
      isBlankIdMore: false,
      dateColumns: [columns.placedAt, columns.updatedAt],
      moneyColumns: [columns.due, columns.price],
      isExplanation: isNoExplanation,
      payloads: byOrderColumns([columns.state, columns.updatedAt, columns.due, columns.paid]),
      read: (rows, reading) => readOrder(rows, columns, reading),
    };
  },
};

const moments = ["Thời gian", "Thời gian bán", "Ngày bán", "Thời gian đặt hàng", "Ngày đặt"];

type Columns = ReturnType<typeof kiotvietColumns>;

const kiotvietColumns = ({ indexOf }: HeaderRow) => {
  const invoice = indexOf("Mã hóa đơn");
  return {
    isInvoice: invoice !== -1,
    id: invoice === -1 ? indexOf("Mã đặt hàng") : invoice,
    order: indexOf("Mã đặt hàng"),
    placedAt: indexOf(...moments),
    updatedAt: indexOf("Ngày cập nhật", "Thời gian cập nhật"),
    state: indexOf("Trạng thái"),
    customerCode: indexOf("Mã khách hàng", "Mã KH"),
    name: indexOf("Tên khách hàng", "Khách hàng"),
    email: indexOf("Email"),
    phone: indexOf("Điện thoại", "Số điện thoại"),
    address: indexOf("Địa chỉ", "Địa chỉ (Khách hàng)"),
    discount: indexOf("Giảm giá hóa đơn", "Giảm giá phiếu đặt", "Giảm giá đơn hàng"),
    due: indexOf("Khách cần trả"),
    paid: indexOf("Khách đã trả"),
    note: indexOf("Ghi chú"),
    sku: indexOf("Mã hàng"),
    product: indexOf("Tên hàng"),
    quantity: indexOf("Số lượng"),
    price: indexOf("Đơn giá"),
    lineDiscount: indexOf("Giảm giá"),
    lineTotal: indexOf("Thành tiền"),
  };
};

const readOrder = (rows: readonly CsvRow[], columns: Columns, reading: Reading): OrderReading => {
  const fields = new FieldReader(reading);
  const of = (column: number, name: string) => agreedCell(rows, { column, name }, fields);
  const totalMinor = fields.moneyRequired(of(columns.due, "Khách cần trả"), "Khách cần trả");
  const paidMinor = fields.money(of(columns.paid, "Khách đã trả"), "Khách đã trả");
  const code = fields.id(of(columns.id, "Mã hóa đơn"), "Mã hóa đơn");
  return finishedOrder(fields, {
    source: reading.source,
    externalId: of(columns.order, "Mã đặt hàng") || code,
    number: code,
    placedAtMs: fields.date(of(columns.placedAt, "Thời gian"), "Thời gian"),
    updatedAtMs: fields.dateIfAny(of(columns.updatedAt, "Ngày cập nhật"), "Ngày cập nhật"),
    state: marketplaceState(
      {
        // A list of invoices without their state is a list of sales that were made.
        text: of(columns.state, "Trạng thái") || (columns.isInvoice ? "Hoàn thành" : ""),
        paymentMethod: "",
        isPaid: totalMinor > 0 && paidMinor >= totalMinor,
        totalMinor,
        refundedMinor: 0,
      },
      fields,
    ),
    currency: fields.currency("VND"),
    discountMinor: fields.moneyOff(of(columns.discount, "Giảm giá"), "Giảm giá"),
    shippingMinor: 0,
    taxMinor: 0,
    totalMinor,
    refundedMinor: 0,
    note: of(columns.note, "Ghi chú"),
    buyer: {
      name: kiotvietName(of(columns.name, "Tên khách hàng")),
      phone: kiotvietPhone(of(columns.phone, "Điện thoại")),
      email: of(columns.email, "Email"),
      shopAccount: of(columns.customerCode, "Mã khách hàng"),
      address: of(columns.address, "Địa chỉ"),
    },
    lines: rows.map(({ cells }) => {
      const cell = (column: number): string => cleaned(cells[column]);
      return kiotvietLine(
        {
          columns: { name: "Tên hàng", quantity: "Số lượng" },
          sku: cell(columns.sku),
          name: cell(columns.product),
          quantity: cell(columns.quantity),
          priceMinor: fields.moneyRequired(cell(columns.price), "Đơn giá"),
          discountMinor: fields.moneyOff(cell(columns.lineDiscount), "Giảm giá"),
          totalMinor: fields.moneyIfAny(cell(columns.lineTotal), "Thành tiền"),
        },
        fields,
      );
    }),
  });
};
