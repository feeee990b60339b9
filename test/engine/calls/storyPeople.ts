/** Words that stand nowhere but in what is known about a person; no file may have them in the clear. */
export const personal = {
  names: ["Nguyễn Thị Thu Hà", "Trần Văn Ân", "Lê Quỳnh Vy", "Đặng Đức Đạt", "Phạm Mai"],
  phones: ["+84912000111", "+84912000222", "+84912000333", "+84912000444"],
  emails: ["ha.nguyen@example.com", "an.tran@example.com", "vy@example.com"],
  notes: ["thích trà sen loãng", "dị ứng lạc"],
  tags: ["hay mặc cả", "con nhỏ"],
  cards: ["KHACH-0001", "KHACH-0002"],
} as const;

/** An order of one of them, by places in the lists above. */
export type ToldOrder = {
  readonly id: number;
  readonly stage: number;
  readonly minute: number;
  readonly person: number;
};

const stages = ["pending", "paid", "partially_refunded", "refunded", "cancelled"] as const;

/** As Shopify's REST Admin writes an order. */
export const orderJson = ({ id, stage, minute, person }: ToldOrder) => {
  const refunded = ["", "", "40000", "190000"][stage] ?? "";
  const updatedAt = `2026-11-02T09:0${minute}:00+07:00`;
  const isCancelled = stages[stage] === "cancelled";
  const [first = "", ...rest] = (personal.names[person] ?? "").split(" ").toReversed();
  return {
    id: 9_000_000 + id,
    name: `#${1_000 + id}`,
    created_at: "2026-11-01T08:00:00+07:00",
    processed_at: "2026-11-01T08:00:00+07:00",
    updated_at: updatedAt,
    ...(isCancelled ? { cancelled_at: updatedAt } : {}),
    currency: "VND",
    financial_status: isCancelled ? "paid" : stages[stage],
    total_price: "190000",
    subtotal_price: "190000",
    total_tax: "0",
    total_discounts: "0",
    email: personal.emails[person % personal.emails.length],
    phone: personal.phones[person % personal.phones.length],
    note: personal.notes[1],
    customer: { id: 500 + person, first_name: first, last_name: rest.toReversed().join(" ") },
    line_items: [{ id: id * 10, sku: "TEA", title: "Trà sen", quantity: 2, price: "95000" }],
    ...(refunded === ""
      ? {}
      : {
          refunds: [
            { id, transactions: [{ kind: "refund", status: "success", amount: refunded }] },
          ],
        }),
  };
};
