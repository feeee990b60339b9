import { writeFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { DAY_MS } from "../../../shared/kernel/day.ts";
import { workbook } from "../imports/workbooks.ts";
import type { Asked, TestShop } from "../setUp.ts";

/** What one payload tells of an order. Its day and its goods follow from its id. */
export type ToldOrder = {
  readonly id: number;
  readonly stage: Stage;
  readonly updatedMinute: number;
  /** Whether the buyer's name is written with its marks. */
  readonly isMarked: boolean;
  /** Who placed it: by the order's id one of three, or the next of them, or nobody whom it names. */
  readonly buyer?: "own" | "next" | "none";
};

const stages = ["pending", "paid", "partially_refunded", "refunded", "cancelled"] as const;
export type Stage = (typeof stages)[number];

export const toldOrder: fc.Arbitrary<ToldOrder> = fc.record({
  id: fc.integer({ min: 1, max: 5 }),
  stage: fc.constantFrom(...stages),
  updatedMinute: fc.integer({ min: 0, max: 3 }),
  isMarked: fc.boolean(),
  buyer: fc.constantFrom("own", "own", "next", "none"),
});

const people = [
  { first: "Thu Hà", last: "Nguyễn Thị", folded: ["Thu Ha", "Nguyen Thi"], phone: "0912345678" },
  { first: "Văn An", last: "Trần", folded: ["Van An", "Tran"], phone: "+84987000111" },
  { first: "Ngọc Vy", last: "Lê", folded: ["Ngoc Vy", "Le"], phone: "" },
] as const;

/** Two packets of coffee for 190 000 đ: 19 points, and 15 of them when 40 000 đ went back. */
const factsOf = ({ id, stage, updatedMinute, isMarked, buyer = "own" }: ToldOrder) => {
  const which = (id + (buyer === "next" ? 1 : 0)) % people.length;
  const { first, last, folded, phone } = people[which] ?? people[0];
  const isNamed = buyer !== "none";
  return {
    day: `2026-11-0${id}`,
    updated: `2026-11-12T09:0${updatedMinute}:00+07:00`,
    refunded: { partially_refunded: "40000", refunded: "190000" }[stage as string] ?? "",
    // The shop sets its mark on an order that was paid and called off; what was paid it still tells.
    financial: stage === "cancelled" ? "paid" : stage,
    account: isNamed ? 500 + which : undefined,
    email: isNamed ? `buyer${which}@example.com` : "",
    phone: isNamed ? phone : "",
    firstName: isMarked ? first : folded[0],
    lastName: isMarked ? last : folded[1],
  };
};

export type Format = {
  readonly extension: string;
  readonly content: (orders: readonly ToldOrder[]) => string | Uint8Array;
  readonly more?: Pick<Asked<"orders.importFile">, "mapping" | "dryRun">;
};

/** As Shopify's REST Admin writes orders. */
export const shopifyJson: Format = {
  extension: "json",
  content: (orders) => JSON.stringify({ orders: orders.map(restOrder) }),
};

const restOrder = (told: ToldOrder) => {
  const { id, stage } = told;
  const facts = factsOf(told);
  const refund = { kind: "refund", status: "success", amount: facts.refunded };
  return {
    id: 9_000_000 + id,
    name: `#${1000 + id}`,
    created_at: `${facts.day}T08:00:00+07:00`,
    processed_at: `${facts.day}T08:00:00+07:00`,
    updated_at: facts.updated,
    ...(stage === "cancelled" ? { cancelled_at: facts.updated } : {}),
    currency: "VND",
    financial_status: facts.financial,
    total_price: "190000",
    subtotal_price: "190000",
    total_tax: "0",
    total_discounts: "0",
    email: facts.email,
    ...(facts.phone ? { phone: facts.phone } : {}),
    customer: { id: facts.account, first_name: facts.firstName, last_name: facts.lastName },
    line_items: [{ id: id * 10, sku: "CF-1", title: "Cà phê", quantity: 2, price: "95000" }],
    ...(facts.refunded ? { refunds: [{ id, transactions: [refund] }] } : {}),
  };
};

/** As Shopify exports orders, two rows each; when they were changed it tells only by what happened. */
export const shopifyCsv: Format = {
  extension: "csv",
  content: (orders) =>
    [
      "Name,Email,Financial Status,Paid at,Currency,Total,Created at,Lineitem quantity",
      ",Lineitem name,Lineitem price,Lineitem sku,Billing Name,Cancelled at,Refunded Amount,Id,Phone",
      ...orders.map((told) => `\n${csvRows(told)}`),
      "\n",
    ].join(""),
};

const csvRows = (told: ToldOrder): string => {
  const { id, stage } = told;
  const facts = factsOf(told);
  const at = facts.updated.replace("T", " ").replace("+07:00", " +0700");
  const placed = `${facts.day} 08:00:00 +0700`;
  const line = "1,Cà phê,95000,CF-1";
  const head = [
    ...[`#${1000 + id}`, facts.email, facts.financial, stage === "pending" ? "" : at],
    ...["VND", 190_000, placed, line, `${facts.lastName} ${facts.firstName}`],
    ...[stage === "cancelled" ? at : "", facts.refunded, 9_000_000 + id, facts.phone],
  ];
  const second = [`#${1000 + id}`, facts.email, "", "", "", "", placed, line, "", "", "", "", ""];
  return [head, second].map((cells) => cells.join(",")).join("\n");
};

const columns = {
  externalId: "Số đơn",
  placedAt: "Ngày",
  updatedAt: "Sửa",
  state: "Trạng thái",
  product: "Hàng",
  quantity: "Số lượng",
  unitPrice: "Đơn giá",
  total: "Tổng",
  refunded: "Đã hoàn",
  name: "Tên",
  phone: "Điện thoại",
  email: "Email",
};

/** A shop's own workbook, whose days and amounts are numbers. */
export const mappedXlsx: Format = {
  extension: "xlsx",
  content: (orders) =>
    workbook([{ name: "Đơn", rows: [Object.values(columns), ...orders.map(sheetRow)] }]),
  more: {
    mapping: {
      name: "Sổ tay",
      columns,
      stateWords: {
        pending: "pending",
        paid: "paid",
        partially_refunded: "partially-refunded",
        refunded: "refunded",
        cancelled: "cancelled",
      },
    },
  },
};

const sheetRow = (told: ToldOrder) => {
  const facts = factsOf(told);
  return [
    told.id,
    { day: FIRST_DAY + Date.parse(facts.day) / DAY_MS },
    facts.updated.slice(0, 16).replace("T", " "),
    told.stage,
    "Cà phê",
    2,
    95_000,
    190_000,
    facts.refunded,
    `${facts.lastName} ${facts.firstName}`,
    facts.phone,
    facts.email,
  ];
};

/** 1970-01-01 as a spreadsheet counts days. */
const FIRST_DAY = 25_569;

let fileCount = 0;

/** Imports a file that holds each order once, as an export does: what is told last stands. */
export const importOrders = (
  shop: TestShop,
  { extension, content, more }: Format,
  orders: readonly ToldOrder[],
) => {
  fileCount += 1;
  const path = join(shop.dataDir, `told-${fileCount}.${extension}`);
  writeFileSync(path, content([...new Map(orders.map((one) => [one.id, one])).values()]));
  return shop.take("orders.importFile", { path, ...more });
};
