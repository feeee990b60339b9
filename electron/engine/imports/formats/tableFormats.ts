import type { OrderMapping } from "../orderFile.ts";
import type { TableFormat } from "../table/tableFormat.ts";
import { kiotvietTable } from "./kiotvietTable.ts";
import { lazada } from "./lazada.ts";
import { mappedFormat } from "./mapped.ts";
import { shopee } from "./shopee.ts";
import { shopifyCsv } from "./shopifyCsv.ts";
import { tiktokShop } from "./tiktokShop.ts";
import { wooCsv } from "./wooCsv.ts";
import { wooRowsCsv } from "./wooRowsCsv.ts";

/** The tables that are known by their headers, the surest first. */
export const tableFormats: readonly TableFormat[] = [
  shopifyCsv,
  shopee,
  tiktokShop,
  lazada,
  kiotvietTable,
  wooCsv,
  wooRowsCsv,
];

/** The formats that a request leaves open: its mapping, the one that it names, or all. */
export const wantedFormats = (wanted: {
  readonly format?: string | undefined;
  readonly mapping?: OrderMapping | undefined;
}): readonly TableFormat[] => {
  const { format = "auto", mapping } = wanted;
  if (mapping && (format === "auto" || format === "mapped")) return [mappedFormat(mapping)];
  return format === "auto" ? tableFormats : tableFormats.filter((known) => known.format === format);
};
