import { screen } from "@testing-library/react";
import { useBasket } from "../../../renderer/stores/till/basket.ts";
import { type Opened, openTill, take } from "../openWindow.tsx";

/** The till with one tin of milk in the basket. */
export const withMilk = async (): Promise<Opened> => {
  const opened = await openTill();
  await take(opened, "sua dac");
  await screen.findByTestId("line-SD-380");
  return opened;
};

export const quantityOf = (sku: string): number | undefined =>
  useBasket.getState().lines.find((line) => line.sku === sku)?.quantity;
