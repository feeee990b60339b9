import type { Shelf } from "./group.ts";

const cleaning = "Giặt giũ & tẩy rửa";
const home = "Gia dụng";
const paper = "Văn phòng phẩm";

export const homeCare = {
  detergent: {
    category: cleaning,
    rows: [
      ["BG-BOT-38", "Bột giặt hương hoa 3,8 kg", 168_000, 6],
      ["BG-BOT-800", "Bột giặt hương hoa 800 g", 39_000, 7],
      ["BG-NUOC-36", "Nước giặt túi 3,6 kg", 175_000, 7],
      ["BG-NUOC-TRE", "Nước giặt cho da nhạy cảm túi 2,1 kg", 138_000, 3],
    ],
  },
  softener: {
    category: cleaning,
    rows: [
      ["NX-SAN-15", "Nước xả vải hương sớm mai túi 1,5 lít", 72_000, 6],
      ["NX-HOA-32", "Nước xả vải hương hoa túi 3,2 lít", 148_000, 4],
      ["NX-GOI-20", "Nước xả vải dây 10 gói 20 ml", 19_500, 5],
    ],
  },
  "dish-soap": {
    category: cleaning,
    rows: [
      ["RC-CHANH-750", "Nước rửa chén chanh chai 750 g", 29_000, 8],
      ["RC-TRAXANH-36", "Nước rửa chén trà xanh can 3,6 kg", 98_000, 4],
      ["RC-MUOI-750", "Nước rửa chén muối khoáng chai 750 g", 31_500, 3],
    ],
  },
  sponge: {
    category: cleaning,
    rows: [
      ["MUT-RC-3", "Miếng rửa chén lốc 3 miếng", 15_000, 7],
      ["CUOC-INOX-2", "Cước inox chùi nồi lốc 2 cái", 12_000, 5],
      ["GANGTAY-CS", "Găng tay cao su rửa chén", 24_000, 4],
    ],
  },
  "floor-cleaner": {
    category: cleaning,
    rows: [
      ["LS-SA-1L", "Nước lau sàn hương sả chai 1 lít", 34_000, 7],
      ["LS-QUE-1L", "Nước lau sàn hương quế chai 1 lít", 36_000, 4],
      ["TOILET-900", "Nước tẩy bồn cầu chai 900 ml", 38_000, 6],
      ["JAVEL-1L", "Nước tẩy Javel chai 1 lít", 18_000, 4],
    ],
  },
  "toilet-paper": {
    category: cleaning,
    rows: [
      ["GVS-10", "Giấy vệ sinh 2 lớp lốc 10 cuộn", 62_000, 9],
      ["GVS-KL-6", "Giấy vệ sinh không lõi lốc 6 cuộn", 54_000, 4],
      ["GIAY-RUT-5", "Khăn giấy rút lốc 5 gói", 68_000, 6],
    ],
  },
  "rubbish-bag": {
    category: cleaning,
    rows: [
      ["TUI-RAC-3", "Túi rác tự hủy lốc 3 cuộn trung", 36_000, 6],
      ["TUI-RAC-DAI", "Túi rác đen đại cuộn 1 kg", 42_000, 4],
    ],
  },
  "insect-control": {
    category: home,
    season: "rain",
    rows: [
      ["MUOI-NHANG-10", "Nhang muỗi hộp 10 khoanh", 16_000, 7],
      ["MUOI-XIT-600", "Bình xịt muỗi kiến gián 600 ml", 62_000, 5],
      ["MUOI-THOA-60", "Kem thoa chống muỗi 60 g", 38_000, 3],
    ],
  },
  lighter: {
    category: home,
    rows: [
      ["BATLUA-GAS", "Bật lửa gas", 5_000, 7],
      ["GAS-LON-250", "Gas lon bếp du lịch 250 g", 24_000, 5],
    ],
  },
  battery: {
    category: home,
    rows: [
      ["PIN-AA-4", "Pin AA vỉ 4 viên", 28_000, 6],
      ["PIN-AAA-4", "Pin AAA vỉ 4 viên", 28_000, 5],
      ["DEN-LED-9", "Bóng đèn LED 9 W", 45_000, 4],
    ],
  },
  kitchenware: {
    category: home,
    marginBps: 3_500,
    rows: [
      ["GD-DUA-10", "Đũa gỗ mun bó 10 đôi", 38_000, 4],
      ["GD-TO-SU", "Tô sứ Bát Tràng 18 cm", 46_000, 3],
      ["GD-DAO-TL", "Dao Thái Lan gọt trái cây", 25_000, 4],
      ["GD-MANG-30", "Màng bọc thực phẩm cuộn 30 m", 29_000, 5],
      ["GD-TUIZIP-20", "Túi zip đựng thực phẩm hộp 20 cái", 32_000, 3],
    ],
  },
  "takeaway-ware": {
    category: home,
    rows: [
      ["LY-GIAY-50", "Ly giấy 250 ml lốc 50 cái", 38_000, 5],
      ["LY-NHUA-50", "Ly nhựa nắp cầu 500 ml lốc 50 bộ", 65_000, 6],
      ["ONGHUT-GIAY-100", "Ống hút giấy gói 100 cái", 26_000, 5],
    ],
  },
  raincoat: {
    category: home,
    season: "rain",
    marginBps: 4_000,
    rows: [
      ["AOMUA-TL", "Áo mưa tiện lợi", 10_000, 8],
      ["AOMUA-BO", "Bộ áo mưa vải dù", 165_000, 2],
      ["DU-GAP", "Dù gấp 3 khúc", 95_000, 2],
    ],
  },
  notebook: {
    category: paper,
    season: "school",
    rows: [
      ["VPP-TAP-96", "Tập học sinh 96 trang 4 ô ly (lốc 5)", 48_000, 7],
      ["VPP-GIAY-A4", "Giấy in A4 ram 500 tờ", 79_000, 4],
    ],
  },
  pen: {
    category: paper,
    season: "school",
    rows: [
      ["VPP-BUT-XANH", "Bút bi xanh hộp 10 cây", 42_000, 6],
      ["VPP-BUTCHI-6", "Bút chì 2B lốc 6 cây", 24_000, 5],
      ["VPP-KEODAN", "Keo dán khô 8 g", 7_000, 4],
      ["VPP-BANGKEO", "Băng keo trong cuộn lớn", 16_000, 4],
      ["VPP-GOM-3", "Gôm tẩy lốc 3 viên", 12_000, 3],
    ],
  },
} as const satisfies Shelf;
