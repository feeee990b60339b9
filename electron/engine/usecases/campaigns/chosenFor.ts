import type { TargetReason } from "../../../../shared/domain/targeting/targetReason.ts";
import type { Engine } from "../context.ts";
import { seal } from "../customers/people.ts";

/** What was expected of somebody, and when. */
export type ChosenFor = { readonly atMs: number; readonly reason: TargetReason };

const FIELD = "chosenFor";

/** Sealed with the person's own key: it says of them more than their purchases do. */
export const sealChosenFor = (
  engine: Engine,
  customerId: string,
  chosen: ChosenFor,
): string | undefined =>
  engine.stores.keyring.has(customerId)
    ? seal(engine, { customerId, field: FIELD, text: JSON.stringify(chosen) })
    : undefined;

/** Undefined where the person's key was destroyed. */
export const openChosenFor = (
  { stores }: Engine,
  customerId: string,
  sealed: Uint8Array,
): ChosenFor | undefined => {
  const text = stores.keyring.open(customerId, FIELD, sealed);
  return text === undefined ? undefined : JSON.parse(text);
};
