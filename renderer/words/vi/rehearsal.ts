/** Diễn tập một đợt ưu đãi trước khi phát. */
export const rehearsal = {
  working: "Đang tính trên sổ bán hàng của cửa hàng",
  headline: (issued: string, heldOut: string) =>
    `Khoảng ${issued} khách sẽ nhận phiếu, ${heldOut} khách để so sánh.`,
  headlineTill: (issued: string, customers: string) =>
    `Khoảng ${issued} khách trong nhóm ${customers} người này sẽ nhận phiếu tại quầy.`,
  headlineUntold: "Chưa có ngày bán nào trước đây để diễn tập.",
  untold:
    "Chưa đoán được bao nhiêu khách sẽ nhận phiếu. Vẫn bắt đầu được; đặt ngân sách thì không tốn quá.",
  figures: {
    customers: "khách trong nhóm",
    reachable: "liên hệ được",
    issued: "nhận phiếu",
    heldOut: "để so sánh",
  },
  nobody: "Chưa có ai để phát.",
  nobodyWhy: {
    inGroup: "Không khách nào khớp điều kiện. Nới điều kiện ra.",
    allHeldOut:
      "Nhóm nhỏ quá, ai cũng bốc trúng phần để so sánh. Nới điều kiện, hoặc để lại ít hơn.",
    NoMarketingConsent: "Chọn cách gửi khác, hoặc xin thêm khách đồng ý nhận ưu đãi.",
    NoPhone: "Xin khách số điện thoại, hoặc chọn cách gửi khác.",
    NoEmail: "Xin khách e-mail, hoặc chọn cách gửi khác.",
    ContactCapReached:
      "Khách liên hệ được đều đã nhận đủ ưu đãi trong 30 ngày qua. Chờ ít hôm, hoặc nới giới hạn trong Cài đặt.",
    NoPersonalConsent:
      "Chưa ai đồng ý nhận ưu đãi riêng nên không chọn lọc được. Phát cho mọi khách liên hệ được thì vẫn phát được.",
    NotWeighed: "Khách trong nhóm đã quá lâu không ghé.",
    NotChosen:
      "Với ưu đãi này, phát cho ai cũng không thêm lời. Giảm ít đi, đặt mức mua tối thiểu, hoặc phát cho mọi khách liên hệ được.",
    BudgetReached:
      "Ngân sách chưa đủ cho một phiếu. Tăng ngân sách, hoặc đặt mức giảm tối đa thấp hơn cho mỗi phiếu.",
  },
  skippedTitle: "Không nhận phiếu",
  redemptions: "Phiếu sẽ được dùng",
  cost: "Tiền giảm giá",
  gain: "Lời thêm, sau khi trừ tiền giảm",
  range: (name: string, low: string, high: string) => `${name}: từ ${low} đến ${high}`,
  likely: (value: string) => `nhiều khả năng ${value}`,
  replay: "Nếu đã chạy trước đây",
  replayText: (from: string, to: string, baskets: string) =>
    `Từ ${from} đến ${to}, nhóm này có ${baskets} đơn hợp điều kiện.`,
  replayTill: (from: string, to: string, earned: string, customers: string) =>
    `Từ ${from} đến ${to}, ${customers} khách mua đủ để nhận ${earned} phiếu.`,
  replayTillCost: (baskets: string, discount: string) =>
    `Nếu đơn nào hợp cũng dùng, ${baskets} phiếu sẽ giảm nhiều nhất ${discount}.`,
  replayCost: (discount: string, spent: string) =>
    `Ưu đãi này sẽ giảm ${discount} trên ${spent} tiền hàng.`,
  replayShorter: "Cửa hàng mới bán từ ngày ấy, nên những ngày này ít hơn số ngày của đợt.",
  replayMargin: (margin: string) => `Lãi gộp còn lại: ${margin}.`,
  power: "Đo được đến đâu",
  learned: {
    "own-campaigns": (campaigns: string, redemptions: string) =>
      `Tính theo ${campaigns} đợt trước của cửa hàng, ${redemptions} phiếu đã dùng.`,
    "own-visits": () => "Tính theo nhịp ghé của từng khách; chưa có đợt nào trước đó để học.",
    "recency-frequency-money": () =>
      "Cửa hàng còn mới: tính theo lần mua gần nhất, số lần và số tiền.",
  },
  assumedMargin: (rate: string) =>
    `Chưa bán đủ món biết giá vốn, nên coi như lãi ${rate} giá bán. Nhập giá vốn ở Hàng hoá, hoặc đổi mức này trong Cài đặt.`,
  choices: "Những khách đầu tiên",
  choice: (redeem: string) => `${redeem} sẽ dùng`,
  anyway: (share: string) => `${share} vẫn mua dù không có phiếu`,
  choiceBrings: (money: string) => `phát thì lời thêm khoảng ${money}`,
  choiceLoses: (money: string) => `phát thì lỗ khoảng ${money}`,
  arm: (letter: string) => `ưu đãi ${letter}`,
  again: "Diễn tập lại",
  warnings: "Cần biết trước khi phát",
};
