/** Đưa một bản sao lưu trở lại, trên máy này hay máy mới. */
export const restore = {
  title: "Mở lại từ bản sao lưu",
  lead: "Khi dữ liệu hỏng hay bị ghi nhầm: cửa hàng trở lại như lúc làm bản sao lưu.",
  choose: "Chọn bản sao lưu",
  checking: "Đang kiểm tra bản sao lưu",
  otherKey:
    "Bản sao lưu này không mở bằng khoá của máy này. Nếu là bản của máy khác, hãy gõ khoá của máy ấy.",
  keyLabel: "Khoá khôi phục đã in",
  typed: (count: string) => `${count} trên 64 chữ và số`,
  check: "Kiểm tra lại",
  found: (sales: string, people: string) => `Bản sao lưu tốt: ${sales} lần bán, ${people} khách.`,
  lastSold: (when: string) => `Lần bán cuối trong đó: ${when}.`,
  nothingSold: "Trong đó chưa có lần bán nào.",
  warning:
    "Mọi thứ bán hay ghi sau lúc đó sẽ không còn trong cửa hàng. Dữ liệu bây giờ vẫn được giữ riêng trên máy này. Ai cũng phải nhập lại mã PIN.",
  leave: "Để nguyên như bây giờ",
  put: "Đưa bản sao lưu vào dùng",
  putting: "Đang đưa bản sao lưu vào dùng",
  newComputer: {
    start: "Đã có bản sao lưu",
    title: "Mở cửa hàng từ bản sao lưu",
    lead: "Cần có: bản sao lưu, các tệp quen-keys trong cùng thư mục, và khoá khôi phục đã in trên giấy nếu là bản của máy khác.",
    file: "Bản sao lưu",
    noFile: "Chưa chọn tệp nào",
    missing: "Chọn bản sao lưu trước đã",
    open: "Mở cửa hàng",
  },
  done: {
    title: "Cửa hàng đã trở lại",
    sales: (count: string) => `Có ${count} lần bán.`,
    usedSince: (count: string) => `${count} mã phiếu dùng sau lúc sao lưu vẫn tính là đã dùng.`,
    unknown:
      "Không còn biết phiếu nào đã dùng sau lúc sao lưu. Khi quầy báo “có thể đã dùng”, hãy xem phiếu giấy.",
    receipts: (number: string) =>
      `Hoá đơn tới mang số ${number}: số nào có thể đã in ra giấy thì không dùng lại.`,
    unreadable: (count: string) =>
      `${count} khách không đọc được tên và số điện thoại: tệp quen-keys cũ hơn bản sao lưu. Lần mua và điểm của họ vẫn còn. Hãy giữ cả hai tệp và tìm tệp quen-keys mới hơn.`,
    newKey:
      "Máy này có khoá khôi phục riêng. Hãy in ra: Cài đặt, Khoá khôi phục. Giữ tờ cũ cho các bản sao lưu cũ.",
    signIn: "Nhập mã PIN",
  },
};
