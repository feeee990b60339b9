import type { AnyRefusal } from "../../rpc/answer.ts";
import { ask, newId } from "../../rpc/client.ts";
import { looksLikeBarcode } from "./typed.ts";

type NewSku =
  | { readonly sku: string; readonly refusal?: undefined }
  | { readonly refusal: AnyRefusal };

/**
 * The number under which new goods are kept: their barcode, unless other goods have it as theirs, which
 * must not be changed. A barcode that was taken away from goods, and is still their number, is free again.
 */
export const skuForNew = async (barcode: string | null): Promise<NewSku> => {
  if (barcode === null) return { sku: ownNumber() };
  const other = await ask("catalog.byCode", { code: barcode });
  if (!other.ok) {
    return other.refusal.kind === "CodeUnknown" ? { sku: barcode } : { refusal: other.refusal };
  }
  const { sku, barcode: theirs } = other.value.product;
  return theirs === barcode || !looksLikeBarcode(barcode)
    ? { refusal: { kind: "BarcodeTaken", barcode, sku } }
    : { sku: ownNumber() };
};

const ownNumber = (): string => `H-${newId().slice(-8).toUpperCase()}`;
