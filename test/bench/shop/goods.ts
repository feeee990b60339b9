import { seededRandom } from "../../../electron/engine/demo/random.ts";

export const PRODUCT_COUNT = 5_000;

/** What the shop sells: names that share their words as real ones do, prices in whole thousands. */
export const goods = () => {
  const random = seededRandom("goods");
  return Array.from({ length: PRODUCT_COUNT }, (_, index) => {
    const [kind, category] = random.pick(kinds);
    const priceMinor = 1_000 * Math.max(3, Math.round(6 + 400 * random.next() ** 4));
    return {
      sku: `SP${String(index).padStart(5, "0")}`,
      name: `${kind} ${random.pick(brands)} ${random.pick(sizes)} số ${index}`,
      barcode: String(8_930_000_000_000 + index),
      category,
      priceMinor,
      costMinor: 1_000 * Math.max(1, Math.floor(priceMinor / 1_500)),
      stockQuantity: 1_000_000,
    };
  });
};

const kinds: readonly (readonly [kind: string, category: string])[] = [
  ["Cà phê hạt rang", "Cà phê"],
  ["Trà sen ướp", "Trà"],
  ["Sữa tươi không đường", "Sữa"],
  ["Bánh quy bơ", "Bánh kẹo"],
  ["Mì ăn liền", "Đồ khô"],
  ["Nước mắm nhĩ", "Gia vị"],
  ["Dầu gội", "Chăm sóc tóc"],
  ["Nước rửa chén", "Nhà cửa"],
  ["Tã dán em bé", "Em bé"],
  ["Gạo thơm", "Đồ khô"],
];
const brands = ["An Nhiên", "Bình Minh", "Cội Nguồn", "Đồng Xanh", "Hồn Việt", "Mộc", "Sông Thu"];
const sizes = ["100 g", "250 g", "500 g", "1 kg", "330 ml", "1 l", "hộp 10", "lốc 4"];
