/** A made-up shop as plain values, in the shapes of `catalog.import`, `customer.create` and `sale.commit`. */
export type DemoShop = {
  readonly products: readonly DemoProduct[];
  readonly customers: readonly DemoCustomer[];
  /** Oldest first. */
  readonly sales: readonly DemoSale[];
};

export type DemoProduct = {
  readonly sku: string;
  readonly name: string;
  /** Absent on goods that are weighed at the counter. */
  readonly barcode?: string;
  readonly category: string;
  /** With tax: the demo shop's prices are inclusive, in đồng. */
  readonly priceMinor: number;
  readonly costMinor: number;
  readonly taxRateBps: number;
  /** On hand before the first sale of the plan: all that it sells, and what is left on its last day. */
  readonly stockQuantity: number;
  readonly soldBy: "unit" | "weight";
  readonly sensitive: boolean;
};

export type DemoCustomer = {
  readonly name: string;
  /** As someone typed them: with spaces, as +84, some in the form from before 2018. */
  readonly phones: readonly string[];
  readonly emails: readonly string[];
  readonly birthday?: string;
  readonly note?: string;
  readonly tags: readonly string[];
  readonly joinedAtMs: number;
  readonly consents: readonly DemoConsent[];
};

export type DemoConsent = {
  readonly purpose: "personalization" | "marketing";
  readonly channel: "counter" | "print" | "sms" | "email" | "zalo" | "phone";
  readonly state: "granted" | "withdrawn";
  readonly wording: string;
  readonly source: string;
};

export type DemoSale = {
  readonly soldAtMs: number;
  /** Place in `customers`; absent: nobody gave a name. */
  readonly customerIndex?: number;
  readonly lines: readonly DemoLine[];
  /** To pay before points, which the shop's own rules value; without cash rounding. */
  readonly totalMinor: number;
  readonly payment: DemoPayment;
  /** Never more than the shop's first rules have given: 1 point for each 10,000 đồng. */
  readonly pointsToRedeem?: number;
};

export type DemoLine = {
  readonly sku: string;
  readonly quantity?: number;
  readonly quantityMilli?: number;
  readonly discountMinor?: number;
  readonly discountBps?: number;
};

export type DemoPayment = {
  readonly method: "cash" | "transfer" | "card";
  /** What was handed over: the total exactly, or in cash at least the total in whole thousands. */
  readonly amountMinor: number;
};
