import { describe, expect, test } from "vitest";
import { fixtureText, readFixture, readText, utc } from "../orderFiles.ts";

const changed = (name: string, from: string, to: string) => {
  const text = fixtureText(name);
  if (!text.includes(from)) throw new Error(`${from} is not in the fixture`);
  return text.replaceAll(from, to);
};

test.each([
  ["shopee.csv", "VND"],
  ["tiktok-shop.csv", "VND"],
])("%s is in %s, though it names no currency, and is rejected in another shop", async (name, text) => {
  const { orders, rejects } = await readFixture(name, { currency: "USD" });
  expect(rejects[0]?.reason).toEqual({ kind: "CurrencyDiffers", text });
  expect(orders.filter(({ externalId }) => externalId.endsWith("1"))).toEqual([]);
});

describe("Shopee", () => {
  test("an order of two products is one, and what repeats on its rows counts once", async () => {
    const { file, orders, rows, rejects } = await readFixture("shopee.csv");
    expect(file).toMatchObject({ format: "shopee", source: "shopee" });
    expect(rejects).toEqual([]);
    expect(rows).toEqual([[2, 3], [4]]);
    expect(orders[0]).toEqual({
      source: "shopee",
      externalId: "260310AAA111",
      number: "260310AAA111",
      placedAtMs: utc("2026-03-10T13:05:00Z"),
      updatedAtMs: utc("2026-03-14T11:30:00Z"),
      paidAtMs: utc("2026-03-10T13:06:00Z"),
      state: "partially-refunded",
      currency: "VND",
      linesMinor: 220_000,
      discountMinor: 10_000,
      shippingMinor: 15_000,
      taxMinor: 0,
      totalMinor: 225_000,
      refundedMinor: 75_000,
      note: "Gọi trước",
      buyer: { shopAccount: "mai.tran.90" },
      lines: [
        {
          sku: "KL-X",
          name: "Khăn lụa - Xanh, dài",
          quantity: 2,
          unitPriceMinor: 80_000,
          discountMinor: 10_000,
          totalMinor: 150_000,
        },
        {
          sku: "NL",
          name: "Nón lá",
          quantity: 1,
          unitPriceMinor: 70_000,
          discountMinor: 0,
          totalMinor: 70_000,
        },
      ],
    });
  });

  test("the two columns that differ by one capital are told apart", async () => {
    const text = changed("shopee.csv", "225000.00", "224000.00");
    expect((await readText(text)).orders[0]?.totalMinor).toBe(224_000);
  });

  test("headers in decomposed letters are the same headers", async () => {
    const { orders } = await readText(fixtureText("shopee.csv").normalize("NFD"));
    expect(orders[0]).toMatchObject({ totalMinor: 225_000, lines: [{ sku: "KL-X" }, {}] });
    expect(orders[0]?.note).toBe("Gọi trước".normalize("NFC"));
  });

  test("rows of one product that contradict each other make no order", async () => {
    const [header = "", first = ""] = fixtureText("shopee.csv").split("\r\n");
    const text = [header, first, first.replace(",2,1,", ",1,1,")].join("\n");
    const { orders, rejects } = await readText(text);
    expect(orders).toEqual([]);
    expect(rejects.map(({ row, reason }) => [row, reason.kind])).toEqual([
      [2, "RowsDisagree"],
      [3, "RowsDisagree"],
    ]);
  });

  test.each([
    ["Chờ xác nhận", "pending"],
    ["Chờ lấy hàng", "paid"],
    ["Đang giao", "paid"],
    ["Đã giao", "fulfilled"],
    ["Đã nhận được hàng", "fulfilled"],
    [
      "Người mua xác nhận đã nhận được hàng, nhưng vẫn có thể yêu cầu Trả hàng/Hoàn tiền đến 2026-03-20",
      "fulfilled",
    ],
    ["Trả hàng/Hoàn tiền", "refunded"],
    ["Đã hủy", "cancelled"],
  ])("%s is %s", async (word, state) => {
    const { orders } = await readText(
      fixtureText("shopee.csv")
        .replace(",75000.00,2,1,", ",75000.00,2,0,")
        .replaceAll("Hoàn thành,", `"${word}",`),
    );
    expect(orders[0]?.state).toBe(state);
  });
});

describe("TikTok Shop", () => {
  test("the row below the headers and the tabs are left out", async () => {
    const { file, orders, rejects, rows } = await readFixture("tiktok-shop.csv");
    expect(file).toMatchObject({ format: "tiktok-shop", source: "tiktok-shop" });
    expect(rejects).toEqual([]);
    expect(rows).toEqual([[3, 4], [5]]);
    expect(orders[0]).toEqual({
      source: "tiktok-shop",
      externalId: "581000000000000001",
      number: "581000000000000001",
      placedAtMs: utc("2026-03-25T04:54:00Z"),
      updatedAtMs: utc("2026-03-28T01:00:00Z"),
      paidAtMs: utc("2026-03-25T04:54:10Z"),
      state: "fulfilled",
      currency: "VND",
      linesMinor: 330_000,
      discountMinor: 0,
      shippingMinor: 15_000,
      taxMinor: 0,
      totalMinor: 345_000,
      refundedMinor: 0,
      buyer: { shopAccount: "maitran90" },
      lines: [
        {
          sku: "KL-X",
          externalProductId: "1720000000000000001",
          name: "Khăn lụa - Xanh",
          quantity: 2,
          unitPriceMinor: 150_000,
          discountMinor: 40_000,
          totalMinor: 260_000,
        },
        {
          sku: "NL",
          externalProductId: "1720000000000000002",
          name: "Nón lá",
          quantity: 1,
          unitPriceMinor: 70_000,
          discountMinor: 0,
          totalMinor: 70_000,
        },
      ],
    });
    expect(orders[1]).toMatchObject({ state: "pending" });
  });

  test("one day above 12 settles the order of day and month for the whole file", async () => {
    const { file, orders } = await readFixture("tiktok-shop.csv");
    expect(file.dates).toEqual({
      order: "day-first",
      by: "file",
      example: "25/03/2026 11:54:00",
    });
    expect(orders[1]?.placedAtMs).toBe(utc("2026-04-02T02:00:00Z"));
  });

  const ambiguous = changed("tiktok-shop.csv", "25/03/2026", "05/03/2026").replaceAll(
    "28/03/2026",
    "08/03/2026",
  );

  test("where nothing settles it, the orders are rejected and the file says so", async () => {
    const { file, orders, rejects } = await readText(ambiguous);
    expect(file.dates).toEqual({ by: "nobody", example: "05/03/2026 11:54:00" });
    expect(orders).toEqual([]);
    expect(rejects.map(({ reason }) => reason.kind)).toEqual(rejects.map(() => "DateAmbiguous"));
  });

  test.each([
    [{ dateOrder: "day-first" }, "given", "2026-03-05T04:54:00Z"],
    [{ dateOrder: "month-first" }, "given", "2026-05-03T04:54:00Z"],
    [{ assumedDateOrder: "day-first" }, "assumed", "2026-03-05T04:54:00Z"],
  ] as const)("a person's word %j or an assumption reads them", async (options, by, placed) => {
    const { file, orders } = await readText(ambiguous, options);
    expect(file.dates?.by).toBe(by);
    expect(orders[0]?.placedAtMs).toBe(utc(placed));
  });

  test("a day on which it was delivered before it was ordered is no reading", async () => {
    const text = ambiguous.replaceAll("08/03/2026", "02/06/2026");
    // 5 March to 2 June, day first; 3 May to 6 February, month first.
    expect((await readText(text)).file.dates).toMatchObject({ order: "day-first", by: "file" });
  });

  test("an American file is read month first, with its half days", async () => {
    const text = changed("tiktok-shop.csv", "25/03/2026 11:54:00", "03/25/2026 9:30:33 PM")
      .replace("25/03/2026 11:54:10", "03/25/2026 9:31:00 PM")
      .replace("28/03/2026 08:00:00", "03/28/2026 8:00:00 AM");
    const { orders } = await readText(text, { timeZone: "America/New_York" });
    expect(orders[0]?.placedAtMs).toBe(utc("2026-03-26T01:30:33Z"));
  });

  test("an order that is there twice, as in files put together, is two payloads of one", async () => {
    const text = fixtureText("tiktok-shop.csv");
    const { orders, rejects } = await readText(`${text}${text}`);
    expect(rejects).toEqual([]);
    expect(orders.map(({ externalId, lines }) => [externalId, lines.length])).toEqual([
      ["581000000000000001", 2],
      ["581000000000000002", 1],
    ]);
  });
});

describe("Lazada", () => {
  test("pieces that are alike make one line, and a piece called off is not paid for", async () => {
    const { file, orders } = await readFixture("lazada.csv");
    expect(file).toMatchObject({ format: "lazada", source: "lazada" });
    expect(orders[0]).toMatchObject({
      externalId: "900111",
      placedAtMs: utc("2026-03-03T05:30:00Z"),
      updatedAtMs: utc("2026-03-05T03:00:00Z"),
      state: "partially-refunded",
      linesMinor: 350_000,
      totalMinor: 350_000,
      refundedMinor: 70_000,
      lines: [
        { sku: "KL-X", quantity: 2, unitPriceMinor: 150_000, discountMinor: 20_000 },
        { sku: "NL", quantity: 1, totalMinor: 70_000 },
      ],
    });
    expect(orders[0]?.buyer?.phone).toBeUndefined();
  });

  test("cash on delivery on its way is pending; all pieces called off is cancelled", async () => {
    const { orders } = await readFixture("lazada.csv");
    expect(orders[1]?.state).toBe("pending");
    expect(orders[2]).toMatchObject({
      state: "cancelled",
      refundedMinor: 0,
      updatedAtMs: utc("2026-03-06T03:00:00Z"),
    });
  });

  test("a piece that is there twice counts as it was told last, in any order", async () => {
    const [header = "", first = "", ...others] = fixtureText("lazada.csv").split("\r\n");
    const later = first.replace("delivered", "returned").replace("05 Mar", "09 Mar");
    const one = await readText([header, first, later, ...others].join("\n"));
    const two = await readText([header, later, ...others, first].join("\n"));
    expect(one.orders[0]).toMatchObject({ refundedMinor: 210_000, linesMinor: 350_000 });
    expect(two.orders.find(({ externalId }) => externalId === "900111")).toEqual(one.orders[0]);
  });
});
