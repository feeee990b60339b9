import { describe, expect, test } from "vitest";
import { laterOrder } from "../../../../shared/domain/order/orderVersion.ts";
import { readFileAt, readText, utc, written } from "../orderFiles.ts";
import { workbook } from "../workbooks.ts";

const kiotvietInvoice = (over: object = {}) => ({
  id: 9,
  code: "HD000123",
  purchaseDate: "2026-11-20T09:15:00.0000000",
  modifiedDate: "2026-11-20T10:00:00.0000000",
  customerCode: "KH000001",
  customerName: "Trần Hà",
  total: 155_000.0,
  totalPayment: 155_000.0,
  discount: 0,
  status: 1,
  statusValue: "Hoàn thành",
  usingCod: false,
  invoiceDetails: [
    { productCode: "TX", productName: "Trà xanh", quantity: 2.0, price: 60_000.0, discount: 5_000 },
    { productCode: "HD", productName: "Hạt điều", quantity: 0.225, price: 200_000.0, discount: 0 },
  ],
  ...over,
});

describe("KiotViet", () => {
  const read = async (...orders: object[]) =>
    readText(JSON.stringify({ total: orders.length, pageSize: 100, data: orders }));

  test("sells by weight too, which is one piece with its weight", async () => {
    const { orders, rejects, file } = await read(kiotvietInvoice());
    expect([file.format, rejects]).toEqual(["kiotviet-json", []]);
    expect(orders[0]).toMatchObject({
      source: "kiotviet",
      externalId: "HD000123",
      state: "fulfilled",
      placedAtMs: utc("2026-11-20T02:15:00Z"),
      totalMinor: 155_000,
      linesMinor: 155_000,
      lines: [
        { sku: "TX", quantity: 2, unitPriceMinor: 60_000, discountMinor: 10_000 },
        { name: "Hạt điều × 0.225", quantity: 1, unitPriceMinor: 45_000, totalMinor: 45_000 },
      ],
    });
  });

  test.each([
    ["an invoice under way that is paid", { status: 3 }, "paid"],
    ["under way, to be paid at the door", { status: 3, usingCod: true }, "pending"],
    ["cancelled", { status: 2 }, "cancelled"],
    ["not delivered", { status: 5 }, "cancelled"],
  ])("%s", async (_, over, state) => {
    expect((await read(kiotvietInvoice(over))).orders[0]?.state).toBe(state);
  });

  test("an order and the invoice made from it are one purchase, in either order", async () => {
    const { invoiceDetails, ...order } = kiotvietInvoice({
      code: "DH000005",
      status: 5,
      totalPayment: 0,
      modifiedDate: "2026-11-19T10:00:00",
    });
    const asked = { ...order, orderDetails: invoiceDetails };
    const invoice = kiotvietInvoice({ orderCode: "DH000005" });
    const { orders } = await read(asked, invoice);
    const [first, second] = orders;
    if (!first || !second) throw new Error("both are read");
    expect([first.externalId, second.externalId]).toEqual(["DH000005", "DH000005"]);
    expect(laterOrder(first, second).state).toBe("fulfilled");
    expect(laterOrder(second, first)).toEqual(laterOrder(first, second));
  });

  test("somebody who walked in is nobody", async () => {
    const walkIn = kiotvietInvoice({ customerCode: null, customerName: "Khách lẻ" });
    expect((await read(walkIn)).orders[0]?.buyer).toBeUndefined();
  });
});

describe("KiotViet's Excel", () => {
  const headers = [
    ...["Chi nhánh", "Mã hóa đơn", "Thời gian", "Mã khách hàng", "Tên khách hàng", "Điện thoại"],
    ...["Tổng tiền hàng", "Giảm giá hóa đơn", "Khách cần trả", "Khách đã trả", "Trạng thái"],
    ...["Mã hàng", "Tên hàng", "Số lượng", "Đơn giá", "Giảm giá", "Thành tiền"],
  ];
  const row = (product: readonly (string | number)[], over: Record<string, string | number> = {}) =>
    headers.map(
      (header, at) =>
        over[header] ??
        [
          ...["Trung tâm", "HD000123", "05/11/2026 09:15", "KH000001", "Trần Hà", 912345678],
          ...[165_000, 10_000, 155_000, 155_000, "Hoàn thành", ...product],
        ][at],
    );
  const rows = [
    headers,
    row(["TX", "Trà xanh", 2, 60_000, 0, 120_000]),
    row(["HD", "Hạt điều", 0.225, 200_000, 0, 45_000]),
    row(["TX", "Trà xanh", 1, 60_000, 0, 60_000], {
      "Mã hóa đơn": "HD000124",
      "Thời gian": "25/11/2026 18:40",
      "Khách cần trả": 60_000,
      "Khách đã trả": 0,
      "Giảm giá hóa đơn": 0,
      "Trạng thái": "Đang xử lý",
    }),
  ];
  const book = () =>
    written(workbook([{ name: "HoaDon", rows: rows as never }]), "DanhSachChiTietHoaDon.xlsx");

  test("is read day first, with the zero that its phones lost", async () => {
    const { file, orders, rejects } = await readFileAt(book());
    expect([file.format, file.dates?.order, rejects]).toEqual(["kiotviet", "day-first", []]);
    expect(orders).toMatchObject([
      {
        source: "kiotviet",
        externalId: "HD000123",
        placedAtMs: utc("2026-11-05T02:15:00Z"),
        state: "fulfilled",
        totalMinor: 155_000,
        discountMinor: 10_000,
        linesMinor: 165_000,
        buyer: { name: "Trần Hà", phone: "0912345678", shopAccount: "KH000001" },
        lines: [
          { sku: "TX", quantity: 2, totalMinor: 120_000 },
          { name: "Hạt điều × 0.225", totalMinor: 45_000 },
        ],
      },
      { externalId: "HD000124", state: "pending", totalMinor: 60_000 },
    ]);
  });

  test.each([
    ["no name", ["TX", "", 2, 60_000, 0, 120_000], { kind: "FieldMissing", column: "Tên hàng" }],
    [
      "no number of pieces",
      ["TX", "Trà xanh", "hai", 60_000, 0, 120_000],
      { kind: "QuantityUnreadable", column: "Số lượng", text: "hai" },
    ],
  ])("with %s is rejected by the name that the column has in the file", async (_, product, reason) => {
    const flawed = workbook([{ name: "HoaDon", rows: [headers, row(product)] as never }]);
    const { rejects } = await readFileAt(written(flawed, "HoaDon.xlsx"), {
      assumedDateOrder: "day-first",
    });
    expect(rejects.map((one) => one.reason)).toEqual([reason]);
  });

  test("makes the same order as the API does, so that neither counts twice", async () => {
    const api = await readText(JSON.stringify({ data: [kiotvietInvoice()] }));
    const [fromFile] = (await readFileAt(book())).orders;
    const [fromApi] = api.orders;
    expect(fromFile?.externalId).toBe(fromApi?.externalId);
    expect(fromFile?.buyer?.shopAccount).toBe(fromApi?.buyer?.shopAccount);
  });
});
