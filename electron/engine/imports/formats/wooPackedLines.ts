import type { OrderLine } from "../../../../shared/domain/order/order.ts";
import type { FieldReader } from "../fieldReader.ts";
import { isBlank } from "../table/cells.ts";
import { wooLine } from "./wooLine.ts";

/**
 * The lines packed into one cell: `name:…|product_id:…|sku:…|quantity:2|total:258000.00|
 * sub_total:…`, several of them by semicolon. A name may itself hold `|`, `:` and `;`, so the
 * cell is cut at the known words only.
 */
export const readPackedLines = (text: string, fields: FieldReader): readonly OrderLine[] => {
  if (isBlank(text)) return [];
  const lines = text.split(/;(?=\s*(?:id|name):)/);
  return lines.map((line) => {
    const facts = packedFacts(line);
    const name = facts.get("name") ?? "";
    if (name === "") fields.note({ kind: "LinesUnreadable", text: line });
    return wooLine(
      {
        name,
        sku: facts.get("sku") ?? "",
        productId: facts.get("product_id") ?? "",
        quantity: facts.get("quantity") ?? "",
        subtotal: facts.get("sub_total") ?? facts.get("subtotal") ?? "",
        total: facts.get("total") ?? "",
      },
      fields,
    );
  });
};

const packedFacts = (line: string): ReadonlyMap<string, string> => {
  const entries = line.split(factStart).map((part): [string, string] => {
    const at = part.indexOf(":");
    return [part.slice(0, at).trim(), part.slice(at + 1).trim()];
  });
  return new Map(entries);
};

const factWords = [
  ...[
    "id",
    "name",
    "product_id",
    "variation_id",
    "sku",
    "quantity",
    "sub_?total",
    "sub_?total_tax",
  ],
  ...["total", "total_tax", "tax", "tax_data", "meta", "refunded", "refunded_qty"],
];
const factStart = new RegExp(`\\|(?=\\s*(?:${factWords.join("|")}):)`);
