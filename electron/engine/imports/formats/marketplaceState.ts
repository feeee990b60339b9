import type { OrderState } from "../../../../shared/domain/order/order.ts";
import type { FieldReader } from "../fieldReader.ts";
import { foldedWords } from "../table/cells.ts";
import { knownState } from "./stateWords.ts";

export type MarketplaceStatus = {
  readonly text: string;
  readonly paymentMethod: string;
  readonly isPaid: boolean;
  readonly totalMinor: number;
  readonly refundedMinor: number;
};

/**
 * The state of an order on a marketplace. What is on its way counts as paid where the file dates
 * the payment and it is not cash on delivery.
 */
export const marketplaceState = (order: MarketplaceStatus, fields: FieldReader): OrderState => {
  const word = knownState(order.text);
  if (word === undefined) fields.note({ kind: "StateUnknown", text: order.text });
  const isPaidAhead = order.isPaid && !isCashOnDelivery(order.paymentMethod);
  const state = word === "sent" ? (isPaidAhead ? "paid" : "pending") : (word ?? "pending");
  if (order.refundedMinor === 0 || (state !== "paid" && state !== "fulfilled")) return state;
  return order.refundedMinor < order.totalMinor ? "partially-refunded" : "refunded";
};

export const isCashOnDelivery = (paymentMethod: string): boolean => {
  const words = foldedWords(paymentMethod);
  return /\bcod\b|cash on delivery|thanh toan khi (?:nhan|giao)|thu ho/.test(words);
};
