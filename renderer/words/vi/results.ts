/** Kết quả một đợt ưu đãi, và gợi ý ở quầy có ích không. */
export const results = {
  title: (name: string) => `Kết quả: ${name}`,
  close: "Đóng",
  coupons: "Xem phiếu",
  stop: "Dừng đợt này",
  stopSure: "Dừng thật? Phiếu chưa dùng sẽ huỷ",
  working: "Đang so hai nhóm",
  running: "Đợt này còn chạy; xem mỗi ngày cũng không sao.",
  counting: (day: string) =>
    `Phiếu đã hết hạn. Khách mua gì còn được đếm đến hết ngày ${day}, lúc đó mới là kết quả cuối.`,
  stopped: (day: string) =>
    `Đợt này đã dừng ngày ${day}; khách mua gì vẫn được đếm cho hết những ngày đã định.`,
  over: "Đợt này đã xong: đây là kết quả cuối.",
  figures: {
    issued: (_count: string) => "khách nhận phiếu",
    redeemed: (_count: string) => "phiếu đã dùng",
    discount: "tiền đã giảm",
    points: "giá trị điểm tặng thêm, dù khách có dùng hay không",
    lift: {
      margin: (low: string, high: string) => `lời thêm, ước tính từ ${low} đến ${high}`,
      spend: (low: string, high: string) => `thu thêm, ước tính từ ${low} đến ${high}`,
    },
  },
  compare: "Mỗi khách, so với nhóm không nhận phiếu",
  compareWhy: (confidence: string) =>
    `Thanh màu là khoảng có thể, tin được ${confidence}. Chạm vạch 0 nghĩa là chưa chắc có khác. Phần hai nhóm đã khác nhau từ trước thì được trừ ra.`,
  measures: {
    spend: "Chi tiêu",
    margin: "Lãi gộp",
    visits: "Số lần ghé",
    buyers: "Có quay lại mua",
  },
  points: (count: string) => `${count} điểm phần trăm`,
  means: (issued: string, heldOut: string) => `${issued} so với ${heldOut}`,
  measure: (name: string, value: string, low: string, high: string) =>
    `${name}: chênh ${value}, có thể từ ${low} đến ${high}`,
  chart: { margin: "Lời thêm cộng dồn theo ngày", spend: "Thu thêm cộng dồn theo ngày" },
  chartSays: {
    margin: (value: string, low: string, high: string) =>
      `Lời thêm cộng dồn: đến nay ${value}, có thể từ ${low} đến ${high}`,
    spend: (value: string, low: string, high: string) =>
      `Thu thêm cộng dồn: đến nay ${value}, có thể từ ${low} đến ${high}`,
  },
  zero: "không khác",
  heads: { point: "Ngày", low: "Thấp nhất", value: "Ước tính", high: "Cao nhất" },
  used: "Phiếu đã dùng, cộng dồn theo ngày",
  usedSays: (all: string) => `Phiếu đã dùng, cộng dồn: đến nay ${all}`,
  usedOfEach: (a: string, b: string) =>
    `Phiếu đã dùng, cộng dồn: đến nay ưu đãi A ${a}, ưu đãi B ${b}`,
  arms: "Hai ưu đãi cạnh nhau",
  armBought: (buyers: string, customers: string) => `${buyers} trên ${customers} khách đã mua`,
  armSpent: (spent: string) => `chi ${spent}`,
  armRedeemed: (redeemed: string) => `${redeemed} phiếu đã dùng`,
  arm: (letter: string) => `Ưu đãi ${letter}`,
  between: {
    "a-better": "Ưu đãi A hơn.",
    "b-better": "Ưu đãi B hơn.",
    "no-difference": "Hai ưu đãi không khác nhau.",
    "too-early": "Chưa đủ để nói ưu đãi nào hơn.",
  },
  betweenBar: {
    margin: "A so với B, lời thêm mỗi khách",
    spend: "A so với B, thu thêm mỗi khách",
  },
  groups: "Hai nhóm đến nay",
  groupsHeads: { issued: "Nhận phiếu", heldOut: "Để so sánh" },
  groupFigures: { customers: "khách", buyers: "đã mua", spent: "đã chi" },
  groupName: "Nhóm",
};

export const quality = {
  title: "Gợi ý ở quầy có ích không",
  lead: "Khi tính tiền, quầy gợi ý tối đa ba món. Trang này cho biết gợi ý có được lấy không, và có bán thêm được không.",
  back: "Quay lại",
  period: "Trong",
  weeks: (count: string) => `${count} tuần`,
  none: "Chưa có gợi ý nào trong thời gian này",
  noneHint: "Khi nhân viên tính tiền ở quầy, gợi ý sẽ được ghi lại và hiện ở đây.",
  figures: {
    lookups: "lượt tính tiền",
    shown: "món đã gợi ý",
    taken: "lấy từ gợi ý",
    acceptance: "tỷ lệ được lấy",
    dismissed: "“không phải lúc này”",
  },
  dismissedNote: (days: string) =>
    `“Không phải lúc này”: trong ${days} ngày không gợi ý món đó cho khách ấy nữa; khi không biết khách là ai, chỉ bỏ qua trong lượt ấy.`,
  gain: "Mỗi lượt tính tiền bán thêm",
  gainSays: (value: string, low: string, high: string) =>
    `Mỗi lượt tính tiền bán thêm ${value}, có thể từ ${low} đến ${high}`,
  wholeYear: (year: string) =>
    `Tính cả năm ${year}, dù đang xem mấy tuần: xem nhiều khoảng thì có khoảng trông đẹp chỉ do tình cờ.`,
  yearBefore: (year: string, headline: string) => `Năm ${year}: ${headline}.`,
  control: (count: string) =>
    `So với ${count} lượt tính tiền cố ý không gợi ý gì, chọn ngẫu nhiên.`,
  ofTurnover: "Tính theo tiền khách trả, chưa trừ giá vốn.",
  byWeek: "Theo tuần",
  byWeekSays: (shown: string, taken: string) => `Theo tuần: gợi ý ${shown}, được lấy ${taken}`,
  byWeekHeads: { point: "Tuần từ", value: "Gợi ý", part: "Được lấy" },
  legend: "Nhạt: đã gợi ý. Đậm: khách lấy.",
  weekTable: "Tỷ lệ được lấy và tiền bán thêm theo tuần",
  takenRate: "Tỷ lệ lấy",
  weekGain: "Bán thêm / lượt",
  weekSpan: (low: string, high: string) => `từ ${low} đến ${high}`,
  weekNote:
    "Bán thêm mỗi lượt: so với các lượt không gợi ý gì trong cùng tuần, bên dưới là khoảng có thể. Một tuần ít lượt nên khoảng rộng; khoảng của cả năm đứng ở đầu trang.",
  tooFew: "chưa đủ",
  nothing: "không có",
  byReason: "Theo lý do",
  reasons: {
    due: "Đến lúc mua lại",
    habit: "Món quen",
    "goes-with": "Đi cùng giỏ này",
    "goes-with-habit": "Hợp với món quen",
    "often-in-category": "Nhóm hàng hay mua",
    "popular-now": "Đang bán chạy",
    new: "Hàng mới về",
  },
  reasonFigure: (taken: string, shown: string, rate: string) => `${taken} / ${shown} (${rate})`,
  reasonNote: "So với khi không gợi ý: tính cả năm, như ở đầu trang.",
  products: "Món được lấy nhiều nhất",
  product: "Món",
  shown: "Gợi ý",
  taken: "Được lấy",
  dismissed: "Không phải lúc này",
};
