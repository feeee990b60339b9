import type { Shelf } from "./group.ts";

const coffee = "Cà phê";
const tea = "Trà";

export const coffeeAndTea = {
  "ground-coffee": {
    category: coffee,
    marginBps: 2_800,
    rows: [
      ["CF-BMT-500", "Cà phê bột Buôn Ma Thuột 500 g", 125_000, 10],
      ["CF-BMT-250", "Cà phê bột Buôn Ma Thuột 250 g", 68_000, 6],
      ["CF-ROB-500", "Cà phê bột Robusta rang mộc 500 g", 110_000, 6],
      ["CF-CUL-500", "Cà phê bột Culi Đắk Lắk 500 g", 138_000, 4],
      ["CF-CDT-500", "Cà phê bột Arabica Cầu Đất 500 g", 168_000, 3],
      ["CF-MOK-250", "Cà phê bột Moka Lâm Đồng 250 g", 92_000, 2],
      ["CF-BO-250", "Cà phê bột rang bơ truyền thống 250 g", 62_000, 4],
      ["CF-CHO-250", "Cà phê bột hương chồn 250 g", 145_000, 1],
    ],
  },
  "bean-coffee": {
    category: coffee,
    marginBps: 3_000,
    isWeighed: true,
    rows: [
      ["CF-HAT-ROB", "Cà phê hạt Robusta Gia Lai (cân ký)", 210_000, 6],
      ["CF-HAT-ARA", "Cà phê hạt Arabica Cầu Đất (cân ký)", 320_000, 3],
    ],
  },
  "instant-coffee": {
    category: coffee,
    rows: [
      ["CF-3IN1-20", "Cà phê hòa tan 3 trong 1 hộp 20 gói", 58_000, 9],
      ["CF-DEN-15", "Cà phê đen hòa tan hộp 15 gói", 46_000, 5],
      ["CF-SDA-18", "Cà phê sữa đá hòa tan hộp 18 gói", 64_500, 6],
      ["CF-CAP-10", "Cappuccino dừa hòa tan hộp 10 gói", 55_000, 3],
      ["CF-BACXIU-12", "Bạc xỉu hòa tan hộp 12 gói", 59_000, 3],
    ],
  },
  phin: {
    category: coffee,
    marginBps: 4_000,
    rows: [
      ["PHIN-NHOM-1", "Phin nhôm pha cà phê 1 ly", 25_000, 8],
      ["PHIN-INOX-1", "Phin inox 304 pha cà phê 1 ly", 48_000, 5],
      ["PHIN-INOX-4", "Phin inox cỡ lớn pha 4 ly", 95_000, 2],
    ],
  },
  "coffee-gear": {
    category: coffee,
    marginBps: 4_000,
    rows: [
      ["CF-GIAY-100", "Giấy lót phin 100 tờ", 18_000, 5],
      ["CF-LY-06", "Bộ 6 ly thủy tinh cà phê đá", 96_000, 3],
    ],
  },
  "loose-tea": {
    category: tea,
    marginBps: 3_200,
    rows: [
      ["TR-TN-200", "Trà búp Tân Cương Thái Nguyên 200 g", 72_000, 9],
      ["TR-TN-500", "Trà móc câu Thái Nguyên 500 g", 165_000, 3],
      ["TR-SEN-100", "Trà ướp sen Tây Hồ 100 g", 98_000, 3],
      ["TR-LAI-200", "Trà lài Bảo Lộc 200 g", 45_000, 6],
      ["TR-OLG-150", "Trà ô long Bảo Lộc 150 g", 118_000, 3],
      ["TR-SHAN-100", "Trà shan tuyết cổ thụ Hà Giang 100 g", 135_000, 1],
    ],
  },
  "tea-bags": {
    category: tea,
    rows: [
      ["TR-TUI-DEN", "Trà đen túi lọc hộp 25 gói", 32_000, 6],
      ["TR-TUI-CHANH", "Trà chanh hòa tan hộp 15 gói", 38_000, 6],
      ["TR-TUI-DAO", "Trà đào hòa tan hộp 14 gói", 42_000, 5],
      ["TR-TUI-GUNG", "Trà gừng mật ong hộp 20 gói", 39_500, 4],
    ],
  },
  "herbal-tea": {
    category: tea,
    rows: [
      ["TR-ATISO-20", "Trà atiso Đà Lạt túi lọc 20 gói", 35_000, 5],
      ["TR-HOACUC-50", "Hoa cúc sấy khô hũ 50 g", 58_000, 3],
      ["TR-DAUDEN-500", "Đậu đen xanh lòng rang pha trà 500 g", 54_000, 3],
    ],
  },
} as const satisfies Shelf;
