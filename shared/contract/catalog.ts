import { z } from "zod";
import { call } from "./call.ts";
import { Bps, Id, Limit, Minor, Next, NoRefusal, refusal, Sku, Text } from "./primitives.ts";

/** What a call leaves out stays as it was; `null` clears a barcode, a category or a cost. */
export const ProductInput = z.object({
  sku: Sku,
  name: Text(200),
  barcode: Text(64).nullish(),
  category: Text(80).nullish(),
  priceMinor: Minor,
  costMinor: Minor.nullish(),
  /** Absent: the shop's standard rate of the day of the sale. */
  taxRateBps: Bps.optional(),
  /** Pieces on hand; for goods sold by weight, thousandths may be given. Absent: not counted. */
  stockQuantity: z.number().min(-1_000_000_000).max(1_000_000_000).optional(),
  soldBy: z.enum(["unit", "weight"]).optional(),
  sensitive: z.boolean().optional(),
});

export const ProductOutput = z.object({
  sku: z.string(),
  name: z.string(),
  barcode: z.string().optional(),
  category: z.string().optional(),
  priceMinor: Minor,
  /** Only to managers and owners. */
  costMinor: Minor.optional(),
  taxRateBps: Bps,
  stockQuantity: z.number().optional(),
  soldBy: z.enum(["unit", "weight"]),
  sensitive: z.boolean(),
});

export const catalogContract = {
  "catalog.import": call({
    access: "job",
    role: "manager",
    input: z.object({ requestId: Id, products: z.array(ProductInput).max(20_000) }),
    output: z.object({ created: z.int(), updated: z.int(), unchanged: z.int() }),
    refusal: z.discriminatedUnion("kind", [
      refusal("BarcodeTaken", { barcode: z.string(), sku: z.string() }),
      refusal("SkuTwice", { sku: z.string() }),
    ]),
  }),

  /**
   * Products whose name, SKU, barcode or category has every typed word, in any order, marks or not:
   * the code itself first, then by how the name begins, then what sells most of late. Nothing typed
   * is answered by what sells most; `withSensitive` then names sensitive goods as well, for a list of
   * all goods that no customer sees.
   */
  "catalog.search": call({
    access: "read",
    input: z.object({
      text: z.string().max(200),
      withSensitive: z.boolean().optional(),
      limit: Limit,
      next: Next,
    }),
    output: z.object({ products: z.array(ProductOutput), next: Next }),
    refusal: NoRefusal,
  }),

  /** The product of a scanned barcode or typed SKU. */
  "catalog.byCode": call({
    access: "read",
    input: z.object({ code: Text(64) }),
    output: z.object({ product: ProductOutput }),
    refusal: z.discriminatedUnion("kind", [refusal("CodeUnknown", { code: z.string() })]),
  }),

  /** The shelves, by name, with how many products stand on each. */
  "catalog.categories": call({
    access: "read",
    input: z.object({}),
    output: z.object({
      categories: z.array(
        z.object({
          category: z.string(),
          productCount: z.int().min(1),
          /** No goods on it may be spoken of. */
          isSensitive: z.boolean().optional(),
        }),
      ),
    }),
    refusal: NoRefusal,
  }),
};
