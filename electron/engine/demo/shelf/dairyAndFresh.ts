import { freshRateBps, type Shelf } from "./group.ts";

const dairy = "Sữa";
const fresh = "Trứng, đậu & đồ tươi";
const greens = "Rau củ & trái cây";

export const dairyAndFresh = {
  "condensed-milk": {
    category: dairy,
    marginBps: 1_400,
    rows: [
      ["SD-LON-380", "Sữa đặc có đường lon 380 g", 26_000, 10],
      ["SD-HOP-1284", "Sữa đặc có đường hộp giấy 1,284 kg", 72_000, 5],
      ["SD-TUYP-165", "Sữa đặc tuýp 165 g", 17_500, 3],
      ["SD-VI-40", "Sữa đặc vỉ 10 gói 40 g", 47_000, 2],
    ],
  },
  "fresh-milk": {
    category: dairy,
    marginBps: 1_300,
    rows: [
      ["SUA-TT-180", "Sữa tươi tiệt trùng ít đường lốc 4 hộp 180 ml", 33_000, 9],
      ["SUA-TT-KD", "Sữa tươi tiệt trùng không đường lốc 4 hộp 180 ml", 33_000, 6],
      ["SUA-TT-1L", "Sữa tươi tiệt trùng có đường hộp 1 lít", 37_500, 5],
      ["SUA-DAU-4", "Sữa tươi vị dâu lốc 4 hộp 180 ml", 34_000, 4],
      ["SUA-SOCOLA-4", "Sữa tươi vị sô-cô-la lốc 4 hộp 110 ml", 24_500, 4],
      ["SUA-THUNG-48", "Sữa tươi tiệt trùng thùng 48 hộp 180 ml", 376_000, 2],
    ],
  },
  yogurt: {
    category: dairy,
    marginBps: 1_500,
    rows: [
      ["SC-CD-4", "Sữa chua có đường lốc 4 hộp", 28_000, 8],
      ["SC-KD-4", "Sữa chua không đường lốc 4 hộp", 28_000, 5],
      ["SC-NHADAM-4", "Sữa chua nha đam lốc 4 hộp", 31_500, 5],
      ["SC-UONG-5", "Sữa chua uống men sống lốc 5 chai", 26_000, 6],
    ],
  },
  "soy-milk": {
    category: dairy,
    rows: [
      ["SDN-FRESH-6", "Sữa đậu nành bịch 200 ml (lốc 6)", 27_000, 6],
      ["SDN-HOP-1L", "Sữa đậu nành nguyên chất hộp 1 lít", 24_500, 4],
    ],
  },
  "cheese-butter": {
    category: dairy,
    rows: [
      ["PM-CBC-8", "Phô mai con hộp 8 miếng", 36_000, 6],
      ["BO-LAT-200", "Bơ lạt 200 g", 68_000, 3],
      ["BO-TV-200", "Bơ thực vật hũ 200 g", 27_000, 4],
    ],
  },
  egg: {
    category: fresh,
    taxRateBps: freshRateBps,
    marginBps: 1_200,
    rows: [
      ["TRUNG-GA-10", "Trứng gà tươi vỉ 10 quả", 32_000, 10],
      ["TRUNG-GATA-10", "Trứng gà ta vỉ 10 quả", 42_000, 4],
      ["TRUNG-VIT-10", "Trứng vịt vỉ 10 quả", 38_000, 4],
      ["TRUNG-CUT-30", "Trứng cút vỉ 30 quả", 27_000, 4],
      ["TRUNG-MUOI-6", "Trứng vịt muối hộp 6 quả", 33_000, 2],
    ],
  },
  tofu: {
    category: fresh,
    rows: [
      ["DAU-HU-TRANG", "Đậu hũ trắng bìa 250 g", 8_000, 9],
      ["DAU-HU-CHIEN", "Đậu hũ chiên sẵn gói 200 g", 12_000, 5],
      ["DAU-HU-NON", "Đậu hũ non hộp 280 g", 14_000, 4],
      ["TAUHUKY-200", "Tàu hũ ky khô 200 g", 34_000, 2],
    ],
  },
  sausage: {
    category: fresh,
    rows: [
      ["XX-TIETTRUNG-5", "Xúc xích tiệt trùng gói 5 cây", 19_000, 8],
      ["XX-DUC-500", "Xúc xích Đức gói 500 g", 68_000, 3],
      ["CHALUA-500", "Chả lụa 500 g", 95_000, 5],
      ["NEM-CHUA-10", "Nem chua gói 10 chiếc", 45_000, 3],
    ],
  },
  "leafy-greens": {
    category: greens,
    taxRateBps: freshRateBps,
    marginBps: 2_500,
    isWeighed: true,
    rows: [
      ["RAU-MUONG", "Rau muống (ký)", 18_000, 8],
      ["RAU-CAINGOT", "Cải ngọt (ký)", 20_000, 7],
      ["RAU-XALACH", "Xà lách Đà Lạt (ký)", 38_000, 5],
      ["RAU-BAPCAI", "Bắp cải trắng (ký)", 17_000, 5],
      ["RAU-THOM", "Rau thơm các loại (ký)", 60_000, 4],
    ],
  },
  vegetable: {
    category: greens,
    taxRateBps: freshRateBps,
    marginBps: 2_500,
    isWeighed: true,
    rows: [
      ["CU-CACHUA", "Cà chua Đà Lạt (ký)", 28_000, 8],
      ["CU-KHOAITAY", "Khoai tây Đà Lạt (ký)", 32_000, 6],
      ["CU-CAROT", "Cà rốt (ký)", 24_000, 6],
      ["CU-HANHTAY", "Hành tây (ký)", 26_000, 5],
      ["CU-BIDO", "Bí đỏ hồ lô (ký)", 22_000, 4],
      ["CU-DUALEO", "Dưa leo (ký)", 22_000, 6],
    ],
  },
  aromatics: {
    category: greens,
    taxRateBps: freshRateBps,
    marginBps: 2_500,
    isWeighed: true,
    rows: [
      ["GV-TOI", "Tỏi Lý Sơn (ký)", 120_000, 6],
      ["GV-HANHTIM", "Hành tím Vĩnh Châu (ký)", 55_000, 6],
      ["GV-GUNG", "Gừng tươi (ký)", 48_000, 4],
      ["GV-OT", "Ớt hiểm (ký)", 80_000, 5],
      ["GV-CHANH", "Chanh không hạt (ký)", 28_000, 7],
    ],
  },
  fruit: {
    category: greens,
    taxRateBps: freshRateBps,
    marginBps: 2_500,
    isWeighed: true,
    rows: [
      ["TC-CHUOI", "Chuối già hương (ký)", 22_000, 8],
      ["TC-CAM", "Cam sành (ký)", 35_000, 7],
      ["TC-XOAI", "Xoài cát Hòa Lộc (ký)", 75_000, 5],
      ["TC-DUAHAU", "Dưa hấu Long An (ký)", 16_000, 6],
      ["TC-BUOI", "Bưởi da xanh (ký)", 58_000, 4],
      ["TC-THANHLONG", "Thanh long ruột đỏ (ký)", 30_000, 5],
    ],
  },
} as const satisfies Shelf;
