import { type Sold, soldOf } from "../../../electron/engine/suggest/targeting/offerFit.ts";
import type { CouponShop } from "./couponShop.ts";

/** What the whole shop had sold when `day` began. */
export const soldBefore = (shop: CouponShop, day: number): Sold => {
  const byProduct = new Float64Array(shop.productCount);
  for (const line of shop.lines) {
    if (line.day < day) byProduct[line.product] = (byProduct[line.product] ?? 0) + 1;
  }
  return soldOf(byProduct, shop.shelf);
};
