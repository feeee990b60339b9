import { screen } from "@testing-library/react";
import type { Handlers } from "./fake/fakeBridge.ts";
import { type Opened, openTill } from "./openWindow.tsx";

/** The window at its offers. */
export const openOffers = async (handlers: Handlers = {}): Promise<Opened> => {
  const opened = await openTill(handlers);
  await opened.user.keyboard("{Alt>}4{/Alt}");
  await screen.findByTestId("campaigns");
  return opened;
};

/** The window at a campaign that is begun. */
export const openBuilder = async (handlers: Handlers = {}): Promise<Opened> => {
  const opened = await openOffers(handlers);
  await opened.user.keyboard("{Control>}m{/Control}");
  await screen.findByTestId("campaign-builder");
  return opened;
};

export const firstOf = async (testId: string): Promise<HTMLElement> => {
  const [first] = await screen.findAllByTestId(testId);
  if (!first) throw new Error(`no ${testId}`);
  return first;
};
