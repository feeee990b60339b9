import { alcoholRateBps, type Shelf } from "./group.ts";

const soft = "Nước giải khát";
const alcohol = "Bia & rượu";

export const drinks = {
  "soft-drink": {
    category: soft,
    season: "hot",
    rows: [
      ["NGK-COLA-330", "Nước ngọt cola lon 330 ml", 10_500, 10],
      ["NGK-COLA-1500", "Nước ngọt cola chai 1,5 lít", 21_000, 6],
      ["NGK-CHANH-330", "Nước ngọt vị chanh lon 330 ml", 10_500, 5],
      ["NGK-XAXI-330", "Nước ngọt xá xị lon 330 ml", 10_000, 6],
      ["NGK-CAM-1500", "Nước ngọt vị cam chai 1,5 lít", 20_500, 4],
      ["NGK-COLA-24", "Nước ngọt cola thùng 24 lon", 238_000, 3],
    ],
  },
  "energy-drink": {
    category: soft,
    season: "hot",
    rows: [
      ["TL-DO-330", "Nước tăng lực vị dâu chai 330 ml", 11_500, 8],
      ["TL-VANG-250", "Nước tăng lực lon 250 ml", 12_000, 6],
      ["BU-KHOANG-500", "Nước bù khoáng vị chanh muối 500 ml", 12_500, 5],
    ],
  },
  "bottled-tea": {
    category: soft,
    season: "hot",
    rows: [
      ["TX-CHANH-455", "Trà xanh vị chanh chai 455 ml", 11_000, 8],
      ["TX-KD-455", "Trà ô long không đường chai 455 ml", 11_500, 6],
      ["TBD-450", "Trà bí đao chai 450 ml", 11_000, 4],
      ["TTM-330", "Trà thảo mộc lon 330 ml", 11_500, 4],
      ["CF-LON-235", "Cà phê sữa lon 235 ml", 13_000, 5],
    ],
  },
  juice: {
    category: soft,
    season: "hot",
    rows: [
      ["NE-CAMEP-1L", "Nước cam ép hộp 1 lít", 49_000, 5],
      ["NE-NHADAM-500", "Nước nha đam chai 500 ml", 16_000, 5],
      ["NE-YEN-6", "Nước yến sào lốc 6 lon", 58_000, 4],
    ],
  },
  water: {
    category: soft,
    season: "hot",
    marginBps: 2_800,
    rows: [
      ["NUOC-SUOI-500", "Nước suối chai 500 ml", 5_000, 9],
      ["NUOC-SUOI-1500", "Nước suối chai 1,5 lít", 11_000, 5],
      ["NUOC-THUNG-24", "Nước suối thùng 24 chai 500 ml", 98_000, 4],
      ["NUOC-BINH-20", "Nước tinh khiết bình 20 lít", 35_000, 7],
    ],
  },
  beer: {
    category: alcohol,
    taxRateBps: alcoholRateBps,
    marginBps: 900,
    season: "hot",
    rows: [
      ["BIA-SG-LON", "Bia Sài Gòn kiểu lager lon 330 ml", 13_500, 9],
      ["BIA-HN-LON", "Bia Hà Nội lon 330 ml", 13_000, 5],
      ["BIA-BAC-LON", "Bia lager bạc lon cao 330 ml", 18_500, 6],
      ["BIA-SG-24", "Bia Sài Gòn kiểu lager thùng 24 lon", 312_000, 4],
      ["BIA-BAC-24", "Bia lager bạc thùng 24 lon cao", 432_000, 3],
      ["BIA-KHONGCON", "Bia không cồn lon 330 ml", 17_500, 2],
    ],
  },
  spirit: {
    category: alcohol,
    taxRateBps: alcoholRateBps,
    rows: [
      ["RUOU-NEP-500", "Rượu nếp cái hoa vàng 500 ml", 85_000, 5],
      ["RUOU-DALAT-750", "Rượu vang đỏ Đà Lạt 750 ml", 118_000, 5],
      ["RUOU-MO-500", "Rượu mơ Yên Tử 500 ml", 96_000, 3],
    ],
  },
} as const satisfies Shelf;
