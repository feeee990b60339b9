import type { OrderState } from "../../../../shared/domain/order/order.ts";

export type WooStatus = {
  readonly status: string;
  readonly paymentMethod: string;
  readonly isPaid: boolean;
  readonly totalMinor: number;
  readonly refundedMinor: number;
};

/**
 * The state of a WooCommerce order. `processing` with cash on delivery is not paid yet, though
 * WooCommerce dates it as paid. Plugins add statuses of their own: one that is not known is read
 * by whether the shop dates a payment.
 */
export const wooState = (order: WooStatus): OrderState => {
  const word = order.status.toLowerCase().replace(/^wc-/, "").replace(/[ _]/g, "-");
  const state = stateByStatus.get(word) ?? (order.isPaid ? "paid" : "pending");
  if (state === "paid" && order.paymentMethod.toLowerCase() === "cod") return "pending";
  if (state !== "paid" && state !== "fulfilled") return state;
  if (order.refundedMinor === 0) return state;
  return order.refundedMinor < order.totalMinor ? "partially-refunded" : "refunded";
};

const stateByStatus: ReadonlyMap<string, OrderState> = new Map(
  Object.entries<OrderState>({
    pending: "pending",
    "pending-payment": "pending",
    "on-hold": "pending",
    "checkout-draft": "pending",
    draft: "pending",
    "auto-draft": "pending",
    "awaiting-payment": "pending",
    processing: "paid",
    completed: "fulfilled",
    delivered: "fulfilled",
    shipped: "paid",
    "partially-shipped": "paid",
    cancelled: "cancelled",
    canceled: "cancelled",
    failed: "cancelled",
    trash: "cancelled",
    refunded: "refunded",
    "partially-refunded": "partially-refunded",
  }),
);
