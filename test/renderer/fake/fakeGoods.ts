import type { Output } from "../../../shared/contract/index.ts";

type Product = Output<"catalog.byCode">["product"];

const product = (
  sku: string,
  name: string,
  priceMinor: number,
  more: Partial<Product> = {},
): Product => ({
  sku,
  name,
  priceMinor,
  taxRateBps: 800,
  soldBy: "unit",
  sensitive: false,
  stockQuantity: 24,
  barcode: `8934${sku.length}${String(priceMinor).padStart(7, "0")}`,
  ...more,
});

/** A few shelves of a neighbourhood shop. */
export const goods: readonly Product[] = [
  product("CF-BMT-500", "Cà phê phin Buôn Ma Thuột 500 g", 128_000, {
    category: "Cà phê",
    barcode: "8934563138165",
  }),
  product("CF-SAN-250", "Cà phê sữa hoà tan 24 gói", 62_000, { category: "Cà phê" }),
  product("CF-ROB-1K", "Cà phê hạt Robusta 1 kg", 215_000, { category: "Cà phê" }),
  product("PH-08", "Phin nhôm số 8", 65_000, { category: "Đồ pha", stockQuantity: 2 }),
  product("SD-380", "Sữa đặc Ông Thọ 380 g", 27_000, { category: "Sữa" }),
  product("HD-RM", "Hạt điều rang muối, bán cân", 320_000, {
    category: "Hạt",
    soldBy: "weight",
    stockQuantity: 18.5,
  }),
  product("TM-KHO", "Tôm khô Cà Mau, bán cân", 900_000, {
    category: "Đồ khô",
    soldBy: "weight",
    stockQuantity: 6.2,
  }),
  product("DP-1K", "Đường phèn Quảng Ngãi 1 kg", 42_000, { category: "Đường" }),
  product("BQ-454", "Bánh quy bơ hộp thiếc 454 g", 95_000, { category: "Bánh", stockQuantity: 14 }),
];
