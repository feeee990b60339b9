/** Something the shop sells. Amounts in minor units of the shop's currency. */
export type Product = {
  readonly sku: string;
  readonly name: string;
  readonly barcode?: string;
  readonly category?: string;
  /** The shelf price of one unit or one kilogram, with tax where the shop's prices include it. */
  readonly priceMinor: number;
  readonly costMinor?: number;
  /** Absent: the shop's standard rate on the day of the sale. */
  readonly taxRateBps?: number;
  readonly soldBy: SoldBy;
  /** Never suggested, never a reason, never on a display that customers see. */
  readonly sensitive: boolean;
};

export type SoldBy = "unit" | "weight";
