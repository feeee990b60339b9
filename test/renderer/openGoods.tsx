import { screen } from "@testing-library/react";
import type { Handlers } from "./fake/fakeBridge.ts";
import { type Opened, openTill } from "./openWindow.tsx";

export const openGoods = async (handlers: Handlers = {}): Promise<Opened> => {
  const opened = await openTill(handlers);
  await opened.user.keyboard("{Alt>}5{/Alt}");
  await screen.findByTestId("goods");
  return opened;
};

/** The drawing of what `text` finds first, opened by keyboard. */
export const openProduct = async (text: string, handlers: Handlers = {}): Promise<Opened> => {
  const opened = await openGoods(handlers);
  await opened.user.type(screen.getByTestId("goods-search"), `${text}{Enter}`);
  await screen.findByTestId("product-form");
  return opened;
};

export const typeOver = async ({ user }: Opened, field: string, text: string) => {
  const input = screen.getByTestId(field);
  await user.clear(input);
  if (text !== "") await user.type(input, text);
};
