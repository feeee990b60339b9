import { act, render, screen } from "@testing-library/react";
import userEvent, { type UserEvent } from "@testing-library/user-event";
import { vi } from "vitest";
import { App } from "../../renderer/App.tsx";
import { resetClient } from "../../renderer/rpc/client.ts";
import { useAudience } from "../../renderer/stores/campaigns/audience.ts";
import { useBuilder } from "../../renderer/stores/campaigns/builder.ts";
import { useCoupons } from "../../renderer/stores/campaigns/coupons.ts";
import { useDoubleUses } from "../../renderer/stores/campaigns/doubleUses.ts";
import { useDrafts } from "../../renderer/stores/campaigns/drafts.ts";
import { useGoods } from "../../renderer/stores/campaigns/goods.ts";
import { useMessages } from "../../renderer/stores/campaigns/messages.ts";
import { useOffers } from "../../renderer/stores/campaigns/offers.ts";
import { useQuality } from "../../renderer/stores/campaigns/quality.ts";
import { useResults } from "../../renderer/stores/campaigns/results.ts";
import { useSegments } from "../../renderer/stores/campaigns/segments.ts";
import { useVerdicts } from "../../renderer/stores/campaigns/verdicts.ts";
import { useCustomers } from "../../renderer/stores/customers.ts";
import { useProducts } from "../../renderer/stores/goods/products.ts";
import { useImports } from "../../renderer/stores/imports.ts";
import { usePlace } from "../../renderer/stores/place.ts";
import { useReceipts } from "../../renderer/stores/receipts.ts";
import { reset } from "../../renderer/stores/reset.ts";
import { useRestore } from "../../renderer/stores/restore.ts";
import { useSafety } from "../../renderer/stores/safety.ts";
import { useSession } from "../../renderer/stores/session.ts";
import { useSettings } from "../../renderer/stores/settings.ts";
import { useShopSettings } from "../../renderer/stores/shopSettings.ts";
import { useBasket } from "../../renderer/stores/till/basket.ts";
import { useCustomerPanel } from "../../renderer/stores/till/customerPanel.ts";
import { useLookup } from "../../renderer/stores/till/lookup.ts";
import { useOmnibox } from "../../renderer/stores/till/omnibox.ts";
import { usePayment } from "../../renderer/stores/till/payment.ts";
import { useQuote } from "../../renderer/stores/till/quote.ts";
import { useWizard } from "../../renderer/stores/wizard.ts";
import { type FakeBridge, fakeBridge, type Handlers } from "./fake/fakeBridge.ts";
import { openShop } from "./fake/fakeShop.ts";
import { nowMs } from "./fake/now.ts";

/** An afternoon in November, Vietnam time. */
export { nowMs };

export type Opened = { readonly bridge: FakeBridge; readonly user: UserEvent };

/** Gives the window a bridge with canned answers; those in `handlers` come before the shop's own. */
export const installBridge = (handlers: Handlers = {}): FakeBridge => {
  const bridge = fakeBridge({ ...openShop(nowMs), ...handlers });
  Object.assign(window, { quen: bridge });
  return bridge;
};

/** The whole window, as it stands when the app was started. */
export const openWindow = async (handlers: Handlers = {}): Promise<Opened> => {
  const bridge = installBridge(handlers);
  const user = userEvent.setup({ delay: null });
  render(<App />);
  return { bridge, user };
};

/** The same, with Mi signed in at the till. */
export const openTill = async (handlers: Handlers = {}): Promise<Opened> => {
  const opened = await openWindow(handlers);
  await screen.findByTestId("sign-in");
  await opened.user.keyboard("2580{Enter}");
  await screen.findByTestId("omnibox");
  return opened;
};

/** When a key is pressed; later than any key that no test gives a time. */
let pressedAtMs = 1e15;

/** Types as fingers do, slower than any scanner. */
export const typeByHand = async (
  { user }: Pick<Opened, "user">,
  text: string,
  field: HTMLElement = screen.getByTestId("omnibox"),
): Promise<void> => {
  const clock = vi.spyOn(Event.prototype, "timeStamp", "get").mockImplementation(() => {
    pressedAtMs += 100;
    return pressedAtMs;
  });
  await user.type(field, text);
  clock.mockRestore();
};

/** Types into the omnibox by hand, waits for what it found, and takes the first. */
export const take = async (opened: Pick<Opened, "user">, text: string): Promise<void> => {
  await typeByHand(opened, text);
  await screen.findAllByRole("option");
  await opened.user.keyboard("{Enter}");
};

/** Lets what was answered late arrive. */
export const settled = (): Promise<void> =>
  act(() => new Promise<void>((resolve) => setTimeout(resolve, 20)));

/** Sends a whole code as a scanner does: with no time between its characters, and Enter. */
export const scan = (
  opened: Pick<Opened, "user">,
  code: string,
  field?: HTMLElement,
): Promise<void> => burst(opened, `${code}{Enter}`, field);

/** Types with no time between the keys. */
export const burst = async (
  { user }: Pick<Opened, "user">,
  keys: string,
  field: HTMLElement = screen.getByTestId("omnibox"),
): Promise<void> => {
  pressedAtMs += 10_000;
  const clock = vi.spyOn(Event.prototype, "timeStamp", "get").mockReturnValue(pressedAtMs);
  await user.type(field, keys);
  clock.mockRestore();
};

/** Sends a code as a scanner that takes its time: quicker than fingers, but not much. */
export const scanSlowly = async (
  { user }: Pick<Opened, "user">,
  code: string,
  field: HTMLElement,
): Promise<void> => {
  let atMs = pressedAtMs + 10_000;
  pressedAtMs += 20_000;
  const clock = vi.spyOn(Event.prototype, "timeStamp", "get").mockImplementation(() => atMs);
  await user.click(field);
  for (const key of [...code, "{Enter}"]) {
    atMs += 60;
    await user.keyboard(key);
  }
  clock.mockRestore();
};

const stores = [
  useAudience,
  useBasket,
  useBuilder,
  useCoupons,
  useCustomerPanel,
  useCustomers,
  useDoubleUses,
  useDrafts,
  useGoods,
  useImports,
  useLookup,
  useMessages,
  useOffers,
  useOmnibox,
  usePayment,
  usePlace,
  useProducts,
  useQuality,
  useQuote,
  useReceipts,
  useRestore,
  useResults,
  useSafety,
  useSegments,
  useSession,
  useSettings,
  useShopSettings,
  useVerdicts,
  useWizard,
];

/** As if the app had never been opened on this computer. */
export const resetWindow = (): void => {
  resetClient();
  for (const store of stores) reset(store);
  localStorage.clear();
};
