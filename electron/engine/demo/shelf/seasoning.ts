import type { Shelf } from "./group.ts";

const seasonings = "Gia vị & nước chấm";

export const seasoning = {
  "fish-sauce": {
    category: seasonings,
    marginBps: 2_000,
    rows: [
      ["NM-PQ40-500", "Nước mắm Phú Quốc 40 độ đạm 500 ml", 82_000, 8],
      ["NM-PQ30-500", "Nước mắm Phú Quốc 30 độ đạm 500 ml", 58_000, 7],
      ["NM-PT35-500", "Nước mắm Phan Thiết 35 độ đạm 500 ml", 64_000, 5],
      ["NM-CATHAI-1L", "Nước mắm Cát Hải chai 1 lít", 76_000, 3],
      ["NM-PHASAN-750", "Nước mắm pha sẵn chai 750 ml", 42_000, 8],
      ["NM-CHAY-500", "Nước mắm chay chai 500 ml", 32_000, 2],
    ],
  },
  "soy-sauce": {
    category: seasonings,
    rows: [
      ["NT-DAM-500", "Nước tương đậu nành đậm đặc 500 ml", 19_500, 8],
      ["NT-THANH-500", "Nước tương thanh vị 500 ml", 17_000, 6],
      ["NT-NAM-300", "Nước tương nấm hương 300 ml", 26_000, 3],
    ],
  },
  "chilli-sauce": {
    category: seasonings,
    rows: [
      ["TO-CHAI-270", "Tương ớt chai 270 g", 14_500, 8],
      ["TO-CA-270", "Tương cà chai 270 g", 15_000, 6],
      ["TO-XI-230", "Tương đen ăn phở 230 g", 16_500, 4],
      ["SATE-TOM-100", "Sa tế tôm hũ 100 g", 21_000, 4],
    ],
  },
  "shrimp-paste": {
    category: seasonings,
    rows: [
      ["MT-HUE-200", "Mắm ruốc Huế hũ 200 g", 28_000, 4],
      ["MT-TOM-250", "Mắm tôm Thanh Hóa hũ 250 g", 30_000, 4],
    ],
  },
  "seasoning-powder": {
    category: seasonings,
    rows: [
      ["HN-THIT-400", "Hạt nêm thịt thăn xương ống 400 g", 38_000, 9],
      ["HN-NAM-400", "Hạt nêm chay nấm 400 g", 41_000, 4],
      ["BN-454", "Bột ngọt gói 454 g", 36_000, 8],
    ],
  },
  sugar: {
    category: seasonings,
    marginBps: 1_000,
    rows: [
      ["DUONG-TRANG-1", "Đường trắng túi 1 kg", 28_000, 9],
      ["DUONG-VANG-1", "Đường vàng mía túi 1 kg", 27_000, 4],
      ["DUONG-PHEN-500", "Đường phèn 500 g", 24_000, 4],
      ["DUONG-THOTNOT-500", "Đường thốt nốt An Giang 500 g", 46_000, 3],
    ],
  },
  salt: {
    category: seasonings,
    rows: [
      ["MUOI-IOT-500", "Muối i-ốt túi 500 g", 6_000, 8],
      ["MUOI-TOM-200", "Muối tôm Tây Ninh hũ 200 g", 27_000, 6],
      ["MUOI-TIEU-100", "Muối tiêu hũ 100 g", 12_000, 4],
    ],
  },
  pepper: {
    category: seasonings,
    rows: [
      ["TIEU-PQ-100", "Tiêu đen Phú Quốc xay hũ 100 g", 45_000, 6],
      ["NGUVI-5", "Ngũ vị hương lốc 5 gói", 12_500, 3],
      ["CARI-5", "Bột cà ri lốc 5 gói", 15_000, 4],
      ["NGHE-100", "Tinh bột nghệ hũ 100 g", 49_000, 2],
    ],
  },
  "broth-mix": {
    category: seasonings,
    rows: [
      ["GV-PHO-50", "Gia vị nấu phở gói 50 g", 16_000, 6],
      ["GV-BUNBO-80", "Cốt bún bò Huế hũ 80 g", 24_000, 4],
      ["GV-LAU-80", "Gia vị lẩu Thái gói 80 g", 19_500, 6],
      ["GV-KHOTIEU-50", "Gia vị kho tộ gói 50 g", 11_000, 5],
      ["GV-CANHCHUA-30", "Gia vị canh chua gói 30 g", 7_500, 4],
    ],
  },
  coconut: {
    category: seasonings,
    rows: [
      ["DUA-COT-400", "Nước cốt dừa Bến Tre lon 400 ml", 29_000, 5],
      ["GIAM-GAO-500", "Giấm gạo chai 500 ml", 12_500, 5],
      ["MATONG-500", "Mật ong rừng U Minh 500 ml", 168_000, 3],
    ],
  },
  "cooking-sauce": {
    category: seasonings,
    rows: [
      ["DAUHAO-255", "Dầu hào chai 255 g", 24_500, 6],
      ["MAYO-230", "Sốt mayonnaise chai 230 g", 34_500, 4],
    ],
  },
} as const satisfies Shelf;
