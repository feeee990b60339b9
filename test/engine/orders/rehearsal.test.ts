import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import { afterAll, expect, test } from "vitest";
import { openShop, type TestShop } from "../setUp.ts";

const folder = mkdtempSync(join(tmpdir(), "quen-rehearsal-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Few of each, so that buyers come twice, share a phone, move to another e-mail and clash by name. */
const names = ["Nguyễn Thị Thu Hà", "Nguyen Thi Thu Ha", "Trần Văn An", "Lê Ngọc Vy", ""];
const phones = ["0912345678", "+84987000111", "091*", undefined];
const emails = ["ha@example.com", "an@example.com", undefined];

type Ordered = {
  readonly id: number;
  readonly minute: number;
  readonly name: string;
  readonly phone: string | undefined;
  readonly email: string | undefined;
  readonly account: number | undefined;
  readonly isFlawed: boolean;
};

const ordered: fc.Arbitrary<Ordered> = fc.record({
  id: fc.integer({ min: 1, max: 8 }),
  minute: fc.integer({ min: 0, max: 3 }),
  name: fc.constantFrom(...names),
  phone: fc.constantFrom(...phones),
  email: fc.constantFrom(...emails),
  account: fc.constantFrom(1, 2, undefined),
  isFlawed: fc.integer({ min: 0, max: 9 }).map((one) => one === 0),
});

type Params = Omit<Parameters<TestShop["take"]>[1] & { path: string }, "requestId">;
type Format = { readonly file: (orders: readonly Ordered[]) => string; readonly more?: object };

const total = ({ isFlawed }: Ordered) => (isFlawed ? "năm mươi" : "190000");

const shopify: Format = {
  file: (orders) =>
    JSON.stringify({
      orders: orders.map((one) => ({
        id: 9_000_000 + one.id,
        name: `#${one.id}`,
        created_at: "2026-11-01T08:00:00+07:00",
        updated_at: `2026-11-02T09:0${one.minute}:00+07:00`,
        currency: "VND",
        financial_status: one.minute === 0 ? "pending" : "paid",
        total_price: total(one),
        subtotal_price: total(one),
        total_tax: "0",
        total_discounts: "0",
        ...(one.email ? { email: one.email } : {}),
        ...(one.phone ? { phone: one.phone } : {}),
        ...(one.account || one.name
          ? { customer: { id: one.account && 500 + one.account, first_name: one.name } }
          : {}),
        line_items: [{ id: one.id, sku: "CF-1", title: "Cà phê", quantity: 2, price: "95000" }],
      })),
    }),
};

const woocommerce: Format = {
  file: (orders) =>
    JSON.stringify(
      orders.map((one) => ({
        id: one.id,
        number: String(one.id),
        status: one.minute === 0 ? "on-hold" : "completed",
        currency: "VND",
        date_created_gmt: "2026-11-01T01:00:00",
        date_modified_gmt: `2026-11-02T02:0${one.minute}:00`,
        discount_total: "0",
        shipping_total: "0",
        total_tax: "0",
        total: total(one),
        customer_id: one.account ?? 0,
        billing: {
          first_name: one.name,
          last_name: "",
          email: one.email ?? "",
          phone: one.phone ?? "",
        },
        line_items: [
          { id: one.id, name: "Cà phê", quantity: 2, sku: "CF-1", total: "190000", price: 95000 },
        ],
        refunds: [],
      })),
    ),
};

const table: Format = {
  file: (orders) => {
    const rows = orders.map((one) =>
      [
        one.id,
        "2026-11-01 08:00",
        `2026-11-02 09:0${one.minute}`,
        "Cà phê",
        total(one),
        total(one),
        one.name,
        one.phone ?? "",
        one.email ?? "",
        one.account ? `khach-${one.account}` : "",
      ].join(","),
    );
    return ["Số đơn,Ngày,Sửa,Hàng,Đơn giá,Tổng,Tên,Điện thoại,Email,Tài khoản", ...rows, ""].join(
      "\n",
    );
  },
  more: {
    mapping: {
      name: "Sổ tay",
      columns: {
        externalId: "Số đơn",
        placedAt: "Ngày",
        updatedAt: "Sửa",
        product: "Hàng",
        unitPrice: "Đơn giá",
        total: "Tổng",
        name: "Tên",
        phone: "Điện thoại",
        email: "Email",
        shopAccount: "Tài khoản",
      },
    },
  },
};

let fileCount = 0;
const write = (format: Format, orders: readonly Ordered[]): Params => {
  fileCount += 1;
  const path = join(folder, `${fileCount}.${format === table ? "csv" : "json"}`);
  writeFileSync(path, format.file(orders));
  return { path, ...format.more };
};

const figures = ({ importId, diff, rejectsPath, ...answer }: Record<string, unknown>) => answer;

test.each([
  ["Shopify", shopify],
  ["WooCommerce", woocommerce],
  ["a mapped table", table],
])(
  "a rehearsal of %s answers what the import then answers",
  async (_, format) => {
    const file = fc.array(ordered, { minLength: 1, maxLength: 14 });
    await fc.assert(
      fc.asyncProperty(file, file, fc.boolean(), async (before, orders, hasRegular) => {
        const shop = await openShop({ isFast: true });
        try {
          if (hasRegular) {
            await shop.take("customer.create", {
              name: "Nguyễn Thị Thu Hà",
              phones: ["0912345678"],
            });
          }
          await shop.take("orders.importFile", write(format, before));
          const params = write(format, orders);
          const rehearsed = await shop.take("orders.importFile", { ...params, dryRun: true });
          const done = await shop.take("orders.importFile", params);
          expect(figures(rehearsed)).toEqual(figures(done));
        } finally {
          await shop.close();
        }
      }),
      { numRuns: 15 },
    );
  },
  240_000,
);

test("somebody new who comes twice is one newcomer, and new in both rows", async () => {
  const shop = await openShop({ isFast: true });
  const one: Ordered = {
    id: 1,
    minute: 1,
    name: "Lê Ngọc Vy",
    phone: "0912345678",
    email: undefined,
    account: undefined,
    isFlawed: false,
  };
  const params = write(shopify, [
    one,
    { ...one, id: 2, email: "vy@example.com" },
    { ...one, id: 3, phone: undefined, email: "vy@example.com" },
    { ...one, id: 4, name: "Trần Văn An" },
  ]);
  const rehearsed = await shop.take("orders.importFile", { ...params, dryRun: true });
  expect(rehearsed).toMatchObject({ created: 4, customersCreated: 2, customersMatched: 2 });
  const rows = rehearsed.diff?.map(({ customer }) => customer);
  expect(rows).toEqual([
    { kind: "new", name: "Lê Ngọc Vy" },
    { kind: "new", name: "Lê Ngọc Vy" },
    { kind: "new", name: "Lê Ngọc Vy" },
    { kind: "new", name: "Trần Văn An" },
  ]);
});
