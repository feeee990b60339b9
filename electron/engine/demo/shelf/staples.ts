import { freshRateBps, type Shelf } from "./group.ts";

const grains = "Gạo & bột";
const noodles = "Mì, bún, phở";
const oils = "Dầu ăn & đồ hộp";

export const staples = {
  rice: {
    category: grains,
    taxRateBps: freshRateBps,
    marginBps: 1_000,
    rows: [
      ["GAO-ST25-5", "Gạo thơm ST25 Sóc Trăng túi 5 kg", 185_000, 10],
      ["GAO-NANGTHOM-5", "Gạo Nàng Thơm Chợ Đào túi 5 kg", 132_000, 5],
      ["GAO-LAI-5", "Gạo thơm lài túi 5 kg", 108_000, 7],
      ["GAO-LAI-10", "Gạo thơm lài bao 10 kg", 210_000, 4],
      ["GAO-LUT-2", "Gạo lứt đỏ túi 2 kg", 74_000, 3],
    ],
  },
  "loose-rice": {
    category: grains,
    taxRateBps: freshRateBps,
    marginBps: 1_000,
    isWeighed: true,
    rows: [
      ["GAO-TAM-KG", "Gạo tấm thơm (cân ký)", 18_000, 5],
      ["GAO-NEP-KG", "Nếp cái hoa vàng (cân ký)", 32_000, 4],
      ["GAO-504-KG", "Gạo nở xốp 504 (cân ký)", 16_000, 5],
    ],
  },
  beans: {
    category: grains,
    rows: [
      ["DAU-XANH-500", "Đậu xanh cà vỏ 500 g", 34_000, 6],
      ["DAU-DO-500", "Đậu đỏ hạt 500 g", 38_000, 3],
      ["DAU-PHONG-500", "Đậu phộng hạt 500 g", 42_000, 5],
    ],
  },
  flour: {
    category: grains,
    rows: [
      ["BOT-MI-1", "Bột mì đa dụng 1 kg", 24_000, 6],
      ["BOT-CHIENGION-150", "Bột chiên giòn 150 g", 11_000, 6],
      ["BOT-GAO-400", "Bột gạo 400 g", 15_000, 4],
      ["BOT-BANHXEO-400", "Bột bánh xèo 400 g", 22_000, 4],
      ["BOT-NANG-400", "Bột năng 400 g", 15_500, 3],
    ],
  },
  "baking-need": {
    category: grains,
    rows: [
      ["BOT-NOI-10", "Bột nở hộp 10 gói", 28_000, 3],
      ["VANI-ONG-10", "Vani ống hộp 10 ống", 12_000, 3],
    ],
  },
  "instant-noodle": {
    category: noodles,
    marginBps: 1_500,
    rows: [
      ["MI-TCC-30", "Mì tôm chua cay thùng 30 gói", 118_000, 5],
      ["MI-TCC-5", "Mì tôm chua cay lốc 5 gói", 20_500, 10],
      ["MI-BO-5", "Mì vị bò hầm lốc 5 gói", 21_000, 6],
      ["MI-GA-5", "Mì vị gà lốc 5 gói", 21_000, 5],
      ["MI-XAO-5", "Mì xào khô lốc 5 gói", 28_500, 5],
      ["MI-LY-65", "Mì ly tôm 65 g", 10_500, 6],
      ["MI-CAY-140", "Mì cay kiểu Hàn gói 140 g", 17_000, 4],
    ],
  },
  "vegetarian-noodle": {
    category: noodles,
    rows: [
      ["MI-CHAY-5", "Mì chay rau nấm lốc 5 gói", 21_500, 6],
      ["PHO-CHAY-GOI", "Phở chay ăn liền gói 65 g", 8_500, 3],
    ],
  },
  "dry-noodle": {
    category: noodles,
    rows: [
      ["BUN-KHO-400", "Bún gạo khô 400 g", 24_000, 6],
      ["PHO-KHO-400", "Bánh phở khô 400 g", 25_000, 6],
      ["MIEN-DONG-300", "Miến dong Bình Liêu 300 g", 38_000, 5],
      ["HUTIEU-SADEC-400", "Hủ tiếu khô Sa Đéc 400 g", 26_000, 4],
      ["NUI-XOAN-400", "Nui xoắn 400 g", 22_500, 4],
      ["MI-TRUNG-500", "Mì trứng khô 500 g", 33_000, 3],
    ],
  },
  "instant-pho": {
    category: noodles,
    rows: [
      ["PHO-BO-GOI", "Phở bò ăn liền gói 65 g", 9_000, 6],
      ["CHAO-THIT-GOI", "Cháo ăn liền thịt bằm gói 50 g", 5_500, 6],
      ["BUN-BO-TO", "Bún bò Huế ăn liền tô 77 g", 15_500, 3],
      ["MIEN-GA-GOI", "Miến gà ăn liền gói 55 g", 9_500, 4],
    ],
  },
  "rice-paper": {
    category: noodles,
    rows: [
      ["BT-CUON-300", "Bánh tráng cuốn Tây Ninh 300 g", 22_000, 7],
      ["BT-NEM-200", "Bánh tráng chả giò 200 g", 16_000, 6],
      ["BT-NUONG-10", "Bánh tráng nướng mè đen 10 cái", 35_000, 3],
    ],
  },
  "cooking-oil": {
    category: oils,
    marginBps: 1_100,
    rows: [
      ["DAU-NANH-1L", "Dầu đậu nành chai 1 lít", 52_000, 9],
      ["DAU-CO-1L", "Dầu thực vật tinh luyện chai 1 lít", 45_000, 6],
      ["DAU-NANH-2L", "Dầu đậu nành chai 2 lít", 101_000, 4],
      ["DAU-HDUONG-1L", "Dầu hướng dương chai 1 lít", 72_000, 3],
      ["DAU-ME-250", "Dầu mè thơm chai 250 ml", 48_000, 3],
    ],
  },
  "tinned-food": {
    category: oils,
    rows: [
      ["HOP-CANU-155", "Cá nục sốt cà hộp 155 g", 18_500, 8],
      ["HOP-CAMOI-155", "Cá mòi sốt cà hộp 155 g", 19_500, 6],
      ["HOP-THITHEO-340", "Thịt heo hộp 340 g", 62_000, 4],
      ["HOP-CANGU-185", "Cá ngừ ngâm dầu hộp 185 g", 42_000, 3],
    ],
  },
  pate: {
    category: oils,
    rows: [
      ["PATE-GAN-170", "Pa-tê gan heo hộp 170 g", 29_000, 7],
      ["PATE-CHAY-200", "Pa-tê chay nấm hộp 200 g", 33_000, 2],
    ],
  },
  "dried-mushroom": {
    category: oils,
    rows: [
      ["NAM-HUONG-100", "Nấm hương khô Sa Pa 100 g", 65_000, 5],
      ["NAM-MEO-100", "Nấm mèo khô 100 g", 28_000, 5],
      ["TOM-KHO-100", "Tôm khô Cà Mau 100 g", 138_000, 3],
    ],
  },
} as const satisfies Shelf;
