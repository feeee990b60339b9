import { BenchProblem } from "../measure/benchProblem.ts";
import { type CsvRow, readCsv } from "./readCsv.ts";

/** A shop's past as the data set tells it, and what is asked of it. */
export type PastShop = {
  readonly baskets: ReadonlyMap<string, PastBasket>;
  readonly items: ReadonlyMap<string, PastItem>;
};

export type PastBasket = {
  readonly basketId: string;
  readonly customerId: string;
  readonly atMs: number;
  /** What was paid for each item, as the file says it; each item once. */
  readonly lines: Map<string, string>;
};

export type PastItem = {
  readonly name: string;
  readonly price: string;
  readonly category: string | undefined;
};

export const readPastShop = async (files: {
  readonly transactions: string;
  readonly items: string | undefined;
}): Promise<PastShop> => {
  const baskets = new Map<string, PastBasket>();
  const kept = new Map<string, string>();
  // Each text is kept once: the ids and amounts of a year repeat themselves all the time.
  const once = (text: string): string => {
    const known = kept.get(text) ?? text;
    if (known === text) kept.set(text, text);
    return known;
  };
  const items = new Map<string, PastItem>();
  if (files.items !== undefined) {
    for await (const row of readCsv(files.items, ["item_id"])) {
      items.set(row.item_id ?? "", {
        name: row.description || row.name || row.title || row.product_type || (row.item_id ?? ""),
        price: row.median_price || row.price || "1",
        category: row.category || row.product_category || undefined,
      });
    }
  }
  for await (const row of readCsv(files.transactions, NEEDED)) {
    const { customer_id = "", item_id = "", quantity = "1", amount = "0" } = row;
    const basketId = basketIdOf(row);
    let basket = baskets.get(basketId);
    if (!basket) {
      const atMs = atMsOf(row.timestamp ?? "");
      basket = { basketId, customerId: once(customer_id), atMs, lines: new Map() };
      baskets.set(basketId, basket);
    }
    if (!basket.lines.has(item_id)) basket.lines.set(once(item_id), once(amount));
    if (!items.has(item_id)) {
      items.set(item_id, {
        name: item_id,
        price: unitPrice(amount, quantity),
        category: undefined,
      });
    }
  }
  if (baskets.size === 0) throw new BenchProblem(`${files.transactions} has no purchase in it.`);
  return { baskets, items };
};

const NEEDED = ["customer_id", "basket_id", "timestamp", "item_id"];

/** Where baskets are counted for each customer anew, their number alone is no id. */
export const basketIdOf = ({ customer_id = "", basket_id = "" }: CsvRow): string =>
  `${basket_id}/${customer_id}`;

const unitPrice = (amount: string, quantity: string): string => {
  const price = Number(amount) / Math.max(Number(quantity), 1);
  return Number.isFinite(price) && price > 0 ? price.toFixed(2) : "1";
};

/** UTC where the text names no zone; a bare number counts days, or what is known as Unix time. */
const atMsOf = (text: string): number => {
  if (/^\d{10}(\.\d+)?$/.test(text)) return Number(text) * 1_000;
  if (/^\d{13}$/.test(text)) return Number(text);
  if (/^\d{1,6}(\.\d+)?$/.test(text)) return Number(text) * DAY_MS;
  const atMs = Date.parse(
    /^\d{4}-\d\d-\d\d[T ]\d\d:\d\d(:\d\d(\.\d+)?)?$/.test(text)
      ? `${text.replace(" ", "T")}Z`
      : text,
  );
  if (Number.isNaN(atMs))
    throw new BenchProblem(`No time can be read from the timestamp "${text}".`);
  return atMs;
};

const DAY_MS = 86_400_000;
