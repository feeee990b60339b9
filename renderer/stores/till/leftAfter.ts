import { newId } from "../../rpc/client.ts";
import { type BasketContent, type BasketLine, emptyBasket } from "./basket.ts";

/**
 * What came into the basket after `sold` was sent to the engine, whose answer took its time: it is not
 * paid for, and the next sale's. More of a line that was sold is a line of its own.
 */
export const leftAfter = (basket: BasketContent, sold: BasketContent): BasketContent => {
  const lines = basket.lines.flatMap((line) => leftOf(line, sold.lines));
  const isOther = basket.customerId !== sold.customerId;
  return {
    ...emptyBasket,
    lines,
    customerId: isOther ? basket.customerId : undefined,
    couponCodes: basket.couponCodes.filter((code) => !sold.couponCodes.includes(code)),
  };
};

const leftOf = (line: BasketLine, sold: readonly BasketLine[]): readonly BasketLine[] => {
  const was = sold.find(({ lineId }) => lineId === line.lineId);
  if (!was) return [line];
  const quantity = line.quantity - was.quantity;
  const quantityMilli = line.quantityMilli - was.quantityMilli;
  const isMore = line.soldBy === "unit" ? quantity > 0 : quantityMilli > 0;
  return isMore ? [{ ...line, lineId: newId(), quantity, quantityMilli }] : [];
};
