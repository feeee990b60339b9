import type { HeaderRow } from "../table/columns.ts";
import type { TableFormat } from "../table/tableFormat.ts";
import { mappedFormat } from "./mapped.ts";
import { proposeMapping } from "./proposeMapping.ts";

/**
 * The exports of WooCommerce's other plugins: one row a line, with "billing" in the headers. Their
 * columns are found by their words, as a person would; what is missing leaves it to the mapping.
 */
export const wooRowsCsv: TableFormat = {
  format: "woocommerce-csv",
  source: "woocommerce",
  matches: (headers) =>
    isOfWoo(headers) && proposeMapping(headers.headers, []).missing.length === 0,
  reader: (headers) => wooMapping(headers).reader(headers),
};

const isOfWoo = ({ headers }: HeaderRow): boolean =>
  headers.some((header) => /^billing[_ ]|\(billing\)$/i.test(header)) &&
  headers.some((header) => /^(?:order[_ ])?status$/i.test(header)) &&
  !headers.some((header) => /^lineitem /i.test(header));

const wooMapping = ({ headers }: HeaderRow): TableFormat =>
  mappedFormat({
    name: "woocommerce",
    columns: proposeMapping(headers, []).columns,
    stateWords: {
      processing: "paid",
      "wc-processing": "paid",
      "wc-completed": "fulfilled",
      "wc-on-hold": "pending",
      "wc-pending": "pending",
      "wc-cancelled": "cancelled",
      "wc-failed": "cancelled",
      "wc-refunded": "refunded",
    },
  });
