import type { OrderState } from "../../../../shared/domain/order/order.ts";
import type { FieldReader } from "../fieldReader.ts";

export type ShopifyStatus = {
  readonly financial: string;
  readonly fulfillment: string;
  readonly isCancelled: boolean;
};

/** The state that Shopify, Haravan and Sapo tell in two words and a date, in any spelling. */
export const shopifyState = (
  { financial, fulfillment, isCancelled }: ShopifyStatus,
  fields: FieldReader,
): OrderState => {
  const word = financial.toLowerCase().replaceAll(" ", "_");
  const state = stateByFinancial.get(word);
  if (state === undefined) fields.note({ kind: "StateUnknown", text: financial });
  if (isCancelled) return "cancelled";
  const isFulfilled = ["fulfilled", "shipped"].includes(fulfillment.toLowerCase());
  return state === "paid" && isFulfilled ? "fulfilled" : (state ?? "pending");
};

const stateByFinancial: ReadonlyMap<string, OrderState> = new Map(
  Object.entries<OrderState>({
    "": "pending",
    pending: "pending",
    unpaid: "pending",
    authorized: "pending",
    partially_paid: "pending",
    partially_authorized: "pending",
    expired: "pending",
    paid: "paid",
    partially_refunded: "partially-refunded",
    refunded: "refunded",
    voided: "cancelled",
  }),
);
