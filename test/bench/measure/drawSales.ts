import { v7 } from "uuid";
import type { Random } from "../../../electron/engine/demo/random.ts";
import { drawBasket } from "../shop/draws.ts";
import { PRODUCT_COUNT } from "../shop/goods.ts";
import type { RawShop } from "./rawShop.ts";

const CASH_GIVEN = 100_000_000;

type Buyer = {
  readonly customerId?: string;
  readonly couponCodes?: readonly string[];
  readonly pointsToRedeem?: number;
};

/** Sales as they come to the till: four of five to a regular, some with a coupon or with points. */
export const drawSales = ({ shop }: RawShop, random: Random, count: number) => {
  const last = shop
    .prepare<[], { n: number }>("SELECT max(receipt_sequence) AS n FROM sales")
    .get();
  const regular = shop.prepare<[number], Regular>(REGULAR);
  const usedCodes = new Set<string>();
  const buyer = (): Buyer => {
    const found = regular.get(random.between(1, last?.n ?? 1));
    if (!found?.customerId) return {};
    const { customerId, code, balance } = found;
    const isNew = code !== null && !usedCodes.has(code);
    if (isNew) usedCodes.add(code);
    return {
      customerId,
      ...(isNew ? { couponCodes: [code] } : {}),
      ...(balance > 1_000 && random.chance(0.2) ? { pointsToRedeem: 5 } : {}),
    };
  };
  return Array.from({ length: count }, () => ({
    requestId: v7(),
    ...buyer(),
    lines: drawBasket(random, undefined, PRODUCT_COUNT).map(({ product, quantity }) => ({
      sku: `SP${String(product).padStart(5, "0")}`,
      quantity,
    })),
    payments: [{ method: "cash", amountMinor: CASH_GIVEN }],
  }));
};

type Regular = {
  readonly customerId: string | null;
  readonly code: string | null;
  readonly balance: number;
};

const REGULAR = `SELECT customer_id AS customerId,
    (SELECT code FROM coupons WHERE coupons.customer_id = sales.customer_id) AS code,
    coalesce((SELECT balance FROM points_balances AS b
               WHERE b.customer_id = sales.customer_id), 0) AS balance
  FROM sales
 WHERE register_id = (SELECT register_id FROM registers WHERE is_own = 1)
   AND receipt_sequence = ?`;
