import type { Output } from "../../../shared/contract/index.ts";
import type { Handlers } from "./fakeBridge.ts";
import { haId } from "./fakePeople.ts";

type Outcome = Output<"orders.importFile">;

const importId = "0190b6a0-0000-7000-8000-0000000000d1";
const DAY_MS = 86_400_000;

const outcome: Outcome = {
  importId,
  format: "shopee",
  source: "shopee",
  rows: 212,
  orders: 148,
  created: 131,
  updated: 9,
  unchanged: 8,
  rejected: 3,
  customersCreated: 44,
  customersMatched: 87,
  withoutCustomer: 17,
};

const diff = (nowMs: number): NonNullable<Outcome["diff"]> => [
  {
    externalId: "250611AB",
    number: "250611AB",
    change: "update",
    placedAtMs: nowMs - 3 * DAY_MS,
    state: "fulfilled",
    previousState: "paid",
    totalMinor: 289_000,
    customer: { kind: "matched", customerId: haId, name: "Nguyễn Thị Thu Hà" },
  },
  {
    externalId: "250612CD",
    number: "250612CD",
    change: "create",
    placedAtMs: nowMs - 2 * DAY_MS,
    state: "paid",
    totalMinor: 164_000,
    customer: {
      kind: "doubtful",
      customerId: haId,
      name: "Thu Ha Nguyen",
      evidence: [
        { field: "phone", says: "same" },
        { field: "name", says: "different" },
      ],
    },
  },
  ...Array.from({ length: 12 }, (_, at) => ({
    externalId: `2506${20 + at}EF`,
    number: `2506${20 + at}EF`,
    change: at % 5 === 4 ? ("unchanged" as const) : ("create" as const),
    placedAtMs: nowMs - (at + 4) * DAY_MS,
    state: at % 4 === 3 ? "cancelled" : "fulfilled",
    totalMinor: 95_000 + at * 21_500,
    customer:
      at % 3 === 0
        ? { kind: "none" as const }
        : { kind: "new" as const, name: ["Lê Ngọc Hân", "Phạm Quốc Bảo"][at % 2] ?? "" },
  })),
];

export const orderHandlers = (nowMs: number): Handlers => ({
  "shell.pickFile": () => ({ path: "Order.all.20260601_20260630.xlsx" }),
  "orders.importFile": ({ dryRun }) =>
    dryRun
      ? {
          ...outcome,
          diff: diff(nowMs),
          rejects: [
            {
              row: 57,
              reason: { kind: "MoneyUnreadable" },
              text: "Không đọc được số tiền “1e3” ở cột Thành tiền",
            },
            { row: 120, reason: { kind: "FieldMissing" }, text: "Thiếu mã đơn" },
            {
              row: 188,
              reason: { kind: "DateUnreadable" },
              text: "Không đọc được ngày “32/13/2026”",
            },
          ],
        }
      : { ...outcome, rejectsPath: "rejects/shopee-2026-06.csv" },
  "orders.undoImport": () => ({ removed: 131, restored: 9, kept: 0 }),
  "orders.list": () => ({
    orders: diff(nowMs).map((row) => ({
      source: "shopee",
      externalId: row.externalId,
      number: row.number,
      atMs: row.placedAtMs,
      state: row.state === "cancelled" ? "cancelled" : "fulfilled",
      totalMinor: row.totalMinor,
      currency: "VND",
      lines: [],
      ...(row.customer.name !== undefined && { customerName: row.customer.name }),
    })),
  }),
  "orders.imports": () => ({
    imports: [
      {
        importId,
        fileName: "Order.all.20260501_20260531.xlsx",
        format: "shopee",
        atMs: nowMs - 20 * DAY_MS,
        orders: 120,
        created: 112,
        updated: 6,
        rejected: 2,
        finished: true,
        undone: false,
      },
    ],
  }),
});
