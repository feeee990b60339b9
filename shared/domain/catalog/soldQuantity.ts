import { err, ok, type Result } from "../../kernel/result.ts";
import { multiplyMilli } from "../../money/money.ts";
import type { SoldBy } from "./product.ts";

/**
 * How many thousandths are sold. `quantity` counts whole units, `quantityMilli` thousandths,
 * neither means one. Refuses with `QuantityInvalid` a part of what is sold by the unit, nothing, or
 * both forms.
 */
export const soldQuantityMilli = (
  { quantity, quantityMilli }: AskedQuantity,
  soldBy: SoldBy,
): Result<number, { readonly kind: "QuantityInvalid" }> => {
  const isTwice = quantity !== undefined && quantityMilli !== undefined;
  const milli = quantityMilli ?? multiplyMilli(quantity ?? 1, 1_000_000);
  const isPart = soldBy === "unit" && milli % 1_000 !== 0;
  return isTwice || isPart || milli <= 0 ? err({ kind: "QuantityInvalid" }) : ok(milli);
};

export type AskedQuantity = {
  readonly quantity?: number;
  readonly quantityMilli?: number;
};
