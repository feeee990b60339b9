import type { Shelf } from "./group.ts";

const newYear = "Hàng Tết";
const moon = "Trung thu";
const altar = "Đồ cúng";

export const festive = {
  "chung-cake": {
    category: newYear,
    season: "tet",
    rows: [
      ["TET-BCHUNG-1", "Bánh chưng gói lá dong 1 kg", 95_000, 8],
      ["TET-BTET-1", "Bánh tét lá cẩm Cần Thơ 1 kg", 105_000, 7],
      ["TET-BCHAY-800", "Bánh chưng chay 800 g", 78_000, 2],
    ],
  },
  "candied-fruit": {
    category: newYear,
    season: "tet",
    marginBps: 3_000,
    rows: [
      ["TET-MUTDUA-500", "Mứt dừa non Bến Tre 500 g", 98_000, 8],
      ["TET-MUTGUNG-300", "Mứt gừng Huế 300 g", 62_000, 6],
      ["TET-MUTSEN-300", "Mứt hạt sen 300 g", 115_000, 4],
      ["TET-MUTTAC-300", "Mứt tắc dẻo 300 g", 68_000, 4],
      ["TET-KHAYMUT", "Khay mứt Tết thập cẩm 600 g", 175_000, 4],
    ],
  },
  "tet-seeds": {
    category: newYear,
    season: "tet",
    marginBps: 2_800,
    rows: [
      ["TET-HATDUA-500", "Hạt dưa đỏ 500 g", 85_000, 8],
      ["TET-HUONGDUONG-500", "Hạt hướng dương 500 g", 65_000, 7],
      ["TET-HATBI-500", "Hạt bí xanh 500 g", 98_000, 4],
      ["TET-DECUOI-250", "Hạt dẻ cười 250 g", 135_000, 3],
    ],
  },
  "tet-pickle": {
    category: newYear,
    season: "tet",
    rows: [
      ["TET-CUKIEU-500", "Củ kiệu ngâm chua ngọt 500 g", 82_000, 6],
      ["TET-DUAHANH-500", "Dưa hành muối 500 g", 54_000, 5],
      ["TET-LAPXUONG-500", "Lạp xưởng Mai Quế Lộ 500 g", 128_000, 6],
    ],
  },
  "tet-gift": {
    category: newYear,
    season: "tet",
    rows: [
      ["TET-GIOQUA-TN", "Giỏ quà Tết trà mứt rượu vang", 459_000, 4],
      ["TET-HOPQUA-BK", "Hộp quà Tết bánh kẹo hỗn hợp", 239_000, 6],
      ["TET-LIXI-50", "Bao lì xì xuân xấp 50 cái", 35_000, 8],
      ["TET-CAUDOI", "Câu đối đỏ và dây trang trí mai đào", 59_000, 3],
    ],
  },
  "moon-cake": {
    category: moon,
    season: "mid-autumn",
    marginBps: 3_000,
    rows: [
      ["TT-NUONG-TC", "Bánh trung thu nướng thập cẩm 180 g", 68_000, 8],
      ["TT-NUONG-DX", "Bánh trung thu nướng đậu xanh trứng muối 180 g", 62_000, 8],
      ["TT-DEO-SEN", "Bánh trung thu dẻo hạt sen 180 g", 58_000, 5],
      ["TT-HOP-4", "Hộp 4 bánh trung thu cao cấp", 420_000, 4],
      ["TT-CHAY-DEN", "Bánh trung thu chay mè đen 150 g", 52_000, 2],
    ],
  },
  lantern: {
    category: moon,
    season: "mid-autumn",
    marginBps: 4_000,
    rows: [
      ["TT-LONGDEN-SAO", "Lồng đèn ông sao giấy kính", 35_000, 6],
      ["TT-LONGDEN-PIN", "Lồng đèn pin phát nhạc", 65_000, 5],
    ],
  },
  incense: {
    category: altar,
    season: "full-moon",
    marginBps: 3_500,
    rows: [
      ["DC-NHANG-TRAM", "Nhang trầm Huế bó 100 que", 45_000, 7],
      ["DC-NHANG-QUE", "Nhang quế bó 100 que", 28_000, 6],
      ["DC-NHANG-VONG", "Nhang vòng 48 giờ hộp 10 khoanh", 58_000, 3],
    ],
  },
  "altar-candle": {
    category: altar,
    season: "full-moon",
    marginBps: 3_500,
    rows: [
      ["DC-NEN-COC", "Nến cốc đỏ cặp 2 ly", 24_000, 6],
      ["DC-DEN-DAU", "Dầu đèn thờ chai 500 ml", 36_000, 3],
    ],
  },
  "votive-paper": {
    category: altar,
    season: "full-moon",
    marginBps: 4_500,
    rows: [
      ["DC-VANGMA-BO", "Bộ giấy vàng mã cúng rằm", 22_000, 8],
      ["DC-GIAYTIEN", "Giấy tiền vàng bạc xấp lớn", 15_000, 6],
      ["DC-TAOQUAN", "Bộ cúng ông Công ông Táo", 48_000, 2],
    ],
  },
} as const satisfies Shelf;
