import type { AnyRefusal } from "../../rpc/answer.ts";
import { ask, tell } from "../../rpc/client.ts";
import { type Quantity, useBasket } from "./basket.ts";
import { skuForNew } from "./newSku.ts";

export type NewProduct = {
  readonly name: string;
  readonly priceMinor: number;
  readonly barcode: string;
  readonly soldBy: "unit" | "weight";
};

/**
 * Adds goods to the catalogue, and as much as was asked for at once to the basket. Without a
 * barcode they get a number.
 */
export const addNewProduct = async (
  product: NewProduct,
  quantity: Quantity | undefined,
): Promise<AnyRefusal | undefined> => {
  const saved = await saveProduct(product);
  if (saved.refusal) return saved.refusal;
  const found = await ask("catalog.byCode", { code: saved.sku });
  if (!found.ok) return found.refusal;
  useBasket.getState().add(found.value.product, { quantity });
  return undefined;
};

/** Adds goods to the catalogue alone. */
export const saveProduct = async ({
  name,
  priceMinor,
  barcode,
  soldBy,
}: NewProduct): Promise<{ readonly sku: string; readonly refusal: AnyRefusal | undefined }> => {
  const code = barcode.trim();
  const found = await skuForNew(code === "" ? null : code);
  if (found.refusal) return { sku: code, refusal: found.refusal };
  const { sku } = found;
  const product = { sku, name, priceMinor, soldBy, ...(code !== "" && { barcode: code }) };
  const answer = await tell("catalog.import", { products: [product] });
  return { sku, refusal: answer.ok ? undefined : answer.refusal };
};
