import { listOrderStates, type OrderState } from "../../../../shared/domain/order/order.ts";
import type { FieldReader } from "../fieldReader.ts";
import type { OrderMapping } from "../orderFile.ts";
import { foldedWords } from "../table/cells.ts";
import { marketplaceState } from "./marketplaceState.ts";

export type MappedStatus = {
  readonly text: string;
  readonly isPaid: boolean;
  readonly totalMinor: number;
  readonly refundedMinor: number;
};

/**
 * The state of an order in a mapped file: by the mapping's own words, else by the known ones. A
 * file without a column for it lists sales that were made, so they are paid.
 */
export const mappedState = (
  order: MappedStatus,
  mapping: OrderMapping,
  fields: FieldReader,
): OrderState => {
  const own = ownState(order.text, mapping);
  if (own) return own;
  const text = mapping.columns.state ? order.text : "paid";
  return marketplaceState({ ...order, text, paymentMethod: "" }, fields);
};

/** The states that a mapping names and that do not exist. */
export const unknownStates = ({ stateWords }: OrderMapping): readonly string[] =>
  Object.values(stateWords ?? {}).filter((state) => asState(state) === undefined);

const ownState = (text: string, { stateWords }: OrderMapping): OrderState | undefined => {
  const folded = foldedWords(text);
  const word = Object.keys(stateWords ?? {}).find((key) => foldedWords(key) === folded);
  return word === undefined ? undefined : asState(stateWords?.[word] ?? "");
};

const asState = (name: string): OrderState | undefined =>
  listOrderStates().find((state) => state === name);
