import { freshRateBps, type Shelf } from "./group.ts";

const body = "Chăm sóc cá nhân";
const baby = "Mẹ & bé";
const medicine = "Tủ thuốc gia đình";

export const bodyCare = {
  shampoo: {
    category: body,
    rows: [
      ["DG-BOKET-650", "Dầu gội bồ kết chai 650 g", 128_000, 5],
      ["DG-BUOI-650", "Dầu gội tinh dầu bưởi chai 650 g", 139_000, 5],
      ["DG-BACHA-650", "Dầu gội sạch gàu bạc hà chai 650 g", 152_000, 6],
      ["DG-GOI-12", "Dầu gội dây 12 gói 6 g", 18_000, 5],
    ],
  },
  conditioner: {
    category: body,
    rows: [
      ["DX-BUOI-600", "Dầu xả tinh dầu bưởi chai 600 g", 135_000, 4],
      ["DX-MEM-320", "Dầu xả suôn mềm chai 320 g", 79_000, 4],
    ],
  },
  "body-wash": {
    category: body,
    rows: [
      ["ST-HOA-850", "Sữa tắm hương hoa chai 850 g", 165_000, 5],
      ["ST-NAM-530", "Sữa tắm nam 3 trong 1 chai 530 g", 142_000, 3],
      ["XB-CUC-90", "Xà bông cục thiên nhiên 90 g (lốc 4)", 56_000, 6],
      ["RT-KHO-500", "Nước rửa tay khô 500 ml", 68_000, 3],
    ],
  },
  toothpaste: {
    category: body,
    rows: [
      ["KDR-BACHA-230", "Kem đánh răng bạc hà 230 g", 38_000, 8],
      ["KDR-MUOI-180", "Kem đánh răng muối biển 180 g", 35_000, 5],
      ["NSM-CHANH-750", "Nước súc miệng trà xanh 750 ml", 92_000, 3],
    ],
  },
  toothbrush: {
    category: body,
    rows: [
      ["BCDR-LONGTO-3", "Bàn chải lông tơ vỉ 3 cây", 52_000, 6],
      ["BCDR-TREEM", "Bàn chải trẻ em", 24_000, 4],
    ],
  },
  skincare: {
    category: body,
    rows: [
      ["SRM-NGHE-150", "Sữa rửa mặt nghệ 150 g", 65_000, 4],
      ["KCN-50", "Kem chống nắng SPF 50 tuýp 50 g", 128_000, 4],
      ["KD-NHADAM-200", "Gel nha đam dưỡng da 200 g", 75_000, 3],
      ["BONG-TT-120", "Bông tẩy trang hộp 120 miếng", 32_000, 4],
      ["LANKHUMUI-50", "Lăn khử mùi 50 ml", 58_000, 4],
    ],
  },
  shaving: {
    category: body,
    rows: [["DAOCAO-5", "Dao cạo râu vỉ 5 cây", 48_000, 5]],
  },
  diaper: {
    category: baby,
    marginBps: 1_400,
    rows: [
      ["TA-DAN-M60", "Tã dán size M 60 miếng", 245_000, 6],
      ["TA-QUAN-L52", "Tã quần size L 52 miếng", 268_000, 8],
      ["TA-QUAN-XL46", "Tã quần size XL 46 miếng", 275_000, 5],
      ["TA-SS-NB70", "Tã dán sơ sinh 70 miếng", 189_000, 3],
    ],
  },
  "baby-wipe": {
    category: baby,
    rows: [
      ["KU-KMUI-100", "Khăn ướt không mùi gói 100 tờ", 32_000, 8],
      ["KU-KMUI-3", "Khăn ướt không mùi lốc 3 gói 80 tờ", 75_000, 5],
      ["TAMBONG-200", "Tăm bông trẻ em hộp 200 que", 22_000, 3],
    ],
  },
  formula: {
    category: baby,
    marginBps: 900,
    rows: [
      ["SB-S2-800", "Sữa bột số 2 cho bé 6–12 tháng 800 g", 385_000, 5],
      ["SB-S3-850", "Sữa bột số 3 cho bé 1–3 tuổi 850 g", 425_000, 6],
      ["SB-PHA-4", "Sữa bột pha sẵn lốc 4 hộp 110 ml", 54_000, 5],
    ],
  },
  "baby-food": {
    category: baby,
    rows: [
      ["BAD-GAORAU-200", "Bột ăn dặm gạo sữa rau củ 200 g", 78_000, 5],
      ["BAD-CHAO-260", "Cháo tươi cá hồi bí đỏ gói 260 g", 26_000, 6],
      ["BAD-BANH-100", "Bánh ăn dặm gạo lứt 100 g", 52_000, 4],
      ["BAD-VANGSUA-4", "Váng sữa lốc 4 hộp", 69_000, 4],
    ],
  },
  "baby-care": {
    category: baby,
    rows: [
      ["TG-TREEM-500", "Tắm gội toàn thân cho bé 500 ml", 118_000, 5],
      ["NG-BE-24", "Nước giặt cho bé túi 2,4 lít", 145_000, 4],
      ["PHAN-ROM-200", "Phấn rôm 200 g", 42_000, 3],
    ],
  },
  "elder-milk": {
    category: "Sữa",
    marginBps: 1_000,
    rows: [
      ["SB-CANXI-800", "Sữa bột canxi cho người lớn tuổi 800 g", 368_000, 5],
      ["YM-AN-500", "Yến mạch cán dẹt 500 g", 52_000, 5],
      ["NC-BOTSEN-500", "Bột ngũ cốc hạt sen 500 g", 89_000, 5],
    ],
  },
  "sanitary-pad": {
    category: body,
    isSensitive: true,
    rows: [
      ["BVS-NGAY-16", "Băng vệ sinh ban ngày gói 16 miếng", 38_000, 8],
      ["BVS-DEM-8", "Băng vệ sinh ban đêm gói 8 miếng", 34_000, 6],
      ["BVS-HANGNGAY-40", "Băng vệ sinh hằng ngày gói 40 miếng", 36_000, 4],
    ],
  },
  "family-planning": {
    category: medicine,
    isSensitive: true,
    rows: [
      ["TN-BCS-3", "Bao cao su hộp 3 cái", 32_000, 6],
      ["TN-BCS-12", "Bao cao su hộp 12 cái", 115_000, 4],
      ["TN-QUETHAI", "Que thử thai", 15_000, 4],
    ],
  },
  remedy: {
    category: medicine,
    taxRateBps: freshRateBps,
    isSensitive: true,
    rows: [
      ["Y-DAUGIO-25", "Dầu gió xanh chai 24 ml", 68_000, 7],
      ["Y-CAOXOA-10", "Cao xoa dạng hộp 10 g", 18_000, 5],
      ["Y-VIENHO-16", "Viên ngậm ho thảo dược vỉ 16 viên", 26_000, 5],
      ["Y-SIRO-HO", "Siro ho thảo dược chai 100 ml", 48_000, 4],
      ["Y-ORESOL-10", "Gói bù nước điện giải (10 gói)", 30_000, 4],
      ["Y-BANGDAN-20", "Băng keo cá nhân hộp 20 miếng", 14_000, 5],
      ["Y-NUOCMUOI-500", "Nước muối sinh lý 500 ml", 9_000, 7],
      ["Y-KHAUTRANG-50", "Khẩu trang y tế hộp 50 cái", 35_000, 7],
    ],
  },
} as const satisfies Shelf;
