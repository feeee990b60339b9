import type { Shelf } from "./group.ts";

const sweet = "Bánh kẹo";
const nibble = "Ăn vặt";
const frozen = "Kem & đông lạnh";

export const sweets = {
  biscuit: {
    category: sweet,
    rows: [
      ["BK-BO-454", "Bánh quy bơ hộp thiếc 454 g", 118_000, 4],
      ["BK-KEM-133", "Bánh quy kem sô-cô-la 133 g", 19_000, 8],
      ["BK-LUA-300", "Bánh quy lúa mạch 300 g", 42_000, 4],
      ["BK-TRUNG-240", "Bánh trứng nướng hộp 240 g", 38_000, 4],
      ["BK-XOP-150", "Bánh xốp lá dứa 150 g", 21_000, 5],
      ["BK-PIA-400", "Bánh pía Sóc Trăng sầu riêng 400 g", 72_000, 3],
      ["BK-DAUXANH-200", "Bánh đậu xanh Hải Dương 200 g", 45_000, 4],
    ],
  },
  "soft-cake": {
    category: sweet,
    rows: [
      ["BB-CHOCO-12", "Bánh mềm phủ sô-cô-la hộp 12 cái", 56_000, 7],
      ["BB-BONGLAN-10", "Bánh bông lan cuộn dâu 10 cái", 34_000, 5],
      ["BB-CHABONG-6", "Bánh mì tươi chà bông gói 6 cái", 39_000, 5],
    ],
  },
  bread: {
    category: sweet,
    rows: [
      ["BM-SANDWICH-275", "Bánh mì sandwich lát 275 g", 22_000, 8],
      ["BM-NGOT-NHO", "Bánh mì ngọt nhân đậu xanh", 9_000, 6],
      ["BM-KHONG-3", "Bánh mì không (3 ổ)", 12_000, 7],
    ],
  },
  candy: {
    category: sweet,
    rows: [
      ["KEO-DUA-300", "Kẹo dừa Bến Tre sầu riêng 300 g", 36_000, 5],
      ["KEO-GUNG-200", "Kẹo gừng Huế 200 g", 24_000, 4],
      ["KEO-MEXUNG-300", "Mè xửng Huế dẻo 300 g", 34_000, 3],
      ["KEO-BACHA-150", "Kẹo bạc hà gói 150 g", 17_000, 5],
      ["KEO-DEO-100", "Kẹo dẻo trái cây 100 g", 15_500, 6],
      ["KEO-MUT-6", "Kẹo mút vị trái cây (6 que)", 9_000, 6],
      ["KEO-CHEW-5", "Kẹo cao su hộp 58 g", 26_000, 4],
    ],
  },
  chocolate: {
    category: sweet,
    rows: [
      ["SOCOLA-BT-100", "Sô-cô-la đen Bến Tre 72% 100 g", 85_000, 3],
      ["SOCOLA-SUA-40", "Sô-cô-la sữa thanh 40 g", 18_000, 6],
    ],
  },
  snack: {
    category: nibble,
    rows: [
      ["SN-KHOAI-65", "Snack khoai tây vị tự nhiên 65 g", 15_000, 9],
      ["SN-KHOAI-RB", "Snack khoai tây vị rong biển 65 g", 15_000, 7],
      ["SN-TOM-40", "Snack tôm 40 g", 6_500, 7],
      ["SN-BAP-60", "Snack bắp ngọt 60 g", 7_500, 5],
      ["SN-RONGBIEN-10", "Rong biển ăn liền lốc 3 gói", 29_000, 4],
      ["SN-COMCHAY-150", "Cơm cháy chà bông 150 g", 38_000, 5],
    ],
  },
  nuts: {
    category: nibble,
    rows: [
      ["HAT-DPDA-200", "Đậu phộng da cá 200 g", 24_000, 8],
      ["HAT-DPRANG-250", "Đậu phộng rang muối 250 g", 27_000, 7],
      ["HAT-DAUHALAN-150", "Đậu Hà Lan sấy 150 g", 22_000, 4],
      ["HAT-DIEU-250", "Hạt điều rang muối Bình Phước 250 g", 98_000, 4],
    ],
  },
  jerky: {
    category: nibble,
    rows: [
      ["KHO-MUC-100", "Khô mực câu Phú Quốc 100 g", 165_000, 4],
      ["KHO-BO-100", "Khô bò sợi 100 g", 78_000, 5],
      ["KHO-GA-100", "Khô gà lá chanh 100 g", 45_000, 7],
      ["KHO-CACOM-100", "Cá cơm rim mè 100 g", 36_000, 4],
    ],
  },
  "dried-fruit": {
    category: nibble,
    rows: [
      ["SAY-MIT-200", "Mít sấy giòn 200 g", 56_000, 5],
      ["SAY-XOAI-200", "Xoài sấy dẻo 200 g", 68_000, 5],
      ["SAY-CHUOI-200", "Chuối sấy mộc 200 g", 42_000, 4],
      ["SAY-OMAI-200", "Ô mai mơ gừng Hà Nội 200 g", 58_000, 4],
    ],
  },
  jelly: {
    category: nibble,
    season: "hot",
    rows: [
      ["TRC-LUOI-400", "Thạch rau câu trái cây túi 400 g", 28_000, 6],
      ["SUONGSAO-50", "Bột sương sáo 50 g", 11_000, 4],
      ["TRANCHAU-250", "Trân châu đen khô 250 g", 32_000, 3],
    ],
  },
  "ice-cream": {
    category: frozen,
    season: "hot",
    rows: [
      ["KEM-QUE-DX", "Kem que đậu xanh", 7_000, 8],
      ["KEM-OC-SCL", "Kem ốc quế sô-cô-la", 14_000, 7],
      ["KEM-HOP-VANI", "Kem hộp vani 450 ml", 62_000, 4],
      ["KEM-CHUOI", "Kem chuối cốt dừa", 8_000, 5],
      ["DA-VIEN-2", "Đá viên tinh khiết túi 2 kg", 12_000, 7],
    ],
  },
  "frozen-food": {
    category: frozen,
    rows: [
      ["DL-CHAGIO-500", "Chả giò rế đông lạnh 500 g", 68_000, 6],
      ["DL-HACAO-500", "Há cảo tôm đông lạnh 500 g", 78_000, 5],
      ["DL-CAVIEN-500", "Cá viên chiên đông lạnh 500 g", 56_000, 7],
      ["DL-KHOAI-1", "Khoai tây cắt sợi đông lạnh 1 kg", 72_000, 4],
      ["DL-BANHBAO-6", "Bánh bao thịt trứng cút gói 6 cái", 62_000, 5],
    ],
  },
} as const satisfies Shelf;
